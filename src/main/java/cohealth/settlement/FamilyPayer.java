package cohealth.settlement;

import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The family's shared accounts, one payer after the other (rules: section 6). */
record FamilyPayer(
    ChainRule.Family rule,
    @Nullable PolicyVersion version,
    People people,
    Bindings bindings,
    BindingTests tests,
    FamilyOrder order,
    Entitlements entitlements,
    Ledger ledger)
    implements Payer {
  private static final Set<Purse> ALL_PURSES = Set.of(Purse.values());

  @Override
  public void pay(Turn turn) {
    List<Binding> all = bindings.ofBeneficiary(turn.patient.index());
    if (all.isEmpty()
        || !turn.claim.useAccount()
        || !turn.entitlement.allowsFamily()
        || turn.bill.leftFen(rule.cover()) == 0
        || !ownPursesAreEmpty(turn)) {
      return;
    }
    List<@Nullable Reason> faults = tests.faults(all, version, turn.day);
    List<Binding> working = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Reason fault = faults.get(i);
      if (fault == null) {
        working.add(all.get(i));
      } else {
        turn.note(fault);
      }
    }
    for (Binding binding : order.sorted(working, version, turn)) {
      long need = turn.bill.leftFen(rule.cover());
      if (need == 0) {
        return;
      }
      draw(turn, binding, need);
    }
  }

  private boolean ownPursesAreEmpty(Turn turn) {
    Set<Purse> mustBeEmpty = version == null ? ALL_PURSES : version.family().ownEmptyFirst();
    for (Purse purse : mustBeEmpty) {
      if (ledger.balanceFen(turn.patient.index(), purse) != 0) {
        return false;
      }
    }
    return true;
  }

  private void draw(Turn turn, Binding binding, long need) {
    Person payer = people.get(binding.payer());
    PolicyVersion payerVersion = entitlements.version(payer, turn.day);
    if (payerVersion == null) {
      throw new IllegalStateException("a working binding whose payer has no policy");
    }
    int accountYear = payerVersion.policy().accountYear().yearOf(turn.day);
    ledger.passYears(payer.index(), accountYear);
    long available = shareableFen(ledger, payer, payerVersion.family(), 0);
    long authorised = authorisedFen(turn, binding, accountYear);
    long draw = Math.min(need, Math.min(available, authorised));
    if (draw < need && draw == authorised) {
      turn.note(Reason.LIMIT_REACHED);
    }
    if (draw < need && draw == available) {
      turn.note(Reason.EMPTY);
    }
    if (draw == 0) {
      return;
    }
    long left = draw;
    left -= turn.payFromPurse(Account.FAMILY, payer.index(), Purse.PRIOR, rule.cover(), left);
    if (left > 0) {
      turn.payFromPurse(Account.FAMILY, payer.index(), Purse.CURRENT, rule.cover(), left);
    }
    if (binding.limitFen() != Fen.NONE && !binding.limitPerClaim()) {
      ledger.use(binding.index(), accountYear, draw, binding.limitFen());
    }
    turn.addFamilyDraw(binding, draw);
  }

  /** What of the binding's authorised amount is left, for this claim or in the account year. */
  private long authorisedFen(Turn turn, Binding binding, int accountYear) {
    if (binding.limitFen() == Fen.NONE) {
      return Long.MAX_VALUE;
    }
    long used =
        binding.limitPerClaim()
            ? turn.drawnThroughFen(binding)
            : ledger.usedFen(binding.index(), accountYear);
    return binding.limitFen() - used;
  }

  /**
   * What of a payer's purses may help others: the shareable purses together, above the reserve.
   *
   * @param drawnFen counted as if it were still there
   */
  static long shareableFen(Ledger ledger, Person payer, Family family, long drawnFen) {
    long sum = Math.addExact(drawnFen, ledger.balanceFen(payer.index(), Purse.PRIOR));
    if (family.sharesCurrent()) {
      sum = Math.addExact(sum, ledger.balanceFen(payer.index(), Purse.CURRENT));
    }
    return Math.max(0, sum - family.reserveFen());
  }
}
