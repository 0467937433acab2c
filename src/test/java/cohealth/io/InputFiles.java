package cohealth.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Input files of a test, and the problems that they have, as the user sees them. */
final class InputFiles {
  private static final Messages ENGLISH = new Messages(Language.EN);

  private final Path folder;
  final Problems problems = new Problems();

  InputFiles(Path folder) {
    this.folder = folder;
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The opened file; its bytes must be accepted. */
  InputText text(String name, String content) {
    return text(name, content, StandardCharsets.UTF_8);
  }

  InputText text(String name, String content, Charset charset) {
    InputText text = open(name, content.getBytes(charset));
    return Objects.requireNonNull(text, () -> messages().toString());
  }

  @Nullable InputText open(String name, byte[] bytes) {
    try {
      return InputText.open(write(name, bytes), name, null, problems);
    } catch (UnreadableFile e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All problems and notes so far, in English. */
  List<String> messages() {
    return lines(Stream.concat(problems.first().stream(), problems.notes().stream()).toList());
  }

  static List<String> lines(List<Problem> problems) {
    return problems.stream().map(ENGLISH::text).toList();
  }

  /** The codes of all problems and notes so far. */
  List<ProblemCode> codes() {
    return Stream.concat(problems.first().stream(), problems.notes().stream())
        .map(Problem::code)
        .toList();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
