package cohealth.io;

import cohealth.time.Day;
import cohealth.time.DayText;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Cuts the versions of two documents at the same days, so that each can be compared with the one
 * that holds at the same time. A version and the same one in two parts settle alike: counters go on
 * from one version to the next.
 */
final class PolicyTimeline {
  private static final String VERSIONS = "versions";

  private final SortedSet<Integer> starts = new TreeSet<>();

  /** The days on which a version of either begins, or on which none does any more. */
  PolicyTimeline(PolicyNode one, PolicyNode other) {
    for (PolicyNode root : List.of(one, other)) {
      for (PolicyNode version : versions(root)) {
        starts.add(day(version, "from"));
        if (version.get("to") != null) {
          starts.add(day(version, "to") + 1);
        }
      }
    }
  }

  /** The document with its versions cut. */
  PolicyNode cut(PolicyNode root) {
    List<PolicyNode> versions = new ArrayList<>();
    for (PolicyNode version : versions(root)) {
      int from = day(version, "from");
      int to = version.get("to") == null ? Day.OPEN_END : day(version, "to");
      for (int start : List.copyOf(starts.tailSet(from))) {
        if (start > to) {
          break;
        }
        SortedSet<Integer> later = starts.tailSet(start + 1);
        int end = later.isEmpty() ? to : Math.min(to, later.first() - 1);
        versions.add(start == from && end == to ? version : part(version, from, start, end));
      }
    }
    List<PolicyNode.Field> fields = new ArrayList<>();
    for (PolicyNode.Field field : root.fields()) {
      PolicyNode value = field.value();
      fields.add(
          field.key().equals(VERSIONS)
              ? new PolicyNode.Field(
                  VERSIONS,
                  field.place(),
                  new PolicyNode(value.kind(), "", value.place(), List.of(), versions))
              : field);
    }
    return new PolicyNode(root.kind(), "", root.place(), List.copyOf(fields), List.of());
  }

  private static PolicyNode part(PolicyNode version, int from, int start, int end) {
    List<PolicyNode.Field> fields = new ArrayList<>();
    fields.add(day(version, "from", start));
    if (end != Day.OPEN_END) {
      fields.add(day(version, "to", end));
    }
    for (PolicyNode.Field field : version.fields()) {
      // a premium is looked up by its plan year in all versions, and stands once
      boolean once = field.key().equals("premium") && start != from;
      if (!once && !field.key().equals("from") && !field.key().equals("to")) {
        fields.add(field);
      }
    }
    return new PolicyNode(version.kind(), "", version.place(), List.copyOf(fields), List.of());
  }

  private static PolicyNode.Field day(PolicyNode version, String key, int day) {
    PolicyPlace place = version.place();
    return new PolicyNode.Field(
        key,
        place,
        new PolicyNode(PolicyNode.Kind.TEXT, Day.text(day), place, List.of(), List.of()));
  }

  private static List<PolicyNode> versions(PolicyNode root) {
    PolicyNode versions = root.get(VERSIONS);
    return versions == null ? List.of() : versions.items();
  }

  private static int day(PolicyNode version, String key) {
    PolicyNode day = version.get(key);
    return day == null ? Day.UNKNOWN : DayText.day(day.text());
  }
}
