package cohealth.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who could help the same people, so that their order matters.
 *
 * @param beneficiary number in the family; {@link #EVERYBODY}: one order for the whole household
 */
record HelpGroup(int beneficiary, List<Helper> helpers) {
  /** The household file has one order for all whom a payer helps. */
  static final int EVERYBODY = -1;

  /** Up to so many payers all orders are tried. */
  static final int MOST_FOR_ALL_ORDERS = 5;

  boolean isSmall() {
    return helpers.size() <= MOST_FOR_ALL_ORDERS;
  }

  /** How many arrangements there are; {@link Long#MAX_VALUE} when nobody can count them. */
  long count() {
    // sum of k! times the k-th elementary symmetric polynomial of each helper's choices of limits
    long[] subsets = new long[helpers.size() + 1];
    subsets[0] = 1;
    for (Helper helper : helpers) {
      long choices = helper.isLimited() ? 2 : 1;
      for (int size = helpers.size(); size > 0; size--) {
        subsets[size] = plus(subsets[size], times(subsets[size - 1], choices));
      }
    }
    long all = 0;
    long orders = 1;
    for (int size = 0; size < subsets.length; size++) {
      orders = size == 0 ? 1 : times(orders, size);
      all = plus(all, times(orders, subsets[size]));
    }
    return all;
  }

  /** The product, {@link Long#MAX_VALUE} when it is larger. */
  static long times(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  private static long plus(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  /** All arrangements that change something, and before them the one that changes nothing. */
  List<Arrangement> arrangements() {
    List<Arrangement> all = new ArrayList<>();
    all.add(Arrangement.AS_IT_IS);
    extend(new ArrayList<>(), new boolean[helpers.size()], all);
    return all;
  }

  private void extend(List<Arrangement.Pick> picks, boolean[] used, List<Arrangement> all) {
    Arrangement found = new Arrangement(List.copyOf(picks));
    if (!Changes.of(this, found).isEmpty()) {
      all.add(found);
    }
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        continue;
      }
      used[i] = true;
      for (boolean unlimited : limitChoices(i)) {
        picks.add(new Arrangement.Pick(i, unlimited));
        extend(picks, used, all);
        picks.remove(picks.size() - 1);
      }
      used[i] = false;
    }
  }

  /** Whether the authorised amount of a helper may be lifted: no, and perhaps yes. */
  List<Boolean> limitChoices(int helper) {
    return helpers.get(helper).isLimited() ? List.of(false, true) : List.of(false);
  }
}
