package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settles claims one after the other, in order of time: finds the rules, lets the payers of the
 * chain take their parts, or takes an earlier claim back. The only place where it is decided who
 * pays.
 *
 * <p>Not for several threads; unconnected families may be settled by engines of their own.
 */
public final class SettlementEngine {
  private final Roster roster;
  private final Ledger ledger;
  private final Rollover rollover;
  private final Entitlements entitlements;
  private final PayerChains chains;
  private final Activities activities;
  private final Standings standings;
  private final BitSet reversedLater;
  private final boolean tracksVisits;
  private final @Nullable PostingListener listener;
  private final @Nullable Keeper keeper;
  private final Map<Integer, Past> past;
  private Explanation.@Nullable Listener explanations;

  /** Hears every movement of money. */
  public interface PostingListener {
    /** The movements of one settled row, in the order of the chain. */
    void posted(Settlement settlement, List<Posting> postings);

    /** The movements of one activity. */
    void posted(ActivityResult result, List<Posting> postings);
  }

  /** Keeps what every row took, for a later run to take it back. */
  public interface Keeper {
    /** One settled row, in the order in which they are settled. */
    void keep(Past past);
  }

  /**
   * An engine at the opening.
   *
   * @param tracksVisits finds out which claims are one visit, also where no policy asks
   * @param reversedLater ordinals of the claims that some row of the run wants to take back; what
   *     others took is not kept here
   * @param listener or null
   * @param keeper or null
   */
  public SettlementEngine(
      Roster roster,
      Bindings bindings,
      PolicyBook book,
      Opening opening,
      boolean tracksVisits,
      BitSet reversedLater,
      @Nullable PostingListener listener,
      @Nullable Keeper keeper) {
    People people = roster.people();
    this.roster = roster;
    this.tracksVisits = tracksVisits;
    this.ledger = new Ledger(people);
    opening.restore(ledger);
    this.past = new HashMap<>(opening.past());
    this.entitlements = new Entitlements(people, book);
    AccountYears years = new AccountYears(roster, book, entitlements);
    this.rollover = new Rollover(years, ledger, people.size(), opening);
    BindingTests tests = new BindingTests(roster, bindings, book, entitlements);
    PayerMoney money = new PayerMoney(roster, entitlements, ledger, rollover);
    FamilyOrder order = new FamilyOrder(roster, book, money);
    BindingChoice.Finder finder = new BindingChoice.Finder(bindings, tests, order);
    this.chains = new PayerChains(bindings, tests, order, money, ledger, book.usesFirstVisits());
    this.activities =
        new Activities(
            roster,
            entitlements,
            ledger,
            rollover,
            new PremiumPayment(entitlements, finder, money, ledger),
            new WalletTransfer(roster, entitlements, finder, money, ledger));
    this.standings =
        new Standings(roster, bindings, book, entitlements, tests, order, money, ledger);
    this.reversedLater = reversedLater;
    this.listener = listener;
    this.keeper = keeper;
  }

  /** Balances, accumulators and binding use as they are now. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Brings everybody's purses to the end of the run, for its balances to be told.
   *
   * @param openedOn as of which day the balances of a person have turned out to be who had none
   *     before; {@link Day#UNKNOWN}: still not known
   */
  public void passTo(int day, IntUnaryOperator openedOn) {
    for (Person person : roster.people().all()) {
      int opened = openedOn.applyAsInt(person.index());
      if (opened != Day.UNKNOWN) {
        rollover.open(person.index(), opened);
      }
      rollover.pass(person.index(), day);
    }
  }

  /** Tells how wanted rows come to be settled as they are. */
  public void explainTo(Explanation.Listener wanted) {
    explanations = wanted;
  }

  /** Tells what people have left after the last event. */
  public Standings standings() {
    return standings;
  }

  /** Applies the next activity; activities and claims come in the order of their timeline. */
  public ActivityResult apply(Activity activity) {
    ledger.begin();
    List<Posting> postings = new ArrayList<>();
    ActivityResult result = activities.apply(activity, postings);
    if (listener != null) {
      listener.posted(result, postings);
    }
    return result;
  }

  /** Settles the next claim; none is earlier than the one before it. */
  public Settlement settle(Claim claim) {
    TimelinePlace place = TimelinePlace.ofClaim(claim.moment());
    Person person = roster.at(claim.person(), place);
    int day = Moment.day(claim.moment());
    rollover.pass(person.index(), day);
    ledger.begin();
    return claim.isReversal() ? takeBack(claim, person, day) : settle(claim, person, day);
  }

