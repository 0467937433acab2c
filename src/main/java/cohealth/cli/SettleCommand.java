package cohealth.cli;

import cohealth.io.FileForm;
import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.OutputFiles;
import cohealth.io.PendingFile;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.RowFormat;
import cohealth.io.SettlementCsv;
import cohealth.io.SettlementJson;
import cohealth.io.Shown;
import cohealth.report.Ids;
import cohealth.report.NationalProfile;
import cohealth.report.SettledColumn;
import cohealth.report.SettlementTable;
import cohealth.report.SummaryText;
import cohealth.run.RunInputs;
import cohealth.run.RunOutputs;
import cohealth.run.RunRequest;
import cohealth.run.RunResult;
import cohealth.run.SettlementRun;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth settle}: from files to results. */
@Command(name = "settle", sortOptions = false)
final class SettleCommand implements PlainCommand {
  private static final String STANDARD_STREAM = "-";

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable Format format;

  @Option(names = "--columns", paramLabel = "COLUMNS")
  Columns columns = Columns.COHEALTH;

  @Option(names = "--profile", paramLabel = "PROFILE")
  @Nullable NationalProfile profile;

  @Option(names = "--postings", paramLabel = "FILE")
  @Nullable String postings;

  @Mixin JournalAndTotals journalAndTotals = new JournalAndTotals();

  @Option(names = "--closing", paramLabel = "FILE")
  @Nullable String closing;

  @Option(names = "--activities-out", paramLabel = "FILE")
  @Nullable String activitiesOut;

  @Option(names = "--rejects", paramLabel = "FILE")
  @Nullable String rejects;

  @Mixin ManifestOption manifest = new ManifestOption();

  @Option(names = "--limit", paramLabel = "N")
  @Nullable Long limit;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--bom")
  boolean bom;

  @Mixin TalkOptions talk = new TalkOptions();

  SettleCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--output" -> output = words.value();
      case "--format" -> format = words.oneOf(Format.values());
      case "--columns" -> columns = words.oneOf(Columns.values());
      case "--profile" -> profile = words.oneOf(NationalProfile.values());
      case "--postings" -> postings = words.value();
      case "--closing" -> closing = words.value();
      case "--activities-out" -> activitiesOut = words.value();
      case "--rejects" -> rejects = words.value();
      case "--limit" -> limit = words.number();
      case "--force" -> force = true;
      case "--bom" -> bom = true;
      default -> {
        return input.take(option, words)
            || talk.take(option, words)
            || journalAndTotals.take(option, words)
            || manifest.take(option, words);
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth settle")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    checkOptions(reader);
    RunRequest request = reader.request(input, talk.showIds, rejects != null, closing != null);
    manifest.begin(request);
    SettlementRun run = SettlementRun.check(request, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    return settle(run, request, problems, speaker);
  }

  private ExitCode settle(SettlementRun run, RunRequest request, Problems problems, Talk speaker)
      throws IOException {
    try (OutputFiles files = new OutputFiles(force, request.inputPaths());
        ResultSpool claims = closing == null ? null : ResultSpool.in(Terminals.temporaryFolder());
        ResultSpool spool =
            usesStandardOutput() ? ResultSpool.in(Terminals.temporaryFolder()) : null) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        return settle(run, request, files, claims, spool, problems, speaker);
      } finally {
        interruption.close();
      }
    }
  }

  private ExitCode settle(
      SettlementRun run,
      RunRequest request,
      OutputFiles files,
      @Nullable ResultSpool claims,
      @Nullable ResultSpool spool,
      Problems problems,
      Talk speaker)
      throws IOException {
    Outputs open = new Outputs(files, spool);
    FileForm form = FileForm.valueOf(Format.of(format, output).name());
    RunOutputs outputs = outputs(run.inputs(), open.begin("settlements", output, form));
    if (postings != null) {
      outputs.withPostings(open.begin("postings", postings, FileForm.CSV), run.inputs().ids(), bom);
    }
    if (closing != null && claims != null) {
      outputs.withClosing(open.begin("closing", closing, FileForm.STATE), claims);
    }
    if (activitiesOut != null) {
      outputs.withActivities(
          run.inputs().activityFormat(),
          open.begin("activities-out", activitiesOut, FileForm.CSV),
          bom);
    }
    if (rejects != null) {
      outputs.withRejects(open.begin("rejects", rejects, FileForm.CSV), messages, bom);
    }
    journalAndTotals.addTo(outputs, run.inputs(), bom, open::begin);
    OutputStream manifestFile = manifest.open(open::to);
    RunResult result = run.settle(outputs);
    manifest.write(
        manifestFile, files, run.inputs(), result.summary(), "settle", optionsUsed(request));
    files.commit(
        () -> {
          if (spool != null) {
            spool.copyTo(terminal.out());
          }
        });
    tell(result, problems, speaker);
    return result.refused() + result.blocked() > 0 ? ExitCode.REJECTS : ExitCode.DONE;
  }

  private RunOutputs outputs(RunInputs inputs, OutputStream out) throws IOException {
    Ids ids = inputs.ids();
    Format chosen = Format.of(format, output);
    if (chosen == Format.TABLE) {
      PersonLabel label = new PersonLabel(inputs.people(), talk.showNames);
      return RunOutputs.table(
          new SettlementTable(ids, label::of, inputs.book().hasSupplement(), messages::get),
          out,
          rowLimit());
    }
    List<? extends SettledColumn> shown =
        columns.of(
            profile == null ? NationalProfile.STANDARD : profile,
            inputs.claimContext().vocabulary());
    RowFormat<Settlement> rows =
        chosen == Format.CSV
            ? new SettlementCsv(shown, ids)
            : new SettlementJson(shown, ids, chosen == Format.NDJSON);
    return RunOutputs.formatted(rows, out, bom && chosen == Format.CSV);
  }

  private void tell(RunResult result, Problems problems, Talk speaker) {
    speaker.tellNotes(problems);
    long rows = result.summary().count();
    if (Format.of(format, output) == Format.TABLE && rows > rowLimit()) {
      speaker.say(
          messages.get("run.table.more", Long.toString(rows - rowLimit()), Long.toString(rows)));
    }
    speaker.say("");
    speaker.say(
        messages.get(
            "run.summary.rows",
            rows,
            result.summary().count(Status.SETTLED),
            result.summary().count(Status.REJECTED),
            result.summary().count(Status.REVERSED_OUT)));
    if (!input.activities.isEmpty()) {
      speaker.say(
          messages.get(
              "run.summary.activities", result.acceptedActivities(), result.refusedActivities()));
    }
    if (rejects != null) {
      speaker.say(
          messages.get(
              "run.summary.rejects", result.refused(), result.blocked(), Shown.escaped(rejects)));
    }
    speaker.say("");
    new SummaryText(result.summary(), messages::get).tell(speaker::say);
  }

  private long rowLimit() {
    return terminal.rowLimit(limit, toStandardOutput());
  }

  private boolean toStandardOutput() {
    return output == null || isStandard(output);
  }

  private boolean usesStandardOutput() {
    return standardOutputs() > 0;
  }

  /** What is wrong with the command line is told before anything is read. */
  private void checkOptions(RequestReader reader) throws WrongUsage {
    journalAndTotals.read(messages);
    if (output != null) {
      reader.path(output);
    }
    for (String name : otherOutputs()) {
      reader.path(name);
    }
    if (profile != null && columns != Columns.NATIONAL) {
      throw new WrongUsage(messages.get("usage.profile"));
    }
    if (limit != null && limit < 0) {
      throw new WrongUsage(messages.get("usage.number", "--limit", limit, 0));
    }
    if (standardOutputs() > 1) {
      throw new WrongUsage(messages.get("usage.oneStdout"));
    }
  }

  /** The outputs beside the results. */
  private List<String> otherOutputs() {
    List<String> names = new ArrayList<>(journalAndTotals.files());
    for (String name :
        new @Nullable String[] {postings, closing, activitiesOut, rejects, manifest.file}) {
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** How many outputs go to standard output. */
  private int standardOutputs() {
    int count = toStandardOutput() ? 1 : 0;
    for (String name : otherOutputs()) {
      count += isStandard(name) ? 1 : 0;
    }
    return count;
  }

  private static boolean isStandard(@Nullable String name) {
    return STANDARD_STREAM.equals(name);
  }

  /** What the results depend on beside the files; nothing of it is about a person. */
  private Map<String, String> optionsUsed(RunRequest request) {
    Map<String, String> used = new LinkedHashMap<>();
    Format chosen = Format.of(format, output);
    used.put("format", chosen.toString());
    used.put("columns", columns.toString());
    if (profile != null) {
      used.put("profile", profile.toString());
    }
    if (request.openingDay() != Day.UNKNOWN) {
      used.put("opening_date", Day.text(request.openingDay()));
    }
    if (request.options().charset() != null) {
      used.put("charset", String.valueOf(request.options().charset()));
    }
    if (input.delimiter != null) {
      used.put("delimiter", input.delimiter);
    }
    if (!journalAndTotals.keys().isEmpty()) {
      used.put("totals", journalAndTotals.keys());
    }
    if (bom) {
      used.put("bom", "yes");
    }
    if (chosen == Format.TABLE && limit != null) {
      used.put("limit", limit.toString());
    }
    if (chosen == Format.TABLE && talk.showNames) {
      used.put("show_names", "yes");
    }
    if (rejects != null && talk.showIds) {
      used.put("show_ids", "yes");
    }
    if (chosen == Format.TABLE || rejects != null) {
      used.put("lang", messages.language().name().toLowerCase(Locale.ROOT));
    }
    return used;
  }

  /** Opens outputs: files, or what is kept for standard output. */
  private final class Outputs {
    private final OutputFiles files;
    private final @Nullable ResultSpool spool;

    Outputs(OutputFiles files, @Nullable ResultSpool spool) {
      this.files = files;
      this.spool = spool;
    }

    /** An output that the manifest names. */
    OutputStream begin(String role, @Nullable String name, FileForm form) throws OutputFailed {
      return spool != null && (name == null || isStandard(name))
          ? manifest.output(role, STANDARD_STREAM, form, spool)
          : manifest.output(role, String.valueOf(name), form, file(String.valueOf(name)));
    }

    OutputStream to(String name) throws OutputFailed {
      return spool != null && isStandard(name) ? spool : file(name);
    }

    private PendingFile file(String name) throws OutputFailed {
      return files.create(Path.of(name), name);
    }
  }
}
