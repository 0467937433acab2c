package cohealth.advice;

import cohealth.advice.Change.Kind;
import cohealth.money.Fen;
import java.util.ArrayList;
import java.util.List;

/** What must be written otherwise for an arrangement. */
final class Changes {
  private Changes() {}

  /** In the order of the new arrangement, then those who stop. */
  static List<Change> of(HelpGroup group, Arrangement arrangement) {
    List<Arrangement.Pick> picks = arrangement.picks();
    List<Change> changes = new ArrayList<>();
    if (picks == null) {
      return changes;
    }
    int[] numbers = numbers(group, picks);
    boolean[] picked = new boolean[group.helpers().size()];
    for (int i = 0; i < numbers.length; i++) {
      Arrangement.Pick pick = picks.get(i);
      picked[pick.helper()] = true;
      Helper helper = group.helpers().get(pick.helper());
      for (ShareCell cell : helper.cells()) {
        if (!cell.shares()) {
          add(changes, group, helper, cell, Kind.START, Change.NOTHING, numbers[i]);
        } else if (cell.order() != numbers[i]) {
          long from = Change.place(cell.order());
          add(changes, group, helper, cell, Kind.ORDER, from, Change.place(numbers[i]));
        }
        if (pick.unlimited() && cell.limitFen() != Fen.NONE) {
          add(changes, group, helper, cell, Kind.LIMIT, cell.limitFen(), Change.NOTHING);
        }
      }
    }
    for (int i = 0; i < picked.length; i++) {
      Helper helper = group.helpers().get(i);
      for (ShareCell cell : helper.cells()) {
        if (!picked[i] && cell.shares()) {
          add(changes, group, helper, cell, Kind.STOP, Change.place(cell.order()), Change.NOTHING);
        }
      }
    }
    return changes;
  }

  /** The numbers of those who help. */
  static int[] numbers(HelpGroup group, List<Arrangement.Pick> picks) {
    return Numbering.of(
        picks.stream().map(pick -> group.helpers().get(pick.helper()).place()).toList());
  }

  private static void add(
      List<Change> changes,
      HelpGroup group,
      Helper helper,
      ShareCell cell,
      Kind kind,
      long from,
      long to) {
    changes.add(
        new Change(helper.payer(), group.beneficiary(), cell.rows().get(0), kind, from, to));
  }
}
