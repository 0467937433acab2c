package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Section 5.3: the exact payment on an amount, and the rates that it was made of. */
final class Rates {
  private final JsonNode offsite;
  private final Reach reach;
  private final List<String> used = new ArrayList<>();

  /**
   * @param offsite the off-site rule that matched; missing if none did
   */
  Rates(JsonNode offsite, Reach reach) {
    this.offsite = offsite;
    this.reach = reach;
  }

  /** The rates that were used, as the row shows them. */
  String used() {
    return String.join(";", used);
  }

  Fraction flat(JsonNode row, long passed) {
    Fraction rate = offsite(Fraction.percent(row.path("rate").asText()));
    used.add(show(rate));
    return rate.times(Fraction.of(passed));
  }

  /**
   * @param before what the counter of the tiers held before the claim
   */
  Fraction tiers(JsonNode row, JsonNode basis, long before, long deductible, long passed) {
    String on = basis.path("on").asText();
    boolean paidBasis = on.equals("paid");
    // `at` is where the basis stands, `rest` what of the amount is not yet in a tier.
    Fraction at = Fraction.of(on.equals("eligible") ? before + deductible : before);
    Fraction rest = Fraction.of(passed);
    Fraction payment = Fraction.ZERO;
    String standing = "";
    for (JsonNode tier : row.path("tiers")) {
      Fraction rate = offsite(Fraction.percent(tier.path("rate").asText()));
      Fraction part = rest;
      if (tier.has("upTo")) {
        Fraction room = Fraction.of(Text.fen(tier.path("upTo").asText())).minus(at);
        if (!room.isPositive()) {
          continue;
        }
        // On paid money, the room is what may be paid; at a rate of 0 it is never used up.
        boolean endless = paidBasis && !rate.isPositive();
        Fraction width = endless ? rest : paidBasis ? room.dividedBy(rate) : room;
        if (rest.isPositive() && rest.equals(width) && !endless) {
          reach.hit("tiers on " + on + " to the very boundary");
        }
        part = rest.atMost(width);
      }
      if (standing.isEmpty()) {
        standing = show(rate);
      }
      if (part.isPositive()) {
        used.add(show(rate));
      }
      payment = payment.plus(part.times(rate));
      rest = rest.minus(part);
      at = at.plus(paidBasis ? part.times(rate) : part);
    }
    if (used.isEmpty()) {
      used.add(standing);
      reach.hit("tiers without a part");
    } else {
      reach.hit("tiers on " + on + (used.size() > 1 ? " crossed" : " not crossed"));
    }
    return payment;
  }

  private static String show(Fraction rate) {
    long units = rate.times(Fraction.of(10_000)).round(RoundingMode.UNNECESSARY);
    return BigDecimal.valueOf(units, 4).toPlainString();
  }

  private Fraction offsite(Fraction rate) {
    if (!offsite.path("then").asText().equals("reduce")) {
      return rate;
    }
    Fraction changed = rate;
    if (offsite.has("points")) {
      changed = changed.plus(Fraction.percent(offsite.path("points").asText()));
      reach.hit("offsite points");
    }
    if (offsite.has("factor")) {
      changed = changed.times(Fraction.percent(offsite.path("factor").asText()));
      reach.hit("offsite factor");
    }
    Fraction units = changed.times(Fraction.of(10_000));
    if (!units.isWhole()) {
      reach.hit("offsite rate rounded");
    }
    long whole = units.round(RoundingMode.HALF_UP);
    if (whole < 0) {
      reach.hit("offsite rate below 0");
    }
    if (whole > 10_000) {
      reach.hit("offsite rate above 1");
    }
    return Fraction.of(Math.max(0, Math.min(10_000, whole))).dividedBy(Fraction.of(10_000));
  }
}
