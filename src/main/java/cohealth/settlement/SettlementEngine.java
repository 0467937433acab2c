package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settles claims one after the other, in order of time: finds the rules, lets the payers of the
 * chain take their parts, or takes an earlier claim back. The only place where it is decided who
 * pays.
 *
 * <p>Not for several threads; {@link #forFamilies} gives other threads engines of their own, for
 * families that are not connected.
 */
public final class SettlementEngine {
  private final Roster roster;
  private final Bindings bindings;
  private final PolicyBook book;
  private final Shared shared;
  private final Ledger ledger;
  private final Controls controls;
  private final Rollover rollover;
  private final Entitlements entitlements;
  private final PayerChains chains;
  private final Activities activities;
  private final Standings standings;
  private final BitSet reversedLater;
  private final boolean tracksVisits;
  private final @Nullable PostingListener listener;
  private final @Nullable Keeper keeper;
  private final Reversals reversals;
  private final Turn.Sums sums = new Turn.Sums();
  private @Nullable ClaimRules[] rules = new ClaimRules[64];
  private ClaimPeriods periods = new ClaimPeriods(Day.UNKNOWN, YearStart.JANUARY, 0);
  private Explanation.@Nullable Listener explanations;

  // never read: without it the look would be left out
  @SuppressWarnings("UnusedVariable")
  private long looked;

  /** What engines of the same run share: it grows with the number of people, not of threads. */
  private record Shared(
      PersonColumns columns, Memberships memberships, Kept<Helpers> helpers, NearPayers near) {
    static Shared of(Roster roster, Bindings bindings, PolicyBook book, Opening opening) {
      PersonColumns columns = PersonColumns.of(roster.people().size());
      Rollover.begin(columns, new AccountYears(roster, book), opening);
      return new Shared(
          columns,
          new Memberships(roster, book, columns),
          new Kept<>(columns, PersonColumns.HELPERS),
          NearPayers.pack(bindings, columns));
    }
  }

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
   * @param tracksVisits finds out which claims are one visit also of people whose policy does not
   *     ask
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
    this(
        roster,
        bindings,
        book,
        Shared.of(roster, bindings, book, opening),
        restored(roster.people(), opening),
        opening.past(),
        tracksVisits,
        reversedLater,
        listener,
        keeper);
  }

  private SettlementEngine(
      Roster roster,
      Bindings bindings,
      PolicyBook book,
      Shared shared,
      Ledger ledger,
      Map<Integer, Past> past,
      boolean tracksVisits,
      BitSet reversedLater,
      @Nullable PostingListener listener,
      @Nullable Keeper keeper) {
    this.roster = roster;
    this.bindings = bindings;
    this.book = book;
    this.shared = shared;
    this.tracksVisits = tracksVisits;
    this.ledger = ledger;
    this.controls = new Controls(ledger);
    this.entitlements = new Entitlements(book);
    this.rollover = new Rollover(shared.columns(), new AccountYears(roster, book), ledger);
    this.reversals =
        new Reversals(past, ledger, controls, rollover, shared.memberships(), entitlements);
    BindingTests tests = new BindingTests(roster, bindings, book, shared.memberships());
    PayerMoney money = new PayerMoney(shared.memberships(), ledger, controls, rollover);
    FamilyOrder order = new FamilyOrder(roster, book, money);
    BindingChoice.Finder finder = new BindingChoice.Finder(bindings, tests, order);
    this.chains =
        new PayerChains(
            bindings,
            shared.near(),
            new Helpers.Finder(bindings, shared.memberships(), tests, order, shared.helpers()),
            money,
            ledger,
            controls,
            book.usesFirstVisits());
    this.activities =
        new Activities(
            roster,
            entitlements,
            ledger,
            rollover,
            new PremiumPayment(entitlements, finder, money, ledger),
            new WalletTransfer(roster, entitlements, finder, money, ledger));
    this.standings =
        new Standings(roster, bindings, book, shared.memberships(), tests, order, money, ledger);
    this.reversedLater = reversedLater;
    this.listener = listener;
    this.keeper = keeper;
  }

  private static Ledger restored(People people, Opening opening) {
    Ledger ledger = new Ledger(people);
    opening.restore(ledger);
    return ledger;
  }

  /**
   * An engine for another thread, which settles what happens to these people from now on, until
   * {@link #absorb}; this one does so for the others only. Everybody whom an event of these people
   * can touch must be one of them: their whole families, and whoever wants to take back one of
   * their claims. It shares with this engine whatever is kept for each person.
   *
   * @param listener or null
   * @param keeper or null
   */
  public SettlementEngine forFamilies(
      IntPredicate people, @Nullable PostingListener listener, @Nullable Keeper keeper) {
    // of bindings that are no longer in the file only their use is known; nobody asks for it
    IntPredicate theirBindings =
        binding ->
            binding < bindings.all().size() && people.test(bindings.all().get(binding).payer());
    Ledger theirs = ledger.sibling(people, theirBindings);
    SettlementEngine engine =
        new SettlementEngine(
            roster,
            bindings,
            book,
            shared,
            theirs,
            reversals.past(),
            tracksVisits,
            reversedLater,
            listener,
            keeper);
    engine.explanations = explanations;
    return engine;
  }

  /** Takes back the people of an engine that was made for another thread, which has ended. */
  public void absorb(SettlementEngine other) {
    ledger.absorb(other.ledger);
    controls.absorb(other.controls);
    reversals.absorb(other.reversals);
  }

  /**
   * What must hold of the whole run (rules: section 10): the ledger holds what was moved, and the
   * rows are those that were settled; when no other engine has people.
   *
   * @param payments what the rows say was paid, by payer
   * @param totalFen their bills
   * @param rows how many there are
   */
  public void check(Payments payments, long totalFen, long rows) {
    ledger.check();
    if (!controls.areOf(payments, totalFen, rows)) {
      throw new BrokenInvariant(Invariant.ROWS_ADD_UP);
    }
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
    ledger.begin(false);
    List<Posting> postings = new ArrayList<>();
    ActivityResult result;
    try {
      result = activities.apply(activity, postings);
      controls.add(result);
    } catch (BrokenInvariant e) {
      throw e.atActivity(activity.ordinal());
    }
    if (listener != null) {
      listener.posted(result, postings);
    }
    return result;
  }

  /**
   * Says of whom one of the next claims will be. Nothing depends on it, but when some claims are
   * announced before they are settled, the processor fetches what is known of their people at the
   * same time and not one after the other.
   */
  public void announce(int person) {
    looked ^= ledger.look(person) ^ shared.columns().look(person);
  }

  /** Settles the next claim; none is earlier than the one before it. */
  public Settlement settle(Claim claim) {
    int day = Moment.day(claim.moment());
    rollover.pass(claim.person(), day);
    ledger.begin(isKept(claim));
    long ownBefore = ledger.balanceFen(claim.person());
    try {
      return claim.isReversal() ? takeBack(claim, ownBefore) : settle(claim, day, ownBefore);
    } catch (BrokenInvariant e) {
      throw e.atClaim(claim.ordinal());
    }
  }

  private Settlement settle(Claim claim, int day, long ownBefore) {
    int patient = claim.person();
    ClaimRules itsRules = rules(claim, day);
    Entitlement entitlement = itsRules.of(claim, Coverage.of(ledger, patient, day));
    PolicyVersion version = entitlement.version();
    int visit =
        tracksVisits || itsRules.membership().joinsVisits()
            ? ledger.joinVisit(
                patient,
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
            day,
            entitlement,
            periods(day, itsRules.benefitYear(), visit),
            sums,
            ledger,
            postings,
            steps);
    if (entitlement.ends()) {
      turn.payRestInCash();
    } else {
      for (Payer payer : itsRules.chain()) {
        payer.pay(turn);
      }
    }
    boolean rejected = entitlement.reasons().has(Reason.CREDENTIAL_MISMATCH);
    Settlement settlement = turn.settled(rejected ? Status.REJECTED : Status.SETTLED);
    if (settlement.payments().familyFen() != 0
        && !FamilyPayer.ownPursesAreEmpty(patient, itsRules.membership().version(), ledger)) {
      throw new BrokenInvariant(Invariant.OWN_PURSES_FIRST);
    }
    RowChecks.settled(settlement, turn.reachedFen(), ownBefore);
    controls.add(settlement);
    if (listener != null && postings != null) {
      listener.posted(settlement, postings);
    }
    if (isKept(claim)) {
      keep(settlement, turn.limits(), postings, Claim.NOTHING);
    }
    if (explanations != null && steps != null) {
      Person person = roster.at(patient, turn.place());
      explanations.explained(
          new Explanation(claim, person, entitlement, settlement, List.copyOf(steps)));
    }
    return settlement;
  }

  /** The rules of the patient's membership. */
  private ClaimRules rules(Claim claim, int day) {
    int number = shared.memberships().number(claim.person(), day, claim.moment());
    ClaimRules known = number < rules.length ? rules[number] : null;
    return known == null ? newRules(claim, number) : known;
  }

  private ClaimRules newRules(Claim claim, int number) {
    Membership membership = shared.memberships().of(claim.person(), claim.moment());
    ClaimRules made = new ClaimRules(membership, entitlements, chains.of(membership.version()));
    if (number != Kept.UNKNOWN) {
      if (number >= rules.length) {
        rules = Arrays.copyOf(rules, Math.max(number + 1, rules.length * 2));
      }
      rules[number] = made;
    }
    return made;
  }

  private ClaimPeriods periods(int day, YearStart benefitYear, int visit) {
    if (!periods.areOf(day, benefitYear, visit)) {
      periods = new ClaimPeriods(day, benefitYear, visit);
    }
    return periods;
  }

  private boolean isWanted(Claim claim) {
    return explanations != null && explanations.wants(claim.ordinal());
  }

  private void explain(Claim reversal, Settlement row, List<Posting> back) {
    if (explanations != null && isWanted(reversal)) {
      Person person = roster.at(reversal.person(), TimelinePlace.ofClaim(reversal.moment()));
      List<Step> steps = back.isEmpty() ? List.of() : List.of(new Step.GivenBack(back));
      explanations.explained(new Explanation(reversal, person, null, row, steps));
    }
  }

  private boolean wantsPostings() {
    return listener != null || keeper != null || explanations != null;
  }

  private Settlement takeBack(Claim reversal, long ownBefore) {
    Reversals.Outcome outcome = reversals.of(reversal, wantsPostings(), ownBefore);
    controls.add(outcome.row());
    List<Posting> back = outcome.postings();
    if (listener != null && back != null) {
      listener.posted(outcome.row(), back);
    }
    if (isKept(reversal)) {
      keep(outcome.row(), null, back, outcome.reverses());
    }
    explain(reversal, outcome.row(), back == null ? List.of() : back);
    return outcome.row();
  }

  private boolean isKept(Claim claim) {
    return keeper != null || reversedLater.get(claim.ordinal());
  }

  private void keep(
      Settlement settlement,
      @Nullable LimitsLeft limits,
      @Nullable List<Posting> postings,
      int reverses) {
    Past row =
        new Past(
            settlement,
            ledger.changes(),
            limits,
            postings == null ? List.of() : postings,
            reverses,
            false);
    if (reversedLater.get(settlement.ordinal())) {
      reversals.remember(row);
    }
    if (keeper != null) {
      keeper.keep(row);
    }
  }
}
