package cohealth.event;

/**
 * A place on the timeline: activities come before claims of the same moment, in the order of their
 * rows.
 *
 * @param activity the activity's ordinal; {@link Integer#MAX_VALUE} for a claim
 */
public record TimelinePlace(long moment, int activity) implements Comparable<TimelinePlace> {
  /** Where claims of a moment stand. */
  public static TimelinePlace ofClaim(long moment) {
    return new TimelinePlace(moment, Integer.MAX_VALUE);
  }

  /** Where an activity stands. */
  public static TimelinePlace of(Activity activity) {
    return new TimelinePlace(activity.moment(), activity.ordinal());
  }

  @Override
  public int compareTo(TimelinePlace other) {
    int byMoment = Long.compare(moment, other.moment);
    return byMoment != 0 ? byMoment : Integer.compare(activity, other.activity);
  }
}
