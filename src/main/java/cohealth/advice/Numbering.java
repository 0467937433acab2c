package cohealth.advice;

import cohealth.person.Binding;
import java.util.List;

/**
 * The numbers that bring payers into an order: as many of them as possible keep the one that they
 * have, since every other number is something that a family must change.
 */
final class Numbering {
  private Numbering() {}

  /**
   * Rising numbers from 1 on.
   *
   * @param now what each has, in the new order; {@link Helper#NO_PLACE} = none that could stay
   */
  static int[] of(List<Integer> now) {
    int size = now.size();
    int[] chain = new int[size]; // how many can keep their number up to here, with this one
    int[] before = new int[size];
    int last = -1;
    for (int i = 0; i < size; i++) {
      before[i] = -1;
      boolean roomBehind = now.get(i) <= Binding.NO_ORDER - (size - 1 - i);
      if (now.get(i) < i + 1 || !roomBehind) {
        continue;
      }
      chain[i] = 1;
      for (int j = 0; j < i; j++) {
        if (chain[j] >= chain[i] && now.get(i) - now.get(j) >= i - j) {
          chain[i] = chain[j] + 1;
          before[i] = j;
        }
      }
      last = last < 0 || chain[i] > chain[last] ? i : last;
    }
    boolean[] keeps = new boolean[size];
    for (int i = last; i >= 0; i = before[i]) {
      keeps[i] = true;
    }
    int[] numbers = new int[size];
    int number = 0;
    for (int i = 0; i < size; i++) {
      number = keeps[i] ? now.get(i) : number + 1;
      numbers[i] = number;
    }
    return numbers;
  }
}
