package cohealth.settlement;

import cohealth.policy.BenefitCell.Counter;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;

/** The periods that hold one claim. Claims of a day mostly have the same ones. */
final class ClaimPeriods {
  private final int day;
  private final YearStart benefitYear;
  private final int visit;
  private final int year;

  /**
   * The periods of a claim.
   *
   * @param visit the claim's visit among the person's visits; 0 where nobody asks
   */
  ClaimPeriods(int day, YearStart benefitYear, int visit) {
    this.day = day;
    this.benefitYear = benefitYear;
    this.visit = visit;
    this.year = benefitYear.yearOf(day);
  }

  /** Whether a claim has these periods. */
  boolean areOf(int otherDay, YearStart otherYear, int otherVisit) {
    return day == otherDay && visit == otherVisit && benefitYear.equals(otherYear);
  }

  int visit() {
    return visit;
  }

  /** The calendar year in which the benefit year begins. */
  int benefitYear() {
    return year;
  }

  /** The number of the counter's period that holds the claim. */
  int of(Counter counter) {
    return counter.period() == PeriodKind.YEAR
        ? year
        : counter.period().number(day, benefitYear, visit);
  }
}
