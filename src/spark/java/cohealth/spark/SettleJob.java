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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Settles the claims of a lake ({@code docs/spark.md}): {@code spark-submit --class
 * cohealth.spark.SettleJob}.
 */
public final class SettleJob {
  private static final StructType ROW =
      new StructType()
          .add("family", DataTypes.LongType, false)
          .add("table", DataTypes.IntegerType, false)
          .add("segment", DataTypes.IntegerType, false)
          .add("file", DataTypes.IntegerType, false)
          .add("line", DataTypes.IntegerType, false)
          .add("body", DataTypes.BinaryType, false);

  private static final long PIECE_BYTES = 32L << 20;
  private static final long PART_BYTES = 64L << 20;

  /** Up to so many the families of all people are sent to every executor: 16 bytes each. */
  private static final long BROADCAST_PEOPLE = 4_000_000;

  /** Up to so many connections between households the driver finds the families. */
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
    PieceReader reader = new PieceReader(tables.segments(), delimiter, configuration);
    List<Segment> segments = new ArrayList<>(tables.segments());
    Set<Integer> regions = regions(tables, reader);
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
    JavaRDD<Row> rows = byFamily(tables, reader, inputs.states(), parts(inputs.bytes())).javaRDD();
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

  /** All rows with the numbers of their families, those of a family together and in order. */
  private Dataset<Row> byFamily(
      InputTables tables, PieceReader reader, List<InputFile> stateFiles, int parts)
      throws JobOptions.WrongUsage {
    JavaRDD<InputFile> states = spark.parallelize(stateFiles, Math.max(1, stateFiles.size()));
    StateRows state =
        new StateRows(configuration, !options.has("households") && !options.has("bindings"));
    JavaRDD<Row> links = pieces(tables, Table.BINDINGS, Table.ACTIVITIES).flatMap(reader::links);
    JavaRDD<Row> named = pieces(tables, Table.CLAIMS, Table.ACTIVITIES).flatMap(reader::named);
    Dataset<Row> families =
        Families.of(
                frame(
                    pieces(tables, Table.HOUSEHOLDS).flatMap(reader::members),
                    Families.PERSON_HOUSEHOLD),
                frame(links.union(states.flatMap(state::links)), Families.PAIR),
                frame(named.union(states.flatMap(state::named)), Families.ID_PERSON),
                options.number("driver-edges", DRIVER_EDGES),
                kept)
            .toDF("person", "of");
    long most = options.number("broadcast-people", BROADCAST_PEOPLE);
    Dataset<Row> rows;
    if (families.count() <= most) {
      Broadcast<FamilyLookup> known = spark.broadcast(FamilyLookup.of(families));
      rows =
          frame(
              rows(tables, piece -> reader.rows(piece, known.value()))
                  .union(states.flatMap(file -> state.rows(file, known.value()))),
              ROW);
    } else {
      Dataset<Row> all =
          frame(
              rows(tables, piece -> reader.rows(piece, FamilyLookup.NONE))
                  .union(states.flatMap(file -> state.rows(file, FamilyLookup.NONE))),
              ROW);
      rows =
          all.join(families, all.col("family").equalTo(families.col("person")), "left")
              .select(
                  functions.coalesce(families.col("of"), all.col("family")).as("family"),
                  functions.col("table"),
                  functions.col("segment"),
                  functions.col("file"),
                  functions.col("line"),
                  functions.col("body"));
    }
    return rows.repartition(parts, functions.col("family"))
        .sortWithinPartitions("family", "table", "segment", "file", "line");
  }

  private JavaRDD<Row> rows(InputTables tables, FlatMapFunction<ReadPiece, Row> reading) {
    return pieces(tables, Table.values()).flatMap(reading);
  }

  private Dataset<Row> frame(JavaRDD<Row> rows, StructType type) {
    return session.createDataFrame(rows, type);
  }

  private JavaRDD<ReadPiece> pieces(InputTables tables, Table... wanted) {
    List<ReadPiece> pieces = new ArrayList<>();
    for (ReadPiece piece : tables.pieces()) {
      if (List.of(wanted).contains(piece.piece().file().table())) {
        pieces.add(piece);
      }
    }
    return spark.parallelize(pieces, Math.max(1, pieces.size()));
  }

  private Set<Integer> regions(InputTables tables, PieceReader reader) {
    Set<Integer> regions = new HashSet<>();
    pieces(tables, Table.HOUSEHOLDS, Table.ACTIVITIES)
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
