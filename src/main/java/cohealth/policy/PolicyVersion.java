package cohealth.policy;

import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.money.Rounding;
import cohealth.person.Person;
import cohealth.policy.PolicyDocument.AccrualRow;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a policy between two days, in executed form. Groups, bands and benefits are numbers
 * in the order of the document; {@link Vocabulary#NONE} = none.
 */
public final class PolicyVersion {
  private final Policy policy;
  private final PolicyDocument.Version written;
  private final List<GroupRule> groups;
  private final List<Integer> groupAges;
  private final Bands bands;
  private final BitSet types;
  private final List<BenefitRule> benefits;
  private final List<ChainRule> chain;
  private final List<OffsiteRule> offsite;

  PolicyVersion(
      Policy policy,
      PolicyDocument.Version written,
      List<GroupRule> groups,
      Bands bands,
      BitSet types,
      List<BenefitRule> benefits,
      List<ChainRule> chain,
      List<OffsiteRule> offsite) {
    this.policy = policy;
    this.written = written;
    this.groups = List.copyOf(groups);
    this.groupAges =
        groups.stream()
            .flatMap(group -> Stream.of(group.when().ageFrom(), group.when().ageBelow()))
            .filter(age -> age >= 0)
            .distinct()
            .toList();
    this.bands = bands;
    this.types = types;
    this.benefits = List.copyOf(benefits);
    this.chain = List.copyOf(chain);
    this.offsite = List.copyOf(offsite);
  }

  /** The policy of which this is a version. */
  public Policy policy() {
    return policy;
  }

  /** As written. */
  public PolicyDocument.Version written() {
    return written;
  }

  /** The family rules. */
  public PolicyDocument.Family family() {
    return written.family();
  }

  /** How payments become whole fen. */
  public Rounding rounding() {
    return written.rounding();
  }

  /** The payers, in order; cash is the last. */
  public List<ChainRule> chain() {
    return chain;
  }

  /** Whether claims may have this type: a standard one or the policy's own. */
  public boolean knowsType(int type) {
    return type < StandardType.values().length || types.get(type);
  }

  /** Whether claims may have this level: a standard one or the policy's own. */
  public boolean knowsLevel(int level) {
    return level < StandardLevel.values().length || bands.ofLevel(level) != Vocabulary.NONE;
  }

  /** The person's group on the day: the first whose conditions hold. */
  public int group(Person person, int day) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).isFor(person, day)) {
        return i;
      }
    }
    return Vocabulary.NONE;
  }

  /** The ages at which a person may come to belong to another group. */
  public List<Integer> groupAges() {
    return groupAges;
  }

  /** The first accrual row for the person on the day, or null. */
  public @Nullable AccrualRow accrual(Person person, int day) {
    String group = groupName(group(person, day));
    for (AccrualRow row : written.accrual()) {
      if ((row.groups().isEmpty() || row.groups().contains(group))
          && (row.categories().isEmpty() || holdsCategory(row, person))) {
        return row;
      }
    }
    return null;
  }

  private static boolean holdsCategory(AccrualRow row, Person person) {
    return person.category() != null && row.categories().contains(person.category());
  }

  /** The name of the group that cannot be decided without the person's birth date, or null. */
  public @Nullable String groupThatNeedsBirthDate(Person person, int day) {
    for (int i = 0; i < groups.size(); i++) {
      GroupRule group = groups.get(i);
      if (group.needsBirthDate(person)) {
        return written.groups().get(i).name();
      }
      if (group.isFor(person, day)) {
        return null;
      }
    }
    return null;
  }

  /** The band of a facility level; for a pharmacy perhaps that of the prescriber's level. */
  public int band(int level, int prescriberLevel) {
    return bands.of(level, prescriberLevel);
  }

  /** The first benefit that is for such claims. */
  public int benefitOf(int type, int disease, int group, int band, boolean selected) {
    for (int i = 0; i < benefits.size(); i++) {
      if (benefits.get(i).isFor(type, disease, group, band, selected)) {
        return i;
      }
    }
    return Vocabulary.NONE;
  }

  /**
   * The limits that claims of a group's people can meet, in the order of the benefits: deductibles,
   * expense caps, payment caps.
   *
   * @param approved the numbers of a person's approved diseases; null = not known
   */
  public List<HeldLimit> limits(int group, @Nullable Set<Integer> approved) {
    return new GroupLimits(this, group).held(approved);
  }

  /** How many benefits there are. */
  int benefitCount() {
    return benefits.size();
  }

  /** The types that claims may have. */
  Set<Integer> claimTypes() {
    Set<Integer> numbers = new TreeSet<>();
    for (StandardType type : StandardType.values()) {
      numbers.add(type.ordinal());
    }
    types.stream().forEach(numbers::add);
    return numbers;
  }

  /** The bands that claims may have, {@link Vocabulary#NONE} perhaps among them. */
  Set<Integer> claimBands() {
    return bands.ofClaims();
  }

  /**
   * The diseases that make a difference; {@link Vocabulary#NONE} stands for all others and none.
   */
  Set<Integer> claimDiseases() {
    Set<Integer> numbers = new TreeSet<>();
    benefits.forEach(benefit -> benefit.addDiseases(numbers));
    numbers.add(Vocabulary.NONE);
    return numbers;
  }

  /** The benefit with the number. */
  public BenefitRule benefit(int number) {
    return benefits.get(number);
  }

  /** The first off-site rule whose conditions hold, or null: then off-site is as at home. */
  public @Nullable OffsiteRule offsite(boolean sameProvince, int type, int benefit) {
    for (OffsiteRule rule : offsite) {
      if (rule.isFor(sameProvince, type, benefit)) {
        return rule;
      }
    }
    return null;
  }

  /** The number of the group with the name, or none. */
  public int groupNumber(String name) {
    for (int i = 0; i < groups.size(); i++) {
      if (groupName(i).equals(name)) {
        return i;
      }
    }
    return Vocabulary.NONE;
  }

  /** The number of the band with the name, or none. */
  public int bandNumber(String name) {
    return bands.names().indexOf(name);
  }

  /** The number of the benefit with the name, or none. */
  public int benefitNumber(String name) {
    for (int i = 0; i < benefits.size(); i++) {
      if (benefits.get(i).written().name().equals(name)) {
        return i;
      }
    }
    return Vocabulary.NONE;
  }

  /** The benefit's name, empty for none. */
  public String benefitName(int benefit) {
    return benefit == Vocabulary.NONE ? "" : benefits.get(benefit).written().name();
  }

  /** The group's name, empty for none. */
  public String groupName(int group) {
    return group == Vocabulary.NONE ? "" : written.groups().get(group).name();
  }

  /** The band's name, empty for none. */
  public String bandName(int band) {
    return band == Vocabulary.NONE ? "" : bands.names().get(band);
  }
}
