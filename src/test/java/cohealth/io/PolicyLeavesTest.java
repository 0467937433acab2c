package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every value of every document has a path of its own, and a setting finds it again. */
class PolicyLeavesTest {
  private static final PolicyLibrary BUILT_IN = PolicyLibrary.builtIn();

  private static List<PolicyFile> all() {
    return BUILT_IN.entries().stream()
        .map(entry -> BUILT_IN.builtIn(entry.region(), entry.insurance()))
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void noTwoValuesOfAVersionHaveTheSameExactPath() {
    int values = 0;
    for (PolicyFile file : all()) {
      Set<String> exact = new HashSet<>();
      for (PolicyLeaf leaf : PolicyLeaves.of(file.root())) {
        assertThat(exact.add(leaf.from() + "/" + leaf.exactPath()))
            .as(file.file() + " " + leaf.exactPath())
            .isTrue();
        values++;
      }
    }
    assertThat(values).isGreaterThan(1500);
  }

  /** The usual path is enough, but where a chain has two steps of one payer. */
  @Test
  void everyUsualPathNamesItsValueAlone() {
    for (PolicyFile file : all()) {
      List<PolicyLeaf> leaves = PolicyLeaves.of(file.root());
      for (PolicyLeaf leaf : leaves) {
        List<String> words = List.of(leaf.path().split("/", -1));
        List<PolicyLeaf> named =
            leaves.stream()
                .filter(each -> each.from().equals(leaf.from()) && each.isNamed(words))
                .toList();
        if (named.size() > 1) {
          assertThat(leaf.path()).startsWith("chain/own/");
        }
        assertThat(named).as(file.file() + " " + leaf.path()).contains(leaf);
      }
    }
  }

  /** Money, rates, days, numbers, words and lists: what stands there, written as a setting. */
  @Test
  void everyValueCanBeSetToWhatItIs() throws UnreadableFile {
    for (PolicyFile file : all()) {
      PolicyDocument document = file.document();
      List<String> settings = new ArrayList<>();
      for (PolicyLeaf leaf : PolicyLeaves.of(file.root())) {
        String value =
            leaf.node().kind() == PolicyNode.Kind.LIST
                ? String.join(",", leaf.node().items().stream().map(PolicyNode::text).toList())
                : leaf.node().text();
        String at = leaf.from().isEmpty() ? "" : "@" + leaf.from();
        String path = leaf.path().startsWith("chain/own/") ? leaf.exactPath() : leaf.path();
        settings.add(PolicySettings.place(document) + at + "/" + path + "=" + value);
      }
      Problems problems = new Problems();
      PolicyReform reform = reader(settings).read(problems);
      assertThat(problems.first()).as(file.file()).isEmpty();
      assertThat(reform).isNotNull();
      assertThat(reform == null ? List.of() : reform.changes()).as(file.file()).isEmpty();
    }
  }

  private static PolicyReformReader reader(List<String> settings) {
    return new PolicyReformReader(BUILT_IN, List.of(), List.of(), List.of(), settings);
  }
}
