package cohealth.settlement;

import cohealth.event.TimelinePlace;
import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Purse;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyVersion;
import cohealth.time.Moment;

/**
 * What of family members' money may help others, through which binding, at a place of the timeline
 * (rules: section 6). All of it is asked of the payer's policy.
 */
record PayerMoney(Memberships memberships, Ledger ledger, Controls controls, Rollover rollover) {

  /** The payer's policy; only for payers whose binding works. */
  PolicyVersion version(int payer, TimelinePlace place) {
    PolicyVersion version = memberships.of(payer, place).version();
    if (version == null) {
      throw new IllegalStateException("a working binding whose payer has no policy");
    }
    return version;
  }

  /** The account year of the payer's policy. */
  int accountYear(int payer, TimelinePlace place) {
    return version(payer, place).policy().accountYear().yearOf(Moment.day(place.moment()));
  }

  /**
   * The payer's shareable purses together, above the reserve.
   *
   * @param drawnFen counted as if it were still there
   */
  long shareableFen(int payer, TimelinePlace place, long drawnFen) {
    rollover.pass(payer, Moment.day(place.moment()));
    Family family = version(payer, place).family();
    long sum = Fen.sum(drawnFen, ledger.balanceFen(payer, Purse.PRIOR));
    if (family.sharesCurrent()) {
      sum = Fen.sum(sum, ledger.balanceFen(payer, Purse.CURRENT));
    }
    return Math.max(0, sum - family.reserveFen());
  }

  /**
   * What of the binding's authorised amount is left; nothing when it was lowered below what earlier
   * runs used.
   *
   * @param inThisEventFen what this event has drawn through the binding so far
   */
  long authorisedFen(Binding binding, TimelinePlace place, long inThisEventFen) {
    if (binding.limitFen() == Fen.NONE) {
      return Long.MAX_VALUE;
    }
    long used =
        binding.limitPerClaim()
            ? inThisEventFen
            : ledger.usedFen(binding.index(), accountYear(binding.payer(), place));
    return Math.max(0, binding.limitFen() - used);
  }

  /** Notes that the binding's authorised amount was used. */
  void use(Binding binding, TimelinePlace place, long fen) {
    if (binding.limitFen() != Fen.NONE && !binding.limitPerClaim()) {
      controls.uses(fen);
      ledger.use(binding.index(), accountYear(binding.payer(), place), fen, binding.limitFen());
    }
  }
}
