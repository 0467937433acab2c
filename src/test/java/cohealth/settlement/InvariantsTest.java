package cohealth.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Cover;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;
import cohealth.ledger.LedgerFaults;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Purse;
import cohealth.report.RunSummary;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Each invariant breaks when it should, under its name; {@link OneFenMutationTest} does the rest.
 */
class InvariantsTest {
  private static final long OWN_BEFORE = 700;
  private static final long REACHED = 9_000;

  /** total, eligible, first self-pay, over limit, self-funded; four of the split; seven payers. */
  private static final long[] ROW = {
    10_000, 9_000, 300, 200, 500, 1_000, 2_000, 400, 0, 5_600, 100, 300, 150, 50, 1_200, 2_600
  };

  private static final Set<Integer> BILL = Set.of(1, 2, 3, 4);
  private static final Set<Integer> SPLIT = Set.of(5, 6, 7, 8);

  @Test
  void everyAmountOfARowIsChecked() {
    RowChecks.settled(row(ROW, 500, 700, 200), REACHED, OWN_BEFORE);
    for (int i = 0; i < ROW.length; i++) {
      for (long delta : new long[] {-1, 1}) {
        long[] changed = ROW.clone();
        changed[i] += delta;
        Settlement row = row(changed, 500, 700, 200);
        Invariant expected =
            BILL.contains(i)
                ? Invariant.BILL_ADDS_UP
                : SPLIT.contains(i) ? Invariant.SPLIT_ADDS_UP : Invariant.PARTS_ADD_UP;
        assertBroken(expected, () -> RowChecks.settled(row, REACHED, OWN_BEFORE));
      }
    }
  }

  @Test
  void partsThatMakeUpForOneAnotherAreFound() {
    long[] moreAndLess = ROW.clone();
    moreAndLess[10] = -1;
    moreAndLess[15] += 101;
    assertBroken(
        Invariant.NO_PART_NEGATIVE,
        () -> RowChecks.settled(row(moreAndLess, 500, 700, 200), REACHED, OWN_BEFORE));
    assertBroken(
        Invariant.SPLIT_ADDS_UP,
        () -> RowChecks.settled(row(moved(9, 15), 500, 700, 200), REACHED, OWN_BEFORE));
    assertBroken(
        Invariant.FAMILY_ADDS_UP,
        () -> RowChecks.settled(row(moved(14, 15), 500, 700, 200), REACHED, OWN_BEFORE));
    assertBroken(
        Invariant.PURSES_MOVE_AS_PAID,
        () -> RowChecks.settled(row(moved(11, 15), 500, 700, 200), REACHED, OWN_BEFORE));
    assertBroken(
        Invariant.FAMILY_ADDS_UP,
        () -> RowChecks.settled(row(ROW, 1_300, -100, 200), REACHED, OWN_BEFORE));
  }

  @Test
  void aRefundIsExactlyNegated() {
    Settlement original = row(ROW, 500, 700, 200);
    long[] negated = Arrays.stream(ROW).map(fen -> -fen).toArray();
    RowChecks.reversed(row(negated, -500, -700, 1_200), original, OWN_BEFORE);
    for (int i = 0; i < ROW.length; i++) {
      long[] changed = negated.clone();
      changed[i] += 1;
      assertBroken(
          Invariant.REVERSAL_NEGATES,
          () -> RowChecks.reversed(row(changed, -500, -700, 1_200), original, OWN_BEFORE));
    }
    assertBroken(
        Invariant.REVERSAL_NEGATES,
        () -> RowChecks.reversed(row(negated, -501, -699, 1_200), original, OWN_BEFORE));
    assertBroken(
        Invariant.PURSES_MOVE_AS_PAID,
        () -> RowChecks.reversed(row(negated, -500, -700, 1_201), original, OWN_BEFORE));
  }

  @Test
  void theLedgerPassesNoLimit() {
    SmallWorld world = SmallWorld.of(1, 4, 0);
    Ledger ledger = world.engine().ledger();
    ledger.accumulate(0, 0, 1, 100, 100);
    assertBroken(Invariant.ACCUMULATOR_WITHIN_LIMIT, () -> ledger.accumulate(0, 0, 1, 1, 100));
    ledger.use(0, 2024, 100, 100);
    assertBroken(Invariant.BINDING_WITHIN_AMOUNT, () -> ledger.use(0, 2024, 1, 100));
    long held = ledger.balanceFen(0, Purse.PRIOR);
    ledger.draw(0, Purse.PRIOR, held);
    assertBroken(Invariant.PURSE_NOT_BELOW_ZERO, () -> ledger.draw(0, Purse.PRIOR, 1));
  }

