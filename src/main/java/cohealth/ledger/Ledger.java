package cohealth.ledger;

import cohealth.ledger.Movements.Kind;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Purse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of all that changes: purses, accumulators, visits and binding use. Payers decide
 * first and then tell the ledger, which must succeed; what one claim changed can be kept and given
 * back. Not for several threads.
 */
public final class Ledger {
  private static final int PURSES = Purse.values().length;

  private final long[] balances;
  private final int[] yearsStarted;
  private final Counters accumulators = new Counters();
  private final Counters bindingUse = new Counters();
  private final Counters transfers = new Counters();
  private final Visits visits = new Visits();
  private final Premiums premiums = new Premiums();
  private final Movements movements = new Movements();

  /** The opening balances of the people. */
  public Ledger(People people) {
    balances = new long[people.size() * PURSES];
    yearsStarted = new int[people.size()];
    for (Person person : people.all()) {
      int at = person.index() * PURSES;
      balances[at + Purse.PRIOR.ordinal()] = person.priorFen();
      balances[at + Purse.CURRENT.ordinal()] = person.currentFen();
      balances[at + Purse.WALLET.ordinal()] = person.walletFen();
    }
  }

  /** Begins a new event: what it changes is recorded from here on. */
  public void begin() {
    movements.clear();
  }

  /** What was changed since {@link #begin}, to be given back later. */
  public Movements changes() {
    return movements.kept();
  }

  /** An account year of the person starts: current-year money becomes prior-year money. */
  public void startAccountYear(int person) {
    int at = person * PURSES;
    int current = at + Purse.CURRENT.ordinal();
    int prior = at + Purse.PRIOR.ordinal();
    balances[prior] = Math.addExact(balances[prior], balances[current]);
    balances[current] = 0;
    yearsStarted[person]++;
  }

  /** What a purse holds. */
  public long balanceFen(int person, Purse purse) {
    return balances[person * PURSES + purse.ordinal()];
  }

  /** What all purses of the person hold together. */
  public long balanceFen(int person) {
    int at = person * PURSES;
    return Math.addExact(balances[at], Math.addExact(balances[at + 1], balances[at + 2]));
  }

  /** Takes money out of a purse; the purse holds it. */
  public void draw(int person, Purse purse, long fen) {
    change(person, purse, -fen);
    movements.add(Kind.PURSE, person, purse.ordinal(), yearsStarted[person], 0, -fen);
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

  /** The first day with benefits by the premium that insures the day, or null without one. */
  public @Nullable Integer premiumBenefitsFrom(int person, int day) {
    return premiums.benefitsFrom(person, day);
  }

  /** How far an accumulator has counted in a period. */
  public long accumulatedFen(int person, int slot, int period) {
    return accumulators.get(person, slot, period);
  }

  /** Moves an accumulator, which must not pass its limit by that. */
  public void accumulate(int person, int slot, int period, long fen, long limitFen) {
    if (fen == 0) {
      return;
    }
    if (accumulators.add(person, slot, period, fen) > limitFen || fen < 0) {
      throw new BrokenInvariant("accumulator within its limit");
    }
    movements.add(Kind.ACCUMULATOR, person, slot, period, 0, fen);
  }

  /** How much of a binding's authorised amount was used in an account year of the payer. */
  public long usedFen(int binding, int accountYear) {
    return bindingUse.get(binding, 0, accountYear);
  }

  /** Uses a part of a binding's authorised amount, which must not be passed by that. */
  public void use(int binding, int accountYear, long fen, long limitFen) {
    if (bindingUse.add(binding, 0, accountYear, fen) > limitFen || fen < 0) {
      throw new BrokenInvariant("binding within its authorised amount");
    }
    movements.add(Kind.BINDING, binding, 0, accountYear, 0, fen);
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
    visits.count(person, slot, year, visit, 1);
    movements.add(Kind.VISIT, person, slot, year, visit, 1);
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
        case ACCUMULATOR -> accumulators.add(taken.person(i), taken.a(i), taken.b(i), -amount);
        case BINDING -> bindingUse.add(taken.person(i), taken.a(i), taken.b(i), -amount);
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
    Counters.Sorted counts = accumulators.sorted();
    return person -> {
      List<Carried.Count> counted = new ArrayList<>();
      counts.of(person, (slot, period, fen) -> counted.add(new Carried.Count(slot, period, fen)));
      return new Carried(
          balanceFen(person, Purse.PRIOR),
          balanceFen(person, Purse.CURRENT),
          balanceFen(person, Purse.WALLET),
          yearsStarted[person],
          counted,
          premiums.of(person),
          transfersOn(person, day),
          visits.carried(person, day));
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
    balances[person * PURSES + Purse.PRIOR.ordinal()] = carried.priorFen();
    balances[person * PURSES + Purse.CURRENT.ordinal()] = carried.currentFen();
    balances[person * PURSES + Purse.WALLET.ordinal()] = carried.walletFen();
    yearsStarted[person] = carried.yearsStarted();
    for (Carried.Count count : carried.accumulators()) {
      accumulators.add(person, count.slot(), count.period(), count.fen());
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
  }

  private Purse purseNow(Movements taken, int i) {
    return purseNow(taken.person(i), Purse.values()[taken.a(i)], taken.b(i));
  }

  private void change(int person, Purse purse, long delta) {
    int at = person * PURSES + purse.ordinal();
    balances[at] = Math.addExact(balances[at], delta);
    if (balances[at] < 0) {
      throw new BrokenInvariant("purse not below zero");
    }
  }
}
