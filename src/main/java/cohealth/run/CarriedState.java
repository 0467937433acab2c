package cohealth.run;

import cohealth.io.DamagedState;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.io.StateFile;
import cohealth.io.StateLine;
import cohealth.ledger.Carried;
import cohealth.person.Attribute;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.AccumulatorSlots;
import cohealth.settlement.Status;
import cohealth.text.IdTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run left for this one (rules: section 8): its people, whose balances and changed
 * attributes go before those of the household file, its bindings, and what became of its claims.
 * What the ledger must know is read from the file once more when it is needed.
 */
final class CarriedState {
  private final StateFile file;
  private final IdTable visits;
  private final IdTable facilities;
  private final List<StateLine.OfPerson> people = new ArrayList<>();
  private final List<StateLine.OfBinding> bindings = new ArrayList<>();
  private final List<String> activities = new ArrayList<>();
  private final Map<Integer, Insured> inFile = new HashMap<>();
  private final BitSet opened = new BitSet();
  private final BitSet reversed = new BitSet();
  private long[] totals = new long[0];
  private int peopleInFile;
  private int firstActivityLine;

  private CarriedState(StateFile file, IdTable visits, IdTable facilities) {
    this.file = file;
    this.visits = visits;
    this.facilities = facilities;
  }

  /**
   * Reads the state but for its claims.
   *
   * @return null when it is refused; the problems say why
   */
  static @Nullable CarriedState open(
      Source source, IdTable visits, IdTable facilities, Problems problems) throws IOException {
    StateFile file =
        source.bytes() == null
            ? StateFile.open(source.path(), source.name(), visits, facilities, problems)
            : StateFile.of(source.bytes(), source.name(), visits, facilities, problems);
    if (file == null) {
      return null;
    }
    CarriedState state = new CarriedState(file, visits, facilities);
    IdTable ids = new IdTable();
    file.readPeople((line, number) -> state.note(line, number, ids));
    return state;
  }

  private void note(StateLine line, int number, IdTable ids) throws DamagedState {
    if (line instanceof StateLine.OfPerson person) {
      need(ids.add(person.person().id()) == people.size(), "a person twice");
      people.add(withoutCarried(person));
    } else if (line instanceof StateLine.OfBinding binding) {
      bindings.add(binding);
    } else if (line instanceof StateLine.OfActivity activity) {
      activities.add(activity.id());
      if (firstActivityLine == 0) {
        firstActivityLine = number;
      }
    }
  }

  private void need(boolean holds, String what) throws DamagedState {
    if (!holds) {
      throw new DamagedState(file, what);
    }
  }

  /** A million people's counts need not be kept twice. */
  private static StateLine.OfPerson withoutCarried(StateLine.OfPerson person) {
    return new StateLine.OfPerson(
        person.person(), person.inFile(), person.opened(), NOTHING_CARRIED);
  }

  private static final Carried NOTHING_CARRIED =
      new Carried(0, 0, 0, 0, List.of(), List.of(), 0, Carried.Visits.NONE);

  /** The state file. */
  StateFile file() {
    return file;
  }

  /** Numbers of visit ids. */
  IdTable visits() {
    return visits;
  }

  /** Numbers of facility ids. */
  IdTable facilities() {
    return facilities;
  }

  /**
   * The people of this run: those of the household file in their order, then those whom only the
   * state knows.
   *
   * @param given of the household file; null = there is none
   * @param problems takes the note that balances differ
   */
  People people(@Nullable People given, String householdsName, Problems problems) {
    List<Person> all = new ArrayList<>(given == null ? List.of() : given.all());
    peopleInFile = all.size();
    int differing = 0;
    for (StateLine.OfPerson carried : people) {
      int known = given == null ? -1 : given.indexOf(carried.person().id());
      Person person =
          known < 0 ? carried.person().numbered(all.size()) : merged(all.get(known), carried);
      if (known < 0) {
        all.add(person);
      } else {
        differing += sameBalances(all.get(known), person) ? 0 : 1;
        all.set(known, person);
      }
      opened.set(person.index(), carried.opened());
    }
    if (differing > 0) {
      problems.add(
          Problem.at(
              ProblemCode.STATE_BALANCES,
              householdsName,
              0,
              0,
              null,
              Integer.toString(differing),
              file.name()));
    }
    return new People(all);
  }

