package cohealth.cli;

import cohealth.io.ExplanationJson;
import cohealth.io.Messages;
import cohealth.report.Explained;
import cohealth.report.ExplanationPage;
import cohealth.run.RunRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an answer in sentences goes, and how it is written. */
final class SentenceOptions {
  private static final int NARROWEST = 60;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable ExplainFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(names = "--force")
  boolean force;

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--format" -> format = words.oneOf(ExplainFormat.values());
      case "--output" -> output = words.value();
      case "--force" -> force = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with these options is told before anything is read. */
  void check(RequestReader reader) throws WrongUsage {
    if (output != null) {
      reader.path(output);
    }
  }

  /** Writes the answer to where it goes: all of it, or nothing. */
  void write(Terminal terminal, Messages messages, int width, Explained tree, RunRequest request)
      throws IOException {
    new AnswerFile(output, force)
        .write(terminal, request.inputPaths(), out -> write(terminal, messages, width, tree, out));
  }

  private void write(
      Terminal terminal, Messages messages, int width, Explained tree, OutputStream out)
      throws IOException {
    if (chosenFormat() == ExplainFormat.JSON) {
      ExplanationJson.write(tree, out);
      return;
    }
    int columns = terminal.columns();
    int fitting = columns > 0 && columns < width ? Math.max(NARROWEST, columns) : width;
    StringBuilder text = new StringBuilder();
    new ExplanationPage(line -> text.append(line).append('\n'), messages::get, fitting).tell(tree);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The chosen one, else that of the file's extension, else text. */
  private ExplainFormat chosenFormat() {
    if (format != null) {
      return format;
    }
    boolean json = output != null && output.toLowerCase(Locale.ROOT).endsWith(".json");
    return json ? ExplainFormat.JSON : ExplainFormat.TEXT;
  }
}