  private Settlement settle(Claim claim, Person patient, int day) {
    Entitlement entitlement =
        entitlements.of(claim, patient, Coverage.of(ledger, patient.index(), day));
    PolicyVersion version = entitlement.version();
    int visit =
        tracksVisits
            ? ledger.joinVisit(
                patient.index(),
                claim.visit(),
                day,
                claim.facility(),
                version != null && version.written().mergeVisits())
            : 0;
    List<Posting> postings = wantsPostings() ? new ArrayList<>() : null;
    List<Step> steps = isWanted(claim) ? new ArrayList<>() : null;
    Turn turn =
        new Turn(
            claim,
            patient,
            entitlement,
            entitlements.benefitYear(version, day),
            visit,
            ledger,
            postings,
            steps);
    if (entitlement.ends()) {
      turn.payRestInCash();
    } else {
      for (Payer payer : chains.of(version)) {
        payer.pay(turn);
      }
    }
    boolean rejected = entitlement.reasons().has(Reason.CREDENTIAL_MISMATCH);
    Settlement settlement = turn.settled(rejected ? Status.REJECTED : Status.SETTLED);
    remember(settlement, turn.limits(), postings, Claim.NOTHING);
    if (explanations != null && steps != null) {
      explanations.explained(
          new Explanation(claim, patient, entitlement, settlement, List.copyOf(steps)));
    }
    return settlement;
  }

  private boolean isWanted(Claim claim) {
    return explanations != null && explanations.wants(claim.ordinal());
  }

  private void explain(Claim reversal, Person person, Settlement row, List<Posting> back) {
    if (explanations != null && isWanted(reversal)) {
      List<Step> steps = back.isEmpty() ? List.of() : List.of(new Step.GivenBack(back));
      explanations.explained(new Explanation(reversal, person, null, row, steps));
    }
  }

  private boolean wantsPostings() {
    return listener != null || keeper != null || explanations != null;
  }

  private Settlement takeBack(Claim reversal, Person person, int day) {
    Past target = past.get(reversal.reverses());
    Reason refusal = refusal(reversal, target);
    if (refusal != null || target == null) {
      Settlement refused =
          refused(reversal, person, day, refusal == null ? Reason.UNKNOWN_CLAIM : refusal);
      remember(refused, null, null, Claim.NOTHING);
      explain(reversal, person, refused, List.of());
      return refused;
    }
    passYearsOfPayers(target, reversal.moment());
    List<Posting> postings = wantsPostings() ? Postings.givingBack(target, ledger) : null;
    ledger.giveBack(target.taken());
    past.put(reversal.reverses(), target.takenBack());
    Settlement settlement = reversed(reversal, target);
    remember(settlement, null, postings, reversal.reverses());
    explain(reversal, person, settlement, postings == null ? List.of() : postings);
    return settlement;
  }

  /** A payer's money goes to where it would be now, so the payer's years must have passed. */
  private void passYearsOfPayers(Past target, long moment) {
    for (FamilyDraw draw : target.settlement().familyDraws()) {
      rollover.pass(draw.payer(), Moment.day(moment));
    }
  }

  private static @Nullable Reason refusal(Claim reversal, @Nullable Past target) {
    if (target == null) {
      return Reason.UNKNOWN_CLAIM;
    }
    if (target.settlement().person() != reversal.person()) {
      return Reason.OTHER_PERSON;
    }
    if (!target.reversible()) {
      return Reason.NOT_REVERSIBLE;
    }
    return target.reversed() ? Reason.ALREADY_REVERSED : null;
  }

  private void remember(
      Settlement settlement,
      @Nullable LimitsLeft limits,
      @Nullable List<Posting> postings,
      int reverses) {
    if (listener != null && postings != null) {
      listener.posted(settlement, postings);
    }
    boolean takenBackLater = reversedLater.get(settlement.ordinal());
    if (!takenBackLater && keeper == null) {
      return;
    }
    Past row =
        new Past(
            settlement,
            ledger.changes(),
            limits,
            postings == null ? List.of() : postings,
            reverses,
            false);
    if (takenBackLater) {
      past.put(settlement.ordinal(), row);
    }
    if (keeper != null) {
      keeper.keep(row);
    }
  }

  private Settlement reversed(Claim reversal, Past target) {
    Settlement original = target.settlement();
    LimitsLeft limits = target.limits();
    return new Settlement(
        reversal.ordinal(),
        reversal.person(),
        reversal.moment(),
        original.benefitYear(),
        Status.REVERSED_OUT,
        -original.totalFen(),
        -original.eligibleFen(),
        -original.firstSelfPayFen(),
        -original.overLimitFen(),
        -original.selfFundedFen(),
        original.split().negated(),
        original.payments().negated(),
        original.familyDraws().stream()
            .map(draw -> new FamilyDraw(draw.payer(), -draw.amountFen()))
            .toList(),
        limits == null ? Fen.NONE : limits.deductibleFen(ledger),
        limits == null ? Fen.NONE : limits.capFen(ledger),
        ledger.balanceFen(reversal.person()),
        Reasons.NONE,
        original.version(),
        original.group(),
        original.band(),
        original.benefit(),
        original.rates(),
        original.type(),
        original.level());
  }

  private Settlement refused(Claim reversal, Person person, int day, Reason reason) {
    int year = entitlements.benefitYear(entitlements.version(person, day), day);
    return new Settlement(
        reversal.ordinal(),
        reversal.person(),
        reversal.moment(),
        year,
        Status.REJECTED,
        0,
        0,
        0,
        0,
        0,
        Split.NONE,
        Payments.allCash(0),
        List.of(),
        Fen.NONE,
        Fen.NONE,
        ledger.balanceFen(person.index()),
        Reasons.of(reason),
        null,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        List.of(),
        Vocabulary.NONE,
        Vocabulary.NONE);
  }
}
