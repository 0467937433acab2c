package cohealth.spark;

import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.time.Day;
import cohealth.time.DayText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Settles the claims of a lake ({@code docs/spark.md}): {@code spark-submit --class
 * cohealth.spark.SettleJob}.
 */
public final class SettleJob {
  private static final long PIECE_BYTES = 32L << 20;
  private static final long PART_BYTES = 64L << 20;

  private static final long BROADCAST_PEOPLE = 4_000_000;
  private static final long DRIVER_EDGES = 2_000_000;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final JobOptions options;
  private final Configuration hadoop;
  private final Broadcast<SerializableConfiguration> configuration;
  private final Problems problems = new Problems();
  private final KeptPairs kept = new KeptPairs();

  private SettleJob(SparkSession session, JobOptions options) {
    this.session = session;
    this.spark = new JavaSparkContext(session.sparkContext());
    this.options = options;
    this.hadoop = spark.hadoopConfiguration();
    this.configuration = spark.broadcast(new SerializableConfiguration(hadoop));
  }

  /** Runs a job and tells the cluster by its exit code what became of it. */
  public static void main(String[] words) throws IOException {
    int code;
    try (SparkSession session = SparkSession.builder().appName("cohealth settle").getOrCreate()) {
      code = run(session, words, System.err::println);
    }
    if (code != JobResult.DONE) {
      System.exit(code);
    }
  }

  /** Takes the lines that people read. */
  interface Teller {
    void tell(String line);
  }

  /** Runs a job in a session and tells what became of it. */
  static int run(SparkSession session, String[] words, Teller teller) {
    Messages messages = new Messages(JobOptions.language(words));
    JobOptions options;
    try {
      options = JobOptions.of(words);
    } catch (JobOptions.WrongUsage e) {
      teller.tell(e.told(messages));
      return JobResult.USAGE;
    }
    try {
      JobResult result = new SettleJob(session, options).run();
      new JobReport(messages).tell(result, options, teller);
      return result.exitCode();
    } catch (JobOptions.WrongUsage e) {
      teller.tell(e.told(messages));
      return JobResult.USAGE;
    } catch (UnreadableFile e) {
      teller.tell(messages.text(e.problem()));
      return JobResult.FILE;
    } catch (IOException e) {
      teller.tell(String.valueOf(e.getMessage()));
      return JobResult.FILE;
    }
  }

  private JobResult run() throws IOException, JobOptions.WrongUsage {
    OutputNames outputs = outputs();
    OutputFolders folders = new OutputFolders(hadoop, outputs, options.has("force"));
    folders.check(problems);
    if (problems.count() > 0) {
      return refused(JobResult.FILE, new PartResult(0));
    }
    try {
      folders.begin();
      return settle(outputs, folders);
    } finally {
      kept.close();
      folders.clean();
    }
  }

  private JobResult settle(OutputNames outputs, OutputFolders folders)
      throws IOException, JobOptions.WrongUsage {
    char delimiter = options.delimiter();
    int openingDay = openingDay();
    JobInputs found = JobInputs.find(options, hadoop, problems);
    folders.checkOthers(found.all(), problems);
    if (problems.count() > 0) {
      return refused(codeOfFiles(), new PartResult(0));
    }
    JobInputs inputs =
        found.asCsv(new ParquetInputs(delimiter, outputs.working(), configuration), session);
    InputTables tables =
        new InputTables(spark, configuration, options.charset(), delimiter, problems);
    long pieceBytes = options.number("piece-bytes", PIECE_BYTES);
    for (List<InputFile> files : inputs.tables()) {
      tables.add(files, pieceBytes);
    }
    OpeningState state = inputs.state();
    OpeningState.Head head = state == null ? null : state.check(spark, configuration, problems);
    List<RunSettings.PolicyText> policies =
        new JobPolicies(hadoop, problems).read(options.all("policy"));
    if (problems.count() > 0) {
      return refused(JobResult.REFUSED, new PartResult(0));
    }
    oneHeader(tables, Table.HOUSEHOLDS);
    oneHeader(tables, Table.BINDINGS);
    RowsByFamily all =
        new RowsByFamily(
            session, tables, new PieceReader(tables.segments(), delimiter, configuration), inputs);
    List<Segment> segments = new ArrayList<>(tables.segments());
    Set<Integer> regions = all.regions();
    if (head != null) {
      segments.add(head.segment());
      regions.addAll(head.regions());
    }
    RunSettings settings =
        new RunSettings(segments, inputs.names(), policies, regions, options, openingDay, outputs);
    new FamilyBatch(settings).checkHeaders(problems);
    if (problems.count() > 0) {
      return refused(JobResult.REFUSED, new PartResult(0));
    }
    JavaRDD<Row> rows =
        all.inOrder(
                new StateRows(
                    configuration, !options.has("households") && !options.has("bindings")),
                options.number("driver-edges", DRIVER_EDGES),
                options.number("broadcast-people", BROADCAST_PEOPLE),
                parts(inputs.bytes()),
                kept)
            .javaRDD();
    if (outputs.closing() != null) {
      // the years of all families pass until the last event of the job, which none of them knows
      PartResult checked = sum(ofParts(rows, settings, true));
      if (checked.problemCount > 0) {
        return refused(JobResult.REFUSED, checked);
      }
      settings.setLastEvent(checked.lastEvent);
    }
    List<PartResult> parts = ofParts(rows, settings, false);
    PartResult sum = sum(parts);
    if (sum.problemCount > 0) {
      return refused(JobResult.REFUSED, sum);
    }
    noteBalances(sum);
    for (OutputNames.Kind kind : outputs.wanted()) {
      folders.take(kind, parts);
    }
    if (outputs.postings() != null) {
      orderPostings(outputs, folders);
    }
    if (outputs.closing() != null) {
      folders.writeStateParts(parts);
    }
    if (options.one("format", "csv").equals("parquet")) {
      toParquet(outputs, folders);
    }
    folders.commit();
    int code = sum.refused + sum.blocked > 0 ? JobResult.REJECTS : JobResult.DONE;
    return new JobResult(code, List.of(), 0, notes(sum), sum);
  }

