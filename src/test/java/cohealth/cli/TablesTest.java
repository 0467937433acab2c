package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.report.TextWidth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table for people, and the summary below it. */
class TablesTest {
  private static final String CLAIMS_HEADER =
      "claim_id,person_id,service_time,type,facility_level,total\n";

  @TempDir Path temporary = Path.of("");

  @Test
  void columnsAreAlignedInBothLanguages() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    for (String language : List.of("en", "zh")) {
      List<String> lines = folder.settle("--lang", language).out().lines().toList();

      assertThat(lines).hasSize(24);
      List<String> rule = List.of(lines.get(1).split(" {2}", -1));
      assertThat(rule).hasSize(10).allMatch(part -> part.matches("-+"));
      int at = 0;
      for (int column = 0; column < rule.size(); column++) {
        int width = rule.get(column).length();
        boolean amount = column >= 3 && column <= 8;
        for (String line : lines) {
          String cell = part(line, at, width);
          assertThat(cell).as("%s in '%s'", column, line).isNotNull();
          if (amount) {
            assertThat(cell).as(line).doesNotEndWith(" ");
          } else {
            assertThat(cell).as(line).doesNotStartWith(" ");
          }
        }
        at += width + 2;
      }
    }
  }

  /** The cell that takes the columns from {@code at} on; blanks stand around it. */
  private static String part(String line, int at, int width) {
    StringBuilder cell = new StringBuilder();
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      String character = line.substring(i, line.offsetByCodePoints(i, 1));
      int next = column + TextWidth.of(character);
      boolean inside = column >= at && next <= at + width;
      assertThat(inside || next <= at || column >= at + width)
          .as("'%s' lies across the edge of a column in '%s'", character, line)
          .isTrue();
      if (inside) {
        cell.append(character);
      }
      if (column >= at + width && column < at + width + 2) {
        assertThat(character).as("between columns in '%s'", line).isEqualTo(" ");
      }
      column = next;
      i += character.length();
    }
    return cell.toString();
  }

  @Test
  void titlesAreInTheLanguageAndCodesAreNot() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    String table = folder.settle("--lang", "zh").out();
    assertThat(table).startsWith("结算编号").contains("统筹", "DEDUCTIBLE_NOT_MET", "冲销");
  }

  @Test
  void namesAreMaskedAfterTheirFirstCharacter() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    assertThat(folder.settle().out()).contains("P002 刘** ").doesNotContain("刘芳");
    assertThat(folder.settle("--show-names").out()).contains("P002 刘芳 ").doesNotContain("刘**");
  }

  @Test
  void theSupplementHasAColumnWhereAPolicyHasOne() {
    CliFolder folder = claims(1);
    assertThat(folder.settle().out()).doesNotContain("supplement");

    folder.write(
        CliFolder.HOUSEHOLDS,
        "household_id,person_id,insurance,region\nH001,P001,employee,990100\n");
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy(
            """
            "chain": [
              {"payer": "pool"},
              {"payer": "supplement", "name": "big", "covers": "in_scope",
                "rates": [{"rate": "50%", "source": "test"}]},
              {"payer": "own"}, {"payer": "family"}, {"payer": "cash"}
            ],
            """));
    CommandLineRun run = folder.settle();
    assertThat(run.out().lines().findFirst().orElse("")).contains("  pool  supplement   own  ");
    assertThat(run.out()).contains("C001").contains("  5.00  ");
    assertThat(run.err()).contains("\nsupplement    5.00\n");
  }

  @Test
  void limitShowsTheFirstRowsAndSaysHowManyMoreThereAre() {
    CliFolder folder = claims(60);
    CommandLineRun run = folder.settle("--limit", "3");
    assertThat(run.out()).hasLineCount(5).contains("C001", "C003").doesNotContain("C004");
    assertThat(run.err())
        .startsWith("… 57 more rows; see them with --limit 60, or all with --format csv\n")
        .contains("60 claims: 60 settled");

    assertThat(folder.settle("--limit", "60").out()).hasLineCount(62);
    assertThat(folder.settle("--limit", "60").err()).doesNotContain("more rows");
    assertThat(folder.settle("--limit", "0").out()).hasLineCount(2);
    assertThat(folder.settle().out()).as("no limit in a pipe").hasLineCount(62);
    assertThat(folder.settle("--limit", "3", "--format", "csv").out()).hasLineCount(61);
  }

  @Test
  void theFirstRowsAreThoseOfTheFileAlsoWhenItIsNotInOrderOfTime() {
    CliFolder folder = claims(9);
    folder.write(
        CliFolder.CLAIMS,
        CLAIMS_HEADER
            + "LATE,P001,2025-05-01,general,primary,10.00\n"
            + "EARLY,P001,2025-02-01,general,primary,10.00\n"
            + "MIDDLE,P001,2025-03-01,general,primary,10.00\n");
    assertThat(folder.settle("--limit", "2").out())
        .contains("LATE", "EARLY")
        .doesNotContain("MIDDLE");
  }

  @Test
  void refusedRowsDoNotCount() {
    CliFolder folder = claims(2);
    folder.write(
        CliFolder.CLAIMS,
        CLAIMS_HEADER
            + "C001,P009,2025-01-01,general,primary,10.00\n"
            + "C002,P009,2025-01-02,general,primary,10.00\n"
            + "C003,P001,2025-01-03,general,primary,10.00\n"
            + "C004,P001,2025-01-04,general,primary,10.00\n"
            + "C005,P001,2025-01-05,general,primary,10.00\n");
    CommandLineRun run = folder.settle("--limit", "2", "--rejects", folder.path("rejects.csv"));
    assertThat(run.out()).contains("C003", "C004").doesNotContain("C005");
    assertThat(run.err()).contains("… 1 more rows");
  }

  @Test
  void aTerminalShowsFiftyRows() {
    CliFolder folder = claims(60);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            true,
            100,
            "C");
    assertThat(Main.run(folder.arguments(), terminal)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(52);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("… 10 more rows");

    assertThat(Main.run(folder.arguments("--output", folder.path("all.txt")), terminal)).isZero();
    assertThat(folder.read("all.txt")).as("a file is no terminal").hasLineCount(62);
  }

  @Test
  void quietTellsNothingOfARunThatWentWell() {
    CliFolder folder = claims(3);
    CommandLineRun run = folder.settle("--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasLineCount(5);
  }

  private CliFolder claims(int count) {
    CliFolder folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,prior_balance
        H001,P001,employee,510400,100.00
        """);
    StringBuilder claims = new StringBuilder(CLAIMS_HEADER);
    for (int i = 1; i <= count; i++) {
      claims.append(
          "C%03d,P001,2025-01-%02d,general,primary,10.00\n".formatted(i, 1 + (i - 1) / 4));
    }
    folder.write(CliFolder.CLAIMS, claims.toString());
    return folder;
  }
}
