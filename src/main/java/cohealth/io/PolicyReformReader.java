package cohealth.io;

import cohealth.io.PolicyReform.Pair;
import cohealth.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a baseline and of a reform.
 *
 * @param library the built-in documents
 * @param common names, files and folders that hold on both sides, but for what the sides replace
 * @param baseline those of the baseline; {@value #BUILT_IN} or none = the built-in documents
 * @param reform those of the reform; none = those of the baseline
 * @param settings changes of the reform's documents, as {@code PATH=VALUE}
 */
public record PolicyReformReader(
    PolicyLibrary library,
    List<String> common,
    List<String> baseline,
    List<String> reform,
    List<String> settings) {
  /** The word for the documents that come with the program. */
  public static final String BUILT_IN = "built-in";

  private static final String BASELINE = "--baseline";
  private static final String REFORM = "--reform";

  /**
   * Both sides, or null when something is wrong, which is added to the problems.
   *
   * @throws UnreadableFile when a file or folder cannot be read
   */
  public @Nullable PolicyReform read(Problems problems) throws UnreadableFile {
    long before = problems.count();
    List<PolicyFile> both = library.given(common, problems);
    List<PolicyFile> first = library.given(named(baseline), problems);
    List<PolicyFile> second = library.given(named(reform), problems);
    if (problems.count() > before) {
      return null;
    }
    if (reform.isEmpty()) {
      second = first;
    } else if (reform.contains(BUILT_IN)) {
      second = withBuiltIn(second, first);
    }
    tellOneSided(first, second, both, problems);
    List<PolicyFile> now = with(both, first);
    List<PolicyFile> then = with(both, second);
    if (problems.count() == before) {
      then = with(then, PolicySettings.apply(settings, changeable(then), problems));
      library.together(now, problems);
      library.together(then, problems);
    }
    return problems.count() > before ? null : PolicyReform.of(now, then, pairs(now, then));
  }

  private static List<String> named(List<String> arguments) {
    return arguments.stream().filter(each -> !each.equals(BUILT_IN)).toList();
  }

  /** The built-in documents instead of those that are only on the other side. */
  private List<PolicyFile> withBuiltIn(List<PolicyFile> files, List<PolicyFile> others) {
    List<PolicyFile> all = new ArrayList<>(files);
    for (PolicyFile other : others) {
      PolicyFile builtIn = builtIn(other.document());
      if (find(all, other.document()) == null && builtIn != null) {
        all.add(builtIn);
      }
    }
    return all;
  }

  /** Both sides must be about the same regions and insurances: nothing is silently left alone. */
  private void tellOneSided(
      List<PolicyFile> first, List<PolicyFile> second, List<PolicyFile> both, Problems problems) {
    boolean builtIn = named(baseline).isEmpty() || baseline.contains(BUILT_IN);
    for (PolicyFile file : second) {
      PolicyDocument document = file.document();
      boolean known =
          find(first, document) != null
              || find(both, document) != null
              || (builtIn && builtIn(document) != null);
      if (!known) {
        problems.add(oneSided(file, REFORM, BASELINE));
      }
    }
    for (PolicyFile file : first) {
      if (find(second, file.document()) == null) {
        problems.add(oneSided(file, BASELINE, REFORM));
      }
    }
  }

  private static Problem oneSided(PolicyFile file, String side, String other) {
    PolicyDocument document = file.document();
    return Problem.at(
        ProblemCode.POLICY_ONE_SIDED,
        file.file(),
        file.region().line(),
        file.region().column(),
        "/region",
        Integer.toString(document.region()),
        PolicyValues.written(document.insurance()),
        side,
        other);
  }

  /** The documents, of which those of the others replace the ones for the same place. */
  private static List<PolicyFile> with(List<PolicyFile> files, List<PolicyFile> others) {
    List<PolicyFile> all = new ArrayList<>(others);
    for (PolicyFile file : files) {
      if (find(others, file.document()) == null) {
        all.add(file);
      }
    }
    return List.copyOf(all);
  }

  private PolicySettings.Documents changeable(List<PolicyFile> given) {
    return new PolicySettings.Documents() {
      @Override
      public List<String> places() {
        Set<String> places = new LinkedHashSet<>();
        given.forEach(file -> places.add(PolicySettings.place(file.document())));
        library
            .entries()
            .forEach(
                entry ->
                    places.add(entry.region() + "/" + PolicyValues.written(entry.insurance())));
        return List.copyOf(places);
      }

      @Override
      public @Nullable PolicyFile of(String place) {
        for (PolicyFile file : given) {
          if (PolicySettings.place(file.document()).equals(place)) {
            return file;
          }
        }
        for (PolicyLibrary.Entry entry : library.entries()) {
          if (place.equals(entry.region() + "/" + PolicyValues.written(entry.insurance()))) {
            return library.builtIn(entry.region(), entry.insurance());
          }
        }
        return null;
      }
    };
  }

  private List<Pair> pairs(List<PolicyFile> now, List<PolicyFile> then) {
    List<Pair> pairs = new ArrayList<>();
    for (PolicyFile after : then) {
      PolicyFile given = find(now, after.document());
      PolicyFile before = given == null ? builtIn(after.document()) : given;
      if (before != null && before != after) {
        PolicyTimeline timeline = new PolicyTimeline(before.root(), after.root());
        PolicyNode from = timeline.cut(before.root());
        PolicyNode to = timeline.cut(after.root());
        pairs.add(new Pair(before, from, to, isDated(from) || isDated(to)));
      }
    }
    return pairs;
  }

  private static boolean isDated(PolicyNode root) {
    return PolicySetting.versions(root).size() > 1;
  }

  private static @Nullable PolicyFile find(List<PolicyFile> files, PolicyDocument like) {
    for (PolicyFile file : files) {
      if (file.document().region() == like.region()
          && file.document().insurance() == like.insurance()) {
        return file;
      }
    }
    return null;
  }

  private @Nullable PolicyFile builtIn(PolicyDocument like) {
    return library.builtIn(like.region(), like.insurance());
  }
}
