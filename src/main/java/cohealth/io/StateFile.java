package cohealth.io;

import cohealth.text.IdTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A state file: what a run leaves for the next one. A head with the version, a line for each
 * person, binding, activity and claim, and a last line with the checksum of all lines before it.
 */
public final class StateFile {
  /** Raised when an older program could not go on from the new form. */
  public static final int VERSION = 1;

  static final String HEAD = "cohealth_state";

  private static final byte[] HEAD_START = bytes("{\"" + HEAD + "\":");
  private static final byte[] END_START = bytes("{\"end\":");
  private static final byte[] CLAIM_START = bytes("{\"claim\":");
  private static final int LONGEST_LINE = 1 << 26;

  private final Bytes bytes;
  private final String name;
  private final StateLine.Head head;
  private final String checksum;
  private final StateReader reader;

  private StateFile(
      Bytes bytes, String name, StateLine.Head head, String checksum, StateReader reader) {
    this.bytes = bytes;
    this.name = name;
    this.head = head;
    this.checksum = checksum;
    this.reader = reader;
  }

  /** Where the lines come from, and whether they are still those that were checked. */
  public interface Bytes {
    /** The bytes from the first one on, unpacked. */
    InputStream open() throws IOException;

    /** Fails when the lines may be others by now. */
    default void checkUnchanged() throws IOException {}
  }

  /** Takes one line. */
  public interface Lines {
    /** A line of the file and its number. */
    void line(StateLine line, int number) throws IOException;
  }

  /** Takes the bytes of one line, without its end. */
  private interface RawLines {
    void line(byte[] line, int length, int number) throws IOException, StateFault;
  }

  /**
   * Checks a state file from its first byte to its last.
   *
   * @param visits takes the ids of visits
   * @param facilities takes the ids of facilities
   * @param problems takes why it is refused
   * @return null when it is refused
   */
  public static @Nullable StateFile open(
      Path path, String name, IdTable visits, IdTable facilities, Problems problems)
      throws UnreadableFile {
    FileStamp stamp;
    try {
      stamp = FileStamp.of(path, name);
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw UnreadableFile.of(name, e);
    }
    return open(
        new Bytes() {
          @Override
          public InputStream open() throws IOException {
            return InputText.bytes(path);
          }

          @Override
          public void checkUnchanged() throws IOException {
            stamp.check(path, name);
          }
        },
        name,
        visits,
        facilities,
        problems);
  }

  /** The same of bytes that are no file. */
  public static @Nullable StateFile of(
      InputBytes lines, String name, IdTable visits, IdTable facilities, Problems problems)
      throws UnreadableFile {
    return open(lines::open, name, visits, facilities, problems);
  }

  /** The same of what is in no file of this machine. */
  public static @Nullable StateFile open(
      Bytes bytes, String name, IdTable visits, IdTable facilities, Problems problems)
      throws UnreadableFile {
    StateReader reader = new StateReader(id -> visits.add(id) + 1, id -> facilities.add(id) + 1);
    try {
      Check check = new Check(reader);
      try (InputStream in = bytes.open()) {
        readLines(in, check);
      }
      return new StateFile(bytes, name, check.head(), check.checksum, reader);
    } catch (Refused e) {
      problems.add(Problem.at(e.code, name, 0, 0, null, e.args));
      return null;
    } catch (StateFault | GzipFault e) {
      problems.add(Problem.at(ProblemCode.STATE_DAMAGED, name, 0, 0, null));
      return null;
    } catch (UnreadableFile e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw UnreadableFile.of(name, e);
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** The first line. */
  public StateLine.Head head() {
    return head;
  }

  /** The checksum of all its lines but the last. */
  public String checksum() {
    return checksum;
  }

  /** All lines but claims. */
  public void readPeople(Lines lines) throws IOException {
    each(
        (line, length, number) -> {
          if (number > 1 && !isClaim(line, length)) {
            lines.line(reader.read(line, length), number);
          }
        });
  }

  /** All claims, without what they took. */
  public void readClaims(Lines lines) throws IOException {
    each(
        (line, length, number) -> {
          if (isClaim(line, length)) {
            lines.line(reader.claim(line, length), number);
          }
        });
  }

  /** The wanted claims, with what they took. */
  public void readWholeClaims(Predicate<String> wanted, Lines lines) throws IOException {
    each(
        (line, length, number) -> {
          if (isClaim(line, length) && wanted.test(reader.claim(line, length).id())) {
            lines.line(reader.wholeClaim(line, length), number);
          }
        });
  }

  /** Copies the lines of all claims as they stand. */
  public void copyClaims(OutputStream target) throws IOException {
    each(
        (line, length, number) -> {
          if (isClaim(line, length)) {
            target.write(line, 0, length);
            target.write('\n');
          }
        });
  }

  private void each(RawLines lines) throws IOException {
    try (InputStream in = bytes.open()) {
      bytes.checkUnchanged();
      readLines(
          in,
          (line, length, number) -> {
            if (!isEnd(line, length)) {
              lines.line(line, length, number);
            }
          });
      bytes.checkUnchanged();
    } catch (StateFault e) {
      // whoever made the checksum by hand did not make the line by the program
      throw new DamagedState(name, e);
    } catch (GzipFault e) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, name);
    }
  }

