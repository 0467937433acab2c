package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;

/** A supplementary fund in the chain: its rate on all it covers together, up to its own limit. */
final class Supplement {
  private Supplement() {}

  static long pays(
      Settled settled,
      JsonNode version,
      JsonNode stage,
      long covered,
      History history,
      Reach reach) {
    JsonNode rateRow = Policies.row(stage.path("rates"), settled.group, "", "");
    if (rateRow.isMissingNode()) {
      reach.hit("supplement without a rate");
      return 0;
    }
    Fraction exact = Fraction.percent(rateRow.path("rate").asText()).times(Fraction.of(covered));
    long payment = exact.round(Pool.mode(version, exact, reach));
    JsonNode limitRow = Policies.row(stage.path("limits"), settled.group, "", "");
    if (!limitRow.isMissingNode()) {
      String name = stage.path("accumulator").asText("supplement/" + stage.path("name").asText());
      String period = stage.path("period").asText("year");
      String counter = Pool.counter(settled, name, period);
      long limit = Text.fen(limitRow.path("limit").asText());
      long left = Math.max(0, limit - history.counted(settled.claim.patient(), counter));
      if (left < payment) {
        reach.hit("supplement limit " + period);
      }
      payment = Math.min(payment, left);
      settled.counts.add(new Settled.Count(counter, payment));
    }
    if (payment > 0) {
      reach.hit(settled.poolOpen ? "supplement with the pool open" : "supplement without the pool");
    }
    return payment;
  }
}
