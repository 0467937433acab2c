package cohealth.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.ledger.Account;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Ledger;
import cohealth.ledger.LedgerFaults;
import cohealth.naive.RandomWorld;
import cohealth.person.Purse;
import cohealth.reliability.Figure;
import cohealth.report.RunSummary;
import cohealth.run.WorldEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong by one fen in the ledger or in a row is found before anything is written:
 * random worlds are settled, at a random event one amount becomes one fen more or less, and an
 * invariant must break (rules: section 10).
 *
 * <p>{@code -Dcohealth.count.one-fen=N} tries another number, {@code -Dcohealth.seed=S} others.
 */
class OneFenMutationTest {
  private static final int WORLDS = 16;
  private static final int FAMILIES = 12;
  private static final long TRIES = 10_000;

  @TempDir Path folder = Path.of("");

  /** Where an amount can become wrong. */
  enum Place {
    PAID_BY_POOL,
    PAID_BY_SUPPLEMENT,
    PAID_BY_OWN_PRIOR,
    PAID_BY_OWN_CURRENT,
    PAID_BY_OWN_WALLET,
    PAID_BY_FAMILY,
    PAID_BY_CASH,
    FAMILY_DRAW,
    SPLIT,
    PURSE_HELD,
    PURSE_HELD_WITHIN_CLAIM,
    PURSE_MOVED,
    PURSE_MOVED_WITHIN_CLAIM,
    ACCUMULATOR_HELD,
    ACCUMULATOR_HELD_WITHIN_CLAIM,
    ACCUMULATOR_MOVED,
    ACCUMULATOR_MOVED_WITHIN_CLAIM,
    BINDING_HELD,
    BINDING_USED,
    BINDING_USED_WITHIN_CLAIM,
    REFUND_OF_PURSE,
    REFUND_OF_ACCUMULATOR,
    REFUND_OF_BINDING,
    REFUND_OF_PART,
    REFUND_OF_DRAW,
    WRITTEN_PART,
    WRITTEN_ROW;

    private boolean isWithin() {
      return ordinal() < PURSE_HELD.ordinal() || name().endsWith("WITHIN_CLAIM");
    }
  }

  @Test
  void whatIsOffByOneFenIsFound() {
    Figure figure = Figure.of("one-fen", 5_000, 1);
    List<WorldEvents> worlds = worlds(figure.seed());
    for (WorldEvents world : worlds) {
      assertThat(new Trial(world, Place.SPLIT, new Random(0)).settle(Integer.MAX_VALUE))
          .as("unchanged")
          .isEmpty();
    }
    Random random = new Random(figure.seed());
    Map<Place, Integer> made = new EnumMap<>(Place.class);
    Map<String, Integer> found = new TreeMap<>();
    long most = figure.target() + TRIES * Place.values().length;
    for (long tries = 0; figure.done() < figure.target(); tries++) {
      assertThat(tries).as("of %s", made).isLessThan(most);
      Place place = Place.values()[(int) (figure.done() % Place.values().length)];
      WorldEvents world = worlds.get(random.nextInt(worlds.size()));
      long seed = random.nextLong();
      Trial trial = new Trial(world, place, new Random(seed));
      String broken = trial.settle(new Random(seed).nextInt(world.events().size()));
      if (!trial.isMade()) {
        assertThat(broken).as("%s without a change", place).isEmpty();
        continue;
      }
      made.merge(place, 1, Integer::sum);
      if (broken.isEmpty()) {
        figure.tried(place + ", world " + worlds.indexOf(world) + ", seed " + seed);
      } else {
        figure.tried("");
        found.merge(broken, 1, Integer::sum);
      }
    }
    System.out.printf("one-fen mutations at %s%n  found by %s%n", made, found);
    figure.close(
        "in " + made.size() + " kinds of places, found by " + found.size() + " invariants");
    assertThat(made).hasSize((int) Math.min(figure.target(), Place.values().length));
  }

  private List<WorldEvents> worlds(long first) {
    List<WorldEvents> worlds = new ArrayList<>();
    for (int i = 0; i < WORLDS; i++) {
      long seed = first * WORLDS + i;
      RandomWorld.World world =
          i % 2 == 0 ? RandomWorld.of(seed, FAMILIES) : RandomWorld.withActivities(seed, FAMILIES);
      worlds.add(WorldEvents.of(folder.resolve("world-" + i), world));
    }
    return worlds;
  }

  /** One run with one amount that is wrong. */
  private static final class Trial {
    private final WorldEvents world;
    private final Place place;
    private final Random random;
    private final SettlementEngine engine;
    private final Ledger ledger;
    private final long delta;
    private boolean made;

    Trial(WorldEvents world, Place place, Random random) {
      this.world = world;
      this.place = place;
      this.random = random;
      this.engine = world.engine();
      this.ledger = engine.ledger();
      this.delta = random.nextBoolean() ? 1 : -1;
    }

