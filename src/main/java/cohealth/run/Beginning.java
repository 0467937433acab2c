package cohealth.run;

import cohealth.io.ProblemCode;
import cohealth.time.Day;
import cohealth.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * When the first event of a run may be: not before the opening date, and after the last event of
 * the state from which it goes on (rules: section 8).
 *
 * @param openingDay {@link Day#UNKNOWN} = not given
 * @param asOf {@link Long#MIN_VALUE} = there is no state
 */
record Beginning(int openingDay, long asOf) {
  /** Why the event is too early, or null. */
  @Nullable ProblemCode fault(long moment) {
    if (moment <= asOf) {
      return ProblemCode.NOT_AFTER_STATE;
    }
    return openingDay != Day.UNKNOWN && Moment.day(moment) < openingDay
        ? ProblemCode.BEFORE_OPENING
        : null;
  }

  /** The time that the fault is about. */
  String limit(ProblemCode fault) {
    return fault == ProblemCode.NOT_AFTER_STATE ? Moment.text(asOf) : Day.text(openingDay);
  }
}