  @Test
  void familyMoneyComesInOrder() {
    SmallWorld world = SmallWorld.of(1, 4, 0);
    FamilyOrder order = new FamilyOrder(world.roster(), world.book(), money(world));
    Binding first = binding(1, 1);
    Binding second = binding(2, 2);
    order.check(first, second, null, place());
    order.check(first, first, null, place());
    assertBroken(Invariant.FAMILY_IN_ORDER, () -> order.check(second, first, null, place()));
  }

  /** A family payer that does not look at the patient's own purses. */
  @Test
  void familyMoneyComesAfterTheOwn() {
    SmallWorld world = SmallWorld.of(3, 400, 8_000);
    SettlementEngine engine = world.engine();
    Set<String> broken = new HashSet<>();
    for (Object event : world.events()) {
      if (!(event instanceof Claim claim)) {
        engine.apply((Activity) event);
        continue;
      }
      if (claim.isReversal()) {
        engine.settle(claim);
        continue;
      }
      Payer[] chain = Inner.chain(engine, claim);
      Payer[] was = chain.clone();
      for (int i = 0; i < chain.length; i++) {
        if (was[i] instanceof FamilyPayer family) {
          chain[i] =
              turn -> {
                int before = turn.bill.open(Cover.ALL);
                family.pay(turn);
                if (turn.bill.open(Cover.ALL) != before) {
                  LedgerFaults.purse(engine.ledger(), turn.person, Purse.PRIOR, 1);
                }
              };
        }
      }
      try {
        engine.settle(claim);
      } catch (BrokenInvariant e) {
        broken.add(e.invariant().name());
        assertThat(e.claim()).isEqualTo(claim.ordinal());
        break;
      }
      System.arraycopy(was, 0, chain, 0, was.length);
    }
    assertThat(broken).containsExactly("OWN_PURSES_FIRST");
  }

  /** The same sums, but one row is counted for another. */
  @Test
  void theRowsAreThoseThatWereSettled() {
    SmallWorld world = SmallWorld.of(5, 40, 50);
    SettlementEngine engine = world.engine();
    RunSummary summary = new RunSummary(List.of());
    for (Object event : world.events()) {
      if (event instanceof Claim claim) {
        summary.add(engine.settle(claim));
      } else {
        engine.apply((Activity) event);
      }
    }
    engine.check(summary.payments(), summary.totalFen(), summary.count());
    assertBroken(
        Invariant.ROWS_ADD_UP,
        () -> engine.check(summary.payments(), summary.totalFen() + 1, summary.count()));
    assertBroken(
        Invariant.ROWS_ADD_UP,
        () -> engine.check(summary.payments(), summary.totalFen(), summary.count() - 1));
  }

  @Test
  void thePageNamesThemAll() throws Exception {
    String page = Files.readString(Path.of("docs/reliability.md"));
    for (Invariant invariant : Invariant.values()) {
      assertThat(page).contains("| `" + invariant.name() + "` |");
    }
  }

  private static void assertBroken(Invariant expected, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BrokenInvariant.class, e -> assertThat(e.invariant()).isEqualTo(expected));
  }

  private static long[] moved(int from, int to) {
    long[] changed = ROW.clone();
    changed[from] -= 1;
    changed[to] += 1;
    return changed;
  }

  private static PayerMoney money(SmallWorld world) {
    Ledger ledger = new Ledger(world.roster().people());
    PersonColumns columns = PersonColumns.of(world.roster().people().size());
    return new PayerMoney(
        new Memberships(world.roster(), world.book(), columns),
        ledger,
        new Controls(ledger),
        new Rollover(columns, new AccountYears(world.roster(), world.book()), ledger));
  }

  private static TimelinePlace place() {
    return TimelinePlace.ofClaim(Moment.startOf(SmallWorld.OPENING + 1));
  }

  private static Binding binding(int index, int order) {
    return new Binding(
        index,
        index,
        0,
        null,
        order,
        Fen.NONE,
        false,
        true,
        Day.OPEN_START,
        Day.OPEN_START,
        Day.OPEN_END,
        false);
  }

  private static Settlement row(long[] fen, long firstDraw, long secondDraw, long ownAfter) {
    return new Settlement(
        0,
        0,
        Moment.startOf(SmallWorld.OPENING),
        2024,
        Status.SETTLED,
        fen[0],
        fen[1],
        fen[2],
        fen[3],
        fen[4],
        new Split(fen[5], fen[6], fen[7], fen[8], 0),
        new Payments(fen[9], fen[10], fen[11], fen[12], fen[13], fen[14], fen[15]),
        List.of(new FamilyDraw(7, firstDraw), new FamilyDraw(8, secondDraw)),
        Fen.NONE,
        Fen.NONE,
        ownAfter,
        Reasons.NONE,
        null,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        List.of(),
        Vocabulary.NONE,
        Vocabulary.NONE);
  }
}
