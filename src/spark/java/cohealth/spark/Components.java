package cohealth.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components of a graph that no machine need hold: alternating large-star and small-star
 * (Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and
 * Beyond, 2014). Each round ties nodes to the smallest ones they can see, until every component is
 * a star around its smallest node; that takes about the logarithm of the longest chain.
 *
 * <p>A round is kept on the executors' disks before the next one begins, so that plans stay short;
 * what a lost executor had is computed again.
 */
final class Components {
  /** Each round at least halves what is left of a chain; ids have 64 bits. */
  private static final int MOST_ROUNDS = 200;

  private Components() {}

  /**
   * The component of every node that has an edge.
   *
   * @param edges pairs {@code a}, {@code b} of different nodes, each once
   * @return {@code node}, and as {@code component} the smallest node of its component
   */
  static Dataset<Row> of(Dataset<Row> edges, KeptPairs kept) {
    Dataset<Row> now = edges;
    Row before = state(now);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      now = kept.keep(smallStar(largeStar(now)));
      Row after = state(now);
      if (after.equals(before)) {
        return stars(now);
      }
      before = after;
    }
    throw new IllegalStateException("components do not settle");
  }

  /** Of every node, all larger neighbours are tied to the smallest neighbour or itself. */
  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = pairs(edges, "a", "b", "b", "a");
    Dataset<Row> smallest =
        both.groupBy("a").agg(min("b").as("m")).select(col("a"), least("a", "m").as("m"));
    return both.join(smallest, "a")
        .where(col("b").gt(col("a")))
        .select(col("b").as("a"), col("m").as("b"))
        .distinct();
  }

  /** Of every node, all smaller neighbours and itself are tied to the smallest of them. */
  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    // large-star has left edges from larger to smaller nodes alone
    Dataset<Row> smallest = edges.groupBy("a").agg(min("b").as("m"));
    return pairs(edges.join(smallest, "a"), "b", "m", "a", "m")
        .where(col("a").notEqual(col("b")))
        .distinct();
  }

  /** Two pairs of each row; a union of a relation with itself is more than the optimizer bears. */
  private static Dataset<Row> pairs(
      Dataset<Row> rows, String a, String b, String otherA, String otherB) {
    return rows.select(
            explode(
                    array(
                        struct(col(a).as("a"), col(b).as("b")),
                        struct(col(otherA).as("a"), col(otherB).as("b"))))
                .as("pair"))
        .select("pair.a", "pair.b");
  }

  /** Two rounds with the same edges have the same state; others hardly ever. */
  private static Row state(Dataset<Row> edges) {
    return edges
        .agg(
            count(lit(1)),
            // sums of 32 bits each do not overflow
            coalesce(sum(col("a").bitwiseAND(0xFFFF_FFFFL)), lit(0L)),
            coalesce(sum(col("b").bitwiseAND(0xFFFF_FFFFL)), lit(0L)),
            coalesce(sum(col("b").bitwiseXOR(col("a")).bitwiseAND(0xFFFF_FFFFL)), lit(0L)))
        .first();
  }

  private static Dataset<Row> stars(Dataset<Row> edges) {
    return pairs(edges, "a", "b", "b", "b").distinct().toDF("node", "component");
  }
}
