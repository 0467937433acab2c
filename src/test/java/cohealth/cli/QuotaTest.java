package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of limits, purses and family money; the sums are those of the sample's README. */
class QuotaTest {
  private static final String SAMPLE = "samples/01-panzhihua-family/";
  private static final String CLAIMS = SAMPLE + "claims.csv";

  @TempDir Path temporary = Path.of("");

  @Test
  void tellsWhatIsLeftAfterTheLastEvent() {
    assertThat(quota("C", "-f", "csv", "--person", "P003").out())
        .startsWith(
            "person_id,name,benefit_year,benefit,limit_name,kind,period,limit,used,remaining\n")
        .contains(
            "P003,,2025,general,general/deductible,deductible,year,150.00,150.00,0.00\n",
            "P003,,2025,general,general/year,payment_cap,year,1500.00,1296.50,203.50\n",
            "P003,,2025,,P001,binding_limit,year,300.00,165.00,135.00\n")
        .doesNotContain("P001,陈", "建国");
  }

  @Test
  void anEarlierDayDoesNotKnowWhatCameAfterIt() {
    assertThat(quota("C", "-f", "csv", "--person", "P003", "--as-of", "2025-03-31").out())
        .contains("general/year,payment_cap,year,1500.00,935.00,565.00\n");
    assertThat(quota("C", "-f", "csv", "--person", "P003", "--as-of", "2026-01-01").out())
        .as("a new benefit year")
        .contains("P003,,2026,general,general/year,payment_cap,year,1500.00,0.00,1500.00\n");
  }

  @Test
  void whatAVisitWouldCost() {
    String table =
        quota(
                "C",
                "--person",
                "P003",
                "--as-of",
                "2025-03-31",
                "--what-if",
                "tertiary general 300.00")
            .out();
    assertThat(table).contains("300.00", "165.00", "P001 陈**  135.00");
    assertThat(quota("C", "--person", "P003", "--what-if", "三级 11 300").code()).isZero();
    assertThat(quota("C", "--person", "P003", "--what-if", "tertiary").code()).isEqualTo(2);
  }

  @Test
  void scriptsLearnThatALimitRunsOut() {
    assertThat(quota("C", "--person", "P003", "--fail-under", "203.50").code()).isZero();
    assertThat(quota("C", "--person", "P003", "--fail-under", "203.51").code()).isEqualTo(4);
    assertThat(quota("C", "--person", "P003", "--fail-under", "lots").code()).isEqualTo(2);
  }

  @Test
  void aStateAloneTellsTheSame() {
    String state = temporary.resolve("state.json").toString();
    CommandLineRun settled =
        CliFolder.run(
            "C",
            "",
            "settle",
            "-H",
            SAMPLE + "households.csv",
            "-C",
            CLAIMS,
            "-f",
            "csv",
            "--closing",
            state);
    assertThat(settled.code()).isZero();
    assertThat(CliFolder.run("C", "", "quota", "--opening", state, "-f", "csv").out())
        .isEqualTo(quota("C", "-f", "csv").out());
  }

  @Test
  void peopleWhoAreNotThereGetTheNearestIds() {
    CommandLineRun run = quota("C", "--person", "P03");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("P***").doesNotContain("P003");
    assertThat(quota("C", "--person", "P03", "--show-ids").err()).contains("P003");
    assertThat(quota("C", "--household", "H999").code()).isEqualTo(3);
  }

  @Test
  void speaksChineseAndMasksNames() {
    CommandLineRun run = quota("zh_CN.UTF-8", "--person", "P003");
    assertThat(run.out()).contains("支付限额", "授权金额", "P003 陈**").doesNotContain("德福");
    assertThat(quota("C", "--person", "P003", "--show-names").out()).contains("陈德福");
  }

  private static CommandLineRun quota(String locale, String... more) {
    List<String> args =
        new ArrayList<>(List.of("quota", "-H", SAMPLE + "households.csv", "-C", CLAIMS));
    args.addAll(List.of(more));
    return run(locale, args.toArray(String[]::new));
  }

  /** Also the code of a check that does not hold is expected here. */
  private static CommandLineRun run(String locale, String... args) {
    CommandLineRun run = CommandLineRun.in(locale, "", args);
    assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception", "cohealth.cli");
    return run;
  }
}
