package cohealth.ledger;

import java.util.Arrays;

/**
 * The visits of a person that have live claims on an accumulator in a year, with how many, in the
 * order in which the visits were opened.
 */
final class LiveVisits {
  private int[] visitsAndClaims = new int[4];
  private int size;

  /** Hears one visit and its live claims. */
  interface Each {
    void live(int visit, int claims);
  }

  /** Whether no visit opened before this one is live. */
  boolean isFirst(int visit) {
    return size == 0 || visitsAndClaims[0] >= visit;
  }

  /** So many live claims of the visit more, or less. */
  void count(int visit, int delta) {
    int at = size - 2; // a claim mostly belongs to one of the last visits
    while (at >= 0 && visitsAndClaims[at] > visit) {
      at -= 2;
    }
    if (at < 0 || visitsAndClaims[at] != visit) {
      insert(at + 2, visit, delta);
    } else if ((visitsAndClaims[at + 1] = sum(visitsAndClaims[at + 1], delta)) == 0) {
      System.arraycopy(visitsAndClaims, at + 2, visitsAndClaims, at, size - at - 2);
      size -= 2;
    }
  }

  void forEach(Each each) {
    for (int i = 0; i < size; i += 2) {
      each.live(visitsAndClaims[i], visitsAndClaims[i + 1]);
    }
  }

  /** Never past the largest number: so many claims are live for good. */
  private static int sum(int claims, int delta) {
    return (int) Math.min(Integer.MAX_VALUE, (long) claims + delta);
  }

  private void insert(int at, int visit, int claims) {
    if (size == visitsAndClaims.length) {
      visitsAndClaims = Arrays.copyOf(visitsAndClaims, size * 2);
    }
    System.arraycopy(visitsAndClaims, at, visitsAndClaims, at + 2, size - at);
    visitsAndClaims[at] = visit;
    visitsAndClaims[at + 1] = claims;
    size += 2;
  }
}