  private List<PartResult> ofParts(JavaRDD<Row> rows, RunSettings settings, boolean checksOnly) {
    return rows.mapPartitionsWithIndex(
            new PartTask(spark.broadcast(settings), configuration, checksOnly), false)
        .collect();
  }

  /** How many balances of the household files do not count is told once, for the whole job. */
  private void noteBalances(PartResult sum) {
    if (sum.differingBalances > 0) {
      problems.add(
          Problem.at(
              ProblemCode.STATE_BALANCES,
              options.one("households", ""),
              0,
              0,
              null,
              Long.toString(sum.differingBalances),
              options.one("opening", "")));
    }
  }

  /** A file that cannot be read weighs more than a state that is refused. */
  private int codeOfFiles() {
    boolean onlyStates =
        problems.first().stream()
            .map(Problem::code)
            .allMatch(
                code ->
                    code == ProblemCode.STATE_FOREIGN
                        || code == ProblemCode.STATE_NEWER
                        || code == ProblemCode.STATE_DAMAGED);
    return onlyStates ? JobResult.REFUSED : JobResult.FILE;
  }

  private void orderPostings(OutputNames outputs, OutputFolders folders) throws IOException {
    Path unordered = new Path(outputs.working(), "postings-unordered");
    Path ready = folders.ready(OutputNames.Kind.POSTINGS);
    if (!ready.getFileSystem(hadoop).rename(ready, unordered)) {
      throw new IOException("the postings cannot be moved");
    }
    folders.take(
        OutputNames.Kind.POSTINGS,
        new PostingsOrder(configuration, outputs.working()).write(session, unordered.toString()));
  }

  private void toParquet(OutputNames outputs, OutputFolders folders) throws IOException {
    for (OutputNames.Kind kind : outputs.wanted()) {
      if (kind.isTable()) {
        Path ready = folders.ready(kind);
        Path csv = new Path(outputs.working(), "csv-" + kind.folder());
        if (!ready.getFileSystem(hadoop).rename(ready, csv)) {
          throw new IOException("the rows cannot be moved");
        }
        new ParquetOutputs(session).write(csv.toString(), ready.toString());
      }
    }
  }

  private int parts(long bytes) throws JobOptions.WrongUsage {
    long wanted = Math.max(spark.defaultParallelism(), 1 + bytes / PART_BYTES);
    return (int) options.number("partitions", wanted);
  }

  private static void oneHeader(InputTables tables, Table table) throws JobOptions.WrongUsage {
    if (tables.segments().stream().filter(each -> each.table() == table).count() > 1) {
      throw new JobOptions.WrongUsage("spark.header", "--" + table.columns());
    }
  }

  private OutputNames outputs() {
    String output = String.valueOf(options.one("output"));
    Path target = new Path(output);
    Path beside = new Path(target.getParent() == null ? new Path(".") : target.getParent(), ".");
    String working =
        new Path(beside, ".cohealth-" + target.getName() + "-" + UUID.randomUUID()).toString();
    return new OutputNames(
        output,
        options.one("postings"),
        options.one("activities-out"),
        options.one("rejects"),
        options.one("closing"),
        working);
  }

  private int openingDay() throws JobOptions.WrongUsage {
    String text = options.one("opening-date");
    if (text == null) {
      return Day.UNKNOWN;
    }
    int day = DayText.day(text);
    if (day == DayText.INVALID_DAY) {
      throw new JobOptions.WrongUsage("usage.day", "--opening-date", Shown.cell(text));
    }
    return day;
  }

  private static PartResult sum(List<PartResult> parts) {
    PartResult sum = new PartResult(0);
    for (PartResult part : parts) {
      sum.add(part);
    }
    return sum;
  }

  private JobResult refused(int code, PartResult sum) {
    List<Problem> all = new ArrayList<>(problems.first());
    sum.problems.forEach(told -> all.add(told.problem()));
    all.sort(
        Comparator.comparing(Problem::file, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Problem::line));
    return new JobResult(code, all, problems.count() + sum.problemCount, notes(sum), sum);
  }

  private List<Problem> notes(PartResult sum) {
    List<Problem> all = new ArrayList<>(problems.notes());
    sum.notes.forEach(told -> all.add(told.problem()));
    return all;
  }
}
