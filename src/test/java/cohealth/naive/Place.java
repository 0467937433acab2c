package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;

/** Section 4.3: the group of a person, the band of a facility and the benefit of a claim. */
final class Place {
  private static final Map<String, String> COARSER =
      Map.of(
          "tertiary_a", "tertiary",
          "tertiary_b", "tertiary",
          "tertiary_c", "tertiary",
          "community", "primary",
          "village", "primary");

  private Place() {}

  static String group(JsonNode version, Person person, LocalDate day, Reach reach) {
    for (JsonNode group : version.path("groups")) {
      JsonNode when = group.path("when");
      if (holds(when, person, day)) {
        when.fieldNames().forEachRemaining(name -> reach.hit("group by " + name));
        if (when.isMissingNode()) {
          reach.hit("group of everybody");
        }
        if (when.has("ageFrom") && person.age(day) == when.path("ageFrom").asInt()) {
          reach.hit("group from the very age");
        }
        return group.path("name").asText();
      }
    }
    if (!version.isMissingNode()) {
      reach.hit("group none");
    }
    return "";
  }

  private static boolean holds(JsonNode when, Person person, LocalDate day) {
    if (!Policies.allows(when.path("category"), person.category())
        || !Policies.allows(when.path("plan"), person.plan())) {
      return false;
    }
    if (when.has("contracted") && when.path("contracted").asBoolean() != person.contracted()) {
      return false;
    }
    if (when.has("ageFrom") && person.age(day) < when.path("ageFrom").asInt()) {
      return false;
    }
    if (when.has("ageBelow") && person.age(day) >= when.path("ageBelow").asInt()) {
      return false;
    }
    String born = person.birth() == null ? "" : person.birth().toString();
    String retired = person.retiredOn() == null ? "" : person.retiredOn().toString();
    return within(when, "bornFrom", "bornTo", born)
        && within(when, "retiredFrom", "retiredTo", retired);
  }

  private static boolean within(JsonNode when, String from, String to, String day) {
    if (!when.has(from) && !when.has(to)) {
      return true;
    }
    return !day.isEmpty()
        && day.compareTo(when.path(from).asText("0000-01-01")) >= 0
        && day.compareTo(when.path(to).asText("9999-12-31")) <= 0;
  }

  static String band(JsonNode version, Claim claim, Reach reach) {
    String level = claim.get("facility_level");
    JsonNode pharmacy = version.path("pharmacy");
    if (level.equals("pharmacy") && !pharmacy.isMissingNode()) {
      level = claim.get("prescriber_level");
      if (level.isEmpty()) {
        String without = pharmacy.path("without").asText("");
        reach.hit(without.isEmpty() ? "band none" : "band of a pharmacy without prescriber");
        return without;
      }
      reach.hit("band of the prescriber");
    }
    String band = bandOf(version, level);
    if (band.isEmpty() && COARSER.containsKey(level)) {
      band = bandOf(version, COARSER.getOrDefault(level, ""));
      if (!band.isEmpty()) {
        reach.hit("band of a coarser level");
      }
    }
    reach.hit(
        band.isEmpty()
            ? "band none"
            : switch (level) {
              case "pharmacy" -> "band of pharmacies";
              case "class_a", "class_b" -> "band of an own level";
              default -> "band of a standard level";
            });
    return band;
  }

  private static String bandOf(JsonNode version, String level) {
    for (Map.Entry<String, JsonNode> band : version.path("bands").properties()) {
      if (Policies.allows(band.getValue().path("levels"), level)) {
        return band.getKey();
      }
    }
    return "";
  }

  static JsonNode benefit(JsonNode version, Claim claim, String group, String band, Reach reach) {
    for (JsonNode benefit : version.path("benefits")) {
      JsonNode when = benefit.path("when");
      boolean selected = Text.yes(claim.get("selected"), false);
      if (Policies.allows(when.path("type"), claim.get("type"))
          && Policies.allows(when.path("disease"), claim.get("disease"))
          && Policies.allows(when.path("group"), group)
          && Policies.allows(when.path("band"), band)
          && (!when.has("selected") || when.path("selected").asBoolean() == selected)) {
        when.fieldNames().forEachRemaining(name -> reach.hit("benefit by " + name));
        if (when.has("selected")) {
          reach.hit("benefit by selected " + selected);
        }
        return benefit;
      }
    }
    return Policies.NONE;
  }
}
