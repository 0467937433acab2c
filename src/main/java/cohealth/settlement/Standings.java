package cohealth.settlement;

import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.ChainRule;
import cohealth.policy.HeldLimit;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Standing.LimitLeft;
import cohealth.settlement.Standing.PayerLeft;
import cohealth.time.Moment;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what people have left, by asking what the payers ask: the policy's cells, the ledger's
 * counters, the tests of bindings. Nothing is computed here that a claim would not find.
 */
public final class Standings {
  private final Roster roster;
  private final Bindings bindings;
  private final PolicyBook book;
  private final Memberships memberships;
  private final BindingTests tests;
  private final FamilyOrder order;
  private final PayerMoney money;
  private final Ledger ledger;
  private final Map<Limits, List<HeldLimit>> limits = new HashMap<>();

  /** People for whom the same limits hold. */
  private record Limits(PolicyVersion version, int group, @Nullable Set<Integer> approved) {}

  Standings(
      Roster roster,
      Bindings bindings,
      PolicyBook book,
      Memberships memberships,
      BindingTests tests,
      FamilyOrder order,
      PayerMoney money,
      Ledger ledger) {
    this.roster = roster;
    this.bindings = bindings;
    this.book = book;
    this.memberships = memberships;
    this.tests = tests;
    this.order = order;
    this.money = money;
    this.ledger = ledger;
  }

  /**
   * What the person has left at the end of a day to which the engine has come.
   *
   * @param diseases the numbers of diseases that policies name
   */
  public Standing of(int index, int day, Vocabulary.Words diseases) {
    TimelinePlace place = TimelinePlace.ofClaim(Moment.endOf(day));
    Person person = roster.at(index, place);
    Membership membership = memberships.of(index, place);
    PolicyVersion version = membership.version();
    boolean groupUnknown = membership.groupThatNeedsBirthDate() != null;
    return new Standing(
        index,
        day,
        (version == null ? YearStart.JANUARY : version.policy().benefitYear()).yearOf(day),
        version,
        Entitlements.closing(membership, Coverage.of(ledger, index, day)),
        groupUnknown,
        version == null || groupUnknown
            ? List.of()
            : limits(person, membership.group(), version, day, diseases),
        ledger.balanceFen(index, Purse.PRIOR),
        ledger.balanceFen(index, Purse.CURRENT),
        ledger.balanceFen(index, Purse.WALLET),
        payers(index, version, place));
  }

  private List<LimitLeft> limits(
      Person person, int group, PolicyVersion version, int day, Vocabulary.Words diseases) {
    List<LimitLeft> left = new ArrayList<>();
    for (HeldLimit held :
        limits.computeIfAbsent(
            new Limits(version, group, approved(person, diseases)),
            key -> version.limits(group, key.approved()))) {
      left.add(left(person, version, day, held));
    }
    for (ChainRule rule : version.chain()) {
      if (rule instanceof ChainRule.Supplement supplement && supplement.rate(group) > 0) {
        var limit = supplement.limit(group);
        if (limit != null) {
          left.add(left(person, version, day, HeldLimit.ofSupplement(limit)));
        }
      }
    }
    return List.copyOf(left);
  }

  private static @Nullable Set<Integer> approved(Person person, Vocabulary.Words diseases) {
    Set<String> approved = person.diseases();
    return approved == null
        ? null
        : approved.stream().map(diseases::find).collect(Collectors.toUnmodifiableSet());
  }

  private LimitLeft left(Person person, PolicyVersion version, int day, HeldLimit held) {
    Counter counter = held.limit().counter();
    YearStart benefitYear = version.policy().benefitYear();
    // the next visit has a number that no other has
    boolean first =
        ledger.isFirstVisit(
            person.index(), counter.slot(), benefitYear.yearOf(day), Integer.MAX_VALUE);
    long limit = held.limitFen(first);
    String name = book.slots().get(counter.slot()).name();
    if (counter.period() == PeriodKind.VISIT) {
      return new LimitLeft(held, name, limit, 0, limit);
    }
    var asked =
        new LimitsLeft.Asked(counter.slot(), counter.period().number(day, benefitYear, 0), limit);
    long used = ledger.accumulatedFen(person.index(), asked.slot(), asked.period());
    return new LimitLeft(held, name, limit, used, asked.leftFen(ledger, person.index()));
  }

  private List<PayerLeft> payers(int person, @Nullable PolicyVersion version, TimelinePlace place) {
    List<Binding> all = bindings.ofBeneficiary(person);
    List<@Nullable Reason> faults = tests.faults(all, version, place);
    List<Binding> working = new ArrayList<>();
    List<PayerLeft> failing = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Reason fault = faults.get(i);
      if (fault == null) {
        working.add(all.get(i));
      } else {
        failing.add(new PayerLeft(all.get(i), fault, 0, 0, Fen.NONE));
      }
    }
    List<PayerLeft> payers = new ArrayList<>();
    for (Binding binding : order.sorted(working, version, place, payer -> 0)) {
      payers.add(payer(binding, place));
    }
    payers.addAll(failing);
    return List.copyOf(payers);
  }

  private PayerLeft payer(Binding binding, TimelinePlace place) {
    long authorised = money.authorisedFen(binding, place, 0);
    long available = Math.min(money.shareableFen(binding.payer(), place, 0), authorised);
    if (binding.limitFen() == Fen.NONE) {
      return new PayerLeft(binding, null, available, 0, Fen.NONE);
    }
    long used =
        binding.limitPerClaim()
            ? 0
            : ledger.usedFen(binding.index(), money.accountYear(binding.payer(), place));
    return new PayerLeft(binding, null, available, used, authorised);
  }
}
