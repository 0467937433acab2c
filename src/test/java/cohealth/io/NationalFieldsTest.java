package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.person.Category;
import cohealth.report.NationalColumn;
import cohealth.report.NationalProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/national-fields.md says what the program reads and writes. */
class NationalFieldsTest {
  private static final Path PAGE = Path.of("docs", "national-fields.md");

  private static final Map<String, List<? extends Column>> COLUMNS =
      Map.of(
          "households", List.of(HouseholdColumn.values()),
          "bindings", List.of(BindingColumn.values()),
          "claims", List.of(ClaimColumn.values()),
          "activities", List.of(ActivityColumn.values()));

  private static final Map<String, WordList<?>> WORDS =
      Map.of(
          "insutype", PersonWords.INSURANCES,
          "psn_type", PersonWords.CATEGORIES,
          "psn_insu_stas", PersonWords.STATUSES,
          "med_type", new ClaimWords(new Vocabulary()).types(),
          "acct_used_flag", FieldText.YES_OR_NO,
          "refd_setl_flag", FieldText.YES_OR_NO);

  private static List<String> lines = List.of();

  @BeforeAll
  static void readThePage() throws IOException {
    lines = Files.readAllLines(PAGE);
  }

  /** The cells of the first table below a heading, without its header. */
  private static List<List<String>> table(String heading) {
    return section(heading).stream()
        .dropWhile(line -> !line.startsWith("|---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  private static List<String> section(String heading) {
    List<String> below =
        lines.stream()
            .dropWhile(line -> !line.equals("## " + heading))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .toList();
    assertThat(below).as(heading).isNotEmpty();
    return below;
  }

  /** National names are those in ASCII, beside the one that we have for lack of a name of ours. */
  @Test
  void theTableOfInputsIsThatOfTheColumns() {
    Set<String> expected = new TreeSet<>();
    COLUMNS.forEach(
        (file, columns) -> {
          for (Column column : columns) {
            for (String alias : column.aliases()) {
              if (alias.chars().allMatch(c -> c < 0x80)) {
                expected.add(row(file, column.field(), alias, column.aliases().get(0)));
              }
            }
          }
        });
    expected.add(row("claims", "refd_setl_flag", "refd_setl_flag", "退费结算标志"));
    List<String> found =
        table("Into the program").stream()
            .map(cells -> row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
            .toList();
    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String row(String file, String column, String field, String chinese) {
    return String.join(" ", file, column, field, chinese);
  }

  @Test
  void everyCodeMeansItsWord() {
    List<String> found = new ArrayList<>();
    for (List<String> cells : table("Codes")) {
      WordList<?> words = Objects.requireNonNull(WORDS.get(cells.get(0)), cells.get(0));
      Object meaning = words.find(cells.get(2));
      assertThat(meaning).as(cells.toString()).isNotNull();
      assertThat(words.find(cells.get(3))).as(cells.toString()).isEqualTo(meaning);
      boolean start = cells.get(1).endsWith("…");
      String code = start ? cells.get(1).substring(0, cells.get(1).length() - 1) : cells.get(1);
      assertThat(words.find(code)).as(cells.toString()).isEqualTo(meaning);
      assertThat(Objects.equals(words.find(code + "60"), meaning))
          .as(cells.toString())
          .isEqualTo(start);
      found.add(cells.get(0) + " " + cells.get(2));
    }
    List<String> expected =
        new ArrayList<>(
            List.of(
                "insutype employee",
                "insutype resident",
                "psn_insu_stas normal",
                "psn_insu_stas suspended",
                "acct_used_flag yes",
                "acct_used_flag no",
                "refd_setl_flag yes",
                "refd_setl_flag no"));
    Arrays.stream(Category.values()).forEach(each -> expected.add("psn_type " + word(each)));
    Arrays.stream(StandardType.values()).forEach(each -> expected.add("med_type " + word(each)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void theFieldsThatAreReadOverAreThoseOfTheProgram() {
    Set<String> found =
        section("Fields that are read over").stream()
            .filter(line -> line.startsWith("`"))
            .flatMap(line -> Arrays.stream(line.split(" ", -1)))
            .map(name -> name.replace("`", ""))
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(NationalFields.all());
  }

  @Test
  void theTableOfResultsIsThatOfTheColumns() {
    assertThat(table("Out of the program").stream().map(cells -> cells.get(0)))
        .containsExactlyElementsOf(
            Arrays.stream(NationalColumn.values()).map(NationalColumn::header).toList());
  }

  @Test
  void theProfilesAreThoseOfTheProgram() {
    assertThat(table("Profiles").stream().map(cells -> cells.get(0)))
        .containsExactlyElementsOf(
            Arrays.stream(NationalProfile.values()).map(NationalProfile::toString).toList());
  }

  /** Results in national columns can be read again: none is taken for a misspelt column. */
  @Test
  void everyFieldOfResultsIsKnownToTheReaderOfClaims() {
    Set<String> read =
        Arrays.stream(ClaimColumn.values())
            .flatMap(column -> column.aliases().stream())
            .collect(Collectors.toSet());
    assertThat(Arrays.stream(NationalColumn.values()).map(NationalColumn::header))
        .allMatch(field -> read.contains(field) || NationalFields.contains(field));
  }
}
