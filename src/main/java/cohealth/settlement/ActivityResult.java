package cohealth.settlement;

import cohealth.event.Activity;
import java.util.List;

/**
 * What became of one activity: accepted whole, or refused whole with a reason and without any
 * change.
 *
 * @param reason the code of the refusal; empty when accepted
 * @param amountFen what moved: zero when refused, and for a change
 * @param payers who paid of it, in the order drawn; empty for credits, changes and refusals
 * @param ownBalanceFen all purses of the activity's person, after it
 */
public record ActivityResult(
    Activity activity, String reason, long amountFen, List<FamilyDraw> payers, long ownBalanceFen) {
  /** Keeps the payers as they are now. */
  public ActivityResult {
    payers = List.copyOf(payers);
  }

  /** An activity that was done. */
  public static ActivityResult accepted(
      Activity activity, long amountFen, List<FamilyDraw> payers, long ownBalanceFen) {
    return new ActivityResult(activity, "", amountFen, payers, ownBalanceFen);
  }

  /** An activity that was not done. */
  public static ActivityResult refused(Activity activity, String reason, long ownBalanceFen) {
    return new ActivityResult(activity, reason, 0, List.of(), ownBalanceFen);
  }

  /** The activity's number over all activities files, from 0. */
  public int ordinal() {
    return activity.ordinal();
  }

  /** Whether the activity was done. */
  public boolean accepted() {
    return reason.isEmpty();
  }
}
