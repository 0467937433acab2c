package cohealth.cli;

import cohealth.cli.PolicyListCommand.ListFormat;
import cohealth.io.CheckCsv;
import cohealth.io.CheckFinding;
import cohealth.io.CheckJson;
import cohealth.io.JunitXml;
import cohealth.io.Messages;
import cohealth.io.OutputFiles;
import cohealth.io.PendingFile;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.RowFormat;
import cohealth.io.UnreadableFile;
import cohealth.run.InputCheck;
import cohealth.run.RunRequest;
import cohealth.text.RowText;
import cohealth.time.Day;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cohealth check}: every problem for which settle would refuse the inputs, and every binding
 * that does not work, without settling. What was found is the result, so a problem is no refusal.
 */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements PlainCommand {
  /** So many problems are told; a file with more is not the right one. */
  private static final int MOST_PROBLEMS = 10_000;

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable String asOf;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  ListFormat format = ListFormat.TABLE;

  @Option(names = "--junit", paramLabel = "FILE")
  @Nullable String junit;

  @Option(names = "--force")
  boolean force;

  @Mixin TalkOptions talk = new TalkOptions();

  CheckCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--as-of" -> asOf = words.value();
      case "--format" -> format = words.oneOf(ListFormat.values());
      case "--junit" -> junit = words.value();
      case "--force" -> force = true;
      default -> {
        return input.take(option, words) || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth check")
        .done(
            (reader, untilFault) -> {
              Problems problems = new Problems(MOST_PROBLEMS);
              try {
                return work(reader, problems, speaker);
              } catch (UnreadableFile e) {
                problems.first().forEach(untilFault::add);
                throw e;
              }
            });
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    Path target = junit == null ? null : reader.path(junit);
    RunRequest request = reader.question(input, talk.showIds);
    int day = asOf == null ? Day.UNKNOWN : reader.day("--as-of", asOf);
    boolean noDay =
        asOf == null
            && request.claims().isEmpty()
            && request.activities().isEmpty()
            && request.opening() == null
            && request.openingDay() == Day.UNKNOWN;
    if (noDay) {
      throw new WrongUsage(messages.get("usage.checkDay"));
    }
    try (OutputFiles files = new OutputFiles(force, request.inputPaths());
        ResultSpool spool = ResultSpool.in(Terminals.temporaryFolder())) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        PendingFile report = target == null ? null : files.create(target, target.toString());
        InputCheck check = InputCheck.of(request, day, messages::get, problems);
        if (check.sound() && check.day() == Day.UNKNOWN && problems.count() == 0) {
          throw new WrongUsage(messages.get("usage.checkDay"));
        }
        write(check, problems, spool);
        if (report != null) {
          CheckReport checks = new CheckReport(messages, request.inputNames());
          report.write(
              JunitXml.of("cohealth check", checks.of(check, problems))
                  .getBytes(StandardCharsets.UTF_8));
        }
        files.commit(() -> spool.copyTo(terminal.out()));
        tell(check, problems, speaker);
        return problems.count() > 0 || !check.bindings().isEmpty()
            ? ExitCode.NOT_HELD
            : ExitCode.DONE;
      } finally {
        interruption.close();
      }
    }
  }

  /** What was found: problems, then bindings, then notes. */
  private void write(InputCheck check, Problems problems, ResultSpool spool) throws IOException {
    List<CheckFinding> rows =
        Stream.of(
                problems.first().stream().map(CheckFinding::of),
                check.bindings().stream(),
                talk.quiet ? Stream.<CheckFinding>of() : check.notes().stream())
            .flatMap(found -> found)
            .toList();
    if (format == ListFormat.TABLE) {
      for (CheckFinding row : rows) {
        write(spool, new RowText().append(row.line(messages)).append('\n'));
      }
      return;
    }
    String day = check.day() == Day.UNKNOWN ? "" : Day.text(check.day());
    RowFormat<CheckFinding> as =
        format == ListFormat.CSV ? new CheckCsv(messages) : new CheckJson(messages, day);
    RowText text = new RowText().append(as.before());
    for (int i = 0; i < rows.size(); i++) {
      text.append(i == 0 ? "" : as.between());
      as.append(text, rows.get(i));
      write(spool, text);
      text.clear();
    }
    write(spool, text.append(as.after(!rows.isEmpty())));
  }

  private static void write(ResultSpool spool, RowText text) throws IOException {
    spool.write(text.bytes(), 0, text.size());
  }

  private void tell(InputCheck check, Problems problems, Talk speaker) {
    if (problems.count() > problems.first().size()) {
      speaker.say(messages.get("run.refused.more", problems.first().size()));
    }
    speaker.say(
        check.day() == Day.UNKNOWN
            ? messages.get("check.summary.untested", problems.count())
            : messages.get(
                "check.summary",
                problems.count(),
                check.tested(),
                Day.text(check.day()),
                check.bindings().size()));
  }
}
