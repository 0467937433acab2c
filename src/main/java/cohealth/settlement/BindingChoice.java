package cohealth.settlement;

import cohealth.event.TimelinePlace;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Through which bindings an activity may take money (rules: section 7): those that work, or why
 * none does.
 *
 * @param working in the order in which they are drawn; empty when there is a reason
 * @param reason a code, empty when some binding works
 */
record BindingChoice(List<Binding> working, String reason) {

  /** Finds bindings for activities. */
  record Finder(Bindings bindings, BindingTests tests, FamilyOrder order) {
    /** The named payer's binding; when several fail, the first of the file tells why. */
    BindingChoice ofPayer(
        int beneficiary,
        int payer,
        @Nullable PolicyVersion version,
        TimelinePlace place,
        boolean acrossRegions) {
      List<Binding> all = bindings.ofBeneficiary(beneficiary);
      List<@Nullable Reason> faults = tests.faults(all, version, place);
      Reason first = null;
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).payer() != payer) {
          continue;
        }
        Reason fault = faults.get(i);
        if (fault == null || (acrossRegions && fault == Reason.CROSS_REGION)) {
          return new BindingChoice(List.of(all.get(i)), "");
        }
        first = first == null ? fault : first;
      }
      return new BindingChoice(List.of(), first == null ? Refusal.NO_BINDING.name() : first.name());
    }

    /** All working bindings in order; when all fail, the first as configured tells why. */
    BindingChoice ofFamily(int beneficiary, @Nullable PolicyVersion version, TimelinePlace place) {
      List<Binding> all = bindings.ofBeneficiary(beneficiary);
      List<@Nullable Reason> faults = tests.faults(all, version, place);
      List<Binding> working = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (faults.get(i) == null) {
          working.add(all.get(i));
        }
      }
      if (!working.isEmpty()) {
        return new BindingChoice(order.sorted(working, version, place, payer -> 0), "");
      }
      String reason =
          all.stream()
              .min(FamilyOrder.CONFIGURED)
              .map(binding -> String.valueOf(faults.get(all.indexOf(binding))))
              .orElse(Refusal.NO_BINDING.name());
      return new BindingChoice(List.of(), reason);
    }
  }
}
