package cohealth.io;

import cohealth.generation.Choice;
import cohealth.generation.Population;
import cohealth.generation.Quantiles;
import cohealth.generation.Steps;
import cohealth.person.Relation;
import cohealth.time.DayText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what invented people and claims are like, from a document that comes with the program. */
public final class PopulationFile {
  private static final String RESOURCE = "/cohealth/population.json";

  private PopulationFile() {}

  /** The program's own. */
  public static Population builtIn() {
    try (InputStream in = PopulationFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + RESOURCE);
      }
      return population(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Population population(JsonNode root) {
    List<String> places = texts(root.required("regions"), "code");
    if (places.size() > Population.MOST_PLACES) {
      throw new IllegalStateException("too many regions");
    }
    JsonNode names = root.required("names");
    return new Population(
        DayText.day(root.required("from").asText()),
        DayText.day(root.required("to").asText()),
        choice(root.required("regions")),
        places,
        people(root),
        money(root.required("balances"), root.required("sharing")),
        new Population.Names(
            all(names.required("family"), JsonNode::asText),
            all(names.required("given"), JsonNode::asText)),
        care(root));
  }

  private static Population.People people(JsonNode root) {
    JsonNode ages = root.required("ages");
    List<String> diseases = texts(root.required("diseases"), "name");
    if (diseases.size() > Population.MOST_DISEASES) {
      throw new IllegalStateException("too many diseases");
    }
    return new Population.People(
        choice(root.required("households")),
        all(
            root.required("households"),
            kind ->
                new Population.Household(
                    all(
                        kind.required("members"),
                        word -> Relation.valueOf(word.asText().toUpperCase(Locale.ROOT))),
                    quantiles(ages.required(kind.required("ages").asText())))),
        older(root.required("olderMonths")),
        root.required("elsewherePercent").intValue(),
        steps(root.required("employeePercent")),
        steps(root.required("retiredPercent")),
        root.required("flexiblePercent").intValue(),
        root.required("minorUntil").intValue(),
        root.required("seniorFrom").intValue(),
        steps(root.required("chronicPercent")),
        choice(root.required("diseases")),
        diseases);
  }

  private static List<Population.Range> older(JsonNode months) {
    return Stream.of(Relation.values())
        .map(relation -> months.path(relation.name().toLowerCase(Locale.ROOT)))
        .map(pair -> pair.isMissingNode() ? new Population.Range(0, 0) : range(pair))
        .toList();
  }

  private static Population.Money money(JsonNode balances, JsonNode sharing) {
    return new Population.Money(
        balances.required("emptyPercent").intValue(),
        quantiles(balances.required("priorFen")),
        quantiles(balances.required("currentFen")),
        sharing.required("percent").intValue(),
        sharing.required("limitPercent").intValue(),
        numbers(sharing.required("limitsYuan")),
        sharing.required("unconfirmedPercent").intValue());
  }

  private static Population.Care care(JsonNode root) {
    JsonNode use = root.required("use");
    JsonNode levels = root.required("levels");
    JsonNode types = root.required("types");
    JsonNode chronic = root.required("chronicType");
    JsonNode bill = root.required("bill");
    JsonNode refunds = root.required("refunds");
    JsonNode offsite = root.required("offsite");
    return new Population.Care(
        quantiles(use.required("gamma")),
        steps(use.required("byAgePercent")),
        numbers(root.required("months")),
        numbers(root.required("weekdays")),
        numbers(root.required("hours")),
        choice(levels),
        texts(levels, "name"),
        all(levels, level -> level.path("type").asText("")),
        choice(types),
        texts(types, "name"),
        chronic.required("name").asText(),
        chronic.required("percent").intValue(),
        new Population.Bill(
            quantiles(bill.required("totalFen")),
            bill.required("allEligiblePercent").intValue(),
            quantiles(bill.required("selfFundedPerMille")),
            quantiles(bill.required("firstSelfPayPerMille"))),
        refunds.required("perMille").intValue(),
        range(refunds.required("afterDays")),
        offsite.required("perMille").intValue(),
        offsite.required("filedPercent").intValue());
  }

  private static Population.Range range(JsonNode pair) {
    return new Population.Range(pair.required(0).intValue(), pair.required(1).intValue());
  }

  private static Quantiles quantiles(JsonNode points) {
    return new Quantiles(all(points, PopulationFile::numbers));
  }

  private static Steps steps(JsonNode steps) {
    return new Steps(all(steps, PopulationFile::numbers));
  }

  private static Choice choice(JsonNode items) {
    return new Choice(all(items, item -> item.required("weight").intValue()));
  }

  private static List<String> texts(JsonNode items, String key) {
    return all(items, item -> item.required(key).asText());
  }

  private static List<Integer> numbers(JsonNode list) {
    return all(list, JsonNode::intValue);
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> reading) {
    List<T> items = new ArrayList<>(list.size());
    list.forEach(item -> items.add(reading.apply(item)));
    return List.copyOf(items);
  }
}
