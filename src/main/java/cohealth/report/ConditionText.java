package cohealth.report;

import cohealth.policy.PolicyDocument.Condition;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.When;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.List;

/** Conditions in words. */
final class ConditionText {
  private final PolicyWords words;

  ConditionText(PolicyWords words) {
    this.words = words;
  }

  /** Who belongs to a group. */
  String of(Condition when) {
    List<String> parts = new ArrayList<>();
    if (!when.categories().isEmpty()) {
      parts.add(words.all(when.categories()));
    }
    if (when.ageFrom() >= 0) {
      parts.add(words.get("when.ageFrom", when.ageFrom()));
    }
    if (when.ageBelow() >= 0) {
      parts.add(words.get("when.ageBelow", when.ageBelow()));
    }
    days(parts, "when.born", when.bornFrom(), when.bornTo());
    days(parts, "when.retired", when.retiredFrom(), when.retiredTo());
    if (!when.plans().isEmpty()) {
      parts.add(words.get("when.plan", words.join(when.plans())));
    }
    if (when.contracted() != null) {
      parts.add(words.get(when.contracted() ? "when.contracted" : "when.notContracted"));
    }
    return words.conditions(parts);
  }

  /** Which claims a benefit is for. */
  String of(Version version, When when, boolean needsApproval) {
    List<String> parts = new ArrayList<>();
    if (!when.types().isEmpty()) {
      List<String> types = when.types().stream().map(type -> words.type(version, type)).toList();
      parts.add(words.get("when.type", words.join(types)));
    }
    list(parts, "when.disease", when.diseases());
    list(parts, "when.group", when.groups());
    list(parts, "when.band", when.bands());
    if (when.selected() != null) {
      parts.add(words.get(when.selected() ? "when.selected" : "when.notSelected"));
    }
    if (needsApproval) {
      parts.add(words.get("when.approved"));
    }
    return words.conditions(parts);
  }

  private void list(List<String> parts, String key, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(words.get(key, words.join(names)));
    }
  }

  private void days(List<String> parts, String key, int from, int to) {
    if (from != Day.OPEN_START || to != Day.OPEN_END) {
      parts.add(words.get(key, words.days(from, to)));
    }
  }
}
