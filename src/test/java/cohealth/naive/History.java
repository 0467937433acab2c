package cohealth.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has happened, in order. A counter or a balance is never kept: it is added up from
 * what was not reversed, whenever it is asked for.
 */
final class History {
  private final List<List<Settled>> byPatient = new ArrayList<>();
  private final List<List<Movement>> movements = new ArrayList<>();
  private final List<List<Use>> uses = new ArrayList<>();
  private final List<List<Premium>> premiums = new ArrayList<>();
  private final List<List<LocalDate>> transfers = new ArrayList<>();
  private final Map<String, Settled> byClaim = new HashMap<>();

  /**
   * What moved a purse, or the start of an account year.
   *
   * @param claim whose reversal takes it back, if any
   * @param purse null at the start of an account year: current-year money becomes prior-year money
   */
  private record Movement(@Nullable Settled claim, @Nullable Purse purse, long amount) {}

  /** A draw under a binding, for a claim or for a premium. */
  private record Use(@Nullable Settled claim, Draw draw) {}

  /**
   * A premium that was paid.
   *
   * @param from the first and
   * @param to the last day for which it insures
   * @param waitingUntil the first day of benefits when it was paid late
   */
  record Premium(String planYear, LocalDate from, LocalDate to, @Nullable LocalDate waitingUntil) {}

  History(int people) {
    for (int i = 0; i < people; i++) {
      byPatient.add(new ArrayList<>());
      movements.add(new ArrayList<>());
      uses.add(new ArrayList<>());
      premiums.add(new ArrayList<>());
      transfers.add(new ArrayList<>());
    }
  }

  // --- claims and their counters

  void add(Settled settled) {
    if (!settled.claim.isReversal()) {
      of(settled.claim.patient()).add(settled);
    }
    byClaim.put(settled.claim.id(), settled);
  }

  @Nullable Settled claim(String id) {
    return byClaim.get(id);
  }

  /** The claims of a person so far, reversed ones too, reversals not. */
  List<Settled> of(Person patient) {
    return byPatient.get(patient.row());
  }

  long counted(Person patient, String counter) {
    long sum = 0;
    for (Settled settled : of(patient)) {
      for (Settled.Count count : settled.counts) {
        if (!settled.reversed && count.counter().equals(counter)) {
          sum += count.amount();
        }
      }
    }
    return sum;
  }

  /** The least that the limits of one kind which a claim met have left now; empty if none. */
  OptionalLong left(Settled settled, Settled.Kind kind) {
    OptionalLong least = OptionalLong.empty();
    for (Settled.Limit limit : settled.limits) {
      if (limit.kind() == kind) {
        long used = counted(settled.claim.patient(), limit.counter());
        long left = Math.max(0, limit.amount() - used);
        least = OptionalLong.of(Math.min(left, least.orElse(left)));
      }
    }
    return least;
  }

  // --- purses

  /** Money enters a purse, or leaves it where the amount is negative. */
  void move(@Nullable Settled claim, Person person, Purse purse, long amount) {
    movements.get(person.row()).add(new Movement(claim, purse, amount));
    if (balance(person, purse) < 0) {
      throw new IllegalStateException("a purse below zero: person row " + person.row());
    }
  }

  /** An account year of a person starts. */
  void startYear(Person person) {
    movements.get(person.row()).add(new Movement(null, null, 0));
  }

  /** Whether an account year of a person has started since a claim moved current-year money. */
  boolean yearStartedSince(Settled claim, Person person) {
    boolean moved = false;
    for (Movement movement : movements.get(person.row())) {
      if (claim.equals(movement.claim()) && movement.purse() == Purse.CURRENT) {
        moved |= movement.amount() != 0;
      } else if (moved && movement.purse() == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the purses hold now. What a reversed claim took counts as if it had never been taken: it
   * is where it would be now, also when an account year has started since.
   */
  private Map<Purse, Long> purses(Person person) {
    Map<Purse, Long> purses = new EnumMap<>(Purse.class);
    for (Purse purse : Purse.values()) {
      purses.put(purse, person.opening(purse));
    }
    for (Movement movement : movements.get(person.row())) {
      Settled claim = movement.claim();
      Purse purse = movement.purse();
      if (claim != null && claim.reversed) {
        continue;
      }
      if (purse == null) {
        purses.merge(Purse.PRIOR, purses.getOrDefault(Purse.CURRENT, 0L), Long::sum);
        purses.put(Purse.CURRENT, 0L);
      } else {
        purses.merge(purse, movement.amount(), Long::sum);
      }
    }
    return purses;
  }

  long balance(Person person, Purse purse) {
    return purses(person).getOrDefault(purse, 0L);
  }

  long balance(Person person) {
    long sum = 0;
    for (long balance : purses(person).values()) {
      sum += balance;
    }
    return sum;
  }

  // --- bindings

  /** A draw leaves the payer's purses and uses the binding. */
  void draw(@Nullable Settled claim, Draw draw) {
    Binding binding = draw.binding();
    move(claim, binding.payer(), Purse.PRIOR, -draw.prior());
    move(claim, binding.payer(), Purse.CURRENT, -draw.current());
    uses.get(binding.beneficiary().row()).add(new Use(claim, draw));
  }

  /** What a binding has given in an account year of its payer. */
  long used(Binding binding, int accountYear) {
    long sum = 0;
    for (Use use : uses.get(binding.beneficiary().row())) {
      Draw draw = use.draw();
      boolean reversed = use.claim() != null && use.claim().reversed;
      if (!reversed
          && draw.binding().rank() == binding.rank()
          && draw.accountYear() == accountYear) {
        sum += draw.amount();
      }
    }
    return sum;
  }

  /** Whether a binding has given in another account year. */
  boolean usedInAnotherYear(Binding binding, int accountYear) {
    return uses.get(binding.beneficiary().row()).stream()
        .map(Use::draw)
        .anyMatch(
            draw -> draw.binding().rank() == binding.rank() && draw.accountYear() != accountYear);
  }

  // --- premiums and transfers

  /** The premiums that were paid for a person so far. */
  List<Premium> premiums(Person person) {
    return premiums.get(person.row());
  }

  /** The days of a payer's transfers so far. */
  List<LocalDate> transfers(Person payer) {
    return transfers.get(payer.row());
  }
}
