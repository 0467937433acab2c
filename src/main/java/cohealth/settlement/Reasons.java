package cohealth.settlement;

import cohealth.text.RowText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A set of reasons.
 *
 * @param bits the sum of their {@link Reason#bit() bits}
 */
public record Reasons(long bits) {
  /** None. */
  public static final Reasons NONE = new Reasons(0);

  /** One alone. */
  public static Reasons of(Reason reason) {
    return new Reasons(reason.bit());
  }

  /** Whether the reason is in the set. */
  public boolean has(Reason reason) {
    return (bits & reason.bit()) != 0;
  }

  /** Appends the codes in their order, joined by {@code ;}. */
  public void append(RowText out) {
    long rest = bits;
    while (rest != 0) {
      out.append(CODES[Long.numberOfTrailingZeros(rest)]);
      rest &= rest - 1;
      if (rest != 0) {
        out.append(';');
      }
    }
  }

  /** The codes in their order, joined by {@code ;}. */
  public String text() {
    RowText out = new RowText();
    append(out);
    return out.toString();
  }

  private static final byte[][] CODES =
      Arrays.stream(Reason.values())
          .map(reason -> reason.name().getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);
}
