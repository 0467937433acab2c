package cohealth.naive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Random payer chains and family rules. */
final class RandomChain {
  static final List<String> SHAPES =
      List.of(
          "pool own family cash",
          "own pool own family cash",
          "pool supplement own family cash",
          "supplement pool own family cash",
          "pool supplement own supplement family cash",
          "own pool family cash",
          "pool family own cash",
          "family pool own cash",
          "pool own family own cash",
          "family pool own family cash",
          "pool family cash",
          "pool own cash",
          "pool cash",
          "own pool supplement own family cash",
          "pool own family supplement cash");
  private static final List<String> PURSES = List.of("prior", "current", "wallet");
  private static final List<String> COMPONENTS =
      List.of(
          "eligible",
          "deductible",
          "copay",
          "over_cap",
          "denied",
          "first_self_pay",
          "over_limit",
          "self_funded");
  private static final List<String> RELATIONS =
      List.of("spouse", "parent", "child", "sibling", "grandparent", "grandchild", "other");

  private final Dice dice;
  private final List<String> groups;

  RandomChain(Dice dice, List<String> groups) {
    this.dice = dice;
    this.groups = groups;
  }

  ArrayNode chain() {
    ArrayNode chain = RandomPolicy.object().arrayNode();
    for (String payer : dice.pick(SHAPES).split(" ", -1)) {
      ObjectNode stage = chain.addObject().put("payer", payer);
      switch (payer) {
        case "own" -> {
          if (dice.chance(60)) {
            List<String> order = dice.some(dice.shuffled(PURSES));
            order.forEach(stage.putArray("purses")::add);
          }
          covers(stage, 60);
        }
        case "family" -> covers(stage, 60);
        case "supplement" -> supplement(stage, "fund" + chain.size());
        default -> {}
      }
      if (!payer.equals("cash")) {
        stage.put("source", RandomPolicy.SOURCE);
      }
    }
    return chain;
  }

  private void covers(ObjectNode stage, int byDefault) {
    if (dice.chance(byDefault)) {
      return;
    }
    switch (dice.between(1, 3)) {
      case 1 -> stage.put("covers", "in_scope");
      case 2 -> stage.put("covers", "all");
      default -> dice.shuffled(dice.some(COMPONENTS)).forEach(stage.putArray("covers")::add);
    }
  }

  private void supplement(ObjectNode stage, String name) {
    stage.put("name", name);
    covers(stage, 0);
    String period = dice.pick("visit", "day", "month", "quarter", "year");
    if (!period.equals("year") || dice.chance(50)) {
      stage.put("period", period);
    }
    if (dice.chance(30)) {
      stage.put("accumulator", "fund/" + period);
    }
    ArrayNode rates = stage.putArray("rates");
    if (dice.chance(40)) {
      ObjectNode row = rates.addObject().put("rate", "75%");
      if (dice.chance(50)) {
        row.put("group", dice.pick(groups));
      } else {
        dice.some(groups).forEach(row.putArray("group")::add);
      }
    }
    if (rates.isEmpty() || dice.chance(70)) {
      rates.addObject().put("rate", dice.pick("50%", "62.5%", "80%", "100%", "33.33%"));
    }
    if (dice.chance(80)) {
      ArrayNode limits = stage.putArray("limits");
      if (dice.chance(40)) {
        limits.addObject().put("group", dice.pick(groups)).put("limit", dice.pick("15.00", "30"));
      }
      limits.addObject().put("limit", dice.pick("10.00", "25.00", "40.00", "60.00"));
      limits.forEach(row -> ((ObjectNode) row).put("source", RandomPolicy.SOURCE));
    }
    rates.forEach(row -> ((ObjectNode) row).put("source", RandomPolicy.SOURCE));
  }

  static ObjectNode binding(Dice dice) {
    ObjectNode binding = RandomPolicy.object();
    if (dice.chance(60)) {
      ObjectNode relations = part(binding, "relations");
      ArrayNode allow = relations.putArray("allow");
      for (String relation : RELATIONS) {
        if (dice.chance(75)) {
          allow.add(relation);
        }
      }
    }
    if (dice.chance(40)) {
      ObjectNode members = part(binding, "members");
      boolean max = dice.chance(60);
      if (max) {
        members.put("max", atMost(dice, 3));
      }
      if (!max || dice.chance(50)) {
        ObjectNode perRelation = members.putObject("perRelation");
        perRelation.put(dice.pick("child", "parent", "sibling"), 1);
        perRelation.put("grandchild", atMost(dice, 2));
      }
    }
    if (dice.chance(40)) {
      part(binding, "confirmation").put("age", dice.pick(List.of(16, 18, 17, 14, 0)));
    }
    if (dice.chance(60)) {
      ObjectNode shareable = part(binding, "shareable");
      if (dice.chance(70)) {
        ArrayNode purses = shareable.putArray("purses").add("prior");
        if (dice.chance(50)) {
          purses.add("current");
        }
      }
      if (dice.chance(60)) {
        shareable.put("reserve", dice.pick("0.00", "5.00", "20.00", "33.33"));
      }
    }
    if (dice.chance(70)) {
      ObjectNode crossRegion = part(binding, "crossRegion");
      switch (dice.between(1, 5)) {
        case 1 -> crossRegion.put("allow", "any");
        case 2 -> crossRegion.putArray("allow");
        case 3 -> crossRegion.putArray("allow").add("same_province");
        case 4 -> crossRegion.putArray("allow").add("wallet");
        default -> crossRegion.putArray("allow").add("same_province").add("wallet");
      }
    }
    if (dice.chance(35)) {
      part(binding, "payers").put("max", atMost(dice, 2));
    }
    if (dice.chance(60)) {
      ArrayNode purses = part(binding, "ownEmptyFirst").putArray("purses");
      for (String purse : PURSES) {
        if (dice.chance(40)) {
          purses.add(purse);
        }
      }
    }
    if (dice.chance(80)) {
      String by =
          dice.pick(
              "configured",
              "bound_first",
              "bound_last_first",
              "largest_balance",
              "same_region_first");
      part(binding, "order").put("by", by);
    }
    return binding;
  }

  /** Mostly at least one; none at all is allowed, too. */
  private static int atMost(Dice dice, int most) {
    return dice.chance(8) ? 0 : dice.between(1, most);
  }

  private static ObjectNode part(ObjectNode binding, String key) {
    return binding.putObject(key).put("source", RandomPolicy.SOURCE);
  }
}
