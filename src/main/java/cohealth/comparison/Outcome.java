package cohealth.comparison;

/**
 * How many gain and lose by a reform, counted by the cash that they pay: who pays less cash gains,
 * who pays more loses. Amounts are fen and never negative.
 *
 * @param counted how many have claims
 * @param gain how many of them pay less cash
 * @param lose how many of them pay more cash
 * @param gainedFen how much less those pay altogether
 * @param lostFen how much more those pay altogether
 * @param mostGainedFen by one of them
 * @param mostLostFen by one of them
 */
public record Outcome(
    long counted,
    long gain,
    long lose,
    long gainedFen,
    long lostFen,
    long mostGainedFen,
    long mostLostFen) {

  /** How many pay the same. */
  public long same() {
    return counted - gain - lose;
  }

  /** Counts them one by one. Not for several threads. */
  static final class Counter {
    private long counted;
    private long gain;
    private long lose;
    private long gainedFen;
    private long lostFen;
    private long mostGainedFen;
    private long mostLostFen;

    /** One of them, who pays so much more cash than before, or less. */
    void add(long cashFen) {
      counted++;
      if (cashFen < 0) {
        gain++;
        gainedFen = Math.subtractExact(gainedFen, cashFen);
        mostGainedFen = Math.max(mostGainedFen, Math.negateExact(cashFen));
      } else if (cashFen > 0) {
        lose++;
        lostFen = Math.addExact(lostFen, cashFen);
        mostLostFen = Math.max(mostLostFen, cashFen);
      }
    }

    Outcome outcome() {
      return new Outcome(counted, gain, lose, gainedFen, lostFen, mostGainedFen, mostLostFen);
    }
  }
}
