package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, wherever and how often it is settled, in whatever order. */
class SameBytesTest {
  private static final List<String> CONTEXTS =
      List.of(
          "csv --columns full",
          "csv --columns national",
          "json",
          "ndjson --columns full",
          "table",
          "table --lang zh");

  private final Locale usualLocale = Locale.getDefault();
  private final TimeZone usualZone = TimeZone.getDefault();

  @TempDir Path temporary = Path.of("");

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(usualLocale);
    TimeZone.setDefault(usualZone);
  }

  @ParameterizedTest
  @CsvSource({
    "und, UTC",
    "zh-CN, Asia/Shanghai",
    "tr-TR, Europe/Istanbul",
    "ar-EG-u-nu-arab, Africa/Cairo",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "ja-JP-u-ca-japanese, Pacific/Kiritimati",
    "de-DE, America/St_Johns",
    "hi-IN-u-nu-deva, Asia/Kolkata",
  })
  void localeAndTimeZoneChangeNoByte(String locale, String zone) {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    List<String> expected = everything();
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    assertThat(everything()).isEqualTo(expected);
  }

  @Test
  void twiceIsTheSame() {
    assertThat(everything()).isEqualTo(everything());
  }

  /** All that a run of a family tells in all formats, and what it tells of refused input. */
  private List<String> everything() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    List<String> all = new ArrayList<>();
    for (String context : CONTEXTS) {
      List<String> args = new ArrayList<>(List.of("--force", "--postings", folder.path("p.csv")));
      args.addAll(List.of("--journal", folder.path("j"), "--totals", "type=" + folder.path("t")));
      args.add("--format");
      args.addAll(List.of(context.split(" ", -1)));
      CommandLineRun run = folder.settle(args.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isZero();
      all.add(run.out());
      all.add(run.err());
      all.addAll(List.of(folder.read("p.csv"), folder.read("j"), folder.read("t")));
    }
    folder.write(
        CliFolder.CLAIMS,
        folder.read(CliFolder.CLAIMS).replace("120.00,120.00", "1e3,.5").replace("-01-", "-13-"));
    all.add(folder.settle().err());
    all.add(CliFolder.run("C", "", "settle", "--help").out());
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theOrderOfRowsWhoseTimesDifferChangesNoAmount(long seed) {
    assertOrderChangesNothing(RandomWorld.of(seed, 80));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void norDoesItBetweenActivities(long seed) {
    assertOrderChangesNothing(RandomWorld.withActivities(seed, 80));
  }

  private void assertOrderChangesNothing(RandomWorld.World world) {
    CliFolder folder = CliFolder.of(temporary, world);
    List<String> more = new ArrayList<>(List.of("-f", "csv", "--columns", "full"));
    LocalDate openingDate = world.openingDate();
    if (openingDate != null) {
      more.addAll(List.of("--opening-date", openingDate.toString()));
    }
    String[] args = more.toArray(String[]::new);
    String header = world.claims().lines().findFirst().orElse("");
    List<String> rows = new ArrayList<>(world.claims().lines().skip(1).toList());
    Map<String, String> times =
        CliFolder.column(settled(folder, header, rows, args), "claim_id", "service_time");
    Set<String> seen = new HashSet<>();
    rows.removeIf(row -> !seen.add(times.get(id(row))));
    assertThat(rows).as("rows of world %d", world.seed()).hasSizeGreaterThan(100);

    rows.sort(Comparator.comparing(row -> times.get(id(row))));
    List<String> expected = settled(folder, header, rows, args).lines().sorted().toList();
    Random random = new Random(world.seed());
    for (int i = 0; i < 2; i++) {
      Collections.shuffle(rows, random);
      List<String> actual = settled(folder, header, rows, args).lines().sorted().toList();
      List<String> differing = new ArrayList<>(actual);
      differing.removeAll(new HashSet<>(expected));
      assertThat(differing.stream().limit(3))
          .as("rows of world %d that differ", world.seed())
          .isEmpty();
      assertThat(actual).hasSameSizeAs(expected);
    }
  }

  /** The results, which are in the order of the rows. */
  private static String settled(
      CliFolder folder, String header, List<String> rows, String... args) {
    folder.write(CliFolder.CLAIMS, header + "\n" + String.join("\n", rows) + "\n");
    CommandLineRun run = folder.settle(args);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(1).map(SameBytesTest::id).toList())
        .isEqualTo(rows.stream().map(SameBytesTest::id).toList());
    return run.out();
  }

  private static String id(String row) {
    return row.substring(0, row.indexOf(','));
  }
}
