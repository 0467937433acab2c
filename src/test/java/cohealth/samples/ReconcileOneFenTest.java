package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.report.SettledField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fen moved in any amount of any row of the first sample is found, and a cause is named. */
class ReconcileOneFenTest {
  private static final SampleFolder SAMPLE =
      new SampleFolder(Path.of("samples/01-panzhihua-family"));

  /** The causes that may be named where one fen of a column alone has moved. */
  private static final Map<String, Set<String>> CAUSES = new TreeMap<>();

  private static final Set<String> IN_NO_SUM =
      Set.of(
          "deductible",
          "deductible_left",
          "cap_left",
          "own_balance",
          "copay",
          "over_cap",
          "denied",
          "act_pay_dedc",
          "balc");

  static {
    causes("TOTAL_DIFFERS", "total eligible first_self_pay over_limit self_funded");
    causes(
        "TOTAL_DIFFERS",
        "medfee_sumamt inscp_scp_amt preselfpay_amt overlmt_selfpay fulamt_ownpay_amt");
    causes("DEDUCTIBLE", "deductible deductible_left act_pay_dedc");
    // Where the pool paid nothing, one fen is no rounding: only the sum tells that it is wrong.
    causes("ROUNDING IDENTITY CAP", "pool hifp_pay");
    causes("IDENTITY", "supplement hifob_pay own_prior own_current own_wallet family cash");
    causes("IDENTITY", "fund_pay_sumamt psn_part_amt acct_pay psn_cash_pay");
    // It stands in a sum where acct_pay does not hold it.
    causes("IDENTITY BALANCE", "acct_mulaid_pay");
    causes("ROUNDING OTHER", "copay");
    causes("CAP", "over_cap cap_left");
    causes("OTHER", "denied");
    causes("BALANCE", "own_balance balc");
  }

  @TempDir Path temporary = Path.of("");

  private static void causes(String causes, String columns) {
    for (String column : columns.split(" ", -1)) {
      CAUSES.put(column, new TreeSet<>(List.of(causes.split(" ", -1))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--columns full, 19",
    "--columns national, 14",
    "--columns national --profile family-apart-funds-with-account, 14"
  })
  void everyFenIsFound(String columns, int money) throws IOException {
    String[] options = columns.split(" ", -1);
    List<String> lines =
        CommandLineRun.of(SAMPLE.settle(and(options, "-f", "csv"))).out().lines().toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    Set<String> moved = new TreeSet<>();
    for (int row = 1; row < lines.size(); row++) {
      for (int cell = 0; cell < header.size(); cell++) {
        String[] cells = lines.get(row).split(",", -1);
        if (CAUSES.containsKey(header.get(cell)) && !cells[cell].isEmpty()) {
          moved.add(header.get(cell));
          BigDecimal fen = new BigDecimal(row % 2 == 0 ? "0.01" : "-0.01");
          cells[cell] = new BigDecimal(cells[cell]).add(fen).toString();
          List<String> changed = new ArrayList<>(lines);
          changed.set(row, String.join(",", cells));
          assertFound(changed, options, cells[0], header.get(cell), cells[cell], fen);
        }
      }
    }
    assertThat(moved).hasSize(money);
  }

  @Test
  void everyColumnOfMoneyIsTried() {
    Set<String> money = new TreeSet<>();
    for (SettledField field : SettledField.values()) {
      if (field.isMoney()) {
        money.addAll(field.names());
      }
    }
    assertThat(CAUSES.keySet()).isEqualTo(money);
  }

  @Test
  void aFenOfAFamilyMemberIsFoundToo() throws IOException {
    String settled = CommandLineRun.of(SAMPLE.settle("-f", "csv")).out();
    Path file = temporary.resolve("actual.csv");
    Files.writeString(file, settled.replace("P001:78.16;P003:61.50", "P001:78.17;P003:61.50"));
    CommandLineRun run = CommandLineRun.of(SAMPLE.reconcile(file, "-f", "csv"));
    assertThat(run.out().lines().skip(1))
        .containsExactly(
            "C015,P004,family_detail,P001:78.16;P003:61.50,P001:78.17;P003:61.50,,IDENTITY,",
            "C015,P004,family=family_detail,139.67,139.66,-0.01,IDENTITY,");

    Files.writeString(file, settled.replace("P001:78.16;P003:61.50", "P001:78.17;P003:61.49"));
    CommandLineRun others = CommandLineRun.of(SAMPLE.reconcile(file, "-f", "csv"));
    assertThat(others.out().lines().skip(1))
        .containsExactly(
            "C015,P004,family_detail,P001:78.16;P003:61.50,P001:78.17;P003:61.49,,FAMILY_ORDER,");
  }

  private void assertFound(
      List<String> actual,
      String[] options,
      String claim,
      String column,
      String value,
      BigDecimal fen)
      throws IOException {
    Path file = temporary.resolve("actual.csv");
    Files.writeString(file, String.join("\n", actual) + "\n");
    CommandLineRun run = CommandLineRun.of(SAMPLE.reconcile(file, and(options, "-f", "csv")));

    String as = claim + " " + column + "\n" + run.out() + run.err();
    assertThat(run.code()).as(as).isEqualTo(4);
    List<String[]> rows = run.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
    assertThat(rows).as(as).isNotEmpty().allMatch(cells -> cells[0].equals(claim));
    String[] first = rows.get(0);
    assertThat(first[2]).as(as).isEqualTo(column);
    assertThat(first[4]).as(as).isEqualTo(value);
    assertThat(first[5]).as(as).isEqualTo(fen.toString());
    assertThat(CAUSES.get(column)).as(as).contains(first[6]);
    assertThat(rows.subList(1, rows.size()))
        .as(as)
        .allMatch(cells -> cells[6].equals("IDENTITY") && cells[2].contains(column));
    boolean inASum =
        column.equals("acct_mulaid_pay")
            ? String.join(" ", options).contains("family-apart")
            : !IN_NO_SUM.contains(column);
    assertThat(rows.size() > 1).as(as).isEqualTo(inASum);
  }

  private static String[] and(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
