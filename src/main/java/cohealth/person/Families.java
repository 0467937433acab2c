package cohealth.person;

import java.util.List;

/**
 * Who is connected with whom (rules: section 1): a binding of whatever kind connects payer and
 * beneficiary, and connection is transitive. Only events of connected people influence one another.
 */
public final class Families {
  private final int[] parent;

  /** Two people who are connected, by index. */
  public record Pair(int one, int other) {}

  /** The families that the bindings and other pairs make of the people. */
  public Families(People people, Bindings bindings, List<Pair> pairs) {
    parent = new int[people.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (Binding binding : bindings.all()) {
      connect(binding.payer(), binding.beneficiary());
    }
    for (Pair pair : pairs) {
      connect(pair.one(), pair.other());
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(i);
    }
  }

  /** The number of the person's family: the smallest index among the connected people. */
  public int of(int person) {
    return parent[person];
  }

  private int root(int person) {
    int root = person;
    while (parent[root] != root) {
      root = parent[root];
    }
    int step = person;
    while (parent[step] != root) {
      int next = parent[step];
      parent[step] = root;
      step = next;
    }
    return root;
  }

  private void connect(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
