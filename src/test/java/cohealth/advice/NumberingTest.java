package cohealth.advice;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.person.Binding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that bring payers into an order with as few changes as possible. */
class NumberingTest {
  private static final int LARGEST = 3;

  @Test
  void keepsWhatStandsInOrder() {
    assertThat(Numbering.of(List.of(1, 2, 7))).containsExactly(1, 2, 7);
    assertThat(Numbering.of(List.of())).isEmpty();
  }

  @Test
  void changesOnePlaceWhereThatIsEnough() {
    assertThat(Numbering.of(List.of(2, 1))).containsExactly(2, 3);
    assertThat(Numbering.of(List.of(2, 3, 1))).containsExactly(2, 3, 4);
    assertThat(Numbering.of(List.of(Helper.NO_PLACE, 2))).containsExactly(1, 2);
  }

  @Test
  void aPayerWithoutAPlaceMayStayTheLast() {
    int last = Binding.NO_ORDER;
    assertThat(Numbering.of(List.of(1, last))).containsExactly(1, last);
    assertThat(Numbering.of(List.of(last, 1))).containsExactly(1, 2);
    assertThat(Numbering.of(List.of(last, last))).containsExactly(1, last);
  }

  /** All places of up to four payers: the numbers rise, and no others keep more of them. */
  @Test
  void noNumberingKeepsMore() {
    for (int size = 1; size <= 4; size++) {
      for (List<Integer> now : sequences(size, 0)) {
        int[] numbers = Numbering.of(now);
        int most = 0;
        for (List<Integer> other : sequences(size, 1)) {
          if (rises(other)) {
            most = Math.max(most, kept(now, other));
          }
        }
        List<Integer> found = new ArrayList<>();
        for (int number : numbers) {
          found.add(number);
        }
        assertThat(rises(found)).as(now + " " + found).isTrue();
        assertThat(kept(now, found)).as(now + " " + found).isEqualTo(most);
      }
    }
  }

  private static int kept(List<Integer> now, List<Integer> numbers) {
    int kept = 0;
    for (int i = 0; i < now.size(); i++) {
      kept += now.get(i).equals(numbers.get(i)) ? 1 : 0;
    }
    return kept;
  }

  private static boolean rises(List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) <= (i == 0 ? 0 : numbers.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private static List<List<Integer>> sequences(int size, int from) {
    List<List<Integer>> all = List.of(List.of());
    for (int i = 0; i < size; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : all) {
        for (int next = from; next <= LARGEST + i; next++) {
          List<Integer> one = new ArrayList<>(start);
          one.add(next);
          longer.add(one);
        }
      }
      all = longer;
    }
    return all;
  }
}
