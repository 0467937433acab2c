package cohealth.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks bytes strictly as UTF-8 (RFC 3629: no overlong forms, no surrogates), as fast as bytes can
 * be looked at. After a fault it goes on, since the number of faults tells a damaged UTF-8 file
 * from a file in another encoding.
 */
public final class Utf8Scan {
  /** No fault. */
  public static final long NONE = -1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private long read;
  private long sequenceStart;
  private int missing;
  private int length;
  private int least = 0x80;
  private int most = 0xBF;
  private long firstFault = NONE;
  private long faults;
  private long longSequences;
  private boolean cut;

  /** Takes the next bytes. */
  void feed(byte[] bytes, int count) {
    feed(bytes, 0, count);
  }

  /** Takes the next bytes, which stand in a range of the array. */
  public void feed(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (missing == 0) {
        i = skipAscii(bytes, i, to);
        if (i == to) {
          break;
        }
        start(bytes[i] & 0xFF, read + i - from);
        i++;
      } else {
        int b = bytes[i] & 0xFF;
        if (b < least || b > most) {
          fault(); // the byte itself may begin a sequence: it is looked at again
          continue;
        }
        least = 0x80;
        most = 0xBF;
        if (--missing == 0 && length > 2) {
          longSequences++;
        }
        i++;
      }
    }
    read += to - from;
  }

  /** There are no more bytes. */
  public void end() {
    if (missing > 0) {
      fault();
      cut = true;
    }
  }

  /** Where the first sequence that is not UTF-8 begins, or {@link #NONE}. */
  public long firstFault() {
    return firstFault;
  }

  /** The only fault is that the last sequence is not complete. */
  boolean onlyCut() {
    return cut && faults == 1;
  }

  /** Whether the faults are damage in a text that is UTF-8 otherwise. */
  boolean isMostlyUtf8() {
    return longSequences > faults;
  }

  private static int skipAscii(byte[] bytes, int from, int count) {
    int i = from;
    while (i + 8 <= count && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
      i += 8;
    }
    while (i < count && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private void start(int b, long offset) {
    sequenceStart = offset;
    if (b >= 0xC2 && b <= 0xDF) {
      expect(1, 0x80, 0xBF);
    } else if (b >= 0xE0 && b <= 0xEF) {
      expect(2, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
    } else if (b >= 0xF0 && b <= 0xF4) {
      expect(3, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
    } else {
      fault();
    }
  }

  private void expect(int more, int from, int to) {
    missing = more;
    length = more + 1;
    least = from;
    most = to;
  }

  private void fault() {
    missing = 0;
    faults++;
    if (firstFault == NONE) {
      firstFault = sequenceStart;
    }
  }
}
