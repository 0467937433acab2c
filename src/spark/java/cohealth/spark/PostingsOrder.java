package cohealth.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.split;

import cohealth.io.PostingsCsv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Brings the postings of all batches into the order of the run and numbers them. */
final class PostingsOrder implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final OutputNames.Kind KIND = OutputNames.Kind.POSTINGS;
  private static final int KEYS = 4;

  private final Broadcast<SerializableConfiguration> configuration;
  private final String working;

  PostingsOrder(Broadcast<SerializableConfiguration> configuration, String working) {
    this.configuration = configuration;
    this.working = working;
  }

  /** Reads those of a folder and writes them into files of the attempts, as settling tasks do. */
  List<PartResult> write(SparkSession spark, String folder) {
    Dataset<Row> lines =
        spark
            .read()
            .text(folder)
            .select(split(col("value"), String.valueOf(PlacedPostings.BETWEEN), KEYS + 1).as("v"));
    Dataset<Row> ordered =
        lines
            .select(key(0), key(1), key(2), key(3), col("v").getItem(KEYS).as("row"))
            .orderBy("k0", "k1", "k2", "k3")
            .select("row");
    return ordered
        .javaRDD()
        .map(row -> row.getString(0))
        .zipWithIndex()
        .mapPartitionsWithIndex((part, rows) -> List.of(part(part, rows)).iterator(), false)
        .collect();
  }

  private static org.apache.spark.sql.Column key(int number) {
    return col("v").getItem(number).cast("long").as("k" + number);
  }

  private PartResult part(int part, Iterator<Tuple2<String, Long>> rows) throws IOException {
    PartResult result = new PartResult(part);
    if (!rows.hasNext() && part > 0) {
      return result;
    }
    String name = "part-%05d-attempt-%d.csv".formatted(part, TaskContext.get().taskAttemptId());
    Path path = new Path(new Path(working, KIND.folder()), name);
    FileSystem system = path.getFileSystem(configuration.value().value());
    try (OutputStream out = new BufferedOutputStream(system.create(path, true), 1 << 16)) {
      out.write(PostingsCsv.HEADER.getBytes(StandardCharsets.UTF_8));
      while (rows.hasNext()) {
        Tuple2<String, Long> row = rows.next();
        // the row begins with the number 0 of a posting that has none yet
        String text = (row._2() + 1) + row._1().substring(1) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    result.files.put(KIND, name);
    return result;
  }
}