    boolean isMade() {
      return made;
    }

    /**
     * Settles the world; the change comes at the first event from a place on at which there is
     * something to change. Gives the invariant that broke.
     */
    String settle(int from) {
      RunSummary summary = new RunSummary(List.of());
      try {
        for (int i = 0; i < world.events().size(); i++) {
          Object event = world.events().get(i);
          boolean now = i >= from && !made;
          if (now && !place.isWithin()) {
            change(event);
          }
          if (event instanceof Claim claim) {
            Settlement row = now && place.isWithin() ? within(claim) : engine.settle(claim);
            if (now && place == Place.WRITTEN_ROW) {
              made = true; // it is lost, or comes twice
              if (delta < 0) {
                continue;
              }
              summary.add(row);
            }
            summary.add(row);
          } else {
            engine.apply((Activity) event);
          }
        }
        Payments paid = summary.payments();
        if (place == Place.WRITTEN_PART) {
          made = from < world.events().size();
          paid = made ? changed(paid, random.nextInt(7)) : paid;
        }
        engine.check(paid, summary.totalFen(), summary.count());
        return "";
      } catch (BrokenInvariant e) {
        return e.invariant().name();
      }
    }

    private void change(Object event) {
      int person = random.nextInt(world.inputs().people().size());
      Purse purse = Purse.values()[random.nextInt(3)];
      switch (place) {
        case PURSE_HELD -> {
          LedgerFaults.purse(ledger, person, purse, delta);
          made = true;
        }
        case PURSE_MOVED -> move(person, purse);
        case ACCUMULATOR_HELD -> made = LedgerFaults.accumulator(ledger, person, delta, random);
        case ACCUMULATOR_MOVED -> count(person);
        case BINDING_HELD -> use(anyBinding(), true);
        case BINDING_USED -> use(anyBinding(), false);
        case REFUND_OF_PURSE -> refund(event, "PURSE");
        case REFUND_OF_ACCUMULATOR -> refund(event, "ACCUMULATOR");
        case REFUND_OF_BINDING -> refund(event, "BINDING");
        case REFUND_OF_PART -> remember(event, this::withOtherPart);
        case REFUND_OF_DRAW -> remember(event, this::withOtherDraw);
        default -> {} // at the end
      }
    }

    /** A movement that no row tells. */
    private void move(int person, Purse purse) {
      if (delta > 0) {
        ledger.credit(person, purse, 1);
        made = true;
      } else if (ledger.balanceFen(person, purse) > 0) {
        ledger.draw(person, purse, 1);
        made = true;
      }
    }

    private void count(int person) {
      ledger.accumulate(person, random.nextInt(5), random.nextInt(400), 1, Long.MAX_VALUE);
      made = true;
    }

    private int anyBinding() {
      int bindings = world.inputs().bindings().all().size();
      var uses = ledger.carriedUses();
      for (int i = 0; i < bindings; i++) {
        if (!uses.apply(i).isEmpty()) {
          return i;
        }
      }
      return -1;
    }

    private void use(int binding, boolean untold) {
      if (binding >= 0 && untold) {
        made = LedgerFaults.use(ledger, binding, delta);
      } else if (binding >= 0) {
        ledger.use(binding, 2025, 1, Long.MAX_VALUE);
        made = true;
      }
    }

    // --- refunds

    private void refund(Object event, String kind) {
      Past past = past(event);
      made = past != null && LedgerFaults.kept(past.taken(), kind, delta, random);
    }

    private interface Change {
      /** The row with another amount; the same when it has none. */
      Settlement of(Settlement row);
    }

    private void remember(Object event, Change change) {
      Past past = past(event);
      if (past == null) {
        return;
      }
      Settlement other = change.of(past.settlement());
      made = !other.equals(past.settlement());
      Past changed =
          new Past(
              other,
              past.taken(),
              past.limits(),
              past.postings(),
              past.reverses(),
              past.reversed());
      reversals().past().put(((Claim) event).reverses(), changed);
    }

    /** The claim that the event takes back, if it does. */
    private @Nullable Past past(Object event) {
      if (!(event instanceof Claim claim) || !claim.isReversal()) {
        return null;
      }
      Past past = reversals().past().get(claim.reverses());
      boolean taken =
          past != null
              && past.reversible()
              && !past.reversed()
              && past.settlement().person() == claim.person();
      return taken ? past : null;
    }

    private Reversals reversals() {
      return Objects.requireNonNull((Reversals) Inner.get(engine, "reversals"));
    }

    private Settlement withOtherPart(Settlement row) {
      return with(row, changed(row.payments(), random.nextInt(7)), row.familyDraws());
    }

    private Settlement withOtherDraw(Settlement row) {
      return row.familyDraws().isEmpty()
          ? row
          : with(row, row.payments(), changed(row.familyDraws()));
    }

