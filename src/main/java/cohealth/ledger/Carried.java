package cohealth.ledger;

import java.util.Comparator;
import java.util.List;

/**
 * All that the ledger holds of one person at the end of a run, for a later run to go on with
 * (rules: section 8).
 *
 * @param yearsStarted how many account years have started since the first opening balances
 * @param accumulators by slot and period, without those at zero
 * @param transfersToday wallet transfers that the person has made on the day of the run's end
 */
public record Carried(
    long priorFen,
    long currentFen,
    long walletFen,
    int yearsStarted,
    List<Count> accumulators,
    List<PaidPremium> premiums,
    long transfersToday,
    Visits visits) {

  /** An accumulator's count in one period. */
  public record Count(int slot, int period, long fen) {}

  /** A paid plan year: its days, and the first one with benefits. */
  public record PaidPremium(int planYear, int from, int to, int benefitsFrom) {}

  /** How much of a binding's authorised amount was used in an account year of the payer. */
  public record Use(int accountYear, long fen) {}

  /**
   * A person's visits.
   *
   * @param opened how many there are
   * @param named by visit id
   * @param today by facility id, of the day of the run's end
   * @param live which of them count on an accumulator in a year
   */
  public record Visits(int opened, List<Named> named, List<Named> today, List<Live> live) {
    /** Nobody asked for visits. */
    public static final Visits NONE = new Visits(0, List.of(), List.of(), List.of());

    /** Visits in an order of their own, so that the same state is written as the same bytes. */
    public Visits {
      live =
          live.stream()
              .sorted(
                  Comparator.comparingInt(Live::slot)
                      .thenComparingInt(Live::year)
                      .thenComparingInt(Live::visit))
              .toList();
    }
  }

  /** The visit that an id stands for; ids are numbers from 1. */
  public record Named(int id, int visit) {}

  /** How many live claims of a visit count on an accumulator in a year. */
  public record Live(int slot, int year, int visit, int claims) {}
}
