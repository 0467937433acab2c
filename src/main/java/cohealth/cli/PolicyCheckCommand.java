package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyFindings;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problem;
import cohealth.io.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cohealth policy check}: what is wrong with documents, and what is odd in those that can be
 * used. Each argument is taken by itself, as if it were given to a run alone.
 */
@Command(name = "check", sortOptions = false)
final class PolicyCheckCommand extends PolicySubcommand {
  @Parameters(paramLabel = "NAME|FILE|FOLDER", arity = "1..*")
  List<String> policies = new ArrayList<>();

  PolicyCheckCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  ExitCode work() throws IOException, WrongUsage {
    for (String policy : policies) {
      path(policy);
    }
    PolicyLibrary library = PolicyLibrary.builtIn();
    long problemCount = 0;
    int documents = 0;
    int findings = 0;
    StringBuilder out = new StringBuilder();
    for (String policy : policies) {
      Problems problems = new Problems();
      List<PolicyFile> files = library.given(List.of(policy), problems);
      tell(problems);
      problemCount += problems.count();
      documents += library.countNamed(policy);
      for (PolicyFile file : files) {
        for (Problem finding : PolicyFindings.of(file)) {
          findings++;
          out.append(messages.text(finding)).append('\n');
        }
      }
    }
    print(out);
    speaker().say(messages.get("policy.check.summary", documents, problemCount, findings));
    if (problemCount > 0) {
      return ExitCode.REFUSED;
    }
    return findings > 0 ? ExitCode.NOT_HELD : ExitCode.DONE;
  }
}
