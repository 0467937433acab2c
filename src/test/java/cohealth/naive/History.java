package cohealth.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has happened, in order. A counter or a balance is never kept: it is added up from
 * the claims that are not reversed, whenever it is asked for.
 */
final class History {
  private final List<List<Settled>> byPatient = new ArrayList<>();
  private final List<List<Settled>> byPayer = new ArrayList<>();
  private final Map<String, Settled> byClaim = new HashMap<>();

  History(int people) {
    for (int i = 0; i < people; i++) {
      byPatient.add(new ArrayList<>());
      byPayer.add(new ArrayList<>());
    }
  }

  void add(Settled settled) {
    if (!settled.claim.isReversal()) {
      of(settled.claim.patient()).add(settled);
    }
    byClaim.put(settled.claim.id(), settled);
  }

  void addDraw(Settled settled, Settled.Draw draw) {
    settled.draws.add(draw);
    List<Settled> helped = byPayer.get(draw.binding().payer().row());
    if (!helped.contains(settled)) {
      helped.add(settled);
    }
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

  long balance(Person person, Purse purse) {
    long balance = person.opening().getOrDefault(purse, 0L);
    for (Settled settled : of(person)) {
      if (!settled.reversed) {
        balance -= settled.own(purse);
      }
    }
    for (Settled settled : byPayer.get(person.row())) {
      for (Settled.Draw draw : settled.draws) {
        if (!settled.reversed && draw.binding().payer().row() == person.row()) {
          balance -= draw.from(purse);
        }
      }
    }
    return balance;
  }

  long balance(Person person) {
    long sum = 0;
    for (Purse purse : Purse.values()) {
      sum += balance(person, purse);
    }
    return sum;
  }

  /** What a binding has given in an account year of its payer. */
  long used(Binding binding, int accountYear) {
    long sum = 0;
    for (Settled settled : of(binding.beneficiary())) {
      for (Settled.Draw draw : settled.draws) {
        if (!settled.reversed
            && draw.binding().rank() == binding.rank()
            && draw.accountYear() == accountYear) {
          sum += draw.amount();
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
}
