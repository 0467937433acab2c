package cohealth.spark;

import cohealth.io.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The files that a job reads, but for the policies.
 *
 * @param state the state that it goes on from, or null
 */
record JobInputs(
    List<InputFile> households,
    List<InputFile> bindings,
    List<InputFile> activities,
    List<InputFile> claims,
    @Nullable OpeningState state) {

  /** Finds the files that the options name; what is not there is a problem. */
  static JobInputs find(JobOptions options, Configuration hadoop, Problems problems)
      throws IOException {
    InputFiles finder = new InputFiles(hadoop, problems);
    String opening = options.one("opening");
    return new JobInputs(
        finder.of(Table.HOUSEHOLDS, options.all("households")),
        finder.of(Table.BINDINGS, options.all("bindings")),
        finder.of(Table.ACTIVITIES, options.all("activities")),
        finder.of(Table.CLAIMS, options.all("claims")),
        opening == null ? null : OpeningState.find(hadoop, opening, problems));
  }

  /** The same with tables of Parquet as CSV. */
  JobInputs asCsv(ParquetInputs parquet, SparkSession session)
      throws IOException, JobOptions.WrongUsage {
    return new JobInputs(
        parquet.asCsv(session, households),
        parquet.asCsv(session, bindings),
        parquet.asCsv(session, activities),
        parquet.asCsv(session, claims),
        state);
  }

  /** The files of the tables that have columns. */
  List<List<InputFile>> tables() {
    return List.of(households, bindings, activities, claims);
  }

  /** The files of the state. */
  List<InputFile> states() {
    return state == null ? List.of() : state.files();
  }

  /** All files. */
  List<InputFile> all() {
    List<InputFile> all = new ArrayList<>();
    tables().forEach(all::addAll);
    all.addAll(states());
    return all;
  }

  /** How long all files are together. */
  long bytes() {
    return all().stream().mapToLong(InputFile::size).sum();
  }

  /** How messages call the files, by table and number. */
  String[][] names() {
    return new String[][] {
      names(households), names(bindings), names(activities), names(claims), names(states())
    };
  }

  private static String[] names(List<InputFile> files) {
    return files.stream().map(InputFile::name).toArray(String[]::new);
  }
}
