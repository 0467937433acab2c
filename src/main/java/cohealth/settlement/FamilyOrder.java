package cohealth.settlement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import cohealth.ledger.Ledger;
import cohealth.person.Binding;
import cohealth.person.Insurance;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order the payers of a patient are drawn (rules: section 6); ties as configured. */
record FamilyOrder(People people, PolicyBook book, Entitlements entitlements, Ledger ledger) {
  private static final Comparator<Binding> CONFIGURED =
      comparingInt(Binding::order).thenComparing(BindingTests.BY_CONFIRMATION);

  private static final Comparator<Binding> LAST_FIRST =
      comparingInt(Binding::confirmedOn).reversed();

  /** The working bindings in the order of the patient's policy; {@code configured} without one. */
  List<Binding> sorted(List<Binding> working, @Nullable PolicyVersion version, Turn turn) {
    if (working.size() > 1) {
      working.sort(comparator(version, turn));
    }
    return working;
  }

  private Comparator<Binding> comparator(@Nullable PolicyVersion version, Turn turn) {
    if (version == null) {
      return CONFIGURED;
    }
    return switch (version.family().order()) {
      case CONFIGURED -> CONFIGURED;
      case BOUND_FIRST -> comparingInt(Binding::confirmedOn).thenComparing(CONFIGURED);
      case BOUND_LAST_FIRST -> LAST_FIRST.thenComparing(CONFIGURED);
      case LARGEST_BALANCE ->
          comparingLong((Binding binding) -> shareableFen(binding, turn))
              .reversed()
              .thenComparing(CONFIGURED);
      case SAME_REGION_FIRST ->
          comparing((Binding binding) -> isOtherRegion(binding, turn.patient))
              .thenComparing(LAST_FIRST)
              .thenComparing(CONFIGURED);
    };
  }

  private boolean isOtherRegion(Binding binding, Person patient) {
    return !book.isSameRegion(
        people.get(binding.payer()).region(), patient.region(), Insurance.EMPLOYEE);
  }

  /** The payer's shareable money before this claim took any of it. */
  private long shareableFen(Binding binding, Turn turn) {
    int day = turn.day;
    Person payer = people.get(binding.payer());
    PolicyVersion version = entitlements.version(payer, day);
    if (version == null) {
      return 0;
    }
    ledger.passYears(payer.index(), version.policy().accountYear().yearOf(day));
    long drawn = turn.drawnFromFen(payer.index());
    return FamilyPayer.shareableFen(ledger, payer, version.family(), drawn);
  }
}
