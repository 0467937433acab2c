package cohealth.io;

import cohealth.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes documents as the command line says. A changed document goes through the same loader as
 * one that is read, and what that refuses is told at the text of the change.
 */
final class PolicySettings {
  private final List<PolicySetting> settings = new ArrayList<>();
  private final Documents documents;
  private final Problems problems;
  private final IdentityHashMap<PolicyNode, PolicyNode> instead = new IdentityHashMap<>();
  private final Map<String, PolicyFile> touched = new TreeMap<>();

  /** The documents that may be changed, by {@link #place}. */
  interface Documents {
    /** The places of all of them. */
    List<String> places();

    /** The document of a place, or null. */
    @Nullable PolicyFile of(String place);
  }

  private PolicySettings(Documents documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
  }

  /**
   * The documents that the texts change, as they are then; what is wrong is added to the problems.
   */
  static List<PolicyFile> apply(List<String> texts, Documents documents, Problems problems) {
    PolicySettings all = new PolicySettings(documents, problems);
    long before = problems.count();
    texts.forEach(all::find);
    return problems.count() > before ? List.of() : all.changed();
  }

  /** How a document is named in paths: {@code 510400/employee}. */
  static String place(PolicyDocument document) {
    return document.region() + "/" + PolicyValues.written(document.insurance());
  }

  private void find(String text) {
    PolicySetting setting = PolicySetting.of(text);
    if (setting == null) {
      problems.add(Problem.at(ProblemCode.POLICY_PATH_FORM, PolicySetting.shown(text), 0, 0, null));
      return;
    }
    settings.add(setting);
    PolicyFile known = touched.get(setting.place());
    PolicyFile file = known == null ? documents.of(setting.place()) : known;
    if (file == null) {
      unknown(setting, setting.place(), documents.places());
      return;
    }
    PolicyNode root = file.root();
    List<PolicyLeaf> leaves = PolicyLeaves.of(root);
    List<PolicyLeaf> inForce = leaves.stream().filter(leaf -> setting.isAbout(leaf, root)).toList();
    if (inForce.isEmpty()) {
      unknown(
          setting,
          setting.place(),
          PolicySetting.versions(root).stream()
              .map(version -> setting.place() + "@" + PolicyLeaves.from(version))
              .toList());
      return;
    }
    List<PolicyLeaf> named =
        inForce.stream().filter(leaf -> leaf.isNamed(setting.words())).toList();
    if (named.isEmpty()) {
      unknown(
          setting,
          setting.place() + "/" + String.join("/", setting.words()),
          inForce.stream().map(leaf -> setting.place() + "/" + leaf.path()).toList());
    } else if (!setting.asksForSeveral() && hasTwoInOneVersion(named)) {
      problems.add(
          setting.problem(
              ProblemCode.POLICY_PATH_SEVERAL,
              shown(
                  named.stream()
                      .map(leaf -> setting.place() + "/" + leaf.exactPath())
                      .distinct()
                      .toList())));
    } else {
      touched.put(setting.place(), file);
      replace(setting, named);
    }
  }

  private static boolean hasTwoInOneVersion(List<PolicyLeaf> named) {
    return named.stream().map(PolicyLeaf::from).distinct().count() < named.size();
  }

  private void unknown(PolicySetting setting, String path, Collection<String> paths) {
    problems.add(
        setting.problem(ProblemCode.POLICY_PATH_UNKNOWN, shown(NearPaths.of(path, paths))));
  }

  private static String shown(List<String> paths) {
    return Shown.escaped(String.join(", ", paths));
  }

  private void replace(PolicySetting setting, List<PolicyLeaf> named) {
    for (PolicyLeaf leaf : named) {
      PolicyNode other = setting.instead(leaf.node(), settings.size() - 1);
      PolicyNode earlier = instead.putIfAbsent(leaf.node(), other);
      if (earlier != null) {
        problems.add(
            setting.problem(
                ProblemCode.POLICY_SET_TWICE,
                Shown.escaped(settings.get(PolicySetting.number(earlier)).text())));
        return;
      }
    }
  }

  private List<PolicyFile> changed() {
    List<PolicyFile> changed = new ArrayList<>();
    touched.forEach(
        (place, file) -> {
          Problems refused = new Problems();
          PolicyFile read = PolicyFile.of(file.file(), copy(file.root()), refused);
          refused.first().forEach(problem -> problems.add(atSetting(problem, place)));
          if (read != null) {
            changed.add(read);
          }
        });
    return changed;
  }

  private PolicyNode copy(PolicyNode node) {
    PolicyNode other = instead.get(node);
    if (other != null) {
      return other;
    }
    List<PolicyNode.Field> fields = new ArrayList<>();
    for (PolicyNode.Field field : node.fields()) {
      fields.add(new PolicyNode.Field(field.key(), field.place(), copy(field.value())));
    }
    List<PolicyNode> items = node.items().stream().map(this::copy).toList();
    return new PolicyNode(node.kind(), node.text(), node.place(), List.copyOf(fields), items);
  }

  /** The problem at the change that put the value there, else at the one that stands nearest. */
  private Problem atSetting(Problem problem, String place) {
    String text = settings.get(0).text();
    if (problem.column() < 0) {
      text = settings.get(-1 - problem.column()).text();
    } else {
      int longest = -1;
      String pointer = problem.field() == null ? "" : problem.field();
      for (PolicyNode other : instead.values()) {
        PolicySetting setting = settings.get(PolicySetting.number(other));
        int common = common(pointer, other.place().pointer());
        boolean first = common == longest && settingsBefore(setting, text);
        if (setting.place().equals(place) && (common > longest || first)) {
          longest = common;
          text = setting.text();
        }
      }
    }
    return new Problem(
        problem.code(), PolicySetting.shown(text), 0, 0, problem.field(), problem.args());
  }

  private boolean settingsBefore(PolicySetting setting, String text) {
    for (PolicySetting each : settings) {
      if (each.text().equals(text)) {
        return false;
      }
      if (each.text().equals(setting.text())) {
        return true;
      }
    }
    return false;
  }

  private static int common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }
}
