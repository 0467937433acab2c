package cohealth.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.TimelinePlace;
import cohealth.ledger.Ledger;
import cohealth.time.Moment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept about people is what would be found anew, in whatever order it is asked. */
class MembershipsTest {
  private static final int PERSONS = 200;
  private static final int CLAIMS = 3_000;
  private static final int QUESTIONS = 3_000;

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14})
  void whatIsKeptIsWhatWouldBeFound(int seed) {
    SmallWorld world = SmallWorld.of(seed, PERSONS, CLAIMS);
    Memberships kept = new Memberships(world.roster(), world.book());
    Random random = new Random(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      int person = random.nextInt(PERSONS);
      long moment = moment(world, random);
      Memberships anew = new Memberships(world.roster(), world.book());
      assertThat(kept.of(person, moment)).isEqualTo(anew.of(person, moment));
      assertThat(kept.of(person, new TimelinePlace(moment, 3)))
          .isEqualTo(anew.of(person, new TimelinePlace(moment, 3)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23, 24})
  void helpersThatAreKeptAreThoseThatWouldBeFound(int seed) {
    SmallWorld world = SmallWorld.of(seed, PERSONS, CLAIMS);
    Memberships memberships = new Memberships(world.roster(), world.book());
    Helpers.Finder kept = finder(world, memberships);
    Random random = new Random(seed);
    int withHelp = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      int person = random.nextInt(PERSONS);
      long moment = moment(world, random);
      TimelinePlace place = TimelinePlace.ofClaim(moment);
      var version = memberships.of(person, moment).version();
      Helpers helpers = kept.of(person, version, Moment.day(moment), place);
      assertThat(helpers)
          .isEqualTo(
              finder(world, new Memberships(world.roster(), world.book()))
                  .of(person, version, Moment.day(moment), place));
      withHelp += helpers.working().isEmpty() ? 0 : 1;
    }
    assertThat(withHelp).isGreaterThan(QUESTIONS / 10);
  }

  /** Times of events, so that changes of the same day and moment are among them, and others. */
  private static long moment(SmallWorld world, Random random) {
    List<Object> events = world.events();
    Object event = events.get(random.nextInt(events.size()));
    long moment = event instanceof Claim claim ? claim.moment() : ((Activity) event).moment();
    return random.nextInt(4) == 0 ? moment + random.nextInt(200_000) - 100_000 : moment;
  }

  private static Helpers.Finder finder(SmallWorld world, Memberships memberships) {
    BindingTests tests =
        new BindingTests(world.roster(), world.bindings(), world.book(), memberships);
    Kept<Helpers> kept =
        new Kept<>(PersonColumns.of(world.roster().people().size()), PersonColumns.HELPERS);
    Ledger ledger = new Ledger(world.roster().people());
    PayerMoney money =
        new PayerMoney(
            memberships,
            ledger,
            new Controls(ledger),
            new Rollover(
                PersonColumns.of(0), new AccountYears(world.roster(), world.book()), ledger));
    return new Helpers.Finder(
        world.bindings(),
        memberships,
        tests,
        new FamilyOrder(world.roster(), world.book(), money),
        kept);
  }
}
