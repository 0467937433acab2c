package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Problems;

/** Tells people on standard error what happened. */
final class Talk {
  private final Terminal terminal;
  private final Messages messages;
  private final boolean quiet;
  private final boolean progress;

  /** Tells what the options ask for. */
  Talk(Terminal terminal, Messages messages, TalkOptions options) {
    this(terminal, messages, options.quiet, !options.quiet && !options.noProgress);
  }

  /** Tells everything, but not how far the work is. */
  Talk(Terminal terminal, Messages messages) {
    this(terminal, messages, false, false);
  }

  private Talk(Terminal terminal, Messages messages, boolean quiet, boolean progress) {
    this.terminal = terminal;
    this.messages = messages;
    this.quiet = quiet;
    this.progress = progress;
  }

  /** Whether a line shows how far the work is, where there is a screen. */
  boolean tellsProgress() {
    return progress;
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
