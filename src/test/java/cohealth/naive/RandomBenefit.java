package cohealth.naive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Random amounts, rates and caps of a benefit, small and round so that limits are met often. */
final class RandomBenefit {
  private static final List<String> PERIODS = List.of("visit", "day", "month", "quarter", "year");
  private static final List<String> DEDUCTIBLES =
      List.of("0.00", "5", "10.00", "20.00", "30.00", "50.00", "60.00", "100.00", "12.34");
  private static final List<String> RATES =
      List.of(
          "50%",
          "55%", "60%", "62.5%", "65%", "70%", "80%", "85%", "90%", "33.33%", "100%", "0%",
          "66.67%", "12.5%", "45.55%");
  private static final Map<String, List<String>> LIMITS =
      Map.of(
          "visit", List.of("10.00", "20.00", "30.00", "50.00"),
          "day", List.of("15.00", "25.00", "40.00", "60.00"),
          "month", List.of("20.00", "40.00", "60.00", "90.00"),
          "quarter", List.of("30.00", "60.00", "80.00", "120.00"),
          "year", List.of("50.00", "100.00", "150.00", "200.00", "333.33"));

  private final Dice dice;
  private final List<String> groups;
  private final List<String> bands;
  private final String usualBasis;

  /**
   * @param usualBasis the basis that tiers without an accumulator of their own have in the document
   */
  RandomBenefit(Dice dice, List<String> groups, List<String> bands, String usualBasis) {
    this.dice = dice;
    this.groups = groups;
    this.bands = bands;
    this.usualBasis = usualBasis;
  }

  void fill(ObjectNode benefit) {
    if (dice.chance(80)) {
      benefit.set("deductible", deductible());
    }
    rates(benefit);
    ArrayNode caps = RandomPolicy.object().arrayNode();
    int count = dice.between(0, 3);
    for (int i = 0; i < count; i++) {
      caps.add(cap(i));
    }
    if (!caps.isEmpty()) {
      benefit.set("caps", caps);
    }
  }

  /** Ordered rows by group, band or disease; mostly with a last row for all others. */
  private void rows(ArrayNode rows, int fallback, BiConsumer<ObjectNode, String> value) {
    switch (dice.between(1, 6)) {
      case 1 -> {
        for (String band : bands) {
          value.accept(rows.addObject().put("band", band), band);
        }
      }
      case 2 -> {
        for (String group : groups) {
          value.accept(rows.addObject().put("group", group), group);
        }
      }
      case 3 -> {
        String group = dice.pick(groups);
        for (String band : bands) {
          ObjectNode row = rows.addObject().put("group", group).put("band", band);
          value.accept(row, group + band);
        }
      }
      case 4 -> {
        ObjectNode row = rows.addObject();
        dice.some(groups).forEach(row.putArray("group")::add);
        value.accept(row, "some");
      }
      case 5 -> {
        for (String disease : dice.some(RandomPolicy.DISEASES)) {
          value.accept(rows.addObject().put("disease", disease), disease);
        }
      }
      default -> {} // one row for all
    }
    if (rows.isEmpty() || dice.chance(fallback)) {
      value.accept(rows.addObject(), "all");
    }
  }

  private ObjectNode deductible() {
    String period = dice.chance(35) ? "year" : dice.pick(PERIODS);
    ObjectNode deductible = RandomPolicy.object().put("period", period);
    if (dice.chance(35)) {
      deductible.put("accumulator", "shared/deductible/" + period);
    }
    boolean apart = dice.chance(20);
    boolean visits = dice.chance(30);
    rows(
        deductible.putArray("amounts"),
        80,
        (row, cell) -> {
          row.put("amount", dice.pick(DEDUCTIBLES)).put("source", RandomPolicy.SOURCE);
          if (visits) {
            row.put("later", dice.pick(DEDUCTIBLES));
          }
          if (apart) {
            row.put("accumulator", "apart/deductible/" + period + "/" + cell);
          }
        });
    if (dice.chance(30)) {
      ObjectNode ceiling = deductible.putObject("ceiling");
      if (dice.chance(40)) {
        ceiling.put("accumulator", "shared/ceiling");
      }
      boolean ceilingsApart = dice.chance(20);
      rows(
          ceiling.putArray("amounts"),
          60,
          (row, cell) -> {
            row.put("amount", dice.pick("20.00", "50.00", "75.50", "120.00"));
            row.put("source", RandomPolicy.SOURCE);
            if (ceilingsApart) {
              row.put("accumulator", "apart/ceiling/" + cell);
            }
          });
    }
    return deductible;
  }

  private void rates(ObjectNode benefit) {
    int tiered = dice.chance(45) ? 80 : 0;
    List<String> withTiers = new ArrayList<>();
    rows(
        benefit.putArray("rates"),
        85,
        (row, cell) -> {
          row.put("source", RandomPolicy.SOURCE);
          if (dice.chance(tiered)) {
            withTiers.add(cell);
            tiers(row.putArray("tiers"));
          } else {
            row.put("rate", dice.pick(RATES));
          }
        });
    if (!withTiers.isEmpty()) {
      String on = dice.pick("eligible", "entering", "paid");
      String period = dice.chance(50) ? "year" : dice.pick(PERIODS);
      String owner = dice.chance(30) ? "shared" : benefit.path("name").asText();
      ObjectNode basis = benefit.putObject("tierBasis").put("on", on);
      if (!period.equals("year") || dice.chance(50)) {
        basis.put("period", period);
      }
      if (!on.equals(usualBasis) || dice.chance(60)) {
        basis.put("accumulator", owner + "/tiers/" + on + "/" + period);
      }
      basis.put("source", RandomPolicy.SOURCE);
    }
  }

  private void tiers(ArrayNode tiers) {
    // Round tiers and rates are met to the fen, also by what is paid.
    boolean round = dice.chance(50);
    TreeSet<Integer> bounds = new TreeSet<>();
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      bounds.add(dice.pick(List.of(5, 10, 20, 30, 50, 75, 100, 150)));
    }
    for (int bound : bounds) {
      String upTo = bound + (round ? ".00" : dice.pick("", ".00", ".50"));
      tiers.addObject().put("upTo", upTo).put("rate", rate(round));
    }
    tiers.addObject().put("rate", rate(round));
  }

  private String rate(boolean round) {
    return round ? dice.pick("50%", "100%", "25%") : dice.pick(RATES);
  }

  private ObjectNode cap(int index) {
    boolean expense = dice.chance(35);
    String on = expense ? "expense" : "payment";
    String period = dice.chance(30) ? "year" : dice.pick(PERIODS);
    String name = on + index + "-" + period;
    ObjectNode cap = RandomPolicy.object().put("name", name).put("on", on).put("period", period);
    if (expense && dice.chance(50)) {
      cap.put("countsDeductible", true);
    }
    if (dice.chance(30)) {
      cap.put("accumulator", "shared/" + name);
    }
    boolean apart = dice.chance(25);
    rows(
        cap.putArray("limits"),
        70,
        (row, cell) -> {
          row.put("limit", dice.pick(LIMITS.getOrDefault(period, List.of("50.00"))));
          row.put("source", RandomPolicy.SOURCE);
          if (apart) {
            row.put("accumulator", "apart/" + name + "/" + cell);
          }
        });
    return cap;
  }
}
