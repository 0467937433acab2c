package cohealth.settlement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.person.Binding;
import cohealth.person.Insurance;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** In which order the payers of a patient are drawn (rules: section 6); ties as configured. */
record FamilyOrder(Roster roster, PolicyBook book, PayerMoney money) {
  /** By the binding's order, then confirmation, then the file. */
  static final Comparator<Binding> CONFIGURED =
      comparingInt(Binding::order).thenComparing(BindingTests.BY_CONFIRMATION);

  private static final Comparator<Binding> BOUND_FIRST =
      comparingInt(Binding::confirmedOn).thenComparing(CONFIGURED);

  private static final Comparator<Binding> LAST_FIRST =
      comparingInt(Binding::confirmedOn).reversed();

  private static final Comparator<Binding> BOUND_LAST_FIRST = LAST_FIRST.thenComparing(CONFIGURED);

  /**
   * The working bindings in the order of the beneficiary's policy; {@code configured} without one.
   *
   * @param drawnFen what the event has drawn from a payer so far: balances are those before it
   */
  List<Binding> sorted(
      List<Binding> working,
      @Nullable PolicyVersion version,
      TimelinePlace place,
      IntToLongFunction drawnFen) {
    if (working.size() > 1) {
      working.sort(comparator(version, place, drawnFen));
    }
    return working;
  }

  /**
   * The second of two payers is asked after the first, where that does not depend on balances
   * (rules: section 10, 4).
   */
  void check(Binding first, Binding second, @Nullable PolicyVersion version, TimelinePlace place) {
    if (comparator(version, place, payer -> 0).compare(first, second) > 0) {
      throw new BrokenInvariant(Invariant.FAMILY_IN_ORDER);
    }
  }

  private Comparator<Binding> comparator(
      @Nullable PolicyVersion version, TimelinePlace place, IntToLongFunction drawnFen) {
    if (version == null) {
      return CONFIGURED;
    }
    return switch (version.family().order()) {
      case CONFIGURED -> CONFIGURED;
      case BOUND_FIRST -> BOUND_FIRST;
      case BOUND_LAST_FIRST -> BOUND_LAST_FIRST;
      case LARGEST_BALANCE -> {
        ToLongFunction<Binding> before =
            binding ->
                money.shareableFen(binding.payer(), place, drawnFen.applyAsLong(binding.payer()));
        yield comparingLong(before).reversed().thenComparing(CONFIGURED);
      }
      case SAME_REGION_FIRST ->
          comparing((Binding binding) -> isOtherRegion(binding, place))
              .thenComparing(LAST_FIRST)
              .thenComparing(CONFIGURED);
    };
  }

  private boolean isOtherRegion(Binding binding, TimelinePlace place) {
    int payer = roster.at(binding.payer(), place).region();
    int beneficiary = roster.at(binding.beneficiary(), place).region();
    return !book.isSameRegion(payer, beneficiary, Insurance.EMPLOYEE);
  }
}
