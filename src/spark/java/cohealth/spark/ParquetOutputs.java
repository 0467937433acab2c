package cohealth.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Outputs in Parquet, made of the rows of CSV: the same columns, amounts as decimals. */
final class ParquetOutputs {
  private static final Set<String> AMOUNTS =
      Set.of(
          "total",
          "eligible",
          "deductible",
          "pool",
          "supplement",
          "own_prior",
          "own_current",
          "own_wallet",
          "family",
          "cash",
          "deductible_left",
          "cap_left",
          "own_balance",
          "copay",
          "over_cap",
          "denied",
          "first_self_pay",
          "over_limit",
          "self_funded",
          "amount",
          "balance_after");
  private static final Set<String> WHOLE = Set.of("benefit_year", "seq");

  private final SparkSession session;

  ParquetOutputs(SparkSession session) {
    this.session = session;
  }

  /** Writes the rows of a folder of CSV into another one. */
  void write(String csv, String parquet) {
    Dataset<Row> rows =
        session
            .read()
            .option("header", "true")
            .option("inferSchema", "false")
            .option("mode", "FAILFAST")
            .csv(csv);
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      Column column = col(name);
      columns.add(
          AMOUNTS.contains(name)
              ? column.cast("decimal(18,2)").as(name)
              : WHOLE.contains(name) ? column.cast("long").as(name) : column);
    }
    // the committer whose files appear when the whole job is done
    rows.select(columns.toArray(Column[]::new))
        .write()
        .option("mapreduce.fileoutputcommitter.algorithm.version", "1")
        .parquet(parquet);
  }
}
