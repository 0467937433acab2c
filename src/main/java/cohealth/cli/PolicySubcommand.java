package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.Problem;
import cohealth.io.Problems;
import cohealth.io.ReaderGone;
import cohealth.io.ResultSpool;
import cohealth.io.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What the commands below {@code cohealth policy} have in common. */
abstract class PolicySubcommand implements Callable<Integer> {
  final Terminal terminal;
  final Messages messages;

  @Mixin TalkOptions talk = new TalkOptions();

  PolicySubcommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  /** Does the work. */
  abstract ExitCode work() throws IOException, WrongUsage;

  @Override
  public Integer call() throws IOException {
    try {
      return work().code();
    } catch (UnreadableFile e) {
      return speaker().tellFault(new Problems(), e.problem()).code();
    } catch (OutputFailed e) {
      return speaker().tellFault(new Problems(), e.problem()).code();
    } catch (ReaderGone e) {
      return ExitCode.READER_GONE.code();
    } catch (WrongUsage e) {
      tell("cohealth: " + e.sentence() + messages.get("usage.see", "cohealth policy"));
      return ExitCode.USAGE.code();
    }
  }

  final Talk speaker() {
    return new Talk(terminal, messages, talk);
  }

  /** A line on standard error that is never left out. */
  final void tell(String line) {
    terminal.err().println(line);
  }

  /** Tells all problems, as many as are kept. */
  final void tell(Problems problems) {
    problems.notes().forEach(note -> speaker().say(messages.text(note)));
    for (Problem problem : problems.first()) {
      tell(messages.text(problem));
    }
    if (problems.count() > problems.first().size()) {
      tell(messages.get("run.refused.more", problems.first().size()));
    }
  }

  /** The path of a name that is not blank. */
  final Path path(String name) throws WrongUsage {
    return new RequestReader(new StandardInput(terminal), messages).path(name);
  }

  /** Writes results to standard output. */
  final void print(CharSequence text) throws IOException {
    ResultSpool.print(text.toString().getBytes(StandardCharsets.UTF_8), terminal.out());
  }
}
