package cohealth.cli;

import cohealth.io.ActualFile;
import cohealth.io.ActualRows;
import cohealth.io.DiscrepancyCsv;
import cohealth.io.DiscrepancyJson;
import cohealth.io.InputText;
import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.OutputFiles;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.report.DiscrepancyTable;
import cohealth.report.NationalProfile;
import cohealth.report.ReconcileSummary;
import cohealth.report.ReconcileText;
import cohealth.run.DiscrepancyOut;
import cohealth.run.RunInputs;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.run.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth reconcile}: where a real system settled otherwise. */
@Command(name = "reconcile", sortOptions = false)
final class ReconcileCommand implements PlainCommand {
  private static final String STANDARD_STREAM = "-";
  private static final int ROWS_ON_A_SCREEN = 50;

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--actual", paramLabel = "FILE", required = true)
  String actual = "";

  @Option(names = "--columns", paramLabel = "COLUMNS")
  @Nullable Columns columns;

  @Option(names = "--profile", paramLabel = "PROFILE")
  @Nullable NationalProfile profile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable Format format;

  @Option(names = "--junit", paramLabel = "FILE")
  @Nullable String junit;

  @Option(names = "--limit", paramLabel = "N")
  @Nullable Long limit;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--bom")
  boolean bom;

  @Mixin TalkOptions talk = new TalkOptions();

  ReconcileCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--actual" -> actual = words.value();
      case "--columns" -> columns = words.oneOf(Columns.values());
      case "--profile" -> profile = words.oneOf(NationalProfile.values());
      case "--output" -> output = words.value();
      case "--format" -> format = words.oneOf(Format.values());
      case "--junit" -> junit = words.value();
      case "--limit" -> limit = words.number();
      case "--force" -> force = true;
      case "--bom" -> bom = true;
      default -> {
        return input.take(option, words) || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public boolean isComplete() {
    return !actual.isEmpty();
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth reconcile")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    checkOptions(reader);
    RunRequest request = reader.request(input, talk.showIds, false, false);
    Source source = reader.source(actual);
    request.options().bytes().expect(2 * source.size()); // its encoding is checked first
    SettlementRun run = SettlementRun.check(request, problems);
    ActualRows rows = read(source, request, problems);
    if (run == null || rows == null || problems.count() > 0) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    List<Path> inputs = new ArrayList<>(request.inputPaths());
    inputs.add(source.path());
    return reconcile(run, rows, inputs, problems, speaker);
  }

  private @Nullable ActualRows read(Source source, RunRequest request, Problems problems)
      throws UnreadableFile {
    InputText text =
        InputText.open(
            source.path(),
            source.name(),
            request.options().charset(),
            problems,
            request.options().bytes());
    return text == null
        ? null
        : ActualFile.read(text, Columns.names(columns), request.options(), problems);
  }

  private ExitCode reconcile(
      SettlementRun run, ActualRows rows, List<Path> inputs, Problems problems, Talk speaker)
      throws IOException {
    try (OutputFiles files = new OutputFiles(force, inputs);
        ResultSpool spool =
            usesStandardOutput() ? ResultSpool.in(Terminals.temporaryFolder()) : null) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        return reconcile(run, rows, files, spool, problems, speaker);
      } finally {
        interruption.close();
      }
    }
  }

  private ExitCode reconcile(
      SettlementRun run,
      ActualRows rows,
      OutputFiles files,
      @Nullable ResultSpool spool,
      Problems problems,
      Talk speaker)
      throws IOException {
    DiscrepancyOut out = out(run.inputs(), open(files, spool, output));
    OutputStream checks = junit == null ? null : open(files, spool, junit);
    ReconcileReport report = new ReconcileReport(messages, new Shown(talk.showIds));
    ReconcileSummary summary =
        run.reconcile(rows, profile == null ? NationalProfile.STANDARD : profile, out, report::add);
    if (checks != null) {
      checks.write(report.junit(summary).getBytes(StandardCharsets.UTF_8));
    }
    files.commit(
        () -> {
          if (spool != null) {
            spool.copyTo(terminal.out());
          }
        });
    tell(summary, rows, report, problems, speaker);
    return summary.isClean() ? ExitCode.DONE : ExitCode.NOT_HELD;
  }

  private DiscrepancyOut out(RunInputs inputs, OutputStream out) throws IOException {
    Format chosen = Format.of(format, output);
    return switch (chosen) {
      case TABLE -> {
        PersonLabel label = new PersonLabel(inputs.people(), talk.showNames);
        yield DiscrepancyOut.table(new DiscrepancyTable(label::of, messages::get), out, rowLimit());
      }
      case CSV -> DiscrepancyOut.formatted(new DiscrepancyCsv(), out, bom);
      case JSON -> DiscrepancyOut.formatted(new DiscrepancyJson(false), out, false);
      case NDJSON -> DiscrepancyOut.formatted(new DiscrepancyJson(true), out, false);
    };
  }

  private void tell(
      ReconcileSummary summary,
      ActualRows rows,
      ReconcileReport report,
      Problems problems,
      Talk speaker) {
    speaker.tellNotes(problems);
    if (Format.of(format, output) == Format.TABLE && summary.rows() > rowLimit()) {
      speaker.say(
          messages.get(
              "run.table.more",
              Long.toString(summary.rows() - rowLimit()),
              Long.toString(summary.rows())));
    }
    speaker.say("");
    report.counts(summary).forEach(speaker::say);
    speaker.say(
        messages.get(
            "reconcile.columns",
            rows.columns().stream().map(ActualRows.Given::name).collect(Collectors.joining(", "))));
    new ReconcileText(summary, messages::get).tell(speaker::say);
  }

  private long rowLimit() {
    if (limit != null) {
      return limit;
    }
    return terminal.outIsTerminal() && toStandardOutput() ? ROWS_ON_A_SCREEN : Long.MAX_VALUE;
  }

  private boolean toStandardOutput() {
    return output == null || output.equals(STANDARD_STREAM);
  }

  private boolean usesStandardOutput() {
    return toStandardOutput() || STANDARD_STREAM.equals(junit);
  }

  /** What is wrong with the command line is told before anything is read. */
  private void checkOptions(RequestReader reader) throws WrongUsage {
    reader.path(actual);
    for (String name : new @Nullable String[] {output, junit}) {
      if (name != null) {
        reader.path(name);
      }
    }
    if (profile != null && columns != null && columns != Columns.NATIONAL) {
      throw new WrongUsage(messages.get("usage.profile"));
    }
    if (limit != null && limit < 0) {
      throw new WrongUsage(messages.get("usage.number", "--limit", limit, 0));
    }
    if (toStandardOutput() && STANDARD_STREAM.equals(junit)) {
      throw new WrongUsage(messages.get("usage.oneStdout"));
    }
  }

  private static OutputStream open(
      OutputFiles files, @Nullable ResultSpool spool, @Nullable String name) throws OutputFailed {
    return spool != null && (name == null || name.equals(STANDARD_STREAM))
        ? spool
        : files.create(Path.of(String.valueOf(name)), String.valueOf(name));
  }
}
