package cohealth.page;

/**
 * Round amounts, short: they stand at the side of a drawing.
 *
 * @param language as HTML names it
 */
record ShortAmounts(String language) implements PlotDrawing.Numbers {
  private static final long YUAN = 100;

  @Override
  public String amount(long fen) {
    return language.startsWith("zh")
        ? shortened(fen, 10_000, "万", 100_000_000, "亿")
        : shortened(fen, 1_000, "k", 1_000_000, "M");
  }

  private static String shortened(long fen, long less, String lessName, long more, String name) {
    long size = Math.abs(fen);
    if (size >= more * YUAN && size % (more * YUAN / 10) == 0) {
      return tenths(fen, more) + name;
    }
    if (size >= less * YUAN && size % (less * YUAN / 10) == 0) {
      return tenths(fen, less) + lessName;
    }
    String text = Thousands.amount(fen);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private static String tenths(long fen, long unit) {
    long tenths = Math.abs(fen) / (unit * YUAN / 10);
    String whole = (fen < 0 ? "-" : "") + Thousands.count(tenths / 10);
    return tenths % 10 == 0 ? whole : whole + "." + tenths % 10;
  }
}
