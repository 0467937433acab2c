package cohealth.settlement;

/** One payer of a chain: takes what it may of the bill and tells the ledger. */
sealed interface Payer permits PoolPayer, SupplementPayer, OwnPayer, FamilyPayer, CashPayer {
  void pay(Turn turn);
}
