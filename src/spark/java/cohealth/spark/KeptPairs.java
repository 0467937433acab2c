package cohealth.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows of whole numbers that are used more than once: computed once, kept on the executors' disks,
 * and a table of their own for what follows, so that no plan grows with what came before. What a
 * lost executor kept is computed again.
 */
final class KeptPairs implements AutoCloseable {
  private final List<JavaRDD<long[]>> kept = new ArrayList<>();

  /** The same rows, kept until {@link #close}. */
  Dataset<Row> keep(Dataset<Row> rows) {
    StructType type = rows.schema();
    int size = type.size();
    JavaRDD<long[]> numbers =
        rows.javaRDD()
            .map(
                row -> {
                  long[] all = new long[size];
                  for (int i = 0; i < size; i++) {
                    all[i] = row.getLong(i);
                  }
                  return all;
                })
            .persist(StorageLevel.DISK_ONLY());
    kept.add(numbers);
    return rows.sparkSession().createDataFrame(numbers.map(KeptPairs::row), type);
  }

  private static Row row(long[] numbers) {
    Object[] values = new Object[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers[i];
    }
    return RowFactory.create(values);
  }

  @Override
  public void close() {
    kept.forEach(each -> each.unpersist(false));
    kept.clear();
  }
}
