package cohealth.settlement;

/** One payer of a chain: takes what it may of the bill and tells the ledger. */
interface Payer {
  void pay(Turn turn);
}
