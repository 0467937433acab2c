package cohealth.generation;

/**
 * What claims must know of the people, in nine bytes for each: who uses care how much, as an alias
 * table (Walker, Vose), so that a patient is found in one look; and region, disease and insurance.
 */
final class Patients {
  private static final int DISEASE_SHIFT = 4;
  private static final int MASK = 15;

  private final byte[] traits;
  private final int[] weights;
  private int[] aliases = new int[0];

  Patients(int count) {
    traits = new byte[count];
    weights = new int[count];
  }

  /**
   * Adds what is known of a person.
   *
   * @param disease 0 for none
   * @param weight above 0
   */
  void set(int person, int region, int disease, int weight) {
    traits[person] = (byte) (region | (disease << DISEASE_SHIFT));
    weights[person] = weight;
  }

  int region(int person) {
    return traits[person] & MASK;
  }

  /** The number of the disease from 1 on; 0 for none. */
  int disease(int person) {
    return (traits[person] >>> DISEASE_SHIFT) & MASK;
  }

  /** Makes the table when everybody is there. The weights become the thresholds of the table. */
  void complete() {
    int count = weights.length;
    long sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    // shares of one slot, in units of which a whole slot has `sum`
    long[] left = new long[count];
    int[] order = new int[count];
    int low = 0;
    int high = count;
    for (int i = 0; i < count; i++) {
      left[i] = (long) weights[i] * count;
      if (left[i] < sum) {
        order[low++] = i;
      } else {
        order[--high] = i;
      }
    }
    aliases = new int[count];
    long unit = (sum >>> 31) + 1; // a threshold has 31 bits
    int small = low;
    while (small > 0 && high < count) {
      int poor = order[--small];
      int rich = order[high];
      weights[poor] = threshold(left[poor], sum, unit);
      aliases[poor] = rich;
      left[rich] -= sum - left[poor];
      if (left[rich] < sum) {
        high++;
        order[small++] = rich;
      }
    }
    while (small > 0) {
      fill(order[--small]);
    }
    for (; high < count; high++) {
      fill(order[high]);
    }
  }

  private void fill(int person) {
    weights[person] = Integer.MAX_VALUE;
    aliases[person] = person;
  }

  private static int threshold(long part, long sum, long unit) {
    long whole = sum / unit;
    return (int) Math.min(Integer.MAX_VALUE, ((part / unit) << 31) / Math.max(1, whole));
  }

  /** A random patient. */
  int draw(long bits) {
    int slot = (int) (((bits >>> 32) * weights.length) >>> 32);
    int place = (int) (bits >>> 1) & Integer.MAX_VALUE;
    return place < weights[slot] ? slot : aliases[slot];
  }
}
