package cohealth.naive;

import cohealth.naive.Settled.Count;
import cohealth.naive.Settled.Kind;
import cohealth.naive.Settled.Limit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Section 5 for one claim: how the pool splits the eligible amount that reached it. */
final class Pool {
  private final Settled settled;
  private final Person patient;
  private final JsonNode version;
  private final JsonNode benefit;
  private final JsonNode offsite;
  private final History history;
  private final Reach reach;

  /**
   * @param offsite the off-site rule that matched; missing if none did
   */
  Pool(
      Settled settled,
      JsonNode version,
      JsonNode benefit,
      JsonNode offsite,
      History history,
      Reach reach) {
    this.settled = settled;
    this.patient = settled.claim.patient();
    this.version = version;
    this.benefit = benefit;
    this.offsite = offsite;
    this.history = history;
    this.reach = reach;
  }

  void split(long reached) {
    settled.poolOpen = true;
    deductible(reached);
    long rest = reached - settled.deductible;
    if (rest == 0 && reached > 0) {
      settled.reasons.add("DEDUCTIBLE_NOT_MET");
    }
    long passed = expenseCaps(rest);
    Fraction exact = rate(passed);
    long payment = exact.round(mode(version, exact, reach));
    settled.pool = paymentCaps(payment);
    settled.copay = passed - payment;
    settled.overCap = rest - passed + payment - settled.pool;
    if (settled.overCap > 0) {
      settled.reasons.add("CAP_REACHED");
    }
    tierCounter(reached, passed);
    // The counters of this claim move together, after everything was decided on what was before.
    settled.counts.addAll(moves);
  }

  private final List<Count> moves = new ArrayList<>();

