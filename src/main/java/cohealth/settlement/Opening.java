package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.time.Day;
import java.util.Map;

/** Where a run begins: at the balances of the household file, or where an earlier run ended. */
public interface Opening {
  /**
   * As of which day the person's balances are; {@link Day#UNKNOWN}: all events of the person's
   * family are in the account year of the balances (rules: section 8).
   */
  int openedOn(int person);

  /** Brings a ledger with the household file's balances to the opening. */
  void restore(Ledger ledger);

  /** The claims of earlier runs that some row of this one wants to take back, by ordinal. */
  Map<Integer, Past> past();

  /** The first run, with balances as of a day, or {@link Day#UNKNOWN}. */
  static Opening first(int openedOn) {
    return new Opening() {
      @Override
      public int openedOn(int person) {
        return openedOn;
      }

      @Override
      public void restore(Ledger ledger) {}

      @Override
      public Map<Integer, Past> past() {
        return Map.of();
      }
    };
  }
}
