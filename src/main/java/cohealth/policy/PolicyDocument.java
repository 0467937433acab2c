package cohealth.policy;

import cohealth.event.Cover;
import cohealth.money.Rounding;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy as written: the rules of one region and insurance, each value beside the id of its
 * source. docs/policies.md gives the meaning of every part; {@link PolicyResolver} turns it into
 * what the engine executes. Amounts are fen ({@link cohealth.money.Fen#NONE} = not given), rates
 * basis points, days as in {@link cohealth.time.Day}. In conditions and selectors an empty list
 * means "any".
 *
 * @param id unique among the documents of a run
 * @param region six digits
 */
public record PolicyDocument(
    String id,
    int region,
    Insurance insurance,
    Text title,
    YearStart benefitYearStart,
    YearStart accountYearStart,
    List<Source> sources,
    List<Text> notes,
    List<Version> versions,
    List<Proof> proof) {

  /** A text in both languages. */
  public record Text(String zh, String en) {}

  /** Where values come from; grades as in docs/policies.md. */
  public record Source(
      String id, String title, String grade, String issuer, String clause, String address) {}

  /**
   * A published calculation that the document reproduces.
   *
   * @param example the name of the golden folder that settles it
   * @param source where it is published: the id of a source
   */
  public record Proof(String example, String source) {}

  /**
   * The rules from one day to another, both inclusive.
   *
   * @param sources of the keys that are a value alone here: {@code visits} and {@code rounding}
   */
  public record Version(
      int from,
      int to,
      List<Group> groups,
      Map<String, Band> bands,
      @Nullable Pharmacy pharmacy,
      List<Word> types,
      boolean mergeVisits,
      List<Benefit> benefits,
      List<Step> chain,
      Family family,
      List<Offsite> offsite,
      Rounding rounding,
      List<AccrualRow> accrual,
      List<Premium> premiums,
      Wallet wallet,
      List<Unknown> unknown,
      Map<String, String> sources) {}

  /** Cells of a benefit, by group and band, whose rate no source gives, and what is known of it. */
  public record Unknown(String benefit, Selector selector, Text why) {}

  /** A word that the policy adds. */
  public record Word(String name, Text title) {}

  /** People who have the same benefits. */
  public record Group(String name, Text title, Condition when, @Nullable String source) {}

  /**
   * Who belongs to a group; all parts must hold.
   *
   * @param ageFrom full years, this or more; -1 = any
   * @param ageBelow full years, less than this; -1 = any
   * @param bornFrom inclusive; open when not given, as the other three days
   * @param contracted null = any
   */
  public record Condition(
      Set<Category> categories,
      int ageFrom,
      int ageBelow,
      int bornFrom,
      int bornTo,
      int retiredFrom,
      int retiredTo,
      List<String> plans,
      @Nullable Boolean contracted) {}

  /** Facility levels that are paid alike. */
  public record Band(List<String> levels, @Nullable Text title, @Nullable String source) {}

  /**
   * A pharmacy claim has the band of the prescriber's level.
   *
   * @param without the band's name when that level is not given; null = none
   */
  public record Pharmacy(@Nullable String without, @Nullable String source) {}

  /** One kind of care and what the pool pays for it. */
  public record Benefit(
      String name,
      @Nullable Text title,
      When when,
      boolean needsApproval,
      @Nullable Deductible deductible,
      List<RateRow> rates,
      @Nullable TierBasis tierBasis,
      List<Cap> caps) {}

  /** Which claims a benefit is for. */
  public record When(
      List<String> types,
      List<String> diseases,
      List<String> groups,
      List<String> bands,
      @Nullable Boolean selected) {}

  /** Which claims a row is for. */
  public record Selector(List<String> groups, List<String> bands, List<String> diseases) {}

  /** 起付线. {@code accumulator} is the written or the default name; ceiling null = none. */
  public record Deductible(PeriodKind period, List<AmountRow> amounts, @Nullable Ceiling ceiling) {}

  /** The most that deductibles take in a benefit year. */
  public record Ceiling(List<AmountRow> amounts) {}

  /**
   * A deductible for some claims.
   *
   * @param laterFen for the second and later visits of the year, or NONE
   * @param accumulator the counter's name, defaults applied
   */
  public record AmountRow(
      Selector selector,
      long amountFen,
      long laterFen,
      String accumulator,
      @Nullable String source) {}

  /** A rate, or tiers of rates, for some claims; a plain rate is one tier without end. */
  public record RateRow(Selector selector, List<Tier> tiers, @Nullable String source) {}

  /** Up to and including this amount on the counter; the last one has {@link Long#MAX_VALUE}. */
  public record Tier(long upToFen, int basisPoints) {}

  /** What the counter behind tiers counts. */
  public enum TierMeasure {
    /** Eligible that reached the pool. */
    ELIGIBLE,
    /** The amount entering the rate step. */
    ENTERING,
    /** Money paid by the pool. */
    PAID
  }

  /** The counter behind tiers. */
  public record TierBasis(
      TierMeasure measure, PeriodKind period, String accumulator, @Nullable String source) {}

  /** A limit on payments (基金支付限额) or on expense (费用支付限额). */
  public record Cap(
      String name,
      boolean onPayment,
      PeriodKind period,
      boolean countsDeductible,
      List<LimitRow> limits) {}

  /** A limit for some claims. */
  public record LimitRow(
      Selector selector, long limitFen, String accumulator, @Nullable String source) {}

  /** One payer of the chain. */
  public sealed interface Step {}

  /** The pooled fund. */
  public record PoolStep(@Nullable String source) implements Step {}

  /** The patient's own purses, in this order. */
  public record OwnStep(List<Purse> purses, Cover cover, @Nullable String source) implements Step {}

  /** A named fund beside the pool; its rows select by group alone. */
  public record SupplementStep(
      String name,
      Cover cover,
      List<RateRow> rates,
      List<LimitRow> limits,
      PeriodKind period,
      @Nullable String source)
      implements Step {}

  /** The family's shared accounts. */
  public record FamilyStep(Cover cover, @Nullable String source) implements Step {}

  /** Cash takes what is left. */
  public record CashStep() implements Step {}

  /** In which order payers of one patient are drawn. */
  public enum FamilyOrder {
    /** The binding's order, then confirmation, then the file. */
    CONFIGURED,
    /** Confirmed first, drawn first. */
    BOUND_FIRST,
    /** Confirmed last, drawn first. */
    BOUND_LAST_FIRST,
    /** Most shareable money first. */
    LARGEST_BALANCE,
    /** The patient's region first, then confirmed last. */
    SAME_REGION_FIRST
  }

  /**
   * Family rules, defaults applied. The first seven are asked of the payer's policy, the others of
   * the patient's. Maxima: {@link Integer#MAX_VALUE} = none.
   */
  public record Family(
      Set<Relation> relations,
      int maxMembers,
      Map<Relation, Integer> maxPerRelation,
      int confirmAge,
      boolean sharesCurrent,
      long reserveFen,
      CrossRegion crossRegion,
      int maxPayers,
      Set<Purse> ownEmptyFirst,
      FamilyOrder order,
      Map<String, String> sources) {}

  /** When payer and beneficiary may belong to different regions. */
  public record CrossRegion(boolean always, boolean sameProvince, boolean wallet) {}

  /** What an unfiled off-site claim gets. */
  public record Offsite(
      @Nullable Boolean sameProvince,
      List<String> types,
      List<String> benefits,
      OffsiteEffect effect,
      int points,
      int factor,
      boolean familyMoney,
      @Nullable String source) {}

  /** What an off-site rule does. */
  public enum OffsiteEffect {
    /** The pool pays nothing. */
    DENY,
    /** The rate changes by points, then by factor. */
    REDUCE,
    /** As at home. */
    HOME
  }

  /**
   * The monthly credit of an account, for some people.
   *
   * @param basisPoints of the contribution base; 0 when there is an amount
   * @param amountFen a fixed amount, or NONE
   */
  public record AccrualRow(
      List<String> groups,
      Set<Category> categories,
      int basisPoints,
      long amountFen,
      @Nullable String source) {}

  /**
   * What a resident pays for a plan year, on whatever day; each plan year stands once in a
   * document.
   *
   * @param window when the amount is paid
   * @param late null = nobody pays after the window
   * @param plan the days for which it insures
   */
  public record Premium(
      int planYear,
      long amountFen,
      Days window,
      @Nullable LatePayment late,
      Days plan,
      @Nullable String source) {}

  /** From one day to another, both inclusive. */
  public record Days(int from, int to) {}

  /**
   * Payment after the window.
   *
   * @param to the last day on which it is taken, default applied
   * @param waitingMonths from the payment to the first day of benefits
   */
  public record LatePayment(long amountFen, int to, int waitingMonths) {}

  /**
   * Limits of transfers to relatives' wallets; {@link Long#MAX_VALUE} and {@link Integer#MAX_VALUE}
   * = none, null = at any hour.
   */
  public record Wallet(
      long maxAmountFen, int maxPerDay, @Nullable Hours forbidden, @Nullable String source) {}

  /**
   * Minutes of the day, the first inclusive, the last not; past midnight when the first is later.
   */
  public record Hours(int fromMinute, int toMinute) {}
}
