package cohealth.io;

import cohealth.ledger.Account;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The lines of a state that was checked before ({@link StateFile}), one after the other and without
 * the first and the last, for those who hand lines on to others as they stand.
 */
public final class StateLines implements AutoCloseable {
  /** How a payment of a family member begins; in an id its quotes would be escaped. */
  private static final byte[] FAMILY =
      ("[\"" + Account.FAMILY.name().toLowerCase(Locale.ROOT) + "\"")
          .getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final String name;
  private final RawRows rows;
  private final StateReader reader = new StateReader(id -> 1, id -> 1);
  private final byte[] head;
  private byte[] line = new byte[0];
  private int number = 1;

  /**
   * The lines of a stream, which is closed with them.
   *
   * @param name how messages call it
   */
  public StateLines(InputStream in, String name) throws IOException {
    this.in = in;
    this.name = name;
    this.rows = new RawRows(in, false);
    this.head = rows.next() ? text() : new byte[0];
    try {
      reader.head(head, head.length);
    } catch (StateFault e) {
      throw new DamagedState(name, e);
    }
  }

  /** The first line with its line end. */
  public byte[] head() {
    return head.clone();
  }

  /** Goes to the next line; false behind the last one. */
  public boolean next() throws IOException {
    number++;
    if (!rows.next()) {
      return false;
    }
    line = text();
    return !StateFile.isEnd(line, line.length);
  }

  private byte[] text() {
    return Arrays.copyOfRange(rows.bytes(), rows.from(), rows.to());
  }

  /** The line with its line end; the caller may keep it. */
  public byte[] line() {
    return line;
  }

  /** The number of the line in its file, from 1. */
  public int number() {
    return number;
  }

  /**
   * Whether the line may say that somebody paid for somebody else; others need not be read whole to
   * find out.
   */
  public boolean mayNamePayers() {
    byte first = FAMILY[0];
    for (int i = 0; i + FAMILY.length <= line.length; i++) {
      if (line[i] == first && Arrays.equals(line, i, i + FAMILY.length, FAMILY, 0, FAMILY.length)) {
        return true;
      }
    }
    return false;
  }

  /** What the line says; of a claim without what it took. */
  public StateLine read() throws DamagedState {
    return read(false);
  }

  /** What the line says; of a claim with what it took. */
  public StateLine readWhole() throws DamagedState {
    return read(true);
  }

  private StateLine read(boolean whole) throws DamagedState {
    int length = line.length - 1;
    try {
      if (!StateFile.isClaim(line, length)) {
        return reader.read(line, length);
      }
      return whole ? reader.wholeClaim(line, length) : reader.claim(line, length);
    } catch (StateFault e) {
      throw new DamagedState(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
