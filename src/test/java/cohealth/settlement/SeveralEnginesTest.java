package cohealth.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.ledger.Ledger;
import cohealth.person.Families;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines of several threads for unconnected families do what one engine does for all. */
class SeveralEnginesTest {
  private static final int PERSONS = 400;
  private static final int CLAIMS = 8_000;

  @ParameterizedTest
  @CsvSource({"1,2", "2,3", "3,8", "4,2"})
  void severalEnginesDoWhatOneDoes(int seed, int engines) throws InterruptedException {
    SmallWorld world = SmallWorld.of(seed, PERSONS, CLAIMS);
    List<Object> expected = new ArrayList<>();
    SettlementEngine one = world.engine();
    world.events().forEach(event -> expected.add(happen(one, event)));

    // the first part on one engine, so that there is something to hand over
    int first = world.events().size() / 3;
    SettlementEngine main = world.engine();
    Object[] actual = new Object[world.events().size()];
    for (int i = 0; i < first; i++) {
      actual[i] = happen(main, world.events().get(i));
    }
    Families families = new Families(world.roster().people(), world.bindings(), List.of());
    List<SettlementEngine> others = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < engines; number++) {
      int mine = number;
      SettlementEngine engine =
          main.forFamilies(person -> families.of(person) % engines == mine, null, null);
      others.add(engine);
      threads.add(
          new Thread(
              () -> {
                for (int i = first; i < actual.length; i++) {
                  Object event = world.events().get(i);
                  if (familyOf(event, families) % engines == mine) {
                    actual[i] = happen(engine, event);
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    others.forEach(main::absorb);

    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("event %d", i).isEqualTo(expected.get(i));
    }
    int end = Moment.day(((Claim) lastClaim(world)).moment());
    assertThat(carried(main.ledger(), end, world)).isEqualTo(carried(one.ledger(), end, world));
  }

  private static Object lastClaim(SmallWorld world) {
    List<Object> claims = world.events().stream().filter(Claim.class::isInstance).toList();
    return claims.get(claims.size() - 1);
  }

  private static int familyOf(Object event, Families families) {
    return families.of(event instanceof Claim claim ? claim.person() : ((Activity) event).person());
  }

  private static Object happen(SettlementEngine engine, Object event) {
    if (event instanceof Claim claim) {
      engine.announce(claim.person());
      return engine.settle(claim);
    }
    return engine.apply((Activity) event);
  }

  private static List<Object> carried(Ledger ledger, int day, SmallWorld world) {
    var carried = ledger.carried(day);
    var uses = ledger.carriedUses();
    List<Object> all = new ArrayList<>();
    IntStream.range(0, world.roster().people().size()).mapToObj(carried).forEach(all::add);
    IntStream.range(0, world.bindings().all().size()).mapToObj(uses).forEach(all::add);
    return all;
  }
}
