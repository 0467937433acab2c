package cohealth.ledger;

/**
 * What must always hold (rules: section 10). Every claim and every run is checked; nothing switches
 * that off. The names are the contract, docs/reliability.md says what each of them means.
 */
public enum Invariant {
  // one claim
  PARTS_ADD_UP,
  NO_PART_NEGATIVE,
  BILL_ADDS_UP,
  SPLIT_ADDS_UP,
  FAMILY_ADDS_UP,
  REVERSAL_NEGATES,
  // what a claim or an activity moves
  PURSE_NOT_BELOW_ZERO,
  PURSES_MOVE_AS_PAID,
  ACCUMULATOR_WITHIN_LIMIT,
  ACCUMULATORS_MOVE_AS_COUNTED,
  BINDING_WITHIN_AMOUNT,
  BINDINGS_MOVE_AS_USED,
  OWN_PURSES_FIRST,
  FAMILY_IN_ORDER,
  // the whole run
  PURSES_BALANCE,
  ACCUMULATORS_BALANCE,
  BINDINGS_BALANCE,
  ROWS_ADD_UP,
  ROWS_COMPLETE,
  // what is written beside the results
  JOURNAL_BALANCES,
  NATIONAL_SUMS
}