  /** The last line, after lines with this checksum. */
  static String end(String checksum) {
    return "{\"end\":true,\"sha256\":\"" + checksum + "\"}\n";
  }

  /** The checksum of all lines but the last. */
  static String checksum(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A new checksum. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Why a file cannot be gone on from. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient String[] args;

    Refused(ProblemCode code, String... args) {
      this.code = code;
      this.args = args;
    }
  }

  /** The first look: is it ours, whole and undamaged. */
  private static final class Check implements RawLines {
    private final StateReader reader;
    private final MessageDigest digest = digest();
    private StateLine.@Nullable Head head;
    private String checksum = "";
    private boolean ended;

    Check(StateReader reader) {
      this.reader = reader;
    }

    @Override
    public void line(byte[] line, int length, int number) throws IOException, StateFault {
      if (number == 1) {
        checkHead(line, length);
      }
      if (ended) {
        throw new Refused(ProblemCode.STATE_DAMAGED);
      }
      if (isEnd(line, length)) {
        ended = true;
        checksum = checksum(digest);
        byte[] expected = bytes(end(checksum).stripTrailing());
        if (length != expected.length || !startsWith(line, length, expected)) {
          throw new Refused(ProblemCode.STATE_DAMAGED);
        }
        return;
      }
      digest.update(line, 0, length);
      digest.update((byte) '\n');
      if (number == 1) {
        head = reader.head(line, length);
      }
    }

    private static void checkHead(byte[] line, int length) throws Refused {
      if (!startsWith(line, length, HEAD_START)) {
        throw new Refused(ProblemCode.STATE_FOREIGN);
      }
      int version = 0;
      int i = HEAD_START.length;
      while (i < length && line[i] >= '0' && line[i] <= '9' && version < 100_000) {
        version = 10 * version + line[i++] - '0';
      }
      if (version > VERSION) {
        throw new Refused(
            ProblemCode.STATE_NEWER, Integer.toString(version), Integer.toString(VERSION));
      }
      if (version < 1) {
        throw new Refused(ProblemCode.STATE_FOREIGN);
      }
    }

    StateLine.Head head() throws Refused {
      if (head == null) {
        throw new Refused(ProblemCode.STATE_FOREIGN);
      }
      if (!ended) {
        throw new Refused(ProblemCode.STATE_DAMAGED);
      }
      return head;
    }
  }

  private static void readLines(InputStream in, RawLines lines) throws IOException, StateFault {
    byte[] buffer = new byte[1 << 16];
    int held = 0;
    int number = 0;
    while (true) {
      if (held == buffer.length) {
        if (held >= LONGEST_LINE) {
          throw new StateFault("a line is too long");
        }
        buffer = Arrays.copyOf(buffer, 2 * held);
      }
      int count = in.read(buffer, held, buffer.length - held);
      if (count < 0) {
        break;
      }
      int end = held + count;
      int start = 0;
      for (int i = held; i < end; i++) {
        if (buffer[i] == '\n') {
          byte[] line = start == 0 ? buffer : Arrays.copyOfRange(buffer, start, i);
          lines.line(line, i - start, ++number);
          start = i + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, end - start);
      held = end - start;
      if (number == 0 && held > 0 && !startsWith(buffer, held, headStart(held))) {
        throw new Refused(ProblemCode.STATE_FOREIGN); // before a foreign file is read to its end
      }
    }
    if (number == 0) {
      throw new Refused(ProblemCode.STATE_FOREIGN);
    }
    if (held > 0) {
      throw new StateFault("the last line has no end");
    }
  }

  private static byte[] headStart(int held) {
    return Arrays.copyOf(HEAD_START, Math.min(held, HEAD_START.length));
  }

  /** Whether it is the line of a claim. */
  static boolean isClaim(byte[] line, int length) {
    return startsWith(line, length, CLAIM_START);
  }

  /** Whether it is the last line. */
  static boolean isEnd(byte[] line, int length) {
    return startsWith(line, length, END_START);
  }

  private static boolean startsWith(byte[] line, int length, byte[] start) {
    return length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
