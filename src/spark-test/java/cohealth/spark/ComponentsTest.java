package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Both ways to find connected components find those that colouring finds, also of long chains. */
class ComponentsTest {
  private static final int CHAIN = 300;

  @Test
  void theExecutorsAndTheDriverFindWhatColouringFinds() {
    Random random = new Random(42);
    Set<List<Long>> edges = new LinkedHashSet<>();
    List<Long> chain = new ArrayList<>();
    for (int i = 0; i < CHAIN; i++) {
      chain.add(random.nextLong()); // hashes are as often negative
    }
    for (int i = 1; i < CHAIN; i++) {
      edges.add(List.of(chain.get(i - 1), chain.get(i)));
    }
    for (int i = 0; i < 400; i++) {
      long one = random.nextInt(600);
      long other = random.nextInt(600);
      if (one != other) {
        edges.add(List.of(one, other));
      }
    }
    Map<Long, Long> expected = coloured(edges);
    assertThat(expected.values().stream().distinct().count()).isGreaterThan(20);
    Map<Long, Long> found = new HashMap<>();
    Map<Long, Long> byDriver = new HashMap<>();
    try (JobSession spark = JobSession.on("local[2]");
        KeptPairs kept = new KeptPairs()) {
      List<Row> rows = new ArrayList<>();
      edges.forEach(edge -> rows.add(RowFactory.create(edge.get(0), edge.get(1))));
      Dataset<Row> graph = kept.keep(spark.session().createDataFrame(rows, Families.PAIR));
      for (Row row : Components.of(graph, kept).collectAsList()) {
        assertThat(found.put(row.getLong(0), row.getLong(1))).as("each node once").isNull();
      }
      FamilyLookup lookup = DriverComponents.of(graph);
      expected.keySet().forEach(node -> byDriver.put(node, lookup.of(node)));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(byDriver).isEqualTo(expected);
  }

  /** The smallest node that each node reaches, one colour after the other. */
  private static Map<Long, Long> coloured(Set<List<Long>> edges) {
    Map<Long, Long> colours = new HashMap<>();
    edges.forEach(edge -> edge.forEach(node -> colours.put(node, node)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (List<Long> edge : edges) {
        long least =
            Math.min(colours.getOrDefault(edge.get(0), 0L), colours.getOrDefault(edge.get(1), 0L));
        for (long node : edge) {
          Long before = colours.put(node, least);
          changed |= before == null || before != least;
        }
      }
    }
    return colours;
  }
}
