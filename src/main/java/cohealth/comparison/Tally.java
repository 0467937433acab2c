package cohealth.comparison;

import cohealth.event.Vocabulary;
import cohealth.person.People;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.List;

/** Adds up the rows of both settlements as they come. Not for several threads. */
public final class Tally {
  private final People people;
  private final Vocabulary.Words levelWords;
  private final PersonSums persons;
  private final LevelSums levels;
  private final MonthSums months = new MonthSums();
  private long rows;
  private long changed;
  private long billedFen;
  private PayerSums before = PayerSums.NONE;
  private PayerSums after = PayerSums.NONE;
  private long acceptedBefore;
  private long acceptedAfter;
  private long movedBeforeFen;
  private long movedAfterFen;

  /**
   * No rows yet.
   *
   * @param people of the run
   * @param levelWords the levels of facilities
   */
  public Tally(People people, Vocabulary.Words levelWords) {
    this.people = people;
    this.levelWords = levelWords;
    this.persons = new PersonSums(people.size());
    this.levels = new LevelSums(people.size());
  }

  /** The same row of the claims files under both policies. */
  public void add(Settlement baseline, Settlement reform) {
    PayerSums paidBefore = PayerSums.of(baseline.payments());
    PayerSums paidAfter = PayerSums.of(reform.payments());
    rows++;
    changed += baseline.payments().equals(reform.payments()) ? 0 : 1;
    billedFen = Math.addExact(billedFen, baseline.totalFen());
    before = before.plus(paidBefore);
    after = after.plus(paidAfter);
    persons.add(baseline, reform);
    levels.add(baseline, reform, paidBefore, paidAfter);
    months.add(Moment.day(baseline.moment()), paidBefore, paidAfter);
  }

  /** The same activity under both policies. */
  public void add(ActivityResult baseline, ActivityResult reform) {
    acceptedBefore += baseline.accepted() ? 1 : 0;
    acceptedAfter += reform.accepted() ? 1 : 0;
    movedBeforeFen = Math.addExact(movedBeforeFen, baseline.amountFen());
    movedAfterFen = Math.addExact(movedAfterFen, reform.amountFen());
  }

  /** How much more each payer pays altogether. */
  public PayerSums difference() {
    return after.minus(before);
  }

  /**
   * What came of it.
   *
   * @param changes what differs between the policies
   * @param day on which ages are told
   */
  public Comparison comparison(List<PolicyChange> changes, int day, Decomposition decomposition) {
    Groupings groupings = new Groupings(people, persons, day);
    List<Slice> slices = new ArrayList<>();
    slices.addAll(groupings.byGroup());
    slices.addAll(groupings.byAge());
    slices.addAll(groupings.byHouseholdSize());
    slices.addAll(levels.slices(levelWords));
    slices.addAll(groupings.byUse());
    return new Comparison(
        List.copyOf(changes),
        rows,
        changed,
        billedFen,
        new BeforeAfter(before, after),
        groupings.people(),
        groupings.households(),
        groupings.bands(),
        groupings.caps(),
        months.months(),
        List.copyOf(slices),
        decomposition,
        new ActivityCounts(acceptedBefore, acceptedAfter, movedBeforeFen, movedAfterFen));
  }

  /** How many people there are to be told of by {@link #person}. */
  public int size() {
    return people.size();
  }

  /** Whether the person has claims, or gave something for those of others. */
  public boolean concerns(int person) {
    return persons.rows(person) > 0
        || persons.givenBeforeFen(person) != 0
        || persons.givenAfterFen(person) != 0;
  }

  /** What the reform means for a person. */
  public PersonDifference person(int index) {
    return new PersonDifference(
        people.get(index).id(),
        people.get(index).householdId(),
        persons.rows(index),
        persons.billedFen(index),
        persons.paid(index),
        persons.givenBeforeFen(index),
        persons.givenAfterFen(index),
        persons.capBefore(index),
        persons.capAfter(index));
  }
}
