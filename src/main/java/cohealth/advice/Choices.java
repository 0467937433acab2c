package cohealth.advice;

import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that a household can arrange otherwise.
 *
 * @param rows all bindings that there can be, those of others among them, in the order of the file
 * @param helpsNow which of them there are as things are
 * @param people how many the family has
 */
record Choices(List<HelpGroup> groups, List<Binding> rows, List<Boolean> helpsNow, int people) {
  private static final int LEFT_OUT = 0;

  /** How many plans there are; {@link Long#MAX_VALUE} when nobody can count them. */
  long count() {
    long all = 1;
    for (HelpGroup group : groups) {
      all = HelpGroup.times(all, group.count());
    }
    return all;
  }

  /** The plan that changes nothing. */
  List<Arrangement> asItIs() {
    return groups.stream().map(group -> Arrangement.AS_IT_IS).toList();
  }

  /** What must be written otherwise for a plan: an arrangement for each group. */
  List<Change> changes(List<Arrangement> plan) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      changes.addAll(Changes.of(groups.get(i), plan.get(i)));
    }
    return changes;
  }

  /** The bindings of a plan. */
  Bindings bindings(List<Arrangement> plan) {
    int[] orders = new int[rows.size()];
    long[] limits = new long[rows.size()];
    Arrays.setAll(orders, i -> helpsNow.get(i) ? rows.get(i).order() : LEFT_OUT);
    Arrays.setAll(limits, i -> rows.get(i).limitFen());
    for (int i = 0; i < groups.size(); i++) {
      arrange(groups.get(i), plan.get(i), orders, limits);
    }
    List<Binding> bindings = new ArrayList<>(rows.size());
    for (int i = 0; i < orders.length; i++) {
      if (orders[i] != LEFT_OUT) {
        Binding row = rows.get(i);
        bindings.add(
            row.between(bindings.size(), row.payer(), row.beneficiary())
                .arranged(orders[i], limits[i]));
      }
    }
    return new Bindings(bindings, people);
  }

  private static void arrange(
      HelpGroup group, Arrangement arrangement, int[] orders, long[] limits) {
    List<Arrangement.Pick> picks = arrangement.picks();
    if (picks == null) {
      return;
    }
    for (Helper helper : group.helpers()) {
      helper.cells().forEach(cell -> cell.rows().forEach(row -> orders[row] = LEFT_OUT));
    }
    int[] numbers = Changes.numbers(group, picks);
    for (int i = 0; i < numbers.length; i++) {
      Arrangement.Pick pick = picks.get(i);
      for (ShareCell cell : group.helpers().get(pick.helper()).cells()) {
        for (int row : cell.rows()) {
          orders[row] = numbers[i];
          limits[row] = pick.unlimited() ? Fen.NONE : limits[row];
        }
      }
    }
  }
}
