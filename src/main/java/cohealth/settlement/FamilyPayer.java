package cohealth.settlement;

import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The family's shared accounts, one payer after the other (rules: section 6). */
record FamilyPayer(
    ChainRule.Family rule,
    @Nullable PolicyVersion version,
    Bindings bindings,
    BindingTests tests,
    FamilyOrder order,
    PayerMoney money,
    Ledger ledger)
    implements Payer {
  private static final Set<Purse> ALL_PURSES = Set.of(Purse.values());

  @Override
  public void pay(Turn turn) {
    List<Binding> all = bindings.ofBeneficiary(turn.patient.index());
    Step.Skipped skipped = skipped(turn, all);
    if (skipped != null) {
      if (turn.isTold()) {
        turn.tell(new Step.FamilySkipped(skipped, all));
      }
      return;
    }
    List<@Nullable Reason> faults = tests.faults(all, version, turn.place);
    List<Binding> working = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Reason fault = faults.get(i);
      if (fault == null) {
        working.add(all.get(i));
      } else {
        turn.note(fault);
        if (turn.isTold()) {
          turn.tell(new Step.BindingRefused(all.get(i), fault));
        }
      }
    }
    for (Binding binding : order.sorted(working, version, turn.place, turn::drawnFromFen)) {
      long need = turn.bill.leftFen(rule.cover());
      if (need > 0) {
        draw(turn, binding, need);
      } else if (turn.isTold()) {
        turn.tell(new Step.FamilyNotNeeded(binding));
      } else {
        return;
      }
    }
  }

  /** Why no family member is asked, or null. */
  private Step.@Nullable Skipped skipped(Turn turn, List<Binding> all) {
    if (all.isEmpty()) {
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
    return ownPursesAreEmpty(turn) ? null : Step.Skipped.OWN_MONEY_LEFT;
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
    int payer = binding.payer();
    long available = money.shareableFen(payer, turn.place, 0);
    long authorised = money.authorisedFen(binding, turn.place, turn.drawnThroughFen(binding));
    long draw = Math.min(need, Math.min(available, authorised));
    if (draw < need && draw == authorised) {
      turn.note(Reason.LIMIT_REACHED);
    }
    if (draw < need && draw == available) {
      turn.note(Reason.EMPTY);
    }
    if (turn.isTold()) {
      turn.tell(new Step.FamilyDrawn(binding, need, available, authorised, draw));
    }
    if (draw == 0) {
      return;
    }
    long left = draw;
    left -= turn.payFromPurse(Account.FAMILY, payer, Purse.PRIOR, rule.cover(), left);
    if (left > 0) {
      turn.payFromPurse(Account.FAMILY, payer, Purse.CURRENT, rule.cover(), left);
    }
    money.use(binding, turn.place, draw);
    turn.addFamilyDraw(binding, draw);
  }
}
