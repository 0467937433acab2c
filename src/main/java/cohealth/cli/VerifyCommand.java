package cohealth.cli;

import cohealth.cli.PolicyListCommand.ListFormat;
import cohealth.io.Manifest;
import cohealth.io.ManifestCsv;
import cohealth.io.ManifestDifference;
import cohealth.io.ManifestFile;
import cohealth.io.ManifestJson;
import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.RowFormat;
import cohealth.io.Shown;
import cohealth.report.TextTable;
import cohealth.run.ManifestCheck;
import cohealth.run.Source;
import cohealth.text.RowText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cohealth verify}: whether the files of a run are what its manifest says. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements PlainCommand {
  /** So much of a checksum is shown to people. */
  private static final int SHOWN_DIGITS = 12;

  private static final String CHECKSUM = "sha256";

  private final Terminal terminal;
  private final Messages messages;

  @Parameters(paramLabel = "MANIFEST", index = "0")
  String file = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  ListFormat format = ListFormat.TABLE;

  @Mixin TalkOptions talk = new TalkOptions();

  VerifyCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    if (option.equals("--format")) {
      format = words.oneOf(ListFormat.values());
      return true;
    }
    return takeFile(option) || talk.take(option, words);
  }

  @Override
  public boolean isComplete() {
    return !file.isEmpty();
  }

  /** The manifest is the one word that is no option. */
  private boolean takeFile(String word) {
    boolean isFile = !word.isEmpty() && !word.startsWith("-") && file.isEmpty();
    if (isFile) {
      file = word;
    }
    return isFile;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth verify")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    Source source = reader.source(file);
    Manifest manifest = ManifestFile.read(source.path(), source.name(), problems);
    if (manifest == null) {
      for (Problem problem : problems.first()) {
        terminal.err().println(messages.text(problem));
      }
      return ExitCode.REFUSED;
    }
    ManifestCheck check = ManifestCheck.of(manifest, folder(source), reader.bytes());
    try (ResultSpool spool = ResultSpool.in(Terminals.temporaryFolder())) {
      RowText text = written(check.differences());
      spool.write(text.bytes(), 0, text.size());
      spool.copyTo(terminal.out());
    }
    tell(check, speaker);
    return check.differences().isEmpty() ? ExitCode.DONE : ExitCode.NOT_HELD;
  }

  /** From where relative paths count. */
  private static Path folder(Source source) {
    Path named = Path.of(source.name());
    return Objects.requireNonNullElse(named.getParent(), Path.of(""));
  }

  private RowText written(List<ManifestDifference> rows) {
    RowText out = new RowText();
    if (format == ListFormat.TABLE) {
      if (!rows.isEmpty()) {
        TextTable table =
            new TextTable(
                Stream.of("role", "file", "what", "expected", "found")
                    .map(key -> new TextTable.Column(messages.get("verify." + key), false))
                    .toList(),
                line -> out.append(line).append('\n'));
        rows.forEach(row -> table.row(cells(row)));
        table.end();
      }
      return out;
    }
    RowFormat<ManifestDifference> as =
        format == ListFormat.CSV ? new ManifestCsv() : new ManifestJson();
    out.append(as.before());
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "" : as.between());
      as.append(out, rows.get(i));
    }
    return out.append(as.after(!rows.isEmpty()));
  }

  private static List<String> cells(ManifestDifference row) {
    return List.of(
        row.role(),
        Shown.escaped(row.path()),
        row.what(),
        shortened(row.what(), row.expected()),
        shortened(row.what(), row.found()));
  }

  private static String shortened(String what, String value) {
    return what.equals(CHECKSUM) && value.length() > SHOWN_DIGITS
        ? value.substring(0, SHOWN_DIGITS) + "…"
        : value;
  }

  private void tell(ManifestCheck check, Talk speaker) {
    if (check.standardStreams() > 0) {
      speaker.say(messages.get("verify.standard", check.standardStreams()));
    }
    if (!check.totalsChecked()) {
      speaker.say(messages.get("verify.noTotals"));
    }
    speaker.say(messages.get("verify.summary", check.files(), check.differences().size()));
  }
}
