package cohealth.cli;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.PolicyListCsv;
import cohealth.io.PolicyListJson;
import cohealth.io.Problems;
import cohealth.io.RowFormat;
import cohealth.report.PolicyList;
import cohealth.report.PolicySummary;
import cohealth.report.PolicyWords;
import cohealth.text.RowText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cohealth policy list}: which documents there are. */
@Command(name = "list", sortOptions = false)
final class PolicyListCommand extends PolicySubcommand {
  /** How the list is written. */
  enum ListFormat {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-p", "--policy"},
      arity = "1..*",
      paramLabel = "NAME|FILE|FOLDER")
  List<String> policies = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  ListFormat format = ListFormat.TABLE;

  PolicyListCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  ExitCode work() throws IOException, WrongUsage {
    for (String policy : policies) {
      path(policy);
    }
    Problems problems = new Problems();
    PolicyLibrary library = PolicyLibrary.builtIn();
    List<PolicyFile> given = library.given(policies, problems);
    tell(problems);
    if (problems.count() > 0) {
      return ExitCode.REFUSED;
    }
    List<PolicySummary> rows =
        library.all(given).stream()
            .map(file -> PolicySummary.of(file.document(), file.usedSources()))
            .toList();
    StringBuilder out = new StringBuilder();
    if (format == ListFormat.TABLE) {
      PolicyWords words = new PolicyWords(messages::get, messages.language() == Language.ZH);
      int width = terminal.columns() > 0 ? terminal.columns() : Integer.MAX_VALUE;
      new PolicyList(words).tell(rows.stream(), width, line -> out.append(line).append('\n'));
    } else {
      out.append(text(rows, format == ListFormat.CSV ? new PolicyListCsv() : new PolicyListJson()));
    }
    print(out);
    return ExitCode.DONE;
  }

  private static String text(List<PolicySummary> rows, RowFormat<PolicySummary> as) {
    RowText out = new RowText().append(as.before());
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "" : as.between());
      as.append(out, rows.get(i));
    }
    return out.append(as.after(!rows.isEmpty())).toString();
  }
}
