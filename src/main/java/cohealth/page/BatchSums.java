package cohealth.page;

import cohealth.comparison.PayerSums;
import cohealth.event.Vocabulary;
import cohealth.person.Households;
import cohealth.person.People;
import cohealth.policy.PolicyVersion;
import cohealth.report.QuotaRows;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.Standing;
import cohealth.settlement.Standings;
import cohealth.settlement.Status;
import cohealth.settlement.Watcher;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Adds up what a report of a batch tells. It takes as much memory as there are households, whatever
 * the number of claims. Not for several threads.
 */
public final class BatchSums implements Watcher {
  private static final int MONTH = 7;

  private final People people;
  private final Households households;
  private final Vocabulary vocabulary;
  private final PaidSum all = new PaidSum();
  private final long[] byStatus = new long[Status.values().length];
  private final ReasonCounts reasons = new ReasonCounts();
  private final NavigableMap<String, PaidSum> months = new TreeMap<>();
  private final Map<Integer, PaidSum> levels = new TreeMap<>();
  private final Map<Integer, PaidSum> types = new TreeMap<>();
  private final BitSet withClaims = new BitSet();
  private final long[] familyFen;
  private final long[] cashFen;
  private final int[] helped;
  private final LimitUse limits = new LimitUse();
  private int lastDay = Day.UNKNOWN;
  private PaidSum monthOfLastDay = all;

  /** Nothing happened yet. */
  public BatchSums(People people, Vocabulary vocabulary) {
    this.people = people;
    this.vocabulary = vocabulary;
    this.households = new Households(people);
    this.familyFen = new long[households.size()];
    this.cashFen = new long[households.size()];
    this.helped = new int[households.size()];
  }

  @Override
  public void opened(SettlementEngine engine) {
    // what people begin with is not told
  }

  @Override
  public void settled(Settlement row, SettlementEngine engine) {
    all.add(row);
    byStatus[row.status().ordinal()]++;
    reasons.add(row);
    month(Moment.day(row.moment())).add(row);
    levels.computeIfAbsent(row.level(), level -> new PaidSum()).add(row);
    types.computeIfAbsent(row.type(), type -> new PaidSum()).add(row);
    withClaims.set(row.person());
    int household = households.of(row.person());
    familyFen[household] += row.payments().familyFen();
    cashFen[household] += row.payments().cashFen();
    helped[household] += row.payments().familyFen() > 0 ? 1 : 0;
  }

  @Override
  public void applied(ActivityResult result, SettlementEngine engine) {
    // money that moved between purses is no payment of a bill
  }

  /** What everybody has left at the end of the last day. */
  public void ended(Standings standings, int day) {
    QuotaRows rows = new QuotaRows(vocabulary.diseases());
    for (int person = 0; person < people.size(); person++) {
      Standing standing = standings.of(person, day, vocabulary.diseases());
      PolicyVersion version = standing.version();
      if (version != null) {
        String document = version.policy().document().id();
        rows.of(standing).forEach(row -> limits.add(document, row));
      }
    }
  }

  /** Many rows in turn are of one day. */
  private PaidSum month(int day) {
    if (day != lastDay) {
      lastDay = day;
      monthOfLastDay =
          months.computeIfAbsent(Day.text(day).substring(0, MONTH), month -> new PaidSum());
    }
    return monthOfLastDay;
  }

  PaidSum all() {
    return all;
  }

  PayerSums paid() {
    return all.paid();
  }

  long count(Status status) {
    return byStatus[status.ordinal()];
  }

  ReasonCounts reasons() {
    return reasons;
  }

  /** From the first to the last, those without claims among them. */
  Map<String, PaidSum> months() {
    return PaidSum.withGaps(months);
  }

  /** By the number of the level. */
  Map<Integer, PaidSum> levels() {
    return levels;
  }

  /** By the number of the type. */
  Map<Integer, PaidSum> types() {
    return types;
  }

  LimitUse limits() {
    return limits;
  }

  int people() {
    return people.size();
  }

  int peopleWithClaims() {
    return withClaims.cardinality();
  }

  /**
   * What a household drew from its relatives' accounts.
   *
   * @param claims to which somebody gave, taken back or not
   * @param cashFen what it paid in cash all the same
   */
  record Draws(String household, int people, int claims, long familyFen, long cashFen) {}

  /** The households that drew most, the largest first, equal ones by their ids. */
  List<Draws> largest(int most) {
    List<Integer> drawing = new ArrayList<>();
    for (int i = 0; i < familyFen.length; i++) {
      if (familyFen[i] > 0) {
        drawing.add(i);
      }
    }
    drawing.sort(
        Comparator.comparingLong((Integer i) -> -familyFen[i]).thenComparing(households::id));
    return drawing.stream()
        .limit(most)
        .map(
            i ->
                new Draws(
                    households.id(i), households.people(i), helped[i], familyFen[i], cashFen[i]))
        .toList();
  }
}
