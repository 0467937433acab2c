package cohealth.bench;

import java.util.Locale;

/**
 * A figure that is to be reached.
 *
 * @param smallIsGood the figure is to be at most the targets; otherwise at least
 */
record Target(String measure, double figure, double must, double aim, boolean smallIsGood) {
  static Target atMost(String measure, double figure, double must, double aim) {
    return new Target(measure, figure, must, aim, true);
  }

  static Target atLeast(String measure, double figure, double must, double aim) {
    return new Target(measure, figure, must, aim, false);
  }

  String[] cells() {
    return new String[] {
      measure, number(figure), bound(must), verdict(must), bound(aim), verdict(aim)
    };
  }

  private String bound(double target) {
    return (smallIsGood ? "≤ " : "≥ ") + number(target);
  }

  private String verdict(double target) {
    return (smallIsGood ? figure <= target : figure >= target) ? "yes" : "no";
  }

  private static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
