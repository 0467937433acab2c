package cohealth.generation;

import cohealth.person.Relation;
import java.util.List;

/**
 * What people and claims are like, in numbers. The program's own are in a resource; nothing of it
 * is known here.
 *
 * @param firstDay of the claims
 * @param lastDay of the claims
 * @param regions of the households
 * @param places their codes, six digits, in the same order
 */
public record Population(
    int firstDay,
    int lastDay,
    Choice regions,
    List<String> places,
    People people,
    Money money,
    Names names,
    Care care) {

  /** The most regions that people can have. */
  public static final int MOST_PLACES = 16;

  /** The most diseases that people can have. */
  public static final int MOST_DISEASES = 15;

  /**
   * The same people, all of one region, so that no care is off-site.
   *
   * @param place its six digits
   */
  public Population in(String place) {
    return new Population(
        firstDay, lastDay, new Choice(List.of(1)), List.of(place), people, money, names, care);
  }

  /**
   * Who lives together, how old they are, and how they are insured.
   *
   * @param elsewherePercent of the relatives beyond spouse and child, who live in another region
   * @param older by how many months each relation is older than the reference person, by the number
   *     of the relation
   */
  public record People(
      Choice households,
      List<Household> kinds,
      List<Range> older,
      int elsewherePercent,
      Steps employeePercent,
      Steps retiredPercent,
      int flexiblePercent,
      int minorUntil,
      int seniorFrom,
      Steps chronicPercent,
      Choice diseases,
      List<String> diseaseNames) {}

  /**
   * One kind of household.
   *
   * @param members the reference person first
   * @param selfMonths the age of the reference person in months
   */
  public record Household(List<Relation> members, Quantiles selfMonths) {}

  /** From the first to the last, both possible. */
  public record Range(int first, int last) {}

  /** What is in the accounts of employees, and who shares it. */
  public record Money(
      int emptyPercent,
      Quantiles priorFen,
      Quantiles currentFen,
      int sharePercent,
      int limitPercent,
      List<Integer> limitsYuan,
      int unconfirmedPercent) {}

  /** The characters of names. */
  public record Names(List<String> family, List<String> given) {}

  /**
   * Claims: how many, when, where, how much.
   *
   * @param use how much a person uses care, compared with others
   * @param byAge the same in percent, by age
   * @param months how much care there is in each month
   * @param weekdays the same from Monday on
   * @param hours the same by hour of the day
   * @param levels facility levels
   * @param levelWords their words, in the same order
   * @param typeOfLevel the type of all claims at a level; empty: as the patient's needs are
   * @param chronicPercent of the claims of people with a chronic disease, that are for it
   */
  public record Care(
      Quantiles use,
      Steps byAge,
      List<Integer> months,
      List<Integer> weekdays,
      List<Integer> hours,
      Choice levels,
      List<String> levelWords,
      List<String> typeOfLevel,
      Choice types,
      List<String> typeWords,
      String chronicType,
      int chronicPercent,
      Bill bill,
      int refundPerMille,
      Range refundAfterDays,
      int offsitePerMille,
      int filedPercent) {}

  /** The parts of a bill. */
  public record Bill(
      Quantiles totalFen,
      int allEligiblePercent,
      Quantiles selfFundedPerMille,
      Quantiles firstSelfPayPerMille) {}
}
