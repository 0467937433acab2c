package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs in other forms give the same rows, and so do other forms of the output. */
class JobFormatsTest {
  private static final RandomWorld.World WORLD = RandomWorld.withActivities(14, 40);
  private static final Charset GB18030 = Charset.forName("GB18030");

  @SuppressWarnings("NullAway.Init")
  private static JobSession spark;

  @TempDir Path temporary = Path.of("");

  @BeforeAll
  static void start() {
    spark = JobSession.on("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void packedClaimsAndChineseHouseholdsWithQuotedLineEnds() throws IOException {
    JobFolder inputs = new JobFolder(temporary);
    // a column of which nothing is known holds line ends, commas and quotes
    List<String> households = new ArrayList<>();
    for (String line : WORLD.households().lines().toList()) {
      households.add(line + (households.isEmpty() ? ",住址" : ",\"成都市,\n\"\"武侯\"\"区\r\n\""));
    }
    Files.write(
        inputs.write("households.csv", ""),
        (String.join("\n", households) + "\n").getBytes(GB18030));
    inputs.input("--households", "households.csv");
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(inputs.write("claims.csv.gz", "")))) {
      packed.write(WORLD.claims().replace("\n", "\r\n").getBytes(GB18030));
    }
    inputs.input("--claims", "claims.csv.gz");
    others(inputs);
    assertSame(inputs, List.of());
  }

  @Test
  void parquetInAndOut() throws IOException {
    JobFolder text = new JobFolder(temporary);
    text.input("--households", "households.csv", WORLD.households());
    text.input("--claims", "claims.csv", WORLD.claims());
    others(text);
    List<String> expected = expected(text);

    JobFolder inputs = new JobFolder(temporary);
    for (String table : List.of("households", "claims")) {
      spark
          .session()
          .read()
          .option("header", "true")
          .csv(text.path(table + ".csv"))
          .coalesce(1)
          .write()
          .parquet(text.path(table));
      inputs.input("--" + table, table);
    }
    others(inputs);
    List<String> words =
        inputs.job("--output", inputs.path("out"), "--postings", inputs.path("postings"));
    JobSession.Run csv = spark.run(words);
    assertThat(csv.code()).as(csv.told().toString()).isZero();
    assertThat(inputs.sortedParts("out")).isEqualTo(expected);
    assertPrivate(inputs, "out");

    words =
        inputs.job(
            "--output",
            inputs.path("out"),
            "--postings",
            inputs.path("postings"),
            "--format",
            "parquet",
            "--force");
    JobSession.Run parquet = spark.run(words);
    assertThat(parquet.code()).as(parquet.told().toString()).isZero();
    var rows = spark.session().read().parquet(inputs.path("out"));
    List<String> found = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
      }
      found.add(String.join(",", cells));
    }
    found.sort(null);
    found.add(0, String.join(",", rows.columns()));
    assertThat(found).isEqualTo(expected);
    assertPrivate(inputs, "out");
    assertPrivate(inputs, "postings");
    assertThat(rows.schema().apply("cash").dataType().sql()).isEqualTo("DECIMAL(18,2)");
    assertThat(spark.session().read().parquet(inputs.path("postings")).count())
        .isGreaterThan(expected.size());
  }

  @Test
  void badRowsAreSetAsideWithWhatTheyBlock() {
    JobFolder inputs = new JobFolder(temporary);
    inputs.input("--households", "households.csv", WORLD.households());
    List<String> lines = new ArrayList<>(WORLD.claims().lines().toList());
    for (int row = 20; row < lines.size(); row += 40) {
      String[] cells = lines.get(row).split(",", -1);
      cells[row % 3 == 0 ? 1 : 2] = row % 3 == 0 ? "nobody" : "sometime";
      lines.set(row, String.join(",", cells));
    }
    inputs.input("--claims", "claims.csv", String.join("\n", lines) + "\n");
    others(inputs);
    var run =
        inputs.commandLine(
            "--output", inputs.path("out.csv"),
            "--rejects", inputs.path("rejects.csv"),
            "--closing", inputs.path("closing.json"));
    assertThat(run.code()).as(run.err()).isEqualTo(5);
    JobSession.Run job =
        spark.run(
            inputs.job(
                "--output",
                inputs.path("out"),
                "--rejects",
                inputs.path("rejects"),
                "--closing",
                inputs.path("closing"),
                "--partitions",
                "5",
                "--batch-bytes",
                "3000",
                "--piece-bytes",
                "5000"));
    assertThat(job.code()).as(job.told().toString()).isEqualTo(5);
    assertThat(inputs.sortedParts("rejects"))
        .anyMatch(line -> line.contains(",BLOCKED,"))
        .anyMatch(line -> line.contains(",E303,"))
        .isEqualTo(inputs.sorted("rejects.csv"));
    assertThat(inputs.sortedParts("out")).isEqualTo(inputs.sorted("out.csv"));
    assertThat(inputs.sortedState("closing")).isEqualTo(inputs.sortedState("closing.json"));
  }

  @Test
  void aJobReplacesWhatIsThereOnlyByForce() {
    JobFolder inputs = new JobFolder(temporary);
    inputs.input("--households", "households.csv", WORLD.households());
    inputs.input("--claims", "claims.csv", WORLD.claims());
    others(inputs);
    List<String> words = inputs.job("--output", inputs.path("out"));
    assertThat(spark.run(words).code()).isZero();
    List<String> first = inputs.sortedParts("out");
    assertThat(first).isEqualTo(expected(inputs));
    JobSession.Run again = spark.run(words);
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.told().toString()).contains("E605");
    assertThat(inputs.sortedParts("out")).isEqualTo(first);
    List<String> forced = new ArrayList<>(words);
    forced.add("--force");
    assertThat(spark.run(forced).code()).isZero();
    assertThat(inputs.sortedParts("out")).isEqualTo(first);
    assertThat(inputs.names()).noneMatch(name -> name.startsWith(".cohealth"));
  }

  @Test
  void noOutputReplacesAnInputOrAnotherOutput() {
    JobFolder inputs = new JobFolder(temporary);
    inputs.input("--households", "in/households.csv", WORLD.households());
    inputs.input("--claims", "claims/a.csv", WORLD.claims());
    others(inputs);
    inputs.write("claims/_SUCCESS", "");
    inputs.write("in/_SUCCESS", "");
    for (String folder : List.of("claims", "in", "in/../claims")) {
      JobSession.Run run = spark.run(inputs.job("--output", inputs.path(folder), "--force"));
      assertThat(run.told().toString()).as(folder).contains("E606");
      assertThat(run.code()).isEqualTo(6);
    }
    JobSession.Run twice =
        spark.run(
            inputs.job("--output", inputs.path("out"), "--postings", inputs.path("out/postings")));
    assertThat(twice.code()).isEqualTo(6);
    assertThat(twice.told().toString()).contains("E607");
    assertThat(inputs.names()).doesNotContain("out");
  }

  /** People's data is the user's alone. */
  private static void assertPrivate(JobFolder inputs, String folder) throws IOException {
    assertThat(Files.getPosixFilePermissions(Path.of(inputs.path(folder))))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private static void others(JobFolder inputs) {
    inputs.input("--bindings", "bindings.csv", WORLD.bindings());
    inputs.input("--activities", "activities.csv", WORLD.activities());
    for (int i = 0; i < WORLD.policies().size(); i++) {
      inputs.write("policies/" + i + ".json", WORLD.policies().get(i));
    }
    inputs.option("--policy", inputs.path("policies"));
    if (WORLD.openingDate() != null) {
      inputs.option("--opening-date", String.valueOf(WORLD.openingDate()));
    }
  }

  private static List<String> expected(JobFolder inputs) {
    var run = inputs.commandLine("--output", inputs.path("out.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    return inputs.sorted("out.csv");
  }

  private static void assertSame(JobFolder inputs, List<String> more) {
    List<String> expected = expected(inputs);
    List<String> words = inputs.job("--output", inputs.path("out"), "--partitions", "4");
    words.addAll(more);
    JobSession.Run run = spark.run(words);
    assertThat(run.code()).as(run.told().toString()).isZero();
    assertThat(inputs.sortedParts("out")).isEqualTo(expected);
  }
}
