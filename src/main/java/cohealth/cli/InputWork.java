package cohealth.cli;

import cohealth.io.DamagedState;
import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.ReadBytes;
import cohealth.io.ReaderGone;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import java.io.IOException;

/**
 * The work of a command that reads the inputs of a run; why it could not be done is told here.
 *
 * @param command how the user called it
 */
record InputWork(Terminal terminal, Messages messages, Talk speaker, String command) {
  private static final String STANDARD_STREAM = "-";

  /** What is to be done. */
  interface Work {
    /** Does it; what is wrong with the inputs is added to the problems. */
    ExitCode with(RequestReader reader, Problems problems) throws IOException, WrongUsage;
  }

  /** Does the work and gives the exit code. */
  int done(Work work) {
    Problems problems = new Problems();
    try (StandardInput standardInput = new StandardInput(terminal)) {
      return watched(work, standardInput, problems).code();
    } catch (UnreadableFile e) {
      return speaker.tellFault(problems, e.problem()).code();
    } catch (DamagedState e) {
      problems.add(e.problem());
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED.code();
    } catch (OutputFailed e) {
      return speaker.tellFault(problems, e.problem()).code();
    } catch (ReaderGone e) {
      return ExitCode.READER_GONE.code();
    } catch (WrongUsage e) {
      terminal.err().println("cohealth: " + e.sentence() + messages.get("usage.see", command));
      return ExitCode.USAGE.code();
    } catch (IOException e) {
      // standard input or its copy: every other file's fault has a type of its own
      return speaker.tellFault(problems, unreadable(e)).code();
    }
  }

  /** Does the work and shows how far it is. */
  private ExitCode watched(Work work, StandardInput standardInput, Problems problems)
      throws IOException, WrongUsage {
    ReadBytes bytes = new ReadBytes();
    Progress progress =
        speaker.tellsProgress() ? Progress.ofReading(bytes, terminal, messages) : null;
    try {
      return work.with(new RequestReader(standardInput, messages, bytes), problems);
    } finally {
      if (progress != null) {
        progress.close();
      }
    }
  }

  private static Problem unreadable(IOException fault) {
    return Problem.at(
        ProblemCode.FILE_UNREADABLE,
        STANDARD_STREAM,
        0,
        0,
        null,
        Shown.escaped(String.valueOf(fault.getMessage())));
  }
}
