package cohealth.settlement;

/** Cash takes the rest, so every chain ends with it. */
record CashPayer() implements Payer {
  @Override
  public void pay(Turn turn) {
    turn.payRestInCash();
  }
}
