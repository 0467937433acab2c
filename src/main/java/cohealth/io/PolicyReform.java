package cohealth.io;

import cohealth.comparison.PolicyChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a baseline and of a reform, and what is different between them.
 *
 * @param baseline that the run is given, without those that are built in
 * @param reform the same for the reform
 * @param changes what differs, as far as claims can be settled otherwise
 */
public record PolicyReform(
    List<PolicyFile> baseline, List<PolicyFile> reform, List<PolicyChange> changes, Pairs pairs) {

  /** Documents of both sides for the same region and insurance, cut at the same days. */
  record Pair(PolicyFile before, PolicyNode from, PolicyNode to, boolean dated) {}

  /** The pairs that differ, and to which change each difference belongs. */
  record Pairs(List<Pair> differing, Map<String, Integer> numbers) {}

  /**
   * Documents with some of the changes.
   *
   * @param numbers of the changes
   * @param files null when there is no such document: these changes need others
   */
  public record Part(List<Integer> numbers, @Nullable List<PolicyFile> files) {}

  /** How many changes there are. */
  public int size() {
    return changes.stream().mapToInt(PolicyChange::number).max().orElse(0);
  }

  /**
   * The baseline with each change alone. Those that the loader refuses alone come last, together,
   * if need be with all that is only in one of the policies; their files are null when it refuses
   * that, too.
   */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Set<Integer> rest = new TreeSet<>();
    for (int i = 1; i <= size(); i++) {
      int number = i;
      List<PolicyFile> files = with(each -> each == number);
      if (files == null) {
        rest.add(number);
      } else {
        parts.add(new Part(List.of(number), files));
      }
    }
    if (rest.isEmpty()) {
      return List.copyOf(parts);
    }
    List<PolicyFile> together = with(rest::contains);
    if (together == null) {
      Set<Integer> more = new TreeSet<>(rest);
      changes.stream()
          .filter(change -> change.before().isEmpty() || change.after().isEmpty())
          .forEach(change -> more.add(change.number()));
      together = with(more::contains);
      if (together != null) {
        rest = more;
        parts.removeIf(part -> more.containsAll(part.numbers()));
      }
    }
    parts.add(new Part(List.copyOf(rest), together));
    return List.copyOf(parts);
  }

  /** The baseline with the wanted changes, or null when the loader refuses it. */
  private @Nullable List<PolicyFile> with(IntPredicate wanted) {
    List<PolicyFile> files = new ArrayList<>(baseline);
    for (Pair pair : pairs.differing()) {
      String place = PolicySettings.place(pair.before().document());
      Set<Integer> touching = new LinkedHashSet<>();
      PolicyNode root =
          PolicyDifferences.between(
              pair.from(),
              pair.to(),
              difference -> {
                Integer number = pairs.numbers().get(key(place, difference));
                boolean takes = number != null && wanted.test(number);
                if (takes) {
                  touching.add(number);
                }
                return takes;
              });
      if (touching.isEmpty()) {
        continue;
      }
      PolicyFile file = PolicyFile.of(pair.before().file(), root, new Problems());
      if (file == null) {
        return null;
      }
      files.removeIf(other -> PolicySettings.place(other.document()).equals(place));
      files.add(file);
    }
    return List.copyOf(files);
  }

  /** The reform of these documents; both lists may have documents that are the same. */
  static PolicyReform of(List<PolicyFile> baseline, List<PolicyFile> reform, List<Pair> pairs) {
    List<PolicyChange> changes = new ArrayList<>();
    Map<String, Integer> byUnit = new LinkedHashMap<>();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Pair> differing = new ArrayList<>();
    for (Pair pair : pairs) {
      String place = PolicySettings.place(pair.before().document());
      List<PolicyDifferences.Place> places = PolicyDifferences.of(pair.from(), pair.to());
      if (!places.isEmpty()) {
        differing.add(pair);
      }
      for (PolicyDifferences.Place each : places) {
        int number = byUnit.computeIfAbsent(unit(place, each), unit -> byUnit.size() + 1);
        numbers.put(key(place, each), number);
        String dated = pair.dated() && !each.from().isEmpty() ? "@" + each.from() : "";
        String path = each.path().isEmpty() ? "" : "/" + each.path();
        changes.add(
            new PolicyChange(number, place + dated + path, each.textBefore(), each.textAfter()));
      }
    }
    return new PolicyReform(
        baseline,
        reform,
        List.copyOf(changes),
        new Pairs(List.copyOf(differing), Map.copyOf(numbers)));
  }

  /** What one {@code --set} changes belongs together, and what is changed alike in all versions. */
  private static String unit(String place, PolicyDifferences.Place difference) {
    int setting = PolicySetting.number(difference.after());
    return setting >= 0
        ? "--set " + setting
        : String.join(
            "\n", place, difference.path(), difference.textBefore(), difference.textAfter());
  }

  private static String key(String place, PolicyDifferences.Place difference) {
    return String.join("\n", place, difference.from(), difference.path());
  }
}
