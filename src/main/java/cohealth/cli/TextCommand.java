package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.OutputFiles;
import cohealth.io.Problems;
import cohealth.io.ReaderGone;
import cohealth.io.ResultSpool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that reads no input: its result is a text about the program itself, or invented. */
abstract class TextCommand implements Callable<Integer> {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 60;
  private static final int WIDEST = 120;

  final Terminal terminal;
  final Messages messages;

  /** This command; picocli puts it in. */
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin LanguageOptions talk = new LanguageOptions();

  TextCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  /** Does the work. */
  abstract void work() throws IOException, WrongUsage;

  @Override
  public Integer call() throws IOException {
    try {
      work();
      return ExitCode.DONE.code();
    } catch (OutputFailed e) {
      Talk speaker = new Talk(terminal, messages);
      return speaker.tellFault(new Problems(), e.problem()).code();
    } catch (ReaderGone e) {
      return ExitCode.READER_GONE.code();
    } catch (WrongUsage e) {
      String see = messages.get("usage.see", spec.qualifiedName());
      terminal.err().println("cohealth: " + e.sentence() + see);
      return ExitCode.USAGE.code();
    }
  }

  /** The width of a page: that of the terminal within limits, else the usual one. */
  final int pageWidth() {
    return terminal.columns() == 0
        ? WIDTH
        : Math.max(NARROWEST, Math.min(terminal.columns(), WIDEST));
  }

  /** Writes the result to standard output. */
  final void print(CharSequence text) throws IOException {
    ResultSpool.print(text.toString().getBytes(StandardCharsets.UTF_8), terminal.out());
  }

  /** Begins files that appear whole or not at all, and fills them. */
  final void write(boolean force, Filling filling) throws IOException, WrongUsage {
    try (OutputFiles files = new OutputFiles(force, List.of())) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        filling.fill(files);
        files.commit();
      } finally {
        interruption.close();
      }
    }
  }

  /** The path of a name that is not blank. */
  final Path path(String name) throws WrongUsage {
    return new RequestReader(new StandardInput(terminal), messages).path(name);
  }

  /** Whether a result goes to standard output. */
  static boolean isStandard(@Nullable String output) {
    return output == null || output.equals(ResultSpool.NAME);
  }

  /** Fills files. */
  interface Filling {
    void fill(OutputFiles files) throws IOException, WrongUsage;
  }
}