  static RoundingMode mode(JsonNode version, Fraction exact, Reach reach) {
    String mode = version.path("rounding").path("mode").asText("half_up");
    if (!exact.isWhole()) {
      reach.hit("rounding " + mode + (exact.isHalf() ? " half" : " other"));
    }
    return RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  private JsonNode matching(JsonNode rows) {
    return Policies.row(rows, settled.group, settled.band, settled.claim.get("disease"));
  }

  /** The counter's name: its row's, else its owner's, else the default. */
  private String accumulator(JsonNode row, JsonNode owner, String defaultName) {
    String own = owner.path("accumulator").asText(settled.benefit + "/" + defaultName);
    if (row.has("accumulator")) {
      reach.hit("accumulator of a row");
    } else if (owner.has("accumulator")) {
      reach.hit("accumulator with a name");
    }
    return row.path("accumulator").asText(own);
  }

  private String counter(String accumulator, String period) {
    return counter(settled, accumulator, period);
  }

  static String counter(Settled settled, String accumulator, String period) {
    String day = settled.claim.date().toString();
    String instance =
        switch (period) {
          case "visit" -> "visit " + settled.visit;
          case "day" -> "day " + day;
          case "month" -> "month " + day.substring(0, 7);
          case "quarter" ->
              "quarter "
                  + day.substring(0, 5)
                  + (1 + (settled.claim.date().getMonthValue() - 1) / 3);
          case "year" -> "year " + settled.benefitYear;
          default -> throw new IllegalArgumentException(period);
        };
    return settled.policy + "|" + accumulator + "|" + instance;
  }

  private void deductible(long reached) {
    JsonNode deductible = benefit.path("deductible");
    JsonNode row = matching(deductible.path("amounts"));
    if (row.isMissingNode()) {
      reach.hit(deductible.isMissingNode() ? "deductible none" : "deductible without a row");
      return;
    }
    String period = deductible.path("period").asText();
    String accumulator = accumulator(row, deductible, "deductible");
    settled.deductibleAccumulator = settled.policy + "|" + accumulator + "|" + period;
    long amount = Text.fen(row.path("amount").asText());
    if (row.has("later")) {
      boolean first = firstVisit();
      reach.hit(first ? "deductible of a first visit" : "deductible of a later visit");
      if (!first) {
        amount = Text.fen(row.path("later").asText());
      }
    }
    String counter = counter(accumulator, period);
    settled.limits.add(new Limit(Kind.DEDUCTIBLE, counter, amount));
    long before = history.counted(patient, counter);
    long due = Math.max(0, amount - before);

    JsonNode ceilingRow = matching(deductible.path("ceiling").path("amounts"));
    String ceilingCounter = "";
    if (!ceilingRow.isMissingNode()) {
      JsonNode ceiling = deductible.path("ceiling");
      ceilingCounter = counter(accumulator(ceilingRow, ceiling, "ceiling"), "year");
      long most = Text.fen(ceilingRow.path("amount").asText());
      settled.limits.add(new Limit(Kind.DEDUCTIBLE, ceilingCounter, most));
      long left = Math.max(0, most - history.counted(patient, ceilingCounter));
      if (left < due && left < reached) {
        reach.hit("deductible ceiling");
      }
      due = Math.min(due, left);
    }
    settled.deductible = Math.min(reached, due);
    moves.add(new Count(counter, settled.deductible));
    if (!ceilingCounter.isEmpty()) {
      moves.add(new Count(ceilingCounter, settled.deductible));
    }
    if (reach.isCounting()) {
      reachedDeductible(period, counter, amount, before, reached);
    }
  }

  private void reachedDeductible(
      String period, String counter, long amount, long before, long reached) {
    if (settled.deductible == 0) {
      return;
    }
    reach.hit("deductible " + period);
    if (before > 0) {
      reach.hit("deductible " + period + " went on");
    }
    if (settled.deductible == reached && before + reached == amount) {
      reach.hit("deductible met to the fen");
    }
    for (Settled other : history.of(patient)) {
      for (Limit limit : other.limits) {
        if (!other.reversed && other != settled && limit.counter().equals(counter)) {
          if (limit.amount() != amount && other.deductible > 0) {
            reach.hit("deductible topped up");
          }
          if (!other.benefit.equals(settled.benefit) && other.deductible > 0) {
            reach.hit("deductible shared by benefits");
          }
          if (!other.version.equals(settled.version) && other.deductible > 0) {
            reach.hit("deductible goes on in the next version");
          }
        }
      }
    }
  }

  /** No other visit with a live claim on this accumulator came before this one in the year. */
  private boolean firstVisit() {
    boolean first = true;
    boolean wasReversed = false;
    for (Settled other : history.of(patient)) {
      if (other.visit < settled.visit
          && other.poolOpen
          && other.benefitYear == settled.benefitYear
          && other.deductibleAccumulator.equals(settled.deductibleAccumulator)) {
        if (other.reversed) {
          wasReversed = true;
        } else {
          first = false;
        }
      }
    }
    if (first && wasReversed) {
      reach.hit("deductible of a first visit again");
    }
    return first;
  }

  private long expenseCaps(long rest) {
    long passed = rest;
    for (JsonNode cap : caps("expense")) {
      long left = left(cap, Kind.EXPENSE);
      long room = left;
      if (cap.path("countsDeductible").asBoolean()) {
        room = Math.max(0, left - settled.deductible);
        if (room < passed && settled.deductible > 0) {
          reach.hit("expense cap counts the deductible");
        }
      }
      if (room == rest && rest > 0) {
        reach.hit("expense cap used to the fen");
      }
      if (room < rest) {
        reach.hit("expense cap " + cap.path("period").asText());
      }
      passed = Math.min(passed, room);
    }
    for (JsonNode cap : caps("expense")) {
      boolean counts = cap.path("countsDeductible").asBoolean();
      long move = passed + (counts ? settled.deductible : 0);
      moves.add(new Count(counter(cap), Math.min(move, left(cap, Kind.EXPENSE))));
      settled.limits.add(new Limit(Kind.EXPENSE, counter(cap), limit(cap)));
    }
    return passed;
  }

  private long paymentCaps(long payment) {
    long paid = payment;
    List<JsonNode> caps = caps("payment");
    for (JsonNode cap : caps) {
      long left = left(cap, Kind.PAYMENT);
      if (left == payment && payment > 0) {
        reach.hit("payment cap used to the fen");
      }
      if (left < payment) {
        reach.hit("payment cap " + cap.path("period").asText());
        if (caps.size() > 1 && left < paid) {
          reach.hit("payment cap inside another");
        }
      }
      paid = Math.min(paid, left);
    }
    for (JsonNode cap : caps) {
      moves.add(new Count(counter(cap), paid));
      settled.limits.add(new Limit(Kind.PAYMENT, counter(cap), limit(cap)));
    }
    return paid;
  }

  /** The caps of one kind that have a limit for this claim. */
  private List<JsonNode> caps(String on) {
    List<JsonNode> caps = new ArrayList<>();
    for (JsonNode cap : benefit.path("caps")) {
      if (cap.path("on").asText().equals(on) && !matching(cap.path("limits")).isMissingNode()) {
        caps.add(cap);
      }
    }
    return caps;
  }

  private long limit(JsonNode cap) {
    return Text.fen(matching(cap.path("limits")).path("limit").asText());
  }

  private String counter(JsonNode cap) {
    JsonNode row = matching(cap.path("limits"));
    String name = accumulator(row, cap, cap.path("name").asText());
    return counter(name, cap.path("period").asText());
  }

  private long left(JsonNode cap, Kind kind) {
    String counter = counter(cap);
    long left = Math.max(0, limit(cap) - history.counted(patient, counter));
    if (reach.isCounting()) {
      reachedCap(cap, kind, counter);
    }
    return left;
  }

  private void reachedCap(JsonNode cap, Kind kind, String counter) {
    if (matching(cap.path("limits")).has("disease")) {
      reach.hit("cap by disease " + kind);
    }
    for (Settled other : history.of(patient)) {
      for (Limit limit : other.limits) {
        if (!other.reversed
            && !other.benefit.equals(settled.benefit)
            && limit.counter().equals(counter)) {
          reach.hit("cap shared by benefits " + kind);
        }
      }
    }
  }

  private String tierAccumulator() {
    JsonNode basis = benefit.path("tierBasis");
    String name = accumulator(Policies.NONE, basis, "tiers");
    return counter(name, basis.path("period").asText("year"));
  }

  /** Every claim of a benefit with tiers moves their counter, also one with a plain rate. */
  private void tierCounter(long reached, long passed) {
    if (benefit.has("tierBasis")) {
      if (matching(benefit.path("rates")).has("rate")) {
        reach.hit("tiers moved by a plain rate");
      }
      long move =
          switch (benefit.path("tierBasis").path("on").asText()) {
            case "eligible" -> reached;
            case "entering" -> passed;
            default -> settled.pool;
          };
      moves.add(new Count(tierAccumulator(), move));
    }
  }

  /** The exact payment on what passed, over all its tiers. */
  private Fraction rate(long passed) {
    JsonNode row = matching(benefit.path("rates"));
    JsonNode basis = benefit.path("tierBasis");
    Rates rates = new Rates(offsite, reach);
    Fraction payment;
    if (row.has("tiers")) {
      long before = history.counted(patient, tierAccumulator());
      if (before > 0 && passed > 0) {
        reach.hit("tiers in the " + basis.path("period").asText("year"));
      }
      payment = rates.tiers(row, basis, before, settled.deductible, passed);
    } else {
      payment = rates.flat(row, passed);
    }
    settled.rate = rates.used();
    return payment;
  }
}
