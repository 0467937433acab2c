package cohealth.page;

import cohealth.event.Activity;
import cohealth.event.Vocabulary;
import cohealth.person.Families;
import cohealth.person.People;
import cohealth.person.Purse;
import cohealth.report.Ids;
import cohealth.report.QuotaRow;
import cohealth.report.QuotaRows;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.Watcher;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Keeps what happened to a household: its bills, every change of its members' purses, how their
 * limits filled up, who helped whom. Not for several threads.
 */
public final class HouseholdYear implements Watcher {
  private final Families families;
  private final Ids ids;
  private final Vocabulary.Words diseases;
  private final QuotaRows quota;
  private final List<Integer> members;
  private final List<Settlement> bills = new ArrayList<>();
  private final Map<Integer, Member> kept = new LinkedHashMap<>();
  private final Map<Helped, Help> helped = new TreeMap<>();
  private final PaidSum all = new PaidSum();
  private final ReasonCounts reasons = new ReasonCounts();
  private final int beginning;
  private long lastMoment = Long.MIN_VALUE;

  /**
   * The purses of a member after an event.
   *
   * @param event the id of the claim or activity; empty for the beginning and the end
   */
  record Balances(int day, String event, long priorFen, long currentFen, long walletFen) {
    long fen(Purse purse) {
      return switch (purse) {
        case PRIOR -> priorFen;
        case CURRENT -> currentFen;
        case WALLET -> walletFen;
      };
    }

    private boolean sameAs(Balances other) {
      return priorFen == other.priorFen
          && currentFen == other.currentFen
          && walletFen == other.walletFen;
    }
  }

  /** What is kept of a member. */
  private record Member(List<Balances> balances, List<Limits> limits) {}

  /** The limits of a member after a bill. */
  record Limits(int day, String event, List<QuotaRow> rows) {}

  /** Who helped whom, by their indexes. */
  record Helped(int payer, int beneficiary) implements Comparable<Helped> {
    @Override
    public int compareTo(Helped other) {
      int first = Integer.compare(payer, other.payer);
      return first != 0 ? first : Integer.compare(beneficiary, other.beneficiary);
    }
  }

  /** How much help there was: bills, and amounts that were taken back counted negative. */
  static final class Help {
    private int bills;
    private long fen;

    int bills() {
      return bills;
    }

    long fen() {
      return fen;
    }
  }

  /**
   * Nothing happened yet.
   *
   * @param household the id of one that there is
   * @param beginning the first day that is told
   */
  public HouseholdYear(
      People people,
      Families families,
      Ids ids,
      Vocabulary.Words diseases,
      String household,
      int beginning) {
    this.families = families;
    this.ids = ids;
    this.diseases = diseases;
    this.quota = new QuotaRows(diseases);
    this.beginning = beginning;
    this.members =
        people.all().stream()
            .filter(person -> person.householdId().equals(household))
            .map(person -> person.index())
            .toList();
    members.forEach(member -> kept.put(member, new Member(new ArrayList<>(), new ArrayList<>())));
  }

  @Override
  public void opened(SettlementEngine engine) {
    for (int member : members) {
      balancesOf(member).add(balances(engine, member, beginning, ""));
    }
  }

  @Override
  public void settled(Settlement row, SettlementEngine engine) {
    if (!isConnected(row.person())) {
      return;
    }
    String id = ids.claim(row.ordinal());
    int day = Moment.day(row.moment());
    if (members.contains(row.person())) {
      bills.add(row);
      all.add(row);
      reasons.add(row);
      limitsOf(row.person()).add(new Limits(day, id, limits(engine, row.person(), day)));
    }
    for (FamilyDraw draw : row.familyDraws()) {
      if (members.contains(row.person()) || members.contains(draw.payer())) {
        Help help =
            helped.computeIfAbsent(new Helped(draw.payer(), row.person()), made -> new Help());
        help.bills += draw.amountFen() > 0 ? 1 : 0;
        help.fen += draw.amountFen();
      }
    }
    purses(engine, day, id);
  }

  @Override
  public void applied(ActivityResult result, SettlementEngine engine) {
    Activity activity = result.activity();
    if (isConnected(activity.person())) {
      purses(engine, Moment.day(activity.moment()), ids.activity(activity.ordinal()));
    }
  }

  /** All has happened up to the end of a day. */
  public void ended(SettlementEngine engine, int day) {
    for (int member : members) {
      balancesOf(member).add(balances(engine, member, day, ""));
      limitsOf(member).add(new Limits(day, "", limits(engine, member, day)));
    }
    lastMoment = Moment.endOf(day);
  }

  private boolean isConnected(int person) {
    int family = families.of(person);
    return members.stream().anyMatch(member -> families.of(member) == family);
  }

  private void purses(SettlementEngine engine, int day, String event) {
    for (int member : members) {
      List<Balances> known = balancesOf(member);
      Balances now = balances(engine, member, day, event);
      if (!now.sameAs(known.get(known.size() - 1))) {
        known.add(now);
      }
    }
  }

  private static Balances balances(SettlementEngine engine, int member, int day, String event) {
    return new Balances(
        day,
        event,
        engine.ledger().balanceFen(member, Purse.PRIOR),
        engine.ledger().balanceFen(member, Purse.CURRENT),
        engine.ledger().balanceFen(member, Purse.WALLET));
  }

  private List<QuotaRow> limits(SettlementEngine engine, int member, int day) {
    return quota.of(engine.standings().of(member, day, diseases)).stream()
        .filter(HouseholdYear::fillsUp)
        .toList();
  }

  /** A limit of a visit or a day is new each time. */
  private static boolean fillsUp(QuotaRow row) {
    QuotaRow.Kind kind = row.kind();
    if (kind == null || row.isRemark()) {
      return false;
    }
    return switch (kind) {
      case DEDUCTIBLE, EXPENSE_CAP, PAYMENT_CAP, BINDING_LIMIT ->
          !row.period().equals("visit")
              && !row.period().equals("day")
              && !row.period().equals("claim");
      case OWN_BALANCE, FAMILY_AVAILABLE -> false;
    };
  }

  /** The members, in the order of the household file. */
  List<Integer> members() {
    return members;
  }

  /** In order of time. */
  List<Settlement> bills() {
    return bills;
  }

  PaidSum all() {
    return all;
  }

  ReasonCounts reasons() {
    return reasons;
  }

  /** The purses of a member, from the beginning to the end. */
  List<Balances> balancesOf(int member) {
    return kept(member).balances();
  }

  /** The limits of a member after each bill, and at the end. */
  List<Limits> limitsOf(int member) {
    return kept(member).limits();
  }

  private Member kept(int member) {
    return Objects.requireNonNull(kept.get(member), "not a member");
  }

  Map<Helped, Help> helped() {
    return helped;
  }

  /** Whether the end was told. */
  boolean isComplete() {
    return lastMoment != Long.MIN_VALUE;
  }
}
