package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Account years: at the start of one, current-year money becomes prior-year money. The people have
 * no policy, so that their own account pays whole bills and years begin in January.
 */
class YearsTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,reverses\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void writePeople() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,prior_balance,current_balance,wallet_balance
        H001,P001,employee,980100,100.00,50.00,7.00
        H002,P002,employee,980100,100.00,50.00,
        """);
  }

  @Test
  void currentMoneyBecomesPriorMoneyAtTheFirstSecondOfTheYear() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-12-31T23:59:59,general,primary,120.00,\n"
            + "C2,P001,2026-01-01T00:00:00,general,primary,33.00,\n");
    String csv = settled("--opening-date", "2025-06-01");
    assertThat(owns(csv, "C1")).isEqualTo("100.00 20.00 0.00 37.00");
    assertThat(owns(csv, "C2")).isEqualTo("30.00 0.00 3.00 4.00");
    assertThat(CliFolder.column(csv, "claim_id", "benefit_year"))
        .isEqualTo(Map.of("C1", "2025", "C2", "2026"));
  }

  @Test
  void balancesThatTurnedOutToBeOfAYearPassIntoTheNextOne() {
    folder.write(CliFolder.CLAIMS, HEADER + "C1,P001,2025-05-01,general,primary,10.00,\n");
    CommandLineRun run = folder.quota("-f", "csv", "--person", "P001", "--as-of", "2026-02-01");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(CliFolder.column(run.out(), "limit_name", "remaining"))
        .containsEntry("prior", "140.00")
        .containsEntry("current", "0.00")
        .containsEntry("wallet", "7.00");
  }

  @Test
  void severalYearsMayPassAtOnce() {
    folder.write(CliFolder.CLAIMS, HEADER + "C1,P001,2028-05-01,general,primary,151.00,\n");
    assertThat(owns(settled("--opening-date", "2025-06-01"), "C1"))
        .isEqualTo("150.00 0.00 1.00 6.00");
    assertThat(owns(settled(), "C1"))
        .as("without an opening date the balances are those of that year")
        .isEqualTo("100.00 50.00 1.00 6.00");
  }

  @Test
  void aReversalAfterTheYearsEndGoesToPriorMoney() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-12-01,general,primary,120.00,\n"
            + "C2,P001,2026-01-02,,,,C1\n"
            + "C3,P001,2026-01-03,general,primary,151.00,\n");
    String csv = settled("--opening-date", "2025-06-01", "--postings", folder.path("p.csv"));
    assertThat(owns(csv, "C2")).isEqualTo("-100.00 -20.00 0.00 157.00");
    assertThat(owns(csv, "C3")).isEqualTo("150.00 0.00 1.00 6.00");
    assertThat(folder.read("p.csv"))
        .contains(
            ",C1,2025-12-01T00:00:00,P001,own,P001,current,denied,-20.00,30.00\n",
            ",C2,2026-01-02T00:00:00,P001,own,P001,prior,denied,20.00,150.00\n");
  }

  @Test
  void aReversalWithinTheYearGoesToThePurseItCameFrom() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-12-01,general,primary,120.00,\n"
            + "C2,P001,2025-12-02,,,120.00,C1\n"
            + "C3,P001,2025-12-03,general,primary,120.00,\n");
    assertThat(owns(settled(), "C3")).isEqualTo("100.00 20.00 0.00 37.00");
  }

  @Test
  void theOpeningDayItselfIsInAndTheDayBeforeIsNot() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-05-31T23:59:59,general,primary,10.00,\n"
            + "C2,P001,2025-06-01T00:00:00,general,primary,10.00,\n");
    CommandLineRun run = folder.settle("--opening-date", "2025-06-01");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "claims.csv:2:9: error[E318] service_time: 2025-05-31T23:59:59 is before the opening"
                + " balances of 2025-06-01;")
        .contains("1 problem;");
    assertThat(folder.settle("--opening-date", "2025/5/31").code()).isZero();
  }

  @Test
  void withRejectsEventsBeforeTheOpeningDateAreRefused() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-05-31,general,primary,10.00,\n"
            + "C2,P001,2025-06-01,general,primary,10.00,\n"
            + "C3,P002,2025-06-01,general,primary,10.00,\n");
    CommandLineRun run =
        folder.settle(
            "-f", "csv", "--opening-date", "2025-06-01", "--rejects", folder.path("rejects.csv"));
    assertThat(run.code()).isEqualTo(5);
    assertThat(CliFolder.column(run.out(), "claim_id", "status"))
        .isEqualTo(Map.of("C3", "settled"));
    assertThat(CliFolder.column(folder.read("rejects.csv"), "line", "code"))
        .isEqualTo(Map.of("2", "E318", "3", "BLOCKED"));
  }

  @Test
  void eventsOfTwoYearsOfAFamilyAskForTheOpeningDate() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2026-01-01,general,primary,10.00,\n"
            + "C2,P001,2025-12-31,general,primary,10.00,\n");
    CommandLineRun run = folder.settle("-o", folder.path("r.csv"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "households.csv:2: error[E319] events of more than one account year (2025-12-31 and"
                + " 2026-01-01); say with --opening-date as of which day the balances are\n");
    assertThat(folder.names()).doesNotContain("r.csv");
  }

  @Test
  void familiesMayHaveTheirEventsInDifferentYears() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-12-31,general,primary,120.00,\n"
            + "C2,P002,2026-01-01,general,primary,120.00,\n");
    String csv = settled();
    assertThat(owns(csv, "C1")).startsWith("100.00 20.00 ");
    assertThat(owns(csv, "C2")).startsWith("100.00 20.00 ");
  }

  @Test
  void theAccountYearIsThatOfThePolicy() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,prior_balance,current_balance
        H001,P001,employee,990100,0.00,50.00
        """);
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy("")
            .replace(
                "\"title\": {\"zh\": \"测试\"",
                "\"accountYearStart\": \"07-01\", \"title\": {\"zh\": \"测试\""));
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-06-30,general,primary,10.00,\n"
            + "C2,P001,2025-07-01,general,primary,10.00,\n");
    assertThat(folder.settle().err()).contains("error[E319]");
    String csv = settled("--opening-date", "2025-06-30");
    assertThat(owns(csv, "C1")).isEqualTo("0.00 10.00 0.00 40.00");
    assertThat(owns(csv, "C2")).isEqualTo("10.00 0.00 0.00 30.00");

    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,P001,2025-12-31,general,primary,10.00,\n"
            + "C2,P001,2026-01-01,general,primary,10.00,\n");
    assertThat(folder.settle().code()).as("the turn of the calendar year").isZero();
  }

  private String settled(String... more) {
    CommandLineRun run = folder.settle(with(more));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static String[] with(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "-f";
    args[1] = "csv";
    System.arraycopy(more, 0, args, 2, more.length);
    return args;
  }

  /** What the purses paid for a claim, and what they then hold. */
  private static String owns(String csv, String claim) {
    return CliFolder.rows(csv).stream()
        .filter(row -> row.get("claim_id").equals(claim))
        .map(
            row ->
                String.join(
                    " ",
                    row.get("own_prior"),
                    row.get("own_current"),
                    row.get("own_wallet"),
                    row.get("own_balance")))
        .findFirst()
        .orElse("");
  }
}
