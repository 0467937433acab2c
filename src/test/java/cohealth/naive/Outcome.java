package cohealth.naive;

/**
 * What came of an activity.
 *
 * @param reason why it was refused; blank when it was accepted
 * @param amount the money that moved
 * @param detail who paid what
 */
record Outcome(String reason, long amount, String detail) {
  static Outcome refused(String reason) {
    return new Outcome(reason, 0, "");
  }

  static Outcome accepted(long amount, String detail) {
    return new Outcome("", amount, detail);
  }
}
