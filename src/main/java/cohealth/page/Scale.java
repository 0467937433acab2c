package cohealth.page;

import java.util.ArrayList;
import java.util.List;

/**
 * From where to where something is drawn, and at which round numbers lines help the eye.
 *
 * @param from 0, or below it
 * @param to 0, or above it
 * @param step between the lines
 */
record Scale(long from, long to, long step) {
  private static final long WHOLE = 10_000;
  private static final int MOST_LINES = 5;

  /** A quadrillion yuan: what is beyond that is drawn as that. */
  private static final long LARGEST = 100_000_000_000_000_000L;

  /** A scale that has the values and 0. */
  static Scale of(long least, long most) {
    long from = Math.max(-LARGEST, Math.min(0, least));
    long to = Math.min(LARGEST, Math.max(0, most));
    return new Scale(from, to, step(to - from));
  }

  /** A scale whose ends are round numbers. */
  static Scale round(long least, long most) {
    Scale scale = of(least, most);
    long step = scale.step;
    return new Scale(
        Math.floorDiv(scale.from, step) * step, -Math.floorDiv(-scale.to, step) * step, step);
  }

  /** Where a value is, as per cent of the whole. */
  String place(long value) {
    return percent(value - from);
  }

  /** Where a value is when large ones are on top. */
  String height(long value) {
    return percent(to - value);
  }

  /** How long something is, as per cent of the whole. */
  String length(long size) {
    return percent(Math.abs(size));
  }

  /** The round numbers, from below. */
  List<Long> lines() {
    List<Long> lines = new ArrayList<>();
    for (long line = -Math.floorDiv(-from, step) * step; line <= to; line += step) {
      lines.add(line);
    }
    return lines;
  }

  /** 1, 2 or 5 times a power of ten, so that there are few lines. */
  private static long step(long whole) {
    long step = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (whole / (step * factor) <= MOST_LINES) {
          return step * factor;
        }
      }
      step *= 10;
    }
  }

  private String percent(long part) {
    long whole = Math.max(1, to - from);
    // a drawing is no amount: a hundredth of a per cent is finer than any screen
    long hundredths = Math.round((double) part / whole * WHOLE);
    StringBuilder text = new StringBuilder().append(hundredths / 100);
    if (hundredths % 100 != 0) {
      text.append('.').append(hundredths % 100 / 10);
      if (hundredths % 10 != 0) {
        text.append(hundredths % 10);
      }
    }
    return text.append('%').toString();
  }
}
