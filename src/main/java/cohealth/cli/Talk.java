package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Problems;

/** Tells people on standard error what happened. */
final class Talk {
  private final Terminal terminal;
  private final Messages messages;
  private final boolean quiet;

  Talk(Terminal terminal, Messages messages, boolean quiet) {
    this.terminal = terminal;
    this.messages = messages;
    this.quiet = quiet;
  }

  /** Whether only results and what went wrong are told. */
  boolean isQuiet() {
    return quiet;
  }

  /** A line that is not needed. */
  void say(String line) {
    if (!quiet) {
      terminal.err().println(line);
    }
  }

  /** The first notes: a file may have one for each of its rows. */
  void tellNotes(Problems problems) {
    problems.notes().stream().limit(Problems.KEPT).forEach(note -> say(messages.text(note)));
    if (problems.notes().size() > Problems.KEPT) {
      say(messages.get("run.refused.more", Problems.KEPT));
    }
  }

  void tellRefusal(Problems problems) {
    tellNotes(problems);
    problems.first().forEach(problem -> terminal.err().println(messages.text(problem)));
    if (problems.count() > problems.first().size()) {
      terminal.err().println(messages.get("run.refused.more", problems.first().size()));
    }
    String count = problems.count() == 1 ? "run.refused.one" : "run.refused.many";
    terminal.err().println(messages.get(count, problems.count()));
  }

  /** A file could not be read or written; what was found before is told too. */
  ExitCode tellFault(Problems problems, Problem fault) {
    problems.first().forEach(problem -> terminal.err().println(messages.text(problem)));
    terminal.err().println(messages.text(fault));
    return ExitCode.FILE;
  }
}
