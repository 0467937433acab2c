package cohealth.io;

import cohealth.event.Activity;
import java.util.Locale;
import java.util.Set;

/** The kinds of activities and the columns that each of them uses, beside the required ones. */
enum ActivityKind {
  CREDIT(Set.of(), ActivityColumn.PURSE, ActivityColumn.AMOUNT),
  PREMIUM(
      Set.of(ActivityColumn.PLAN_YEAR),
      ActivityColumn.PAYER_ID,
      ActivityColumn.MODE,
      ActivityColumn.AMOUNT,
      ActivityColumn.PLAN_YEAR),
  TRANSFER(
      Set.of(ActivityColumn.PAYER_ID, ActivityColumn.AMOUNT),
      ActivityColumn.PAYER_ID,
      ActivityColumn.AMOUNT),
  CHANGE(Set.of(ActivityColumn.FIELD), ActivityColumn.FIELD, ActivityColumn.VALUE);

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<ActivityColumn> needed;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<ActivityColumn> used;

  ActivityKind(Set<ActivityColumn> needed, ActivityColumn... used) {
    this.needed = needed;
    this.used = Set.of(used);
  }

  /** The kind of an activity. */
  static ActivityKind of(Activity activity) {
    if (activity instanceof Activity.Credit) {
      return CREDIT;
    }
    if (activity instanceof Activity.Premium) {
      return PREMIUM;
    }
    return activity instanceof Activity.Transfer ? TRANSFER : CHANGE;
  }

  /** The English word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a cell of the column may hold something. */
  boolean uses(ActivityColumn column) {
    return used.contains(column);
  }

  /** Whether a cell of the column must not be blank, whatever the others hold. */
  boolean needs(ActivityColumn column) {
    return needed.contains(column);
  }
}
