package cohealth.naive;

/**
 * Money from a payer's purses, under one binding, in one account year of the payer.
 *
 * @param accountYear the year in which that account year starts
 */
record Draw(Binding binding, int accountYear, long prior, long current) {
  long amount() {
    return prior + current;
  }
}
