package cohealth.cli;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.report.PolicyTables;
import cohealth.report.PolicyWords;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cohealth policy show}: a document as tables for people. */
@Command(name = "show", sortOptions = false)
final class PolicyShowCommand extends PolicySubcommand {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 60;

  @Parameters(paramLabel = "NAME|FILE", index = "0")
  String policy = "";

  PolicyShowCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  ExitCode work() throws IOException, WrongUsage {
    path(policy);
    Problems problems = new Problems();
    List<PolicyFile> files = PolicyLibrary.builtIn().given(List.of(policy), problems);
    tell(problems);
    if (problems.count() > 0) {
      return ExitCode.REFUSED;
    }
    PolicyWords words = new PolicyWords(messages::get, messages.language() == Language.ZH);
    StringBuilder out = new StringBuilder();
    for (PolicyFile file : files) {
      out.append(out.isEmpty() ? "" : "\n\n");
      PolicyTables.tell(file.document(), words, width(), line -> out.append(line).append('\n'));
    }
    print(out);
    return ExitCode.DONE;
  }

  private int width() {
    boolean narrow = terminal.columns() > 0 && terminal.columns() < WIDTH;
    return narrow ? Math.max(NARROWEST, terminal.columns()) : WIDTH;
  }
}
