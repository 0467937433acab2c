package cohealth.run;

import cohealth.person.Families;

/** The first and last day with an event of each person, then of each family. */
final class EventDays {
  private static final int NONE_FIRST = Integer.MAX_VALUE;
  private static final int NONE_LAST = Integer.MIN_VALUE;

  private final Families families;
  // two places for each person, and when folded for each family: first, last
  private final int[] days;
  private boolean folded;

  /** Keeps looks from being left out; its value means nothing. */
  @SuppressWarnings("UnusedVariable")
  private int looked;

  EventDays(Families families, int people) {
    this.families = families;
    this.days = new int[2 * people];
    for (int i = 0; i < days.length; i += 2) {
      days[i] = NONE_FIRST;
      days[i + 1] = NONE_LAST;
    }
  }

  /** An event of the person. */
  void note(int person, int day) {
    int at = 2 * person;
    if (day < days[at]) {
      days[at] = day;
    }
    if (day > days[at + 1]) {
      days[at + 1] = day;
    }
  }

  /** An event of the person is coming: the processor fetches the place meanwhile. */
  void look(int person) {
    looked ^= days[2 * person];
  }

  /** There are no more events. */
  void fold() {
    if (folded) {
      throw new IllegalStateException("folded already");
    }
    folded = true;
    for (int person = 0; person < days.length / 2; person++) {
      int family = families.of(person); // not behind the person
      days[2 * family] = Math.min(days[2 * family], days[2 * person]);
      days[2 * family + 1] = Math.max(days[2 * family + 1], days[2 * person + 1]);
    }
  }

  /** Whether the person's family has any event. */
  boolean hasAny(int person) {
    return first(person) <= last(person);
  }

  int first(int person) {
    return days[2 * families.of(person)];
  }

  int last(int person) {
    return days[2 * families.of(person) + 1];
  }
}
