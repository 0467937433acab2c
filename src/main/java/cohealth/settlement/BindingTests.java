package cohealth.settlement;

import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a binding works on a day, and if not, the first reason why (rules: section 6). Relations,
 * maxima, confirmation and cross-region are asked of the payer's policy, the number of payers of
 * the patient's.
 */
final class BindingTests {
  /** In order of confirmation, none first, then of the file: how members and payers are ranked. */
  static final Comparator<Binding> BY_CONFIRMATION =
      Comparator.comparingInt(Binding::confirmedOn).thenComparingInt(Binding::index);

  private final Roster roster;
  private final Bindings bindings;
  private final PolicyBook book;
  private final Memberships memberships;

  BindingTests(Roster roster, Bindings bindings, PolicyBook book, Memberships memberships) {
    this.roster = roster;
    this.bindings = bindings;
    this.book = book;
    this.memberships = memberships;
  }

  /**
   * The reasons why each binding of the beneficiary does not work, null places for those that do.
   *
   * @param patientVersion the beneficiary's policy on the day, or null: then no limit of payers
   */
  List<@Nullable Reason> faults(
      List<Binding> ofBeneficiary, @Nullable PolicyVersion patientVersion, TimelinePlace place) {
    List<@Nullable Reason> faults = new ArrayList<>(ofBeneficiary.size());
    for (Binding binding : ofBeneficiary) {
      Reason fault = faultOfPair(binding, place);
      faults.add(fault != null ? fault : faultOfMembers(binding, place));
    }
    int maxPayers =
        patientVersion == null ? Integer.MAX_VALUE : patientVersion.family().maxPayers();
    if (ofBeneficiary.size() > maxPayers) {
      refuseSurplusPayers(ofBeneficiary, faults, maxPayers);
    }
    for (int i = 0; i < ofBeneficiary.size(); i++) {
      if (faults.get(i) == null && crossesRegions(ofBeneficiary.get(i), place)) {
        faults.set(i, Reason.CROSS_REGION);
      }
    }
    return faults;
  }

  /** The tests that look at payer and beneficiary alone, in their order. */
  private @Nullable Reason faultOfPair(Binding binding, TimelinePlace place) {
    int day = Moment.day(place.moment());
    if (binding.credentialOnly()) {
      return Reason.CREDENTIAL_ONLY;
    }
    if (day < binding.validFrom() || day > binding.validTo()) {
      return Reason.NOT_IN_FORCE;
    }
    Person payer = roster.at(binding.payer(), place);
    PolicyVersion payerVersion = memberships.of(binding.payer(), place).version();
    if (payer.insurance() != Insurance.EMPLOYEE || payer.suspended() || payerVersion == null) {
      return Reason.PAYER_NOT_COVERED;
    }
    Relation relation = binding.relation();
    if (relation == null || !payerVersion.family().relations().contains(relation)) {
      return Reason.RELATION_NOT_ALLOWED;
    }
    Person beneficiary = roster.at(binding.beneficiary(), place);
    if (beneficiary.insurance() == Insurance.NONE || beneficiary.suspended()) {
      return Reason.BENEFICIARY_NOT_COVERED;
    }
    boolean mustConfirm =
        beneficiary.birthDay() == Day.UNKNOWN
            || Day.age(beneficiary.birthDay(), day) >= payerVersion.family().confirmAge();
    boolean confirmed = binding.confirmed() && binding.confirmedOn() <= day;
    return mustConfirm && !confirmed ? Reason.NOT_CONFIRMED : null;
  }

