package cohealth.ledger;

import cohealth.ledger.Movements.Kind;
import cohealth.money.Fen;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Purse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * The one owner of all that changes: purses, accumulators, visits and binding use. Payers decide
 * first and then tell the ledger, which must succeed; what one claim changed can be kept and given
 * back. Not for several threads.
 */
public final class Ledger {
  private static final Purse[] PURSES = Purse.values();
  private static final int PRIOR = Purse.PRIOR.ordinal();
  private static final int CURRENT = Purse.CURRENT.ordinal();
  private static final int WALLET = Purse.WALLET.ordinal();

  private static final Comparator<Carried.Count> BY_SLOT =
      Comparator.comparingInt(Carried.Count::slot).thenComparingInt(Carried.Count::period);

  private final PersonRows rows;
  private final int[] yearsStarted;
  private final Counters bindingUse = new Counters();
  private final Counters transfers = new Counters();
  private final Visits visits;
  private final Premiums premiums = new Premiums();
  private final Movements movements = new Movements();
  private final ControlTotals controls = new ControlTotals();
  private boolean records;

  /** The opening balances of the people. */
  public Ledger(People people) {
    rows = new PersonRows(people.size());
    yearsStarted = new int[people.size()];
    visits = new Visits(people.size());
    for (Person person : people.all()) {
      open(person.index(), PRIOR, person.priorFen());
      open(person.index(), CURRENT, person.currentFen());
      open(person.index(), WALLET, person.walletFen());
    }
  }

  private Ledger(Ledger sibling) {
    rows = sibling.rows.sibling();
    yearsStarted = sibling.yearsStarted;
    visits = sibling.visits.sibling();
  }

  /**
   * A ledger for another thread, which asks about these people only, while nobody else does: both
   * write to the same rows, each to those of its own people.
   *
   * @param bindings those whose payers are among the people
   */
  public Ledger sibling(IntPredicate people, IntPredicate bindings) {
    Ledger sibling = new Ledger(this);
    sibling.takeFrom(this, people, bindings);
    return sibling;
  }

  /** Takes back the sibling's people, when its thread has ended. */
  public void absorb(Ledger sibling) {
    takeFrom(sibling, person -> true, binding -> true);
    controls.absorb(sibling.controls);
  }

  /**
   * What purses, accumulators and bindings hold is what they held at the opening and what was moved
   * since (rules: section 10, 2); when no other thread has people.
   */
  public void check() {
    controls.check(rows, bindingUse);
  }

  /** How much more the purses hold together than at the opening. */
  public long movedFen() {
    return controls.movedFen();
  }

  /** How far all accumulators have counted together. */
  public long countedFen() {
    return controls.countedFen();
  }

  /** How much of all authorised amounts was used together. */
  public long usedFen() {
    return controls.usedFen();
  }

  private void takeFrom(Ledger other, IntPredicate people, IntPredicate bindings) {
    rows.takeFrom(other.rows, people);
    bindingUse.takeFrom(other.bindingUse, bindings);
    transfers.takeFrom(other.transfers, people);
    visits.takeFrom(other.visits, people);
    premiums.takeFrom(other.premiums, people);
  }

  /**
   * Begins a new event.
   *
   * @param toBeKept what it changes is recorded from here on, see {@link #changes}
   */
  public void begin(boolean toBeKept) {
    movements.clear();
    records = toBeKept;
  }

  /** What was changed since {@link #begin}, to be given back later. */
  public Movements changes() {
    return movements.kept();
  }

  /** An account year of the person starts: current-year money becomes prior-year money. */
  public void startAccountYear(int person) {
    long current = rows.purse(person, CURRENT);
    rows.setPurse(person, PRIOR, Fen.sum(rows.purse(person, PRIOR), current));
    rows.setPurse(person, CURRENT, 0);
    controls.rolledOver(current);
    yearsStarted[person]++;
  }

  /** Looks at the person's row, so that it is at hand when it is needed; any number. */
  public long look(int person) {
    return rows.look(person);
  }

