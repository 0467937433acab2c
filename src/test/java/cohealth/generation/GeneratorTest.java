package cohealth.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cohealth.io.PopulationFile;
import cohealth.time.Day;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented people and claims: how many, the same bytes everywhere, and what they look like. */
class GeneratorTest {
  private static final Population POPULATION = PopulationFile.builtIn();
  private static final int PERSONS = 10_000;
  private static final int CLAIMS = 100_000;
  private static final World LARGE = World.of(PERSONS, CLAIMS, 5, false);
  private static final List<Row> PEOPLE_ROWS = LARGE.personRows();
  private static final List<Row> CLAIM_ROWS = LARGE.claimRows();

  /** The cells of a row by their column. */
  private record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /** What was written, as text and as rows by their header. */
  private record World(String people, String claims) {
    static World of(int persons, int claims, long seed, boolean shuffled) {
      ByteArrayOutputStream people = new ByteArrayOutputStream();
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      try {
        new Generator(POPULATION, persons, claims, seed, shuffled).write(people, rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new World(
          people.toString(StandardCharsets.UTF_8), rows.toString(StandardCharsets.UTF_8));
    }

    List<Row> personRows() {
      return rows(people);
    }

    List<Row> claimRows() {
      return rows(claims);
    }

    private static List<Row> rows(String csv) {
      List<String> lines = csv.lines().toList();
      String[] header = lines.get(0).split(",", -1);
      List<Row> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.length) {
          throw new IllegalStateException(line);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
          row.put(header[i], cells[i]);
        }
        rows.add(new Row(row));
      }
      return rows;
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesOnEveryMachine() {
    World world = World.of(500, 5000, 42, false);
    // these change only when people or claims are to look otherwise
    assertThat(sha256(world.people()))
        .isEqualTo("d5de40183ca875d39f136c67e6222ab3015f5dd44c786ab5a027ecdd911b823a");
    assertThat(sha256(world.claims()))
        .isEqualTo("ed0d01f91306d2c12454d8d56aec5ab6273b8a495fbb3785a78210ecb38de20d");
  }

  @Test
  void otherSeedsGiveOthers() {
    World one = World.of(100, 1000, 1, false);
    World other = World.of(100, 1000, 2, false);
    assertThat(sha256(one.people())).isNotEqualTo(sha256(other.people()));
    assertThat(sha256(one.claims())).isNotEqualTo(sha256(other.claims()));
  }

  @ParameterizedTest
  @CsvSource({"1,0", "1,1", "1,100", "2,33", "3,34", "7,8191", "8,8192", "9,8193", "1000,50000"})
  void thereAreAsManyAsWereAskedFor(int persons, int claims) {
    World world = World.of(persons, claims, 3, false);
    assertThat(world.personRows()).hasSize(persons);
    assertThat(world.personRows().stream().map(row -> row.get("person_id")))
        .doesNotHaveDuplicates();
    assertThat(world.claimRows()).hasSize(claims);
    Set<String> ids = new HashSet<>();
    world.claimRows().forEach(row -> ids.add(row.get("claim_id")));
    assertThat(ids).hasSize(claims);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-1,1", "1,-1", "200000001,1", "1,2000000001"})
  void numbersThatCannotBeAreRefused(int persons, long claims) {
    assertThatThrownBy(() -> new Generator(POPULATION, persons, claims, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shuffledClaimsAreTheSameInARandomOrder() {
    World shuffled = World.of(PERSONS, CLAIMS, 5, true);
    assertThat(shuffled.people()).isEqualTo(LARGE.people());
    List<String> ordered = lines(LARGE.claims());
    List<String> mixed = lines(shuffled.claims());
    assertThat(mixed.get(0)).isEqualTo(ordered.get(0));
    assertThat(mixed.stream().sorted().toList()).isEqualTo(ordered.stream().sorted().toList());
    // of a random order, half of the rows are later than the one before, and a row moves by a third
    long later = 0;
    long moved = 0;
    for (int i = 2; i < mixed.size(); i++) {
      later += mixed.get(i).compareTo(mixed.get(i - 1)) > 0 ? 1 : 0;
      moved += Math.abs(Integer.parseInt(mixed.get(i).substring(1, 11)) - i);
    }
    assertThat((double) later / CLAIMS).isEqualTo(0.5, within(0.01));
    assertThat((double) moved / CLAIMS / CLAIMS).isEqualTo(1.0 / 3, within(0.01));
  }

  @Test
  void householdsAreLikeThoseOfATown() {
    List<Row> people = PEOPLE_ROWS;
    Map<String, Long> sizes =
        people.stream()
            .collect(Collectors.groupingBy(row -> row.get("household_id"), Collectors.counting()));
    assertThat((double) PERSONS / sizes.size()).isEqualTo(2.9, within(0.1));
    assertThat(new HashSet<>(sizes.values())).isEqualTo(Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));

    Predicate<Row> employee = row -> row.get("insurance").equals("employee");
    List<Row> employees = people.stream().filter(employee).toList();
    assertThat(share(people, employee)).isEqualTo(0.6, within(0.02));
    assertThat(share(employees, row -> row.get("category").equals("retired")))
        .isEqualTo(0.25, within(0.02));
    assertThat(share(employees, row -> !row.get("share_order").isEmpty()))
        .isEqualTo(0.5, within(0.02));
    assertThat(share(employees, row -> row.get("prior_balance").equals("0.00")))
        .isEqualTo(0.1, within(0.01));
    assertThat(people)
        .filteredOn(employee.negate())
        .allMatch(row -> (row.get("prior_balance") + row.get("share_order")).isEmpty());
    assertThat(share(people, row -> age(row) < 0 || age(row) > 105)).isZero();
    assertThat(share(people, row -> age(row) < 18)).isBetween(0.15, 0.25);
    assertThat(share(people, row -> age(row) >= 60)).isBetween(0.15, 0.27);
    assertThat(share(people, row -> age(row) >= 80)).isBetween(0.01, 0.06);
    assertThat(people)
        .filteredOn(row -> row.get("category").equals("retired"))
        .allMatch(row -> age(row) >= 50);
    assertThat(people)
        .filteredOn(row -> row.get("category").equals("minor"))
        .allMatch(row -> age(row) < 18);
  }

  @Test
  void spousesAndChildrenLiveWhereTheReferencePersonLives() {
    Map<String, String> regions = new HashMap<>();
    for (Row row : PEOPLE_ROWS) {
      if (row.get("relation").equals("self")) {
        regions.put(row.get("household_id"), row.get("region"));
      } else if (List.of("spouse", "child").contains(row.get("relation"))) {
        assertThat(row.get("region")).isEqualTo(regions.get(row.get("household_id")));
      }
    }
    assertThat(new HashSet<>(regions.values())).hasSizeBetween(3, 5);
  }

  @Test
  void balancesAreLogNormal() {
    for (String purse : List.of("prior_balance", "current_balance")) {
      List<Double> logs =
          PEOPLE_ROWS.stream()
              .map(row -> row.get(purse))
              .filter(text -> !text.isEmpty() && !text.equals("0.00"))
              .map(text -> Math.log(Double.parseDouble(text)))
              .sorted()
              .toList();
      // of a normal distribution, the sixths at both ends are equally far away
      double low = logs.get(logs.size() / 2) - logs.get(logs.size() / 6);
      double high = logs.get(logs.size() * 5 / 6) - logs.get(logs.size() / 2);
      assertThat(low / high).isEqualTo(1, within(0.08));
      assertThat(low).isGreaterThan(0.5);
    }
  }

  @Test
  void someNamesHaveCharactersOutsideTheBasicPlane() {
    assertThat(share(PEOPLE_ROWS, row -> row.get("name").codePoints().anyMatch(c -> c > 0xFFFF)))
        .isBetween(0.05, 0.4);
  }

  @Test
  void claimsAreLikeThoseOfAYear() {
    List<Row> claims = CLAIM_ROWS;
    assertThat(claims.stream().map(row -> row.get("service_time"))).isSorted();
    assertThat(claims).allMatch(row -> row.get("service_time").startsWith("2025-"));
    assertThat(share(claims, level("primary", "community", "village")))
        .isEqualTo(0.5, within(0.02));
    assertThat(share(claims, level("secondary"))).isEqualTo(0.25, within(0.01));
    assertThat(share(claims, level("tertiary", "tertiary_a", "tertiary_b")))
        .isEqualTo(0.1, within(0.01));
    assertThat(share(claims, level("pharmacy"))).isEqualTo(0.15, within(0.01));
    assertThat(share(claims, row -> !row.get("care_region").isEmpty()))
        .isEqualTo(0.01, within(0.002));
    assertThat(claims)
        .filteredOn(row -> row.get("care_region").isEmpty())
        .allMatch(row -> row.get("filed").isEmpty());

    Map<String, Long> months = count(claims, row -> row.get("service_time").substring(5, 7));
    assertThat(months.getOrDefault("01", 0L))
        .isGreaterThan(months.getOrDefault("06", 0L) * 12 / 10);
    assertThat(months.getOrDefault("12", 0L))
        .isGreaterThan(months.getOrDefault("07", 0L) * 12 / 10);
    Map<String, Long> hours = count(claims, row -> row.get("service_time").substring(11, 13));
    assertThat(hours.getOrDefault("09", 0L)).isGreaterThan(hours.getOrDefault("21", 0L) * 5);
    Map<String, Long> weekdays = count(claims, row -> time(row).getDayOfWeek().name());
    assertThat(weekdays.getOrDefault("MONDAY", 0L))
        .isGreaterThan(weekdays.getOrDefault("SUNDAY", 0L) * 2);
  }

  @Test
  void billsAddUpAndAreLogNormal() {
    List<Long> totals = new ArrayList<>();
    for (Row row : CLAIM_ROWS) {
      if (row.get("reverses").isEmpty()) {
        long total = fen(row.get("total"));
        assertThat(
                fen(row.get("eligible"))
                    + fen(row.get("self_funded"))
                    + fen(row.get("first_self_pay")))
            .isEqualTo(total);
        totals.add(total);
      }
    }
    totals.sort(null);
    int count = totals.size();
    assertThat((double) totals.get(count / 2)).isEqualTo(12_000, within(200.0));
    // one standard deviation on both sides of the median is the same factor
    double up = (double) totals.get((int) (count * 0.8413)) / totals.get(count / 2);
    double down = (double) totals.get(count / 2) / totals.get((int) (count * 0.1587));
    assertThat(up / down).isEqualTo(1, within(0.05));
    assertThat(up).isBetween(2.0, 3.5);
  }

  @Test
  void theOldAndTheFewUseMost() {
    Map<String, Integer> ages = new HashMap<>();
    PEOPLE_ROWS.forEach(row -> ages.put(row.get("person_id"), age(row)));
    Map<String, Long> uses = count(CLAIM_ROWS, row -> row.get("person_id"));
    double mean = (double) CLAIMS / PERSONS;
    double squares = 0;
    long oldUses = 0;
    long old = 0;
    for (Map.Entry<String, Integer> person : ages.entrySet()) {
      long use = uses.getOrDefault(person.getKey(), 0L);
      squares += (use - mean) * (use - mean);
      old += person.getValue() >= 65 ? 1 : 0;
      oldUses += person.getValue() >= 65 ? use : 0;
    }
    // if all used care alike, the variance would be the mean
    assertThat(squares / PERSONS / mean).isBetween(5.0, 30.0);
    assertThat((double) oldUses / old).isBetween(1.5 * mean, 3.5 * mean);
  }

  @Test
  void refundsTakeBackEarlierClaimsOfTheSamePerson() {
    Map<String, Row> seen = new HashMap<>();
    Set<String> takenBack = new HashSet<>();
    for (Row row : CLAIM_ROWS) {
      String reverses = row.get("reverses");
      if (!reverses.isEmpty()) {
        Row original = Objects.requireNonNull(seen.get(reverses), reverses);
        assertThat(original.get("reverses")).isEmpty();
        assertThat(original.get("person_id")).isEqualTo(row.get("person_id"));
        assertThat(takenBack.add(reverses)).as(reverses).isTrue();
        assertThat(ChronoUnit.HOURS.between(time(original), time(row))).isBetween(24L, 12 * 24L);
      }
      seen.put(row.get("claim_id"), row);
    }
    assertThat((double) takenBack.size() / CLAIMS).isEqualTo(0.03, within(0.001));
  }

  @Test
  void chronicClaimsAreForTheDiseaseOfThePatient() {
    Map<String, String> diseases = new HashMap<>();
    PEOPLE_ROWS.forEach(row -> diseases.put(row.get("person_id"), row.get("diseases")));
    for (Row row : CLAIM_ROWS) {
      boolean chronic = row.get("type").equals("chronic");
      assertThat(row.get("disease")).isEqualTo(chronic ? diseases.get(row.get("person_id")) : "");
    }
    assertThat(share(CLAIM_ROWS, row -> row.get("type").equals("chronic"))).isBetween(0.03, 0.12);
    assertThat(count(CLAIM_ROWS, row -> row.get("disease"))).hasSizeGreaterThan(4);
  }

  private static Predicate<Row> level(String... levels) {
    return row -> List.of(levels).contains(row.get("facility_level"));
  }

  private static double share(List<Row> rows, Predicate<Row> which) {
    return (double) rows.stream().filter(which).count() / rows.size();
  }

  private static Map<String, Long> count(List<Row> rows, Function<Row, String> key) {
    return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  private static int age(Row person) {
    int birth = Day.of(LocalDate.parse(person.get("birth_date")));
    return Day.age(birth, POPULATION.firstDay());
  }

  private static LocalDateTime time(Row claim) {
    return LocalDateTime.parse(claim.get("service_time"));
  }

  private static long fen(String amount) {
    return amount.isEmpty() ? 0 : Long.parseLong(amount.replace(".", ""));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
