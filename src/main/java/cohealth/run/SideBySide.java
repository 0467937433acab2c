package cohealth.run;

import cohealth.comparison.Tally;
import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each claim, and each activity before it, to several lanes in turn. */
final class SideBySide implements KeptClaims.Taker<IOException> {
  private final List<Lane> lanes;
  private final List<Activity> activities;
  private final @Nullable Tally tally;
  private int next;

  /**
   * Nothing happened yet.
   *
   * @param activities in order of time
   * @param tally takes what the first two lanes say, if it is wanted
   */
  SideBySide(List<Lane> lanes, List<Activity> activities, @Nullable Tally tally) {
    this.lanes = lanes;
    this.activities = activities;
    this.tally = tally;
  }

  @Override
  public void coming(int person) {
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).coming(person);
    }
  }

  @Override
  public void take(Claim claim) {
    applyUntil(claim.moment());
    Settlement first = lanes.get(0).settle(claim);
    for (int i = 1; i < lanes.size(); i++) {
      Settlement other = lanes.get(i).settle(claim);
      if (i == 1 && tally != null) {
        tally.add(first, other);
      }
    }
  }

  /** What happens after the last claim. */
  void end() {
    applyUntil(Long.MAX_VALUE);
  }

  private void applyUntil(long moment) {
    while (next < activities.size() && activities.get(next).moment() <= moment) {
      Activity activity = activities.get(next++);
      ActivityResult first = lanes.get(0).apply(activity);
      for (int i = 1; i < lanes.size(); i++) {
        ActivityResult other = lanes.get(i).apply(activity);
        if (i == 1 && tally != null) {
          tally.add(first, other);
        }
      }
    }
  }
}