  private static boolean sameBalances(Person one, Person other) {
    return one.priorFen() == other.priorFen()
        && one.currentFen() == other.currentFen()
        && one.walletFen() == other.walletFen();
  }

  /** What an activity changed stays changed as long as the household file says what it said. */
  private Person merged(Person given, StateLine.OfPerson carried) {
    Insured insured = given.insured();
    Insured now = carried.person().insured();
    for (Attribute attribute : Attribute.values()) {
      boolean asBefore = insured.with(attribute, carried.inFile()).equals(insured);
      boolean changed = !carried.inFile().with(attribute, now).equals(carried.inFile());
      if (asBefore && changed) {
        insured = insured.with(attribute, now);
      }
    }
    if (!insured.equals(given.insured())) {
      inFile.put(given.index(), given.insured());
    }
    return given.with(insured).withBalances(carried.person());
  }

  /** How the household file has a person insured, whatever was changed since. */
  Insured inFile(Person person) {
    return person.index() < peopleInFile
        ? inFile.getOrDefault(person.index(), person.insured())
        : person.insured();
  }

  /** The state's own bindings, for a run that has neither households nor bindings. */
  Bindings bindings(People run) throws DamagedState {
    List<Binding> all = new ArrayList<>();
    Map<List<Object>, List<Binding>> pairs = new HashMap<>();
    for (StateLine.OfBinding line : bindings) {
      int payer = run.indexOf(line.payer());
      int beneficiary = run.indexOf(line.beneficiary());
      need(payer >= 0 && beneficiary >= 0, "a binding of nobody");
      Binding binding = line.binding().between(all.size(), payer, beneficiary);
      List<Binding> ofPair =
          pairs.computeIfAbsent(
              List.of(payer, beneficiary, binding.credentialOnly()), pair -> new ArrayList<>(1));
      for (Binding other : ofPair) {
        boolean apart =
            other.validTo() < binding.validFrom() || binding.validTo() < other.validFrom();
        need(apart, "a binding twice");
      }
      ofPair.add(binding);
      all.add(binding);
    }
    return new Bindings(all, run.size());
  }

  /** How many people the household file has. */
  int peopleInFile() {
    return peopleInFile;
  }

  /** Whether the account year of the person's balances is known. */
  boolean opened(int person) {
    return opened.get(person);
  }

  /** Accumulators that keep their numbers over all runs. */
  AccumulatorSlots slots() {
    AccumulatorSlots slots = new AccumulatorSlots();
    file.head().slots().forEach(slot -> slots.number(slot.document(), slot.name(), slot.period()));
    return slots;
  }

  /** Registers the ids of all activities that have happened. */
  void addActivities(RowIds ids) throws DamagedState {
    ids.startFile(file.name());
    for (int i = 0; i < activities.size(); i++) {
      need(ids.add(activities.get(i), firstActivityLine + i) == RowIds.NONE, "an activity twice");
    }
  }

  /** The ids of the activities that have happened. */
  List<String> activities() {
    return activities;
  }

  /** Registers the ids of all claims; they come before those of this run. */
  void addClaims(RowIds ids) throws IOException {
    ids.startFile(file.name());
    file.readClaims(
        (line, number) -> {
          if (line instanceof StateLine.OfClaim claim) {
            int ordinal = ids.size();
            need(ids.add(claim.id(), number) == RowIds.NONE, "a claim twice");
            if (ordinal >= totals.length) {
              totals = Arrays.copyOf(totals, Math.max(1024, 2 * ordinal));
            }
            totals[ordinal] = claim.totalFen();
            String target = claim.reverses();
            if (claim.status() == Status.REVERSED_OUT && target != null) {
              int taken = ids.find(target);
              boolean fits = taken >= 0 && !reversed.get(taken);
              need(fits && totals[taken] == -claim.totalFen(), "what was taken back");
              reversed.set(taken);
            }
          }
        });
  }

  /** What the claim cost; for a reversal no positive amount. */
  long totalFen(int ordinal) {
    return totals[ordinal];
  }

  /** Whether the claim was taken back. */
  boolean isReversed(int ordinal) {
    return reversed.get(ordinal);
  }
}
