package cohealth.settlement;

import cohealth.time.Day;
import cohealth.time.Moment;

/** The days around one day on which an answer about a person stays the same. */
final class Stretch {
  private final int day;
  private int from = Day.OPEN_START;
  private int until = Day.OPEN_END;
  private boolean changesWithinDay;

  Stretch(int day) {
    this.day = day;
  }

  int day() {
    return day;
  }

  int from() {
    return from;
  }

  int until() {
    return until;
  }

  /** Whether the answer of the day itself depends on the time of day: then it is not kept. */
  boolean changesWithinDay() {
    return changesWithinDay;
  }

  /** From this day on the answer may be another one. */
  void changesOn(int other) {
    if (other <= day) {
      from = Math.max(from, other);
    } else {
      until = Math.min(until, other - 1);
    }
  }

  /** The answer may be another one after this day. */
  void endsAfter(int other) {
    if (other != Day.OPEN_END) {
      changesOn(other + 1);
    }
  }

  /** From this moment on the answer may be another one. */
  void changesAt(long moment) {
    int other = Moment.day(moment);
    changesOn(other);
    changesOn(other + 1);
    changesWithinDay |= other == day;
  }

  /** The answer depends on another one, which stays the same as long as this. */
  void isWithin(Stretch other) {
    from = Math.max(from, other.from);
    until = Math.min(until, other.until);
    changesWithinDay |= other.changesWithinDay;
  }

  /** As {@link #isWithin(Stretch)}, of an answer that was kept. */
  void isWithin(int otherFrom, int otherUntil) {
    from = Math.max(from, otherFrom);
    until = Math.min(until, otherUntil);
  }
}
