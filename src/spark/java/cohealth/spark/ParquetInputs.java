package cohealth.spark;

import static org.apache.spark.sql.functions.col;

import cohealth.io.Shown;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Tables in Parquet, written as CSV into the job's own folder before anything else is done with
 * them, so that what a cell may hold is said in one place: by the readers. A row stands in the line
 * after its number in its file, as if that were CSV with a header.
 */
final class ParquetInputs implements Serializable {
  private static final long serialVersionUID = 1L;

  private final char delimiter;
  private final String folder;
  private final Broadcast<SerializableConfiguration> configuration;

  ParquetInputs(
      char delimiter, String working, Broadcast<SerializableConfiguration> configuration) {
    this.delimiter = delimiter;
    this.folder = new Path(working, "from-parquet").toString();
    this.configuration = configuration;
  }

  /** One file as it was written by a task. */
  private record Written(int file, String path, long size) implements Serializable {}

  /** The files as CSV, with the names that they had. */
  List<InputFile> asCsv(SparkSession session, List<InputFile> files) throws JobOptions.WrongUsage {
    if (files.stream().noneMatch(InputFile::isParquet)) {
      return files;
    }
    if (!files.stream().allMatch(InputFile::isParquet)) {
      throw new JobOptions.WrongUsage("spark.formats", "--" + files.get(0).table().columns());
    }
    Dataset<Row> rows =
        session.read().parquet(files.stream().map(InputFile::path).toArray(String[]::new));
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      columns.add(text(field).as("c" + names.size()));
      names.add(field.name());
    }
    columns.add(col("_metadata.file_path").as("file_path"));
    columns.add(col("_metadata.row_index").as("row_index"));
    int size = names.size();
    String header = line(names.toArray(String[]::new));
    Map<String, Integer> numbers = new TreeMap<>();
    files.forEach(file -> numbers.put(new Path(file.path()).toUri().getPath(), file.number()));
    Map<Integer, Written> written = new TreeMap<>();
    rows.select(columns.toArray(Column[]::new))
        .repartition(col("file_path"))
        .sortWithinPartitions("file_path", "row_index")
        .javaRDD()
        .mapPartitions(part -> write(part, size, header, numbers).iterator())
        .collect()
        .forEach(each -> written.put(each.file(), each));
    List<InputFile> converted = new ArrayList<>();
    for (InputFile file : files) {
      Written its = written.get(file.number());
      if (its != null) { // a file without rows says nothing
        converted.add(
            new InputFile(file.table(), converted.size(), its.path(), file.name(), its.size()));
      }
    }
    if (converted.isEmpty()) {
      throw new JobOptions.WrongUsage("spark.noRows", "--" + files.get(0).table().columns());
    }
    return converted;
  }

  /** A cell as it would stand in CSV. */
  private static Column text(StructField field) throws JobOptions.WrongUsage {
    DataType type = field.dataType();
    boolean exact =
        type.equals(DataTypes.StringType)
            || type.equals(DataTypes.IntegerType)
            || type.equals(DataTypes.LongType)
            || type.equals(DataTypes.ShortType)
            || type.equals(DataTypes.BooleanType)
            || type.equals(DataTypes.DateType)
            || type.equals(DataTypes.TimestampType)
            || type.equals(DataTypes.TimestampNTZType)
            || type instanceof DecimalType;
    if (!exact) {
      throw new JobOptions.WrongUsage(
          "spark.column", Shown.cell(field.name()), type.simpleString());
    }
    return col("`" + field.name().replace("`", "``") + "`").cast(DataTypes.StringType);
  }

  private List<Written> write(
      Iterator<Row> rows, int size, String header, Map<String, Integer> numbers)
      throws IOException {
    List<Written> written = new ArrayList<>();
    String open = null;
    OutputStream out = null;
    Path path = new Path(folder);
    FileSystem system = path.getFileSystem(configuration.value().value());
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        String file = new Path(row.getString(size)).toUri().getPath();
        if (!file.equals(open) || out == null) {
          end(out, system, path, numbers.getOrDefault(String.valueOf(open), -1), written);
          open = file;
          int number = numbers.getOrDefault(file, -1);
          path =
              new Path(
                  folder,
                  "%d-%d-%d.csv"
                      .formatted(
                          number, TaskContext.getPartitionId(), TaskContext.get().taskAttemptId()));
          out = new BufferedOutputStream(system.create(path, true), 1 << 16);
          out.write(header.getBytes(StandardCharsets.UTF_8));
        }
        String[] cells = new String[size];
        for (int i = 0; i < size; i++) {
          cells[i] = row.isNullAt(i) ? "" : row.getString(i);
        }
        out.write(line(cells).getBytes(StandardCharsets.UTF_8));
      }
      end(out, system, path, numbers.getOrDefault(String.valueOf(open), -1), written);
      out = null;
    } finally {
      if (out != null) {
        out.close();
      }
    }
    return written;
  }

  private static void end(
      @Nullable OutputStream out, FileSystem system, Path path, int number, List<Written> written)
      throws IOException {
    if (out != null) {
      out.close();
      written.add(new Written(number, path.toString(), system.getFileStatus(path).getLen()));
    }
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(delimiter);
      }
      String cell = cells[i];
      if (isPlain(cell)) {
        line.append(cell);
      } else {
        line.append('"').append(cell.replace("\"", "\"\"")).append('"');
      }
    }
    return line.append('\n').toString();
  }

  private boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }
}
