package cohealth.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An input file whose encoding was checked over all its bytes, to be read once or several times.
 * Names that end in {@code .gz} are unpacked. The file must stay as it is: its size, time and
 * identity are compared at every look.
 */
public final class InputText {
  private static final int MARK_BYTES = 3;

  private final Path path;
  private final String name;
  private final @Nullable FileStamp stamp;
  private final byte @Nullable [] memory;
  private final Charset charset;
  private final boolean marked;
  private final ReadBytes bytes;

  private InputText(
      Path path,
      String name,
      @Nullable FileStamp stamp,
      byte @Nullable [] memory,
      Charset charset,
      boolean marked,
      ReadBytes bytes) {
    this.path = path;
    this.name = name;
    this.stamp = stamp;
    this.memory = memory;
    this.charset = charset;
    this.marked = marked;
    this.bytes = bytes;
  }

  /**
   * Checks the bytes of a file and finds its encoding.
   *
   * @param name how messages call the file
   * @param forced its encoding; null = UTF-8, or GB18030 when the bytes are not UTF-8
   * @param problems takes what is wrong with the bytes, and the note about GB18030
   * @return null when the bytes are refused
   * @param bytes counts what is read, now and later
   * @throws UnreadableFile when the file is missing, is no regular file or cannot be read
   */
  public static @Nullable InputText open(
      Path path, String name, @Nullable Charset forced, Problems problems, ReadBytes bytes)
      throws UnreadableFile {
    try {
      FileStamp stamp = FileStamp.of(path, name);
      EncodingCheck.Found found = new EncodingCheck(() -> bytes(path, bytes), name).find(forced);
      if (found.problem() != null) {
        problems.add(found.problem());
      }
      if (found.charset() == null) {
        return null;
      }
      if (forced == null && found.charset().equals(EncodingCheck.GB18030)) {
        problems.add(Problem.at(ProblemCode.READ_AS_GB18030, name, 0, 0, null));
      }
      InputText text =
          new InputText(path, name, stamp, null, found.charset(), found.marked(), bytes);
      text.checkUnchanged();
      return text;
    } catch (GzipFault fault) {
      problems.add(fault.problem(name));
      return null;
    } catch (UnreadableFile fault) {
      throw fault;
    } catch (NoSuchFileException e) {
      UnreadableFile missing = new UnreadableFile(ProblemCode.FILE_MISSING, name);
      missing.initCause(e);
      throw missing;
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
  }

  /** A text that is no file. Null when its bytes are refused. */
  public static @Nullable InputText of(InputBytes bytes, String name, Problems problems) {
    return of(bytes.all(), name, problems);
  }

  /** A text that is no file: its bytes are here. Null when they are refused. */
  static @Nullable InputText of(byte[] bytes, String name, Problems problems) {
    try {
      EncodingCheck.Found found =
          new EncodingCheck(() -> new ByteArrayInputStream(bytes), name).find(null);
      if (found.problem() != null) {
        problems.add(found.problem());
      }
      return found.charset() == null
          ? null
          : new InputText(
              Path.of(name), name, null, bytes, found.charset(), found.marked(), new ReadBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks the bytes of a file while nobody looks at how many were read. */
  public static @Nullable InputText open(
      Path path, String name, @Nullable Charset forced, Problems problems) throws UnreadableFile {
    return open(path, name, forced, problems, new ReadBytes());
  }

  /** How messages call the file. */
  public String name() {
    return name;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Its encoding. */
  public Charset charset() {
    return charset;
  }

  /** Its size on the disk, in bytes. */
  public long size() {
    return stamp == null ? 0 : stamp.size();
  }

  /**
   * The characters from the start, without a byte order mark. The caller closes the reader and then
   * {@linkplain #checkUnchanged checks} that the file is still the same.
   */
  public Reader reader() throws UnreadableFile {
    checkUnchanged();
    try {
      return new Unmarked(
          new InputStreamReader(
              bytes(),
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
  }

  /** Whether its encoding is UTF-8. */
  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** How many bytes a byte order mark takes: 3 or none. */
  int markBytes() {
    return marked ? MARK_BYTES : 0;
  }

  /** The bytes without a byte order mark, to be closed as a {@link #reader}. */
  InputStream unmarked() throws UnreadableFile {
    return from(markBytes());
  }

  /** The bytes from a place on, to be closed as a {@link #reader}. */
  InputStream from(long offset) throws UnreadableFile {
    checkUnchanged();
    try {
      InputStream in = bytes();
      in.skipNBytes(offset);
      return in;
    } catch (EOFException e) {
      UnreadableFile changed = new UnreadableFile(ProblemCode.FILE_CHANGED, name);
      changed.initCause(e);
      throw changed;
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
  }

  /** Throws when the file is not the one that was opened, or was written to. */
  public void checkUnchanged() throws UnreadableFile {
    if (stamp != null) {
      stamp.check(path, name);
    }
  }

  /** A fault while reading bytes that were read before: the file or the disk changed. */
  UnreadableFile failed(IOException cause) {
    if (cause instanceof UnreadableFile fault) {
      return fault;
    }
    if (cause instanceof GzipFault || cause instanceof java.nio.charset.CharacterCodingException) {
      UnreadableFile changed = new UnreadableFile(ProblemCode.FILE_CHANGED, name);
      changed.initCause(cause);
      return changed;
    }
    return UnreadableFile.because(name, cause);
  }

  private InputStream bytes() throws IOException {
    return memory == null ? bytes(path, bytes) : new ByteArrayInputStream(memory);
  }

  /** The bytes of a file, unpacked by its name. */
  static InputStream bytes(Path path) throws IOException {
    return bytes(path, new ReadBytes());
  }

  private static InputStream bytes(Path path, ReadBytes bytes) throws IOException {
    InputStream in = bytes.counting(Files.newInputStream(path));
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GzipStream(in) : in;
  }

  /** Leaves out a byte order mark at the start. */
  private static final class Unmarked extends Reader {
    private final Reader in;
    private boolean started;

    Unmarked(Reader in) {
      this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      if (!started && count > 0) {
        started = true;
        if (target[offset] == '\uFEFF') {
          System.arraycopy(target, offset + 1, target, offset, count - 1);
          return count > 1 ? count - 1 : in.read(target, offset, length);
        }
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
