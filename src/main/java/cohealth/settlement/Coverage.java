package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.time.Day;

/** What decides whether a day is within a person's benefits (rules: section 7). */
enum Coverage {
  /** The dates of the household file: no premium of a plan year was paid for the day. */
  BY_FILE,
  /** A premium was paid late, and its waiting months are not over. */
  WAITING,
  /** A premium was paid for the day. */
  COVERED;

  /** Of a person on a day. */
  static Coverage of(Ledger ledger, int person, int day) {
    int benefitsFrom = ledger.premiumBenefitsFrom(person, day);
    if (benefitsFrom == Day.UNKNOWN) {
      return BY_FILE;
    }
    return day < benefitsFrom ? WAITING : COVERED;
  }
}
