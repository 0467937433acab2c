package cohealth.settlement;

import cohealth.policy.BenefitCell.Counter;
import cohealth.time.YearStart;

/**
 * The periods that hold one claim.
 *
 * @param visit the claim's visit among the person's visits; 0 where nobody asks
 */
record ClaimPeriods(int day, YearStart benefitYear, int visit) {
  /** The number of the counter's period that holds the claim. */
  int of(Counter counter) {
    return counter.period().number(day, benefitYear, visit);
  }
}
