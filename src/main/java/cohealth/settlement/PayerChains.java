package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payers of each policy version, made once from its chain. */
final class PayerChains {
  private final People people;
  private final Bindings bindings;
  private final PolicyBook book;
  private final Ledger ledger;
  private final Entitlements entitlements;
  private final Map<PolicyVersion, List<Payer>> byVersion = new HashMap<>();
  private final List<Payer> withoutPolicy;

  PayerChains(
      People people, Bindings bindings, PolicyBook book, Entitlements entitlements, Ledger ledger) {
    this.people = people;
    this.bindings = bindings;
    this.book = book;
    this.ledger = ledger;
    this.entitlements = entitlements;
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
      return new FamilyPayer(
          family,
          version,
          people,
          bindings,
          new BindingTests(people, bindings, book, entitlements),
          new FamilyOrder(people, book, entitlements, ledger),
          entitlements,
          ledger);
    }
    if (rule instanceof ChainRule.Supplement supplement && version != null) {
      return new SupplementPayer(supplement, version, ledger);
    }
    return rule instanceof ChainRule.Pool
        ? new PoolPayer(version, ledger, book.usesFirstVisits())
        : new CashPayer();
  }
}
