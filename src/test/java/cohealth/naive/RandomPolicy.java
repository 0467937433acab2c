package cohealth.naive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A random policy document. Counters that several places share carry their kind and period in their
 * name, so that one name never serves two kinds.
 */
final class RandomPolicy {
  static final String SOURCE = "made-up";
  static final List<String> BIRTH_DATES =
      List.of(
          "1949-12-31",
          "1955-07-01",
          "1960-02-29",
          "1965-06-15",
          "1970-01-01",
          "1984-11-30",
          "2000-02-29",
          "2007-09-01",
          "2008-02-29",
          "2009-03-01",
          "2009-08-15",
          "2009-11-30",
          "2010-02-28",
          "2012-02-29",
          "2019-05-05");
  static final List<String> RETIREMENT_DATES =
      List.of("2005-12-31", "2006-01-01", "2015-07-01", "2024-12-31", "2025-09-30");
  static final List<String> CATEGORIES =
      List.of("active", "retired", "flexible", "minor", "adult", "senior");
  static final List<String> PLANS = List.of("plan1", "plan2", "单建统筹");
  static final List<String> DISEASES = List.of("D1", "D2", "D3", "D4");
  static final List<String> TYPES =
      List.of("general", "emergency", "chronic", "pharmacy", "two_disease", "special_drug");
  private static final List<String> OWN_TYPES = List.of("herbal", "dental");

  private final Dice dice;
  private final String usualBasis;
  private final boolean usesBirthDates;
  private final ObjectNode version = object();
  private final List<String> groups = new ArrayList<>();
  private final List<String> bands = new ArrayList<>();
  private final List<String> types = new ArrayList<>(TYPES);
  private final List<String> benefits = new ArrayList<>();