  /** What a purse holds. */
  public long balanceFen(int person, Purse purse) {
    return rows.purse(person, purse.ordinal());
  }

  /** What all purses of the person hold together. */
  public long balanceFen(int person) {
    return rows.purses(person);
  }

  /** Takes money out of a purse; the purse holds it. */
  public void draw(int person, Purse purse, long fen) {
    change(person, purse, -fen);
    if (records) {
      movements.add(Kind.PURSE, person, purse.ordinal(), yearsStarted[person], 0, -fen);
    }
  }

  /** Puts money into a purse. */
  public void credit(int person, Purse purse, long fen) {
    change(person, purse, fen);
  }

  /** How many transfers the payer has made on the day. */
  public long transfersOn(int payer, int day) {
    return transfers.get(payer, 0, day);
  }

  /** The payer makes one more transfer on the day. */
  public void countTransfer(int payer, int day) {
    transfers.add(payer, 0, day, 1);
  }

  /**
   * A premium was paid: its plan year insures from one day to another, with benefits from a third.
   */
  public void payPremium(int person, Carried.PaidPremium paid) {
    premiums.add(person, paid);
  }

  /** Whether the person's premium of the plan year was paid. */
  public boolean isPremiumPaid(int person, int planYear) {
    return premiums.isPaid(person, planYear);
  }

  /**
   * The first day with benefits by the premium that insures the day, or {@link
   * cohealth.time.Day#UNKNOWN} without one.
   */
  public int premiumBenefitsFrom(int person, int day) {
    return premiums.benefitsFrom(person, day);
  }

  /** How far an accumulator has counted in a period. */
  public long accumulatedFen(int person, int slot, int period) {
    return rows.count(person, slot, period);
  }

  /** Moves an accumulator, which must not pass its limit by that. */
  public void accumulate(int person, int slot, int period, long fen, long limitFen) {
    if (fen == 0) {
      return;
    }
    if (rows.add(person, slot, period, fen) > limitFen || fen < 0) {
      throw new BrokenInvariant(Invariant.ACCUMULATOR_WITHIN_LIMIT);
    }
    controls.accumulator(fen);
    if (records) {
      movements.add(Kind.ACCUMULATOR, person, slot, period, 0, fen);
    }
  }

  /** How much of a binding's authorised amount was used in an account year of the payer. */
  public long usedFen(int binding, int accountYear) {
    return bindingUse.get(binding, 0, accountYear);
  }

  /** Uses a part of a binding's authorised amount, which must not be passed by that. */
  public void use(int binding, int accountYear, long fen, long limitFen) {
    if (bindingUse.add(binding, 0, accountYear, fen) > limitFen || fen < 0) {
      throw new BrokenInvariant(Invariant.BINDING_WITHIN_AMOUNT);
    }
    controls.binding(fen);
    if (records) {
      movements.add(Kind.BINDING, binding, 0, accountYear, 0, fen);
    }
  }

  /** The visit of a claim, see rules section 5; ids are numbers from 1, 0 = not given. */
  public int joinVisit(int person, int visitId, int day, int facility, boolean merge) {
    return visits.join(person, visitId, day, facility, merge);
  }

  /** Whether the visit is the first of the year on an accumulator. */
  public boolean isFirstVisit(int person, int slot, int year, int visit) {
    return visits.isFirst(person, slot, year, visit);
  }

  /** The pool was open for a claim of the visit. */
  public void countVisit(int person, int slot, int year, int visit) {
    if (records) {
      visits.count(person, slot, year, visit, 1);
      movements.add(Kind.VISIT, person, slot, year, visit, 1);
    } else {
      visits.countForGood(person, slot, year, visit);
    }
  }

