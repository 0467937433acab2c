package cohealth.naive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The policy documents as they are written, and how a region and a date find one. */
final class Policies {
  static final JsonNode NONE = MissingNode.getInstance();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> documents = new ArrayList<>();

  Policies(List<String> texts) {
    for (String text : texts) {
      documents.add(parse(text));
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A document and the version of it that holds a date; both missing when there is no policy. */
  record Rules(JsonNode document, JsonNode version) {
    boolean exist() {
      return !version.isMissingNode();
    }

    int benefitYear(LocalDate day) {
      return yearOf(day, document.path("benefitYearStart").asText("01-01"));
    }

    int accountYear(LocalDate day) {
      return yearOf(day, accountYearStart());
    }

    String accountYearStart() {
      String benefitYearStart = document.path("benefitYearStart").asText("01-01");
      return document.path("accountYearStart").asText(benefitYearStart);
    }

    private static int yearOf(LocalDate day, String start) {
      boolean reached = day.toString().substring(5).compareTo(start) >= 0;
      return reached ? day.getYear() : day.getYear() - 1;
    }

    JsonNode binding() {
      return version.path("binding");
    }
  }

  Rules rules(Person person, LocalDate day) {
    return rules(person.region(), person.insurance(), day);
  }

  Rules rules(String region, String insurance, LocalDate day) {
    JsonNode document = document(region, insurance);
    String today = day.toString();
    for (JsonNode version : document.path("versions")) {
      boolean begun = version.path("from").asText().compareTo(today) <= 0;
      if (begun && today.compareTo(version.path("to").asText("9999-12-31")) <= 0) {
        return new Rules(document, version);
      }
    }
    return new Rules(NONE, NONE);
  }

  /** The document whose pattern covers the region with most digits. */
  private JsonNode document(String region, String insurance) {
    JsonNode best = NONE;
    int digits = 0;
    for (JsonNode document : documents) {
      int covered = covered(document.path("region").asText(), region);
      if (document.path("insurance").asText().equals(insurance) && covered > digits) {
        best = document;
        digits = covered;
      }
    }
    return best;
  }

  /** What a region's residents pay for a plan year, in whichever version; missing if nothing. */
  JsonNode premium(String region, String planYear) {
    for (JsonNode version : document(region, "resident").path("versions")) {
      for (JsonNode premium : version.path("premium")) {
        if (premium.path("planYear").asText().equals(planYear)) {
          return premium;
        }
      }
    }
    return NONE;
  }

  /** The days of the year on which somebody's account year may start. */
  Set<String> accountYearStarts() {
    Set<String> starts = new HashSet<>(Set.of("01-01"));
    for (JsonNode document : documents) {
      starts.add(new Rules(document, NONE).accountYearStart());
    }
    return starts;
  }

  /** Whether several documents cover a region, so that the longest match decides. */
  boolean overlap(String region, String insurance) {
    return documents.stream()
            .filter(document -> document.path("insurance").asText().equals(insurance))
            .filter(document -> covered(document.path("region").asText(), region) > 0)
            .count()
        > 1;
  }

  /** The number of digits with which a pattern covers a region; 0 when it does not. */
  private static int covered(String pattern, String region) {
    int digits = pattern.endsWith("0000") ? 2 : pattern.endsWith("00") ? 4 : 6;
    return pattern.regionMatches(0, region, 0, digits) ? digits : 0;
  }

  /** Two codes are one region when this gives the same text for both. */
  private String pool(String region, String insurance) {
    JsonNode document = document(region, insurance);
    if (!document.isMissingNode()) {
      return "document " + document.path("region").asText();
    }
    if (List.of("11", "12", "31", "50").contains(region.substring(0, 2))) {
      return region.substring(0, 2);
    }
    return region.startsWith("90", 2) ? region : region.substring(0, 4);
  }

  boolean sameRegion(String one, String other, String insurance) {
    return pool(one, insurance).equals(pool(other, insurance));
  }

  static boolean sameProvince(String one, String other) {
    return one.regionMatches(0, other, 0, 2);
  }

  /** Whether a condition that names one word or many holds; an absent one always does. */
  static boolean allows(JsonNode condition, String word) {
    if (condition.isMissingNode()) {
      return true;
    }
    return condition.isArray() ? contains(condition, word) : condition.asText().equals(word);
  }

  static boolean contains(JsonNode list, String word) {
    for (JsonNode item : list) {
      if (item.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The first row that matches; missing if none does. */
  static JsonNode row(JsonNode rows, String group, String band, String disease) {
    for (JsonNode row : rows) {
      if (allows(row.path("group"), group)
          && allows(row.path("band"), band)
          && allows(row.path("disease"), disease)) {
        return row;
      }
    }
    return NONE;
  }
}
