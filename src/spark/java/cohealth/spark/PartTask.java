package cohealth.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Settles the families of a partition, whose rows come family by family and within a family in the
 * order of its tables: in batches of some megabytes, or of one family where that alone has more.
 */
final class PartTask implements Function2<Integer, Iterator<Row>, Iterator<PartResult>> {
  private static final long serialVersionUID = 1L;

  /** Columns of the rows. */
  static final int FAMILY = 0;

  static final int TABLE = 1;
  static final int SEGMENT = 2;
  static final int FILE = 3;
  static final int LINE = 4;
  static final int BODY = 5;

  private static final Table[] TABLES = Table.values();

  private final Broadcast<RunSettings> settings;
  private final Broadcast<SerializableConfiguration> configuration;

  private final boolean checksOnly;

  /**
   * A task for every partition.
   *
   * @param checksOnly nothing is settled: only problems and the last event are looked for
   */
  PartTask(
      Broadcast<RunSettings> settings,
      Broadcast<SerializableConfiguration> configuration,
      boolean checksOnly) {
    this.settings = settings;
    this.configuration = configuration;
    this.checksOnly = checksOnly;
  }

  @Override
  public Iterator<PartResult> call(Integer part, Iterator<Row> rows) throws IOException {
    PartResult result = new PartResult(part);
    RunSettings known = settings.value();
    if (checksOnly) {
      each(rows, new FamilyBatch(known), batch -> batch.check(result));
      return List.of(result).iterator();
    }
    try (PartOutputs outputs =
        new PartOutputs(
            known, configuration.value().value(), TaskContext.get().taskAttemptId(), result)) {
      FamilyBatch batch = new FamilyBatch(known);
      each(rows, batch, full -> full.settle(outputs, result));
      if (part == 0 && result.batches == 0) { // a table without rows has a header all the same
        batch.settle(outputs, result);
      }
    }
    return List.of(result).iterator();
  }

  /** What is done with a batch that is full, and with the last one. */
  private interface Taker {
    void take(FamilyBatch batch) throws IOException;
  }

  private static void each(Iterator<Row> rows, FamilyBatch batch, Taker taker) throws IOException {
    long family = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      long its = row.getLong(FAMILY);
      if (its != family && batch.isFull()) {
        taker.take(batch);
      }
      family = its;
      batch.add(
          TABLES[row.getInt(TABLE)],
          row.getInt(SEGMENT),
          row.getInt(FILE),
          row.getInt(LINE),
          (byte[]) row.get(BODY));
    }
    if (!batch.isEmpty()) {
      taker.take(batch);
    }
  }
}
