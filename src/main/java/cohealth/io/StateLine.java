package cohealth.io;

import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.Carried;
import cohealth.person.Binding;
import cohealth.person.Insured;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.AccumulatorSlots;
import cohealth.settlement.Split;
import cohealth.settlement.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a state file (docs/files.md). People, claims and bindings stand there by their ids,
 * accumulators by their place in the head's list.
 */
public sealed interface StateLine {
  /**
   * The first line.
   *
   * @param asOf the time of the last event; all later ones are after it
   * @param regions whose policies the run used
   */
  record Head(long asOf, List<Integer> regions, List<AccumulatorSlots.Slot> slots)
      implements StateLine {}

  /**
   * A person.
   *
   * @param person as insured at the state's time, with the household file's balances; the index
   *     means nothing here
   * @param inFile as the household file has them insured
   * @param opened the account year of the balances is known
   */
  record OfPerson(Person person, Insured inFile, boolean opened, Carried carried)
      implements StateLine {}

  /**
   * A binding of the run.
   *
   * @param binding its indexes mean nothing here
   */
  record OfBinding(String payer, String beneficiary, Binding binding) implements StateLine {}

  /** How much of a binding's authorised amount was used, see {@link BindingKey}. */
  record OfUse(BindingKey key, List<Carried.Use> uses) implements StateLine {}

  /** What tells a binding that shares money from all others: it keeps its use over the runs. */
  record BindingKey(String payer, String beneficiary, int validFrom) {
    // written out: what the JVM makes of a record's equality when it is first used costs 10 ms
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof BindingKey other
          && payer.equals(other.payer)
          && beneficiary.equals(other.beneficiary)
          && validFrom == other.validFrom;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * payer.hashCode() + beneficiary.hashCode()) + validFrom;
    }
  }

  /** An activity that has happened. */
  record OfActivity(String id) implements StateLine {}

  /**
   * A claim that was settled or rejected.
   *
   * @param reverses the claim that this one took back, or null
   * @param detail null where nothing can be taken back
   */
  record OfClaim(
      String id,
      String person,
      Status status,
      long totalFen,
      @Nullable String reverses,
      @Nullable Detail detail)
      implements StateLine {}

  /**
   * What a claim took.
   *
   * @param policy the document's id, null without a policy
   * @param policyFrom first day of its version
   * @param group its name, as those after it; empty = none
   * @param type the claim's type as a word, empty when not known; likewise the facility's level
   * @param started account years that had started, by the id of the purses' holder
   */
  record Detail(
      long moment,
      int benefitYear,
      long eligibleFen,
      long firstSelfPayFen,
      long overLimitFen,
      long selfFundedFen,
      Split split,
      @Nullable String policy,
      int policyFrom,
      String group,
      String band,
      String benefit,
      String type,
      String level,
      List<Integer> rates,
      List<Paid> paid,
      Map<String, Integer> started,
      List<Counted> counted,
      List<Used> used,
      List<Visited> visited,
      @Nullable Limits limits) {}

  /**
   * One payment of a claim.
   *
   * @param holder id of the person whose purse or cash it is; null for funds
   * @param fund see {@link cohealth.ledger.Posting#fund}
   */
  record Paid(
      Account account,
      @Nullable String holder,
      String fund,
      @Nullable Purse purse,
      Component component,
      long fen) {}

  /** What a claim moved of an accumulator of its patient. */
  record Counted(int slot, int period, long fen) {}

  /** What a claim used of a binding's authorised amount. */
  record Used(BindingKey key, int accountYear, long fen) {}

  /** A visit that a claim counts in. */
  record Visited(int slot, int year, int visit) {}

  /** The limits that were asked, see {@link cohealth.settlement.LimitsLeft}. */
  record Limits(List<Counted> deductibles, List<Counted> caps) {}
}
