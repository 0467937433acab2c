package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.report.SettledField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real system settled, as it is kept for the comparison. */
class ActualFileTest {
  private static final Messages ZH = new Messages(Language.ZH);
  private static final String[] NASTY = {
    "",
    " ",
    "-",
    "-0.00",
    "-5",
    "+5",
    "5.",
    "1e5",
    "12.345",
    "１２.５",
    "0x10",
    "NaN",
    "--5",
    "9999",
    "9".repeat(30),
    "2025-02-30",
    "2025-03-14 09:26",
    "5.10E+17",
    "=1",
    "\u001b[31m",
    "\u200b",
    "C1",
    "C2",
    "P1:5;P2:",
    "a\"b",
    "0.5",
    "1.00000",
    "x".repeat(3000)
  };

  @TempDir Path folder = Path.of("");

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (SettledField field : SettledField.values()) {
      names.addAll(field.names());
    }
    return names;
  }

  private static @Nullable ActualRows read(InputFiles files, String content) throws UnreadableFile {
    return ActualFile.read(
        files.text("f.csv", content), names(), ReadOptions.DEFAULT, files.problems);
  }

  private ActualRows rows(String content) throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    ActualRows rows = read(files, content);
    assertThat(files.messages()).isEmpty();
    assertThat(rows).isNotNull();
    return Objects.requireNonNull(rows);
  }

  /** What a system paid may be below zero; how it is written is as strict as in claims. */
  @ParameterizedTest
  @CsvSource(
      value = {
        "-5|ok|-5.00",
        "-0.05|ok|-0.05",
        "-|E210|0",
        "--5|E210|-1234.56",
        "+5|E210|5",
        "-1,234.56|E202|-1234.56",
        "-12.345|E207|-12.35",
        "12.345|E207|12.35",
        "-.5|E208|-0.5",
        "-１２|E204|-12",
        "-999999999999999|E209|14",
        "-5元|E206|-5",
      },
      delimiter = '|')
  void amountsWithASign(String amount, String code, String text) throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    ActualRows rows = read(files, "claim_id,cash\nC1,\"" + amount + "\"\n");
    if (code.equals("ok")) {
      assertThat(ActualRows.values(Objects.requireNonNull(rows).line(0))).containsExactly(text);
    } else {
      assertThat(files.messages())
          .singleElement()
          .asString()
          .startsWith("f.csv:2:4: error[" + code + "] cash: '")
          .containsPattern("[^-0-9.]" + Pattern.quote(text) + "($|[^0-9.])");
    }
  }

  @Test
  void theFirstRowMayHoldNothing() throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    assertThat(read(files, "claim_id,pool\nC1\nC2,5.00\n")).isNotNull();
    assertThat(files.codes()).containsExactly(ProblemCode.ROW_TOO_SHORT);
    assertThat(rows("claim_id,total,cap_left\nC1,1.00,\n").line(0)).startsWith("1.00");
  }

  @Test
  void valuesAreKeptInTheFormOfResultsInTheOrderOfTheFile() throws UnreadableFile {
    ActualRows rows =
        rows(
            """
            cap_left,Pool,claim_id,service_time,reasons,family_detail
            ,-5,C1,2025-3-14,EMPTY,"P1:1.00;P2:2.00"
            0, 12.3 ,C2,20250314,,
            """
                .replace("2025-3-14", "2025/3/14"));
    assertThat(rows.columns().stream().map(ActualRows.Given::name))
        .containsExactly("cap_left", "pool", "service_time", "reasons", "family_detail");
    assertThat(rows.size()).isEqualTo(2);
    assertThat(ActualRows.values(rows.line(rows.find("C1"))))
        .containsExactly("", "-5.00", "2025-03-14T00:00:00", "EMPTY", "P1:1.00;P2:2.00");
    assertThat(ActualRows.values(rows.line(rows.find("C2"))))
        .containsExactly("0.00", "12.30", "2025-03-14T00:00:00", "", "");
    assertThat(rows.find("C3")).isEqualTo(RowIds.NONE);
    assertThat(rows.claim(1)).isEqualTo("C2");
  }

  @Test
  void nationalTimesAndSharesHaveTheirForm() throws UnreadableFile {
    ActualRows rows =
        rows(
            """
            setl_id,setl_time,pool_prop_selfpay,hifp_pay,psn_no
            C1,2025-03-14T09:26,0.6,,P1
            C2,,1,-0.00,
            C3,2025-03-14 09:26:01,0.600000,1,P1
            C4,,0.60001,1,P1
            C5,,60%,1,P1
            """);
    assertThat(rows.claimColumn()).isEqualTo("setl_id");
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(String.join(" | ", ActualRows.values(rows.line(row))));
    }
    assertThat(lines)
        .containsExactly(
            "2025-03-14 09:26:00 | 0.6000 | 0.00 | P1",
            " | 1.0000 | 0.00 | ",
            "2025-03-14 09:26:01 | 0.6000 | 1.00 | P1",
            " | 0.60001 | 1.00 | P1",
            " | 60% | 1.00 | P1");
  }

  @Test
  void aRowOfTheWrongWidthIsRefusedAlsoWhenItIsTheFirst() throws UnreadableFile {
    for (String row : List.of("C1", "C1,1,2", "")) {
      InputFiles files = new InputFiles(folder);
      read(files, "claim_id,cash\n" + row + "\nC2,1.00\n");
      assertThat(files.messages()).hasSize(1);
      assertThat(files.messages().get(0)).matches("f.csv:2(:[0-9]+)?: error\\[E10[567]].*");
    }
  }

  @Test
  void manyRowsAreFoundAgain() throws UnreadableFile {
    StringBuilder content = new StringBuilder("claim_id,cash,reasons\n");
    String text = "x".repeat(700);
    for (int i = 0; i < 5_000; i++) {
      content.append('C').append(i).append(',').append(i).append(',').append(text).append('\n');
    }
    ActualRows rows = rows(content.toString());
    for (int i = 0; i < 5_000; i += 7) {
      assertThat(ActualRows.values(rows.line(rows.find("C" + i)))).containsExactly(i + ".00", text);
    }
  }

  @Test
  void anyCellsAreReadOrRefused() throws UnreadableFile {
    Random random = new Random(20250318);
    int read = 0;
    for (int round = 0; round < 2_000; round++) {
      StringBuilder content =
          new StringBuilder(
              "setl_id,hifp_pay,setl_time,family_detail,pool_prop_selfpay,cap_left\n");
      for (int row = 0; row < 3; row++) {
        content.append('C').append(random.nextInt(9));
        for (int column = 0; column < 5; column++) {
          String cell = random.nextInt(3) > 0 ? "" : NASTY[random.nextInt(NASTY.length)];
          content.append(",\"").append(cell.replace("\"", "\"\"")).append('"');
        }
        content.append('\n');
      }
      InputFiles files = new InputFiles(folder);
      ActualRows rows = read(files, content.toString());
      for (Problem problem : files.problems.first()) {
        assertThat(ZH.text(problem)).startsWith("f.csv:").doesNotContain("\u001b", "{0}");
        assertThat(problem.line()).isBetween(2, 4);
      }
      if (files.problems.count() == 0 && rows != null) {
        read++;
        for (int row = 0; row < 3; row++) {
          assertThat(ActualRows.values(rows.line(row))).hasSize(5);
        }
      }
    }
    assertThat(read).isBetween(50, 1_500);
  }
}
