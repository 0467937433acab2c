package cohealth.settlement;

import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.person.Person;
import cohealth.policy.Policy;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * As what everybody is insured at any place of the timeline. What is found once is kept until
 * something changes: another version of the policy, a birthday that makes another group, the first
 * or last day of benefits, an activity. May be asked by several threads.
 */
public final class Memberships {
  private final Roster roster;
  private final PolicyBook book;
  private final Kept<Membership> kept;

  /** Keeps looks from being left out; its value means nothing. */
  @SuppressWarnings("UnusedVariable")
  private long looked;

  /** Of the people of the roster under the policies of the book. */
  public Memberships(Roster roster, PolicyBook book) {
    this(roster, book, PersonColumns.first(roster.people().size()));
  }

  Memberships(Roster roster, PolicyBook book, PersonColumns columns) {
    this.roster = roster;
    this.book = book;
    this.kept = new Kept<>(columns, PersonColumns.MEMBERSHIP);
  }

  /** As what the person is insured when claims of the moment are settled. */
  public Membership of(int person, long moment) {
    Membership known = kept.answer(kept.number(person, Moment.day(moment)));
    return known == null ? find(person, TimelinePlace.ofClaim(moment)) : known;
  }

  /**
   * Looks at what is kept of a person who is going to be asked about, so that the processor fetches
   * it in the meantime.
   */
  public void look(int person) {
    looked ^= kept.look(person);
  }

  /** As what the person is insured at a place of the timeline. */
  public Membership of(int person, TimelinePlace place) {
    Membership known = kept.answer(kept.number(person, Moment.day(place.moment())));
    return known == null ? find(person, place) : known;
  }

  /**
   * The number of the membership of a person when claims of the moment are settled, see {@link
   * #get}; {@link Kept#UNKNOWN} when it has none.
   */
  int number(int person, int day, long moment) {
    int number = kept.number(person, day);
    return number == Kept.UNKNOWN ? findNumber(person, TimelinePlace.ofClaim(moment)) : number;
  }

  /** The membership with the number; null when this thread does not see it yet. */
  @Nullable Membership get(int number) {
    return kept.answer(number);
  }

  /** Narrows a stretch of days to those on which the person's membership stays the same. */
  void narrow(int person, TimelinePlace place, Stretch stretch) {
    if (kept.number(person, stretch.day()) == Kept.UNKNOWN) {
      Stretch own = new Stretch(stretch.day());
      kept.keep(person, own, find(roster.at(person, place), own));
      stretch.isWithin(own);
    } else {
      kept.narrow(person, stretch);
    }
  }

  private int findNumber(int person, TimelinePlace place) {
    if (kept.isNew(person)) {
      findNeighbours(person, place);
    }
    Stretch stretch = new Stretch(Moment.day(place.moment()));
    return kept.keep(person, stretch, find(roster.at(person, place), stretch));
  }

  /**
   * Who is asked about for the first time is found together with those who stand beside in the
   * file: it takes a fraction of the time, since people and their insurance stand in memory in that
   * order.
   */
  private void findNeighbours(int person, TimelinePlace place) {
    int day = Moment.day(place.moment());
    int end = Math.min(kept.people(), Kept.endOfBlock(person));
    for (int other = Kept.startOfBlock(person); other < end; other++) {
      if (other != person && kept.isNew(other)) {
        Stretch stretch = new Stretch(day);
        kept.keep(other, stretch, find(roster.at(other, place), stretch));
      }
    }
  }

  private Membership find(int person, TimelinePlace place) {
    if (kept.isNew(person)) {
      findNeighbours(person, place);
    }
    Stretch stretch = new Stretch(Moment.day(place.moment()));
    Membership found = find(roster.at(person, place), stretch);
    kept.keep(person, stretch, found);
    return found;
  }

  private Membership find(Person person, Stretch stretch) {
    int day = stretch.day();
    boolean changes = roster.tellChanges(person.index(), stretch::changesAt);
    stretch.changesOn(person.benefitFrom());
    stretch.endsAfter(person.benefitTo());
    Policy policy = Entitlements.find(person, book);
    PolicyVersion version = policy == null ? null : policy.on(day);
    if (policy != null) {
      for (PolicyDocument.Version each : policy.document().versions()) {
        stretch.changesOn(each.from());
        stretch.endsAfter(each.to());
      }
    }
    if (day < person.birthDay()) {
      stretch.changesOn(day);
      stretch.changesOn(day + 1);
    } else if (version != null && person.birthDay() != Day.UNKNOWN) {
      for (int age : version.groupAges()) {
        stretch.changesOn(Day.birthday(person.birthDay(), age));
      }
    }
    return new Membership(
        version,
        person.insurance(),
        person.region(),
        version == null ? Vocabulary.NONE : version.group(person, day),
        version == null ? null : version.groupThatNeedsBirthDate(person, day),
        Entitlements.status(person),
        Entitlements.dates(person, day),
        changes || (policy != null && policy.usesVisits()));
  }
}
