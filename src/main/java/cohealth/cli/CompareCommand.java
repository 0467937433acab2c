package cohealth.cli;

import cohealth.comparison.Comparison;
import cohealth.comparison.ComparisonText;
import cohealth.comparison.Measure;
import cohealth.comparison.Measures;
import cohealth.comparison.PersonDifference;
import cohealth.comparison.Tally;
import cohealth.io.ComparisonCsv;
import cohealth.io.ComparisonJson;
import cohealth.io.MeasureLines;
import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.OutputFiles;
import cohealth.io.PersonDifferencesCsv;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.RowFormat;
import cohealth.io.Shown;
import cohealth.run.AnswerOut;
import cohealth.run.PolicyComparison;
import cohealth.run.ReformRequest;
import cohealth.run.RunRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth compare}: the same claims under two policies. */
@Command(name = "compare", sortOptions = false)
final class CompareCommand implements PlainCommand {
  private static final String STANDARD_STREAM = "-";
  private static final int PAGE_WIDTH = 80;

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Mixin ReformOptions policies = new ReformOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable Format format;

  @Option(names = "--differences", paramLabel = "FILE")
  @Nullable String differences;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--bom")
  boolean bom;

  @Mixin TalkOptions talk = new TalkOptions();

  CompareCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--output" -> output = words.value();
      case "--format" -> format = words.oneOf(Format.values());
      case "--differences" -> differences = words.value();
      case "--force" -> force = true;
      case "--bom" -> bom = true;
      default -> {
        return input.take(option, words)
            || policies.take(option, words)
            || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth compare")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    ReformRequest wanted = wanted(reader);
    RunRequest request = reader.request(input, talk.showIds, false, false);
    PolicyComparison run = PolicyComparison.check(request, wanted, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    List<Path> inputs = new ArrayList<>(request.inputPaths());
    inputs.addAll(wanted.inputPaths());
    try (OutputFiles files = new OutputFiles(force, inputs);
        ResultSpool spool =
            usesStandardOutput() ? ResultSpool.in(Terminals.temporaryFolder()) : null) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        return compare(run, files, spool, problems, speaker);
      } finally {
        interruption.close();
      }
    }
  }

  private ExitCode compare(
      PolicyComparison run,
      OutputFiles files,
      @Nullable ResultSpool spool,
      Problems problems,
      Talk speaker)
      throws IOException {
    OutputStream out = open(files, spool, output);
    OutputStream people = differences == null ? null : open(files, spool, differences);
    Comparison comparison = run.compare();
    write(comparison, out);
    long rows = people == null ? 0 : writePeople(run.tally(), people);
    files.commit();
    if (spool != null) {
      spool.copyTo(terminal.out());
    }
    speaker.tellNotes(problems);
    speaker.say("");
    speaker.say(messages.get("compare.summary", comparison.rows(), comparison.changedRows()));
    if (differences != null) {
      speaker.say(messages.get("compare.differences", rows, Shown.escaped(differences)));
    }
    return ExitCode.DONE;
  }

  private void write(Comparison comparison, OutputStream out) throws IOException {
    switch (Format.of(format, output)) {
      case TABLE ->
          AnswerOut.text(
              out, lines -> new ComparisonText(comparison, messages::get, PAGE_WIDTH).tell(lines));
      case CSV -> write(comparison, new ComparisonCsv(), out, bom);
      case JSON -> ComparisonJson.write(comparison, out);
      case NDJSON -> write(comparison, new MeasureLines(), out, false);
    }
  }

  private static void write(
      Comparison comparison, RowFormat<Measure> format, OutputStream out, boolean mark)
      throws IOException {
    AnswerOut<Measure> rows = AnswerOut.formatted(format, out, mark);
    for (Measure measure : Measures.of(comparison)) {
      rows.row(measure);
    }
    rows.end();
  }

  /** One row for each person whom a claim concerns, in the order of the household file. */
  private long writePeople(Tally tally, OutputStream out) throws IOException {
    AnswerOut<PersonDifference> rows = AnswerOut.formatted(new PersonDifferencesCsv(), out, bom);
    for (int person = 0; person < tally.size(); person++) {
      if (tally.concerns(person)) {
        rows.row(tally.person(person));
      }
    }
    rows.end();
    return rows.rows();
  }

  /** What is wrong with the command line is told before anything is read. */
  private ReformRequest wanted(RequestReader reader) throws WrongUsage {
    for (String name : new @Nullable String[] {output, differences}) {
      if (name != null) {
        reader.path(name);
      }
    }
    ReformRequest wanted = policies.wanted(reader, messages);
    if (toStandardOutput() && STANDARD_STREAM.equals(differences)) {
      throw new WrongUsage(messages.get("usage.oneStdout"));
    }
    return wanted;
  }

  private boolean toStandardOutput() {
    return output == null || output.equals(STANDARD_STREAM);
  }

  private boolean usesStandardOutput() {
    return toStandardOutput() || STANDARD_STREAM.equals(differences);
  }

  private static OutputStream open(
      OutputFiles files, @Nullable ResultSpool spool, @Nullable String name) throws OutputFailed {
    return spool != null && (name == null || name.equals(STANDARD_STREAM))
        ? spool
        : files.create(Path.of(String.valueOf(name)), String.valueOf(name));
  }
}
