package cohealth.generation;

import java.util.List;

/** A number that depends on the age, in steps. */
public final class Steps {
  private final int[] ages;
  private final int[] values;

  /**
   * The steps in the order of ages.
   *
   * @param steps of each the first age in years, and the number from then on; the first is of age 0
   */
  public Steps(List<List<Integer>> steps) {
    ages = steps.stream().mapToInt(step -> step.get(0)).toArray();
    values = steps.stream().mapToInt(step -> step.get(1)).toArray();
    boolean grows = ages.length > 0 && ages[0] == 0;
    for (int i = 1; grows && i < ages.length; i++) {
      grows = ages[i] > ages[i - 1];
    }
    if (!grows) {
      throw new IllegalArgumentException("ages must grow from 0: " + steps);
    }
  }

  /** The number at an age. */
  int at(int age) {
    int index = ages.length - 1;
    while (ages[index] > age) {
      index--;
    }
    return values[index];
  }
}
