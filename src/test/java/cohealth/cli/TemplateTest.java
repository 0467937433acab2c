package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Column;
import cohealth.io.InputTable;
import cohealth.report.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input files with nothing but their header, and what is told of their columns. */
class TemplateTest {
  private static final String MARK = "\uFEFF";

  @TempDir Path temporary = Path.of("");

  @ParameterizedTest
  @EnumSource(InputTable.class)
  void theHeaderHasAllColumnsInOrder(InputTable table) {
    String name = table.toString();
    assertThat(CliFolder.run("C", "", "template", name).out())
        .isEqualTo(String.join(",", table.columns().stream().map(Column::field).toList()) + "\n");
    // nothing but what is asked for depends on the language
    assertThat(CliFolder.run("zh_CN.UTF-8", "", "template", name).out())
        .isEqualTo(CliFolder.run("C", "", "template", name).out());
    assertThat(CliFolder.run("C", "", "template", name, "--headers", "zh").out())
        .isEqualTo(String.join(",", table.columns().stream().map(Column::chinese).toList()) + "\n");
  }

  @ParameterizedTest
  @EnumSource(InputTable.class)
  void theDocumentationHasTheSameColumnsInTheSameOrder(InputTable table) throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/files.md")).stream()
            .dropWhile(line -> !line.equalsIgnoreCase("## " + table))
            .dropWhile(line -> !line.startsWith("| column | 中文 |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("| "))
            .map(line -> line.split(" *\\| *", -1)[1])
            .flatMap(names -> Stream.of(names.split(", ", -1)))
            .toList();
    assertThat(table.columns().stream().map(c -> c.field() + (c.required() ? "*" : "")))
        .containsExactlyElementsOf(documented);
  }

  @ParameterizedTest
  @EnumSource(InputTable.class)
  void everyColumnIsExplainedWithItsOtherNames(InputTable table) {
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      String told = CommandLineRun.onScreen(120, locale, "template", table.toString()).err();
      for (Column column : table.columns()) {
        String mark = column.required() ? "*" : "";
        List<String> lines =
            told.lines().filter(line -> line.startsWith(column.field() + mark + " ")).toList();
        assertThat(lines).as(column.field()).hasSize(1);
        assertThat(lines.get(0)).contains(column.aliases());
        // the meaning is behind the names
        int names = 1 + column.aliases().size();
        assertThat(lines.get(0).trim().split(" {2,}", -1)).hasSizeGreaterThan(names);
      }
    }
  }

  @Test
  void itSaysWhatHappensWhenDiseasesStayBlank() {
    assertThat(CommandLineRun.onScreen(120, "C", "template", "households").err())
        .contains("Delete the column if they are not known");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void theTableFitsTheScreen(int columns) {
    for (InputTable table : InputTable.values()) {
      for (String locale : List.of("C", "zh_CN.UTF-8")) {
        String told = CommandLineRun.onScreen(columns, locale, "template", table.toString()).err();
        assertThat(told.lines())
            .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void theTemplatesAreInputs(String headers) {
    for (InputTable table : InputTable.values()) {
      CommandLineRun run =
          CliFolder.run(
              "C",
              "",
              "template",
              table.toString(),
              "-o",
              path(table + ".csv"),
              "--headers",
              headers);
      assertThat(run.code()).isZero();
      assertThat(run.out()).isEmpty();
    }
    CommandLineRun run =
        CliFolder.run(
            "C",
            "",
            "settle",
            "-H",
            path("households.csv"),
            "-B",
            path("bindings.csv"),
            "-C",
            path("claims.csv"),
            "-A",
            path("activities.csv"),
            "-f",
            "csv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("note[", "error[");
    assertThat(run.out().lines()).hasSize(1);
  }

  @Test
  void aFileIsNotOverwrittenWithoutForce() throws IOException {
    String file = path("claims.csv");
    assertThat(CliFolder.run("C", "", "template", "claims", "-o", file, "--quiet").err()).isEmpty();
    String before = Files.readString(Path.of(file));

    CommandLineRun again = CliFolder.run("C", "", "template", "claims", "-o", file, "--bom");
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).startsWith(file + ": error[E605] ").hasLineCount(1);
    assertThat(Files.readString(Path.of(file))).isEqualTo(before);

    again = CliFolder.run("C", "", "template", "claims", "-o", file, "--bom", "--force");
    assertThat(again.code()).isZero();
    assertThat(Files.readString(Path.of(file))).isEqualTo(MARK + before);
    assertThat(CliFolder.names(temporary)).containsExactly("claims.csv");
  }

  @Test
  void theByteOrderMarkGoesToStandardOutputToo() {
    String plain = CliFolder.run("C", "", "template", "bindings").out();
    assertThat(CliFolder.run("C", "", "template", "bindings", "--bom", "-o", "-").out())
        .isEqualTo(MARK + plain);
  }

  @Test
  void theExplanationIsLeftOutWhenQuiet() {
    CommandLineRun run = CliFolder.run("C", "", "template", "claims", "--quiet");
    assertThat(run.out()).startsWith("claim_id,person_id,").hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void everyNameOfAColumnIsChineseThenNational() {
    Stream<Column> columns = Arrays.stream(InputTable.values()).flatMap(t -> t.columns().stream());
    assertThat(columns)
        .allSatisfy(
            column -> {
              assertThat(column.chinese()).matches("\\p{IsHan}+");
              assertThat(column.national()).matches("[a-z_]*");
            });
  }

  private String path(String name) {
    return temporary.resolve(name).toString();
  }
}
