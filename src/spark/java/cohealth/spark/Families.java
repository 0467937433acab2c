package cohealth.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which people must be settled together (rules: section 1): those of a household, whose rows are
 * checked together; those whom a binding or an activity names together; and those whose claims or
 * activities have one id or take one another back, so that whoever reads them sees both. More may
 * always be put together than must be: a run settles any number of families.
 */
final class Families {
  /** Pairs of numbers. */
  static final StructType PERSON_HOUSEHOLD = pair("person", "household");

  static final StructType PAIR = pair("a", "b");
  static final StructType ID_PERSON = pair("id", "person");

  private Families() {}

  private static StructType pair(String one, String other) {
    return new StructType()
        .add(one, DataTypes.LongType, false)
        .add(other, DataTypes.LongType, false);
  }

  /**
   * The family of everybody who is in a household or connected with somebody else; all others are a
   * family each.
   *
   * @param members {@link #PERSON_HOUSEHOLD}
   * @param links {@link #PAIR}s of people who are named together
   * @param named {@link #ID_PERSON}: whose rows have or name an id
   * @param mostEdges up to so many edges between households the driver finds the components itself:
   *     they are the connections that leave a household, a small part of all, and cost it 100 bytes
   *     each; beyond, {@link Components} does
   * @param kept keeps what is used more than once; the caller closes it after the last use
   * @return {@code person}, each once, and {@code family}
   */
  static Dataset<Row> of(
      Dataset<Row> members,
      Dataset<Row> links,
      Dataset<Row> named,
      long mostEdges,
      KeptPairs kept) {
    Dataset<Row> ids =
        kept.keep(
            named
                .groupBy("id")
                .agg(min("person").as("a"), max("person").as("z"))
                .where(col("a").notEqual(col("z")))
                .select("id", "a"));
    Dataset<Row> linked = links;
    if (!ids.isEmpty()) { // few files have any, so the rows are not read again for nothing
      linked =
          links.union(
              named
                  .join(ids, "id")
                  .where(col("person").notEqual(col("a")))
                  .select(col("a"), col("person").as("b")));
    }
    Dataset<Row> people = kept.keep(linked.distinct());
    boolean anyLinks = !people.isEmpty();

    Dataset<Row> strangers =
        people
            .select(explode(array(col("a"), col("b"))).as("person"))
            .select(col("person"), lit(null).cast(DataTypes.LongType).as("household"));
    Dataset<Row> homes =
        kept.keep(
            (anyLinks ? members.union(strangers) : members)
                .groupBy("person")
                .agg(
                    coalesce(min("household"), col("person")).as("home"),
                    coalesce(max("household"), col("person")).as("other")));
    Dataset<Row> twice = homes.where(col("other").notEqual(col("home")));
    Dataset<Row> edges =
        members
            .join(twice.select("person", "home"), "person")
            .select(col("home").as("a"), col("household").as("b"));
    if (anyLinks) {
      Dataset<Row> homeOf = homes.select("person", "home");
      edges =
          edges.union(
              people
                  .join(homeOf.toDF("a", "home_a"), "a")
                  .join(homeOf.toDF("b", "home_b"), "b")
                  .select(col("home_a").as("a"), col("home_b").as("b")));
    }
    edges = kept.keep(edges.where(col("a").notEqual(col("b"))).distinct());
    long count = edges.count();
    if (count == 0) {
      return homes.select(col("person"), col("home").as("family"));
    }
    if (count <= mostEdges) {
      FamilyLookup components = DriverComponents.of(edges);
      return homes
          .sparkSession()
          .createDataFrame(
              homes
                  .javaRDD()
                  .map(row -> RowFactory.create(row.getLong(0), components.of(row.getLong(1)))),
              pair("person", "family"));
    }
    Dataset<Row> components = Components.of(edges, kept);
    return homes
        .join(components, homes.col("home").equalTo(components.col("node")), "left")
        .select(col("person"), coalesce(col("component"), col("home")).as("family"));
  }
}
