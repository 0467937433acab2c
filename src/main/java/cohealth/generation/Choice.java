package cohealth.generation;

import java.util.List;

/** Which of several, each as often as its weight says. */
public final class Choice {
  private final int[] ends;

  /** One of as many as there are weights. */
  public Choice(List<Integer> weights) {
    ends = new int[weights.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.addExact(end, weights.get(i));
      ends[i] = end;
    }
    if (end <= 0) {
      throw new IllegalArgumentException("weights without a sum: " + weights);
    }
  }

  /** The index of a random one. */
  int draw(Draws draws) {
    int place = draws.below(ends[ends.length - 1]);
    int index = 0;
    while (ends[index] <= place) {
      index++;
    }
    return index;
  }
}
