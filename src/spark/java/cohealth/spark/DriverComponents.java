package cohealth.spark;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Connected components of a graph that fits into the driver. */
final class DriverComponents {
  private final long[] nodes;
  private final int[] parents;

  private DriverComponents(long[] nodes) {
    this.nodes = nodes;
    this.parents = new int[nodes.length];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /** The smallest node of the component of every node that has an edge. */
  static FamilyLookup of(Dataset<Row> edges) {
    FamilyLookup.Pairs pairs = FamilyLookup.Pairs.of(edges);
    long[] ends = pairs.all();
    long[] sorted = ends.clone();
    Arrays.sort(sorted);
    DriverComponents graph = new DriverComponents(Arrays.stream(sorted).distinct().toArray());
    for (int i = 0; i < ends.length; i += 2) {
      graph.connect(ends[i], ends[i + 1]);
    }
    long[] components = new long[graph.nodes.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = graph.nodes[graph.root(i)];
    }
    return new FamilyLookup(graph.nodes, components);
  }

  private void connect(long one, long other) {
    int a = root(Arrays.binarySearch(nodes, one));
    int b = root(Arrays.binarySearch(nodes, other));
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
