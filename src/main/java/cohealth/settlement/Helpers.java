package cohealth.settlement;

import cohealth.event.TimelinePlace;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's bindings work, and in which order their payers are drawn (rules: section 6).
 *
 * @param faults {@link Reason} bits: why the others do not work
 * @param working places among the person's bindings; in the order in which they are drawn, where
 *     that does not depend on balances
 */
record Helpers(long faults, List<Integer> working) {
  /**
   * Finds helpers for claims, and keeps them until something changes that the tests of bindings
   * look at. Balances and authorised amounts are none of it: they are asked at each draw.
   */
  static final class Finder {
    private final Bindings bindings;
    private final Memberships memberships;
    private final BindingTests tests;
    private final FamilyOrder order;
    private final Kept<Helpers> kept;

    /** May be shared by several threads. */
    Finder(
        Bindings bindings,
        Memberships memberships,
        BindingTests tests,
        FamilyOrder order,
        Kept<Helpers> kept) {
      this.bindings = bindings;
      this.memberships = memberships;
      this.tests = tests;
      this.order = order;
      this.kept = kept;
    }

    /** The reasons why each of the person's bindings does not work, null for those that do. */
    List<@Nullable Reason> faults(
        int person, @Nullable PolicyVersion version, TimelinePlace place) {
      return tests.faults(bindings.ofBeneficiary(person), version, place);
    }

    /** The helpers of a person for a claim on the day. */
    Helpers of(int person, @Nullable PolicyVersion version, int day, TimelinePlace place) {
      Helpers known = kept.answer(kept.number(person, day));
      return known == null ? find(person, version, day, place) : known;
    }

    /** Whether the order of payers depends on their balances. */
    static boolean isByBalance(@Nullable PolicyVersion version) {
      return version != null
          && version.family().order() == PolicyDocument.FamilyOrder.LARGEST_BALANCE;
    }

    /** The working bindings as they are drawn when the order depends on balances. */
    List<Binding> byBalance(
        int person,
        Helpers helpers,
        @Nullable PolicyVersion version,
        TimelinePlace place,
        IntToLongFunction drawnFen) {
      List<Binding> sorted = new ArrayList<>(helpers.working().size());
      for (int at : helpers.working()) {
        sorted.add(bindings.ofBeneficiary(person, at));
      }
      return order.sorted(sorted, version, place, drawnFen);
    }

    /** Two of the places come in the order in which their payers are drawn. */
    void checkOrder(
        int person, int first, int second, @Nullable PolicyVersion version, TimelinePlace place) {
      order.check(
          bindings.ofBeneficiary(person, first),
          bindings.ofBeneficiary(person, second),
          version,
          place);
    }

    private Helpers find(
        int person, @Nullable PolicyVersion version, int day, TimelinePlace place) {
      if (kept.isNew(person)) { // neighbours together, see Memberships
        int end = Math.min(kept.people(), Kept.endOfBlock(person));
        for (int other = Kept.startOfBlock(person); other < end; other++) {
          if (other != person && kept.isNew(other) && bindings.countOfBeneficiary(other) > 0) {
            findOne(other, memberships.of(other, place).version(), day, place);
          }
        }
      }
      return findOne(person, version, day, place);
    }

    private Helpers findOne(
        int person, @Nullable PolicyVersion version, int day, TimelinePlace place) {
      List<Binding> all = bindings.ofBeneficiary(person);
      List<@Nullable Reason> faults = tests.faults(all, version, place);
      List<Binding> working = new ArrayList<>(all.size());
      long why = 0;
      for (int i = 0; i < all.size(); i++) {
        Reason fault = faults.get(i);
        if (fault == null) {
          working.add(all.get(i));
        } else {
          why |= fault.bit();
        }
      }
      if (!isByBalance(version)) {
        order.sorted(working, version, place, payer -> 0);
      }
      List<Integer> places = new ArrayList<>(working.size());
      for (Binding binding : working) {
        places.add(all.indexOf(binding));
      }
      Helpers found = new Helpers(why, List.copyOf(places));
      Stretch stretch = new Stretch(day);
      tests.narrow(person, place, stretch);
      kept.keep(person, stretch, found);
      return found;
    }
  }
}