  private RandomPolicy(Dice dice, String usualBasis, boolean usesBirthDates) {
    this.dice = dice;
    this.usualBasis = usualBasis;
    this.usesBirthDates = usesBirthDates;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode sourced() {
    return object().put("source", SOURCE);
  }

  private static ObjectNode title(String name) {
    return object().put("zh", name + "的名称").put("en", name);
  }

  /**
   * A document.
   *
   * @param periods from and to of each version, to blank = open
   * @param accounts adds the rules for activities, if there are any
   */
  static String document(
      Dice dice,
      String region,
      String insurance,
      String benefitYearStart,
      String accountYearStart,
      List<List<String>> periods,
      boolean usesBirthDates,
      @Nullable RandomAccounts accounts) {
    ObjectNode document = object();
    document.put("format", 1);
    document.put("id", "made-up-" + region + "-" + insurance);
    document.put("region", region);
    document.put("insurance", insurance);
    document.set("title", title("policy"));
    if (!benefitYearStart.equals("01-01") || dice.chance(50)) {
      document.put("benefitYearStart", benefitYearStart);
    }
    if (!accountYearStart.equals(benefitYearStart) || dice.chance(50)) {
      document.put("accountYearStart", accountYearStart);
    }
    document
        .putArray("sources")
        .addObject()
        .put("id", SOURCE)
        .put("title", "a made-up source")
        .put("grade", "SEED");
    ArrayNode versions = document.putArray("versions");
    String usualBasis = dice.pick("eligible", "entering", "paid");
    for (List<String> period : periods) {
      RandomPolicy policy = new RandomPolicy(dice, usualBasis, usesBirthDates);
      ObjectNode version = policy.version();
      if (accounts != null) {
        accounts.addTo(version, policy.groups);
      }
      version.put("from", period.get(0));
      if (!period.get(1).isEmpty()) {
        version.put("to", period.get(1));
      }
      versions.add(version);
    }
    return document.toString();
  }

  private ObjectNode version() {
    groups();
    bands();
    if (dice.chance(30)) {
      ArrayNode own = version.putArray("types");
      for (String type : dice.some(OWN_TYPES)) {
        own.addObject().put("name", type).set("title", title(type));
        types.add(type);
      }
    }
    if (dice.chance(50)) {
      version.set("visits", sourced().put("merge", "day_and_facility"));
    }
    benefits();
    if (dice.chance(2)) {
      version.putArray("benefits");
      benefits.clear();
    }
    if (dice.chance(80)) {
      version.set("chain", new RandomChain(dice, groups).chain());
    }
    if (dice.chance(85)) {
      version.set("binding", RandomChain.binding(dice));
    }
    if (dice.chance(75) && !benefits.isEmpty()) {
      offsite();
    }
    if (dice.chance(60)) {
      String mode = dice.pick("half_up", "half_even", "down", "up");
      version.set("rounding", sourced().put("mode", mode));
    }
    return version;
  }

  private void groups() {
    ArrayNode list = version.putArray("groups");
    int count = dice.between(1, 4);
    for (int i = 1; i <= count; i++) {
      String name = "group" + i;
      groups.add(name);
      ObjectNode group = list.addObject().put("name", name).put("source", SOURCE);
      group.set("title", title(name));
      if (i < count || dice.chance(40)) {
        ObjectNode when = object();
        condition(when);
        if (dice.chance(25)) {
          condition(when);
        }
        keepPossible(when, "ageFrom", "ageBelow");
        keepPossible(when, "bornFrom", "bornTo");
        keepPossible(when, "retiredFrom", "retiredTo");
        group.set("when", when);
      }
    }
  }

  private void condition(ObjectNode when) {
    int kinds = usesBirthDates ? 9 : 5;
    switch (dice.between(1, kinds)) {
      case 1 -> oneOrMany(when, "category", dice.some(CATEGORIES));
      case 2 -> oneOrMany(when, "plan", dice.some(PLANS));
      case 3 -> when.put("contracted", dice.chance(60));
      case 4 -> when.put("retiredFrom", dice.pick(RETIREMENT_DATES));
      case 5 -> when.put("retiredTo", dice.pick(RETIREMENT_DATES));
      case 6 -> when.put("ageFrom", dice.pick(List.of(6, 16, 18, 60, 65)));
      case 7 -> when.put("ageBelow", dice.pick(List.of(6, 16, 18, 60, 65)));
      case 8 -> when.put("bornFrom", dice.pick(BIRTH_DATES));
      default -> when.put("bornTo", dice.pick(BIRTH_DATES));
    }
  }

  /** Drops the lower bound of a pair that nobody could meet. */
  private static void keepPossible(ObjectNode when, String low, String high) {
    boolean text = when.path(low).isTextual();
    boolean impossible =
        text
            ? when.path(low).asText().compareTo(when.path(high).asText("9999")) > 0
            : when.path(low).asInt() >= when.path(high).asInt(Integer.MAX_VALUE);
    if (impossible) {
      when.remove(low);
    }
  }

  /** One word as a text or as a list, several as a list. */
  private void oneOrMany(ObjectNode owner, String key, List<String> words) {
    if (words.size() == 1 && dice.chance(70)) {
      owner.put(key, words.get(0));
    } else {
      ArrayNode list = owner.putArray(key);
      words.forEach(list::add);
    }
  }

  private void bands() {
    ObjectNode object = version.putObject("bands");
    List<String> levels = new ArrayList<>(List.of("primary", "secondary", "tertiary"));
    if (dice.chance(12)) {
      levels.remove(dice.between(0, 2));
    }
    for (String level : List.of("village", "community", "tertiary_a", "tertiary_c")) {
      if (dice.chance(15)) {
        levels.add(level);
      }
    }
    boolean byPrescriber = dice.chance(40);
    if (!byPrescriber && dice.chance(75)) {
      levels.add("pharmacy");
    }
    for (String own : List.of("class_a", "class_b")) {
      if (dice.chance(25)) {
        levels.add(own);
      }
    }
    int count = dice.between(1, 3);
    List<String> mixed = dice.shuffled(levels);
    for (int i = 0; i < Math.min(count, mixed.size()); i++) {
      String name = "band" + (i + 1);
      bands.add(name);
      ObjectNode band = object.putObject(name).put("source", SOURCE);
      if (dice.chance(50)) {
        band.set("title", title(name));
      }
      ArrayNode words = band.putArray("levels");
      for (int j = i; j < mixed.size(); j += count) {
        words.add(mixed.get(j));
      }
    }
    if (byPrescriber) {
      ObjectNode pharmacy = sourced().put("as", "prescriber");
      if (dice.chance(50)) {
        pharmacy.put("without", dice.pick(bands));
      }
      version.set("pharmacy", pharmacy);
    }
  }

  private void benefits() {
    ArrayNode list = version.putArray("benefits");
    for (String name : dice.shuffled(List.of("chronic", "two", "drug", "own", "chosen", "cell"))) {
      if (dice.chance(30)) {
        benefit(list, name);
      }
    }
    if (dice.chance(75) || benefits.isEmpty()) {
      benefit(list, "general");
    }
    if (dice.chance(55)) {
      benefit(list, "rest");
    }
  }

  private void benefit(ArrayNode list, String name) {
    ObjectNode when = object();
    switch (name) {
      case "chronic" -> {
        when.put("type", "chronic");
        if (dice.chance(60)) {
          oneOrMany(when, "disease", dice.some(DISEASES));
        }
      }
      case "two" -> oneOrMany(when, "disease", dice.some(DISEASES));
      case "drug" -> oneOrMany(when, "type", List.of("special_drug", "two_disease"));
      case "own" -> oneOrMany(when, "type", dice.some(types));
      case "chosen" -> when.put("selected", dice.chance(50));
      case "cell" -> {
        if (dice.chance(60)) {
          oneOrMany(when, "group", dice.some(groups));
        }
        if (dice.chance(60) || when.isEmpty()) {
          oneOrMany(when, "band", dice.some(bands));
        }
      }
      case "general" -> oneOrMany(when, "type", dice.some(TYPES));
      default -> {} // rest: everything
    }
    benefits.add(name);
    ObjectNode benefit = list.addObject().put("name", name);
    if (dice.chance(30)) {
      benefit.set("title", title(name));
    }
    if (!when.isEmpty()) {
      benefit.set("when", when);
    }
    if (dice.chance(name.equals("chronic") ? 70 : 8)) {
      benefit.put("needsApproval", true);
    }
    new RandomBenefit(dice, groups, bands, usualBasis).fill(benefit);
  }

  private void offsite() {
    ArrayNode rules = version.putArray("offsite");
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      ObjectNode rule = rules.addObject().put("source", SOURCE);
      if (i < count - 1 || dice.chance(40)) {
        ObjectNode when = rule.putObject("when");
        switch (dice.between(1, 4)) {
          case 1 -> oneOrMany(when, "type", dice.some(types));
          case 2 -> oneOrMany(when, "benefit", dice.some(benefits));
          default -> when.put("province", dice.pick("same", "other"));
        }
      }
      String then = dice.pick("deny", "reduce", "reduce", "home");
      rule.put("then", then);
      if (then.equals("reduce")) {
        boolean points = dice.chance(60);
        if (points) {
          rule.put("points", dice.pick("-10%", "-5.55%", "-70%", "-20.5%", "50%", "8.25%"));
        }
        if (!points || dice.chance(40)) {
          rule.put("factor", dice.pick("80%", "33.33%", "90%", "66.67%", "50%"));
        }
      }
      rule.put("familyMoney", dice.chance(60));
    }
  }
}
