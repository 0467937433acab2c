package cohealth.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** All rows of a job's inputs, brought together by connected families ({@link Families}). */
final class RowsByFamily {
  private static final StructType ROW =
      new StructType()
          .add("family", DataTypes.LongType, false)
          .add("table", DataTypes.IntegerType, false)
          .add("segment", DataTypes.IntegerType, false)
          .add("file", DataTypes.IntegerType, false)
          .add("line", DataTypes.IntegerType, false)
          .add("body", DataTypes.BinaryType, false);

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final InputTables tables;
  private final PieceReader reader;
  private final JavaRDD<InputFile> states;

  RowsByFamily(SparkSession session, InputTables tables, PieceReader reader, JobInputs inputs) {
    this.session = session;
    this.spark = new JavaSparkContext(session.sparkContext());
    this.tables = tables;
    this.reader = reader;
    this.states = spark.parallelize(inputs.states(), Math.max(1, inputs.states().size()));
  }

  /** Where people are insured, at first or after a change. */
  Set<Integer> regions() {
    Set<Integer> regions = new HashSet<>();
    pieces(Table.HOUSEHOLDS, Table.ACTIVITIES)
        .flatMap(reader::regions)
        .distinct()
        .collect()
        .forEach(
            text -> {
              if (text.matches("[0-9]{6}")) { // others are refused where they are read
                regions.add(Integer.parseInt(text));
              }
            });
    return regions;
  }

  /**
   * The rows, those of a family together in one partition and in the order of tables, files and
   * lines.
   *
   * @param driverEdges up to so many connections between households the driver finds the families
   * @param broadcastPeople up to so many the families of all people are sent to every executor, 16
   *     bytes each; beyond, rows are joined with them
   * @param kept keeps what is used more than once; the caller closes it after the last use
   */
  Dataset<Row> inOrder(
      StateRows state, long driverEdges, long broadcastPeople, int partitions, KeptPairs kept) {
    PieceReader reading = reader; // what a task does must not hold the session
    Dataset<Row> families = families(state, driverEdges, kept).toDF("person", "of");
    Dataset<Row> rows;
    if (families.count() <= broadcastPeople) {
      Broadcast<FamilyLookup> known = spark.broadcast(FamilyLookup.of(families));
      rows =
          frame(
              pieces(Table.values())
                  .flatMap(piece -> reading.rows(piece, known.value()))
                  .union(states.flatMap(file -> state.rows(file, known.value()))),
              ROW);
    } else {
      Dataset<Row> all =
          frame(
              pieces(Table.values())
                  .flatMap(piece -> reading.rows(piece, FamilyLookup.NONE))
                  .union(states.flatMap(file -> state.rows(file, FamilyLookup.NONE))),
              ROW);
      rows =
          all.join(families, all.col("family").equalTo(families.col("person")), "left")
              .select(
                  coalesce(families.col("of"), all.col("family")).as("family"),
                  col("table"),
                  col("segment"),
                  col("file"),
                  col("line"),
                  col("body"));
    }
    return rows.repartition(partitions, col("family"))
        .sortWithinPartitions("family", "table", "segment", "file", "line");
  }

  private Dataset<Row> families(StateRows state, long driverEdges, KeptPairs kept) {
    JavaRDD<Row> members = pieces(Table.HOUSEHOLDS).flatMap(reader::members);
    JavaRDD<Row> links = pieces(Table.BINDINGS, Table.ACTIVITIES).flatMap(reader::links);
    JavaRDD<Row> named = pieces(Table.CLAIMS, Table.ACTIVITIES).flatMap(reader::named);
    return Families.of(
        frame(members, Families.PERSON_HOUSEHOLD),
        frame(links.union(states.flatMap(state::links)), Families.PAIR),
        frame(named.union(states.flatMap(state::named)), Families.ID_PERSON),
        driverEdges,
        kept);
  }

  private Dataset<Row> frame(JavaRDD<Row> rows, StructType type) {
    return session.createDataFrame(rows, type);
  }

  private JavaRDD<ReadPiece> pieces(Table... wanted) {
    List<ReadPiece> pieces = new ArrayList<>();
    for (ReadPiece piece : tables.pieces()) {
      if (List.of(wanted).contains(piece.piece().file().table())) {
        pieces.add(piece);
      }
    }
    return spark.parallelize(pieces, Math.max(1, pieces.size()));
  }
}