  /** The binding's place among those of its payer that pass the tests before. */
  private @Nullable Reason faultOfMembers(Binding binding, TimelinePlace place) {
    PolicyVersion payerVersion = memberships.of(binding.payer(), place).version();
    Relation relation = binding.relation();
    List<Binding> members = bindings.ofPayer(binding.payer());
    if (payerVersion == null || relation == null || !limitsMembers(payerVersion, members)) {
      return null;
    }
    Family family = payerVersion.family();
    List<Binding> passing = new ArrayList<>();
    for (Binding member : members) {
      if (faultOfPair(member, place) == null) {
        passing.add(member);
      }
    }
    passing.sort(BY_CONFIRMATION);
    int[] rankInRelation = new int[Relation.values().length];
    int rank = 0;
    for (Binding member : passing) {
      Relation memberRelation = member.relation();
      if (memberRelation == null) {
        continue;
      }
      int most = family.maxPerRelation().getOrDefault(memberRelation, Integer.MAX_VALUE);
      boolean fits =
          ++rankInRelation[memberRelation.ordinal()] <= most && ++rank <= family.maxMembers();
      if (member.index() == binding.index()) {
        return fits ? null : Reason.TOO_MANY_MEMBERS;
      }
    }
    return null;
  }

  private static boolean limitsMembers(PolicyVersion payerVersion, List<Binding> members) {
    Family family = payerVersion.family();
    return members.size() > family.maxMembers() || !family.maxPerRelation().isEmpty();
  }

  /**
   * Narrows a stretch of days to those on which the tests of the beneficiary's bindings end as they
   * do at the place: they look at nothing but days, the bindings, and how people are insured.
   */
  void narrow(int beneficiary, TimelinePlace place, Stretch stretch) {
    memberships.narrow(beneficiary, place, stretch);
    for (Binding binding : bindings.ofBeneficiary(beneficiary)) {
      memberships.narrow(binding.payer(), place, stretch);
      PolicyVersion payerVersion = memberships.of(binding.payer(), place).version();
      narrowPair(binding, payerVersion, stretch);
      List<Binding> members = bindings.ofPayer(binding.payer());
      if (payerVersion != null && limitsMembers(payerVersion, members)) {
        for (Binding member : members) {
          memberships.narrow(member.beneficiary(), place, stretch);
          narrowPair(member, payerVersion, stretch);
        }
      }
    }
  }

  private void narrowPair(Binding binding, @Nullable PolicyVersion payerVersion, Stretch stretch) {
    stretch.changesOn(binding.validFrom());
    stretch.endsAfter(binding.validTo());
    stretch.changesOn(binding.confirmedOn());
    int born = roster.people().get(binding.beneficiary()).birthDay();
    boolean confirmed = binding.confirmed() && binding.confirmedOn() <= stretch.day();
    if (payerVersion != null && !confirmed && born != Day.UNKNOWN) {
      stretch.changesOn(Day.birthday(born, payerVersion.family().confirmAge()));
      stretch.changesOn(born);
    }
  }

  private static void refuseSurplusPayers(
      List<Binding> ofBeneficiary, List<@Nullable Reason> faults, int maxPayers) {
    boolean[] surplus = new boolean[ofBeneficiary.size()];
    for (int i = 0; i < surplus.length; i++) {
      int rank = 0;
      for (int j = 0; j < surplus.length; j++) {
        boolean before = BY_CONFIRMATION.compare(ofBeneficiary.get(j), ofBeneficiary.get(i)) < 0;
        rank += before && faults.get(j) == null ? 1 : 0;
      }
      surplus[i] = rank >= maxPayers;
    }
    for (int i = 0; i < surplus.length; i++) {
      if (surplus[i] && faults.get(i) == null) {
        faults.set(i, Reason.TOO_MANY_PAYERS);
      }
    }
  }

  private boolean crossesRegions(Binding binding, TimelinePlace place) {
    Person payer = roster.at(binding.payer(), place);
    Person beneficiary = roster.at(binding.beneficiary(), place);
    PolicyVersion payerVersion = memberships.of(binding.payer(), place).version();
    if (payerVersion == null
        || book.isSameRegion(payer.region(), beneficiary.region(), Insurance.EMPLOYEE)) {
      return false;
    }
    CrossRegion rule = payerVersion.family().crossRegion();
    boolean sameProvince = PolicyBook.isSameProvince(payer.region(), beneficiary.region());
    boolean wallets = payer.walletOpened() && beneficiary.walletOpened();
    return !(rule.always() || (rule.sameProvince() && sameProvince) || (rule.wallet() && wallets));
  }
}
