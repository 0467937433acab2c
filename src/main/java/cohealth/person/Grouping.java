package cohealth.person;

import java.util.function.IntUnaryOperator;

/**
 * Numbers in groups: those of a group stand one after the other, in their order. Two arrays for
 * all, so that a million groups are no million objects.
 */
final class Grouping {
  private final int[] starts;
  private final int[] members;

  /**
   * The numbers from 0 on in their groups.
   *
   * @param groups how many there are
   * @param numbers how many there are
   * @param groupOf the group of a number
   */
  Grouping(int groups, int numbers, IntUnaryOperator groupOf) {
    starts = new int[groups + 1];
    members = new int[numbers];
    for (int i = 0; i < numbers; i++) {
      starts[groupOf.applyAsInt(i)]++;
    }
    int end = 0;
    for (int group = 0; group <= groups; group++) {
      end += starts[group];
      starts[group] = end;
    }
    for (int i = numbers - 1; i >= 0; i--) {
      members[--starts[groupOf.applyAsInt(i)]] = i;
    }
  }

  /** The place of the group's first member. */
  int start(int group) {
    return starts[group];
  }

  /** The place behind its last one. */
  int end(int group) {
    return starts[group + 1];
  }

  /** The member at a place. */
  int member(int place) {
    return members[place];
  }
}
