package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.person.Bindings;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payers of each policy version, made once from its chain. */
final class PayerChains {
  private final Bindings bindings;
  private final NearPayers near;
  private final Helpers.Finder helpers;
  private final PayerMoney money;
  private final Ledger ledger;
  private final Controls controls;
  private final RateStep.Rates rates = new RateStep.Rates();
  private final boolean countsVisits;
  private final Map<PolicyVersion, List<Payer>> byVersion = new HashMap<>();
  private final List<Payer> withoutPolicy;

  PayerChains(
      Bindings bindings,
      NearPayers near,
      Helpers.Finder helpers,
      PayerMoney money,
      Ledger ledger,
      Controls controls,
      boolean countsVisits) {
    this.bindings = bindings;
    this.near = near;
    this.helpers = helpers;
    this.money = money;
    this.ledger = ledger;
    this.controls = controls;
    this.countsVisits = countsVisits;
    this.withoutPolicy = payers(ChainRule.reformModel(), null);
  }

  /** The payers of the version's chain; of the default chain without a policy. */
  List<Payer> of(@Nullable PolicyVersion version) {
    if (version == null) {
      return withoutPolicy;
    }
    List<Payer> known = byVersion.get(version);
    if (known == null) {
      known = payers(version.chain(), version);
      byVersion.put(version, known);
    }
    return known;
  }

  private List<Payer> payers(List<ChainRule> chain, @Nullable PolicyVersion version) {
    List<Payer> payers = new ArrayList<>();
    for (ChainRule rule : chain) {
      payers.add(payer(rule, version));
    }
    return List.copyOf(payers);
  }

  private Payer payer(ChainRule rule, @Nullable PolicyVersion version) {
    if (rule instanceof ChainRule.Own own) {
      return new OwnPayer(own);
    }
    if (rule instanceof ChainRule.Family family) {
      return new FamilyPayer(family, version, bindings, near, helpers, money, ledger);
    }
    if (rule instanceof ChainRule.Supplement supplement && version != null) {
      return new SupplementPayer(supplement, version, ledger, controls);
    }
    return rule instanceof ChainRule.Pool
        ? new PoolPayer(version, ledger, controls, rates, countsVisits)
        : new CashPayer();
  }
}
