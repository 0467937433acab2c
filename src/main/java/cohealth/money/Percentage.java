package cohealth.money;

/** One amount as per cent of another, for people: with one decimal. */
public final class Percentage {
  private static final int DECIMALS_AND_PERCENT = 3;

  private Percentage() {}

  /**
   * The part as per cent of the whole, rounded half up in magnitude, as {@code -3.2%}; {@code -}
   * when there is no whole.
   */
  public static String text(long part, long whole) {
    if (whole <= 0) {
      return "-";
    }
    long magnitude = Math.abs(part);
    long tenths = magnitude / whole;
    long rest = magnitude % whole;
    for (int i = 0; i < DECIMALS_AND_PERCENT; i++) {
      tenths = tenths * 10 + rest * 10 / whole;
      rest = rest * 10 % whole;
    }
    tenths += Rounding.HALF_UP.divide(rest, whole);
    return (part < 0 && tenths > 0 ? "-" : "") + tenths / 10 + "." + tenths % 10 + "%";
  }
}
