package cohealth.settlement;

import cohealth.ledger.Account;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The family's shared accounts, one payer after the other (rules: section 6). */
record FamilyPayer(
    ChainRule.Family rule,
    @Nullable PolicyVersion version,
    Bindings bindings,
    NearPayers near,
    Helpers.Finder finder,
    PayerMoney money,
    Ledger ledger)
    implements Payer {
  private static final Set<Purse> ALL_PURSES = Set.of(Purse.values());

  @Override
  public void pay(Turn turn) {
    Step.Skipped skipped = skipped(turn);
    if (skipped != null) {
      if (turn.isTold()) {
        turn.tell(new Step.FamilySkipped(skipped, bindings.ofBeneficiary(turn.person)));
      }
      return;
    }
    Helpers helpers = finder.of(turn.person, version, turn.day, turn.place());
    turn.note(helpers.faults());
    if (turn.isTold()) {
      tellFaults(turn);
    }
    List<Integer> working = helpers.working();
    if (working.size() > 1 && Helpers.Finder.isByBalance(version)) {
      for (Binding binding :
          finder.byBalance(turn.person, helpers, version, turn.place(), turn::drawnFromFen)) {
        ask(turn, binding);
      }
    } else {
      for (int i = 0; i < working.size(); i++) {
        if (i > 0 && turn.bill.open(rule.cover()) != 0) {
          finder.checkOrder(turn.person, working.get(i - 1), working.get(i), version, turn.place());
        }
        askAt(turn, working.get(i));
      }
    }
  }

  /** Asks without a look at the binding, where only the payer matters. */
  private void askAt(Turn turn, int place) {
    int payer = turn.isTold() ? -1 : near.payer(turn.person, place);
    if (payer < 0) {
      ask(turn, near.binding(turn.person, place));
      return;
    }
    long need = turn.bill.leftFen(rule.cover());
    if (need > 0) {
      draw(turn, payer, need, Long.MAX_VALUE);
    }
  }

  private void tellFaults(Turn turn) {
    List<Binding> all = bindings.ofBeneficiary(turn.person);
    List<@Nullable Reason> faults = finder.faults(turn.person, version, turn.place());
    for (int i = 0; i < all.size(); i++) {
      Reason fault = faults.get(i);
      if (fault != null) {
        turn.tell(new Step.BindingRefused(all.get(i), fault));
      }
    }
  }

  private void ask(Turn turn, Binding binding) {
    long need = turn.bill.leftFen(rule.cover());
    if (need > 0) {
      draw(turn, binding, need);
    } else if (turn.isTold()) {
      turn.tell(new Step.FamilyNotNeeded(binding));
    }
  }

  /** Why no family member is asked, or null. */
  private Step.@Nullable Skipped skipped(Turn turn) {
    // the other reasons are told, in their order, only to those who want to know
    if (!turn.isTold() && turn.bill.open(rule.cover()) == 0) {
      return Step.Skipped.NOTHING_LEFT;
    }
    if (!near.hasAny(turn.person)) {
      return Step.Skipped.NO_BINDINGS;
    }
    if (!turn.claim.useAccount()) {
      return Step.Skipped.ACCOUNT_NOT_USED;
    }
    if (!turn.entitlement.allowsFamily()) {
      return Step.Skipped.OFFSITE;
    }
    if (turn.bill.leftFen(rule.cover()) == 0) {
      return Step.Skipped.NOTHING_LEFT;
    }
    return ownPursesAreEmpty(turn.person, version, ledger) ? null : Step.Skipped.OWN_MONEY_LEFT;
  }

  /** Whether the patient's purses that must be empty before family money moves are. */
  static boolean ownPursesAreEmpty(int patient, @Nullable PolicyVersion version, Ledger ledger) {
    if (ledger.balanceFen(patient) == 0) {
      return true;
    }
    Set<Purse> mustBeEmpty = version == null ? ALL_PURSES : version.family().ownEmptyFirst();
    for (Purse purse : mustBeEmpty) {
      if (ledger.balanceFen(patient, purse) != 0) {
        return false;
      }
    }
    return true;
  }

  private void draw(Turn turn, Binding binding, long need) {
    long authorised = money.authorisedFen(binding, turn.place(), turn.drawnThroughFen(binding));
    if (turn.isTold()) {
      long available = money.shareableFen(binding.payer(), turn.place(), 0);
      long draw = Math.min(need, Math.min(available, authorised));
      turn.tell(new Step.FamilyDrawn(binding, need, available, authorised, draw));
    }
    long drawn = draw(turn, binding.payer(), need, authorised);
    if (drawn > 0) {
      money.use(binding, turn.place(), drawn);
      turn.addBindingDraw(binding, drawn);
      if (binding.limitPerClaim()
          && binding.limitFen() != Fen.NONE
          && turn.drawnThroughFen(binding) > binding.limitFen()) {
        throw new BrokenInvariant(Invariant.BINDING_WITHIN_AMOUNT);
      }
    }
  }

  private long draw(Turn turn, int payer, long need, long authorised) {
    long available = money.shareableFen(payer, turn.place(), 0);
    long draw = Math.min(need, Math.min(available, authorised));
    if (draw < need && draw == authorised) {
      turn.note(Reason.LIMIT_REACHED);
    }
    if (draw < need && draw == available) {
      turn.note(Reason.EMPTY);
    }
    if (draw > 0) {
      long left = draw;
      left -= turn.payFromPurse(Account.FAMILY, payer, Purse.PRIOR, rule.cover(), left);
      if (left > 0) {
        turn.payFromPurse(Account.FAMILY, payer, Purse.CURRENT, rule.cover(), left);
      }
      turn.addFamilyDraw(payer, draw);
    }
    return draw;
  }
}