    private List<FamilyDraw> changed(List<FamilyDraw> draws) {
      List<FamilyDraw> changed = new ArrayList<>(draws);
      int at = random.nextInt(draws.size());
      FamilyDraw was = draws.get(at);
      changed.set(at, new FamilyDraw(was.payer(), was.amountFen() + delta));
      return changed;
    }

    private static Settlement with(Settlement row, Payments paid, List<FamilyDraw> draws) {
      return new Settlement(
          row.ordinal(),
          row.person(),
          row.moment(),
          row.benefitYear(),
          row.status(),
          row.totalFen(),
          row.eligibleFen(),
          row.firstSelfPayFen(),
          row.overLimitFen(),
          row.selfFundedFen(),
          row.split(),
          paid,
          draws,
          row.deductibleLeftFen(),
          row.capLeftFen(),
          row.ownBalanceFen(),
          row.reasons(),
          row.version(),
          row.group(),
          row.band(),
          row.benefit(),
          row.rates(),
          row.type(),
          row.level());
    }

    private Payments changed(Payments paid, int part) {
      return new Payments(
          paid.poolFen() + (part == 0 ? delta : 0),
          paid.supplementFen() + (part == 1 ? delta : 0),
          paid.ownPriorFen() + (part == 2 ? delta : 0),
          paid.ownCurrentFen() + (part == 3 ? delta : 0),
          paid.ownWalletFen() + (part == 4 ? delta : 0),
          paid.familyFen() + (part == 5 ? delta : 0),
          paid.cashFen() + (part == 6 ? delta : 0));
    }

    // --- while a claim is on its way through the chain

    /** Settles a claim; after one of its payers something changes. */
    private Settlement within(Claim claim) {
      if (claim.isReversal()) {
        return engine.settle(claim);
      }
      Payer[] chain = Inner.chain(engine, claim);
      int at = random.nextInt(chain.length);
      Payer payer = chain[at];
      chain[at] =
          turn -> {
            payer.pay(turn);
            change(turn);
          };
      try {
        return engine.settle(claim);
      } finally {
        chain[at] = payer;
      }
    }

    private void change(Turn turn) {
      switch (place) {
        case PAID_BY_POOL -> pay(turn, "paid", Account.POOL.ordinal());
        case PAID_BY_SUPPLEMENT -> pay(turn, "paid", Account.SUPPLEMENT.ordinal());
        case PAID_BY_OWN_PRIOR -> pay(turn, "ownByPurse", Purse.PRIOR.ordinal());
        case PAID_BY_OWN_CURRENT -> pay(turn, "ownByPurse", Purse.CURRENT.ordinal());
        case PAID_BY_OWN_WALLET -> pay(turn, "ownByPurse", Purse.WALLET.ordinal());
        case PAID_BY_FAMILY -> pay(turn, "paid", Account.FAMILY.ordinal());
        case PAID_BY_CASH -> pay(turn, "paid", Account.CASH.ordinal());
        case FAMILY_DRAW -> {
          @SuppressWarnings("unchecked")
          List<FamilyDraw> draws = (List<FamilyDraw>) Inner.get(turn, "draws");
          if (draws != null) {
            Inner.set(turn, "draws", changed(draws));
            made = true;
          }
        }
        case SPLIT -> split(turn);
        case PURSE_HELD_WITHIN_CLAIM -> {
          int person = random.nextBoolean() ? turn.person : anybody();
          LedgerFaults.purse(ledger, person, Purse.values()[random.nextInt(3)], delta);
          made = true;
        }
        case PURSE_MOVED_WITHIN_CLAIM ->
            move(random.nextBoolean() ? turn.person : anybody(), Purse.values()[random.nextInt(3)]);
        case ACCUMULATOR_HELD_WITHIN_CLAIM ->
            made = LedgerFaults.accumulator(ledger, turn.person, delta, random);
        case ACCUMULATOR_MOVED_WITHIN_CLAIM -> count(turn.person);
        case BINDING_USED_WITHIN_CLAIM -> {
          int bindings = world.inputs().bindings().all().size();
          use(bindings == 0 ? -1 : random.nextInt(bindings), false);
        }
        default -> throw new AssertionError(place);
      }
    }

    private int anybody() {
      return random.nextInt(world.inputs().people().size());
    }

    private void pay(Turn turn, String field, int at) {
      Objects.requireNonNull((long[]) Inner.get(turn, field))[at] += delta;
      made = true;
    }

    private void split(Turn turn) {
      Split was = Objects.requireNonNull((Split) Inner.get(turn, "split"));
      if (was.equals(Split.NONE)) {
        return; // the pool has its turn later
      }
      int part = random.nextInt(4);
      Split changed =
          new Split(
              was.deductibleFen() + (part == 0 ? delta : 0),
              was.copayFen() + (part == 1 ? delta : 0),
              was.overCapFen() + (part == 2 ? delta : 0),
              was.deniedFen() + (part == 3 ? delta : 0),
              was.enteredFen());
      Inner.set(turn, "split", changed);
      made = true;
    }
  }
}