  /**
   * Gives back exactly what a claim changed. Money that has rolled over since goes to where it
   * would be now (current to prior); for that, {@link #startAccountYear} is called before.
   */
  public void giveBack(Movements taken) {
    for (int i = 0; i < taken.size(); i++) {
      long amount = taken.amount(i);
      switch (taken.kind(i)) {
        case PURSE -> change(taken.person(i), purseNow(taken, i), -amount);
        case ACCUMULATOR -> {
          rows.add(taken.person(i), taken.a(i), taken.b(i), -amount);
          controls.accumulator(-amount);
        }
        case BINDING -> {
          bindingUse.add(taken.person(i), taken.a(i), taken.b(i), -amount);
          controls.binding(-amount);
        }
        case VISIT -> visits.count(taken.person(i), taken.a(i), taken.b(i), taken.detail(i), -1);
      }
    }
  }

  /**
   * The purse where money of that purse is now.
   *
   * @param started how many account years had started for the person when it was there
   */
  public Purse purseNow(int person, Purse purse, int started) {
    return purse == Purse.CURRENT && yearsStarted[person] > started ? Purse.PRIOR : purse;
  }

  /**
   * What a later run must know of everybody, in the order of the people. Current from the time of
   * the call only.
   *
   * @param day of the run's end
   */
  public IntFunction<Carried> carried(int day) {
    Counters.Sorted spilled = rows.spilled();
    IntFunction<Carried.Visits> visited = visits.carried(day);
    return person -> {
      List<Carried.Count> counted = new ArrayList<>();
      Counters.Each count =
          (slot, period, fen) -> {
            if (fen != 0) {
              counted.add(new Carried.Count(slot, period, fen));
            }
          };
      rows.tell(person, count);
      spilled.of(person, count);
      counted.sort(BY_SLOT);
      return new Carried(
          balanceFen(person, Purse.PRIOR),
          balanceFen(person, Purse.CURRENT),
          balanceFen(person, Purse.WALLET),
          yearsStarted[person],
          counted,
          premiums.of(person),
          transfersOn(person, day),
          visited.apply(person));
    };
  }

  /** What a later run must know of every binding. */
  public IntFunction<List<Carried.Use>> carriedUses() {
    Counters.Sorted uses = bindingUse.sorted();
    return binding -> {
      List<Carried.Use> used = new ArrayList<>();
      uses.of(binding, (slot, year, fen) -> used.add(new Carried.Use(year, fen)));
      return used;
    };
  }

  /**
   * A person goes on where an earlier run ended, on a day; before any event.
   *
   * @param day of the earlier run's end
   */
  public void restore(int person, Carried carried, int day) {
    open(person, PRIOR, carried.priorFen());
    open(person, CURRENT, carried.currentFen());
    open(person, WALLET, carried.walletFen());
    yearsStarted[person] = carried.yearsStarted();
    for (Carried.Count count : carried.accumulators()) {
      rows.add(person, count.slot(), count.period(), count.fen());
      controls.accumulator(count.fen());
    }
    carried.premiums().forEach(paid -> premiums.add(person, paid));
    if (carried.transfersToday() > 0) {
      transfers.add(person, 0, day, carried.transfersToday());
    }
    visits.restore(person, carried.visits(), day);
  }

  /** A binding goes on where an earlier run ended; before any event. */
  public void restoreUse(int binding, Carried.Use use) {
    bindingUse.add(binding, 0, use.accountYear(), use.fen());
    controls.binding(use.fen());
  }

  private Purse purseNow(Movements taken, int i) {
    return purseNow(taken.person(i), PURSES[taken.a(i)], taken.b(i));
  }

  private void open(int person, int purse, long fen) {
    controls.opened(purse, fen - rows.purse(person, purse));
    rows.setPurse(person, purse, fen);
  }

  private void change(int person, Purse purse, long delta) {
    long after = Fen.sum(rows.purse(person, purse.ordinal()), delta);
    if (after < 0) {
      throw new BrokenInvariant(Invariant.PURSE_NOT_BELOW_ZERO);
    }
    rows.setPurse(person, purse.ordinal(), after);
    controls.purse(purse.ordinal(), delta);
  }
}
