package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people have left: which rows, on which day, and for whom. */
class QuotaRowsTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void writeTwoPeople() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,name,relation,insurance,region,prior_balance,current_balance,share_order
        H1,dad,李明,self,employee,990100,100.00,500.00,1
        H1,mum,王芳,spouse,employee,990100,0.00,30.00,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    claims(
        """
        C1,mum,2025-01-10,general,primary,300.00
        C2,dad,2025-03-05 09:00,general,primary,50.00
        """);
  }

  private void claims(String rows) {
    folder.write(CliFolder.CLAIMS, HEADER + rows);
  }

  /** A policy whose only benefit has these parts beside its rate. */
  private void policy(String parts) {
    policy("", parts, "{\"rate\": \"60%\", \"source\": \"test\"}");
  }

  private void policy(String more, String parts, String rates) {
    String plain = CliFolder.policy("");
    plain = more.isEmpty() ? plain : plain.replaceFirst("\"bands\": .*", more);
    int from = plain.indexOf("\"deductible\"");
    int to = plain.lastIndexOf("}]\n  }]");
    folder.write(
        CliFolder.POLICY,
        plain.substring(0, from) + parts + "\"rates\": [" + rates + "]\n" + plain.substring(to));
  }

  /** The rows of some kinds as {@code limit_name,kind,period,limit,used,remaining}. */
  private List<String> rows(String kinds, String... more) {
    CommandLineRun run = quota(more);
    return CliFolder.rows(run.out()).stream()
        .filter(row -> row.get("kind").matches(kinds))
        .map(
            row ->
                String.join(
                    ",",
                    row.get("limit_name"),
                    row.get("kind"),
                    row.get("period"),
                    row.get("limit"),
                    row.get("used"),
                    row.get("remaining")))
        .toList();
  }

  private CommandLineRun quota(String... more) {
    String[] args = new String[more.length + 2];
    System.arraycopy(more, 0, args, 2, more.length);
    args[0] = "-f";
    args[1] = "csv";
    CommandLineRun run = folder.quota(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  // --- on which day

  @Test
  void theDayIsThatOfTheLastEvent() {
    assertThat(quota().err()).contains("At the end of 2025-03-05 (people: 2, rows: 11)");
    assertThat(rows("deductible|payment_cap|own_balance", "--person", "dad"))
        .containsExactly(
            "general/deductible,deductible,year,100.00,50.00,50.00",
            "general/year,payment_cap,year,1000.00,0.00,1000.00",
            "prior,own_balance,,,,0.00",
            "current,own_balance,,,,400.00",
            "wallet,own_balance,,,,0.00");
  }

  @Test
  void whatHappenedAfterTheDayDoesNotCountButIsChecked() {
    assertThat(rows("deductible|own_balance", "--person", "dad", "--as-of", "2025-03-04"))
        .containsExactly(
            "general/deductible,deductible,year,100.00,0.00,100.00",
            "prior,own_balance,,,,0.00",
            "current,own_balance,,,,450.00",
            "wallet,own_balance,,,,0.00");
    claims("C1,mum,2025-01-10,general,primary,300.00\nC2,dad,2025-03-05,general,primary,x\n");
    CommandLineRun run = folder.quota("--as-of", "2025-03-04");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("claims.csv:3:", "error[E210]");
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    String inOrder = quota("--as-of", "2025-03-05").out();
    claims(
        """
        C2,dad,2025-03-05 09:00,general,primary,50.00
        C3,dad,2025-03-06 09:00,general,primary,20.00
        C1,mum,2025-01-10,general,primary,300.00
        """);
    assertThat(quota("--as-of", "2025-03-05").out()).isEqualTo(inOrder);
  }

  @Test
  void aDayIsAskedAboutToItsEnd() {
    claims("C1,mum,2025-01-10 23:59:59,general,primary,300.00\n");
    assertThat(rows("payment_cap", "--person", "mum", "--as-of", "2025-01-10"))
        .containsExactly("general/year,payment_cap,year,1000.00,120.00,880.00");
    assertThat(rows("payment_cap", "--person", "mum", "--as-of", "2025-01-09"))
        .containsExactly("general/year,payment_cap,year,1000.00,0.00,1000.00");
  }

  @Test
  void yearsThatStartedSincePass() {
    String[] later = {"--person", "dad", "--as-of", "2026-01-01", "--opening-date", "2025-01-01"};
    assertThat(rows("deductible|own_balance", later))
        .containsExactly(
            "general/deductible,deductible,year,100.00,0.00,100.00",
            "prior,own_balance,,,,400.00",
            "current,own_balance,,,,0.00",
            "wallet,own_balance,,,,0.00");
    assertThat(CliFolder.column(quota(later).out(), "person_id", "benefit_year"))
        .containsEntry("dad", "2026");
  }

  @Test
  void changesOfPeopleCountFromTheirTimeOn() {
    folder.write(
        CliFolder.ACTIVITIES,
        """
        activity_id,time,kind,person_id,field,value,amount
        A1,2025-02-01,change,mum,status,suspended,
        A2,2025-04-01,credit,mum,,,7.00
        """);
    String person = "mum";
    assertThat(folder.quota("--person", person, "--as-of", "2025-01-31").out())
        .doesNotContain("SUSPENDED")
        .contains("family money");
    String after = folder.quota("--person", person).out();
    assertThat(after).contains("SUSPENDED", "BENEFICIARY_NOT_COVERED");
    assertThat(rows("own_balance", "--person", person)).contains("current,own_balance,,,,7.00");
    assertThat(rows("own_balance", "--person", person, "--as-of", "2025-03-31"))
        .contains("current,own_balance,,,,0.00");
  }

  @Test
  void withoutAnyEventSomebodyMustSayWhichDay() {
    claims("");
    CommandLineRun run = folder.quota();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "cohealth: missing: --as-of (nothing in the inputs says as of which day)."
                + " See 'cohealth quota --help'.\n");
    assertThat(quota("--opening-date", "2025-01-01").err()).contains("At the end of 2025-01-01");
    assertThat(rows("deductible", "--as-of", "2025-06-01"))
        .containsExactly(
            "general/deductible,deductible,year,100.00,0.00,100.00",
            "general/deductible,deductible,year,100.00,0.00,100.00");
  }

  @Test
  void daysBeforeTheBalancesCannotBeAskedAbout() {
    CommandLineRun run =
        folder.quota("--opening-date", "2025-01-05", "--as-of", "2025-01-04", "--lang", "zh");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("cohealth: --as-of：2025-01-04 早于余额的日期 2025-01-05。");
    assertThat(quota("--opening-date", "2025-01-05", "--as-of", "2025-01-05").code()).isZero();
  }

  @Test
  void claimsAreOptionalAndAStateIsEnough() {
    String byFiles = quota().out();
    assertThat(folder.settle("--closing", folder.path("state.json"), "--quiet").code()).isZero();
    List<String> state =
        List.of("quota", "--opening", folder.path("state.json"), "-p", folder.path("policy.json"));
    CommandLineRun alone = CliFolder.run("C", "", with(state, "-f", "csv"));
    assertThat(alone.out()).isEqualTo(byFiles);
    assertThat(CliFolder.run("C", "", with(state, "--household", "H1", "-f", "csv")).out())
        .isEqualTo(byFiles);
    CommandLineRun early = CliFolder.run("C", "", with(state, "--as-of", "2025-03-04"));
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).contains("2025-03-04 is before the balances, which are those of 2025");

    CommandLineRun nothing = CliFolder.run("C", "", "quota", "--person", "mum");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).startsWith("cohealth: missing: --households.");
  }

  private static String[] with(List<String> args, String... more) {
    String[] all = args.toArray(new String[args.size() + more.length]);
    System.arraycopy(more, 0, all, args.size(), more.length);
    return all;
  }

  // --- which limits

  @Test
  void aTopUpDeductibleIsToldForEachBandAndOthersOnce() {
    policy(
        "\"bands\": {\"low\": {\"levels\": [\"primary\", \"pharmacy\"]}, \"mid\": {\"levels\": [\"secondary\"]},"
            + " \"high\": {\"levels\": [\"tertiary\"]}},",
        """
        "deductible": {"period": "year", "amounts": [
          {"band": ["low", "mid"], "amount": "100.00", "source": "test"},
          {"band": "high", "amount": "300.00", "source": "test"}
        ], "ceiling": {"amounts": [{"amount": "350.00", "source": "test"}]}},
        "caps": [
          {"name": "quarter", "on": "expense", "period": "quarter",
            "limits": [{"limit": "900.00", "source": "test"}]},
          {"name": "year", "on": "payment", "period": "year",
            "limits": [{"limit": "1000.00", "source": "test"}]}
        ],
        """,
        "{\"rate\": \"60%\", \"source\": \"test\"}");
    assertThat(rows("deductible|expense_cap|payment_cap", "--person", "mum"))
        .containsExactly(
            "general/deductible[low;mid],deductible,year,100.00,100.00,0.00",
            "general/ceiling,deductible,year,350.00,100.00,250.00",
            "general/deductible[high],deductible,year,300.00,100.00,200.00",
            "general/quarter,expense_cap,quarter,900.00,200.00,700.00",
            "general/year,payment_cap,year,1000.00,120.00,880.00");
    assertThat(rows("expense_cap", "--person", "mum", "--as-of", "2025-04-01"))
        .containsExactly("general/quarter,expense_cap,quarter,900.00,0.00,900.00");
  }

  @Test
  void bandsWithoutARateHaveNoLimits() {
    policy(
        "\"bands\": {\"low\": {\"levels\": [\"primary\"]}, \"high\": {\"levels\": [\"tertiary\"]}},",
        """
        "deductible": {"period": "month", "amounts": [
          {"band": "low", "amount": "10.00", "source": "test"},
          {"band": "high", "amount": "30.00", "source": "test"}
        ]},
        """,
        "{\"band\": \"low\", \"rate\": \"60%\", \"source\": \"test\"}");
    assertThat(rows("deductible", "--person", "mum", "--as-of", "2025-01-31"))
        .containsExactly("general/deductible,deductible,month,10.00,10.00,0.00");
    assertThat(rows("deductible", "--person", "mum"))
        .containsExactly("general/deductible,deductible,month,10.00,0.00,10.00");
  }

  @Test
  void whatCountsByVisitOrDayStandsAsItIs() {
    policy(
        """
        "deductible": {"period": "visit", "amounts": [
          {"amount": "20.00", "later": "5.00", "source": "test"}
        ]},
        "caps": [
          {"name": "day", "on": "payment", "period": "day",
            "limits": [{"limit": "40.00", "source": "test"}]},
          {"name": "visit", "on": "payment", "period": "visit",
            "limits": [{"limit": "30.00", "source": "test"}]}
        ],
        """);
    String[] mum = {"--person", "mum", "--as-of", "2025-01-10"};
    assertThat(rows("deductible|payment_cap", mum))
        .as("after the first visit of the year")
        .containsExactly(
            "general/deductible,deductible,visit,5.00,0.00,5.00",
            "general/day,payment_cap,day,40.00,30.00,10.00",
            "general/visit,payment_cap,visit,30.00,0.00,30.00");
    assertThat(rows("deductible|payment_cap", "--person", "mum", "--as-of", "2025-01-09"))
        .containsExactly(
            "general/deductible,deductible,visit,20.00,0.00,20.00",
            "general/day,payment_cap,day,40.00,0.00,40.00",
            "general/visit,payment_cap,visit,30.00,0.00,30.00");
  }

  @Test
  void limitsOfDiseasesAreThoseOfTheApprovedOnes() {
    policy(
        """
        "needsApproval": true,
        "caps": [{"name": "year", "on": "payment", "period": "year", "limits": [
          {"disease": "gout", "limit": "100.00", "accumulator": "general/gout", "source": "test"},
          {"disease": "asthma", "limit": "200.00", "accumulator": "general/asthma",
            "source": "test"},
          {"limit": "50.00", "source": "test"}
        ]}],
        """);
    assertThat(rows("payment_cap", "--person", "mum"))
        .as("nobody knows which are approved")
        .containsExactly(
            "general/year{-},payment_cap,year,50.00,50.00,0.00",
            "general/gout{gout},payment_cap,year,100.00,0.00,100.00",
            "general/asthma{asthma},payment_cap,year,200.00,0.00,200.00");
    String households =
        """
        household_id,person_id,relation,insurance,region,diseases
        H1,dad,self,employee,990100,asthma
        H1,mum,spouse,employee,990100,lupus
        """;
    folder.write(CliFolder.HOUSEHOLDS, households);
    assertThat(rows("payment_cap", "--person", "dad"))
        .containsExactly("general/asthma{asthma},payment_cap,year,200.00,0.00,200.00");
    assertThat(rows("payment_cap", "--person", "mum"))
        .containsExactly("general/year{-},payment_cap,year,50.00,0.00,50.00");
  }

  @Test
  void theLimitOfASupplementIsAPaymentLimitWithoutABenefit() {
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy(
            """
            "chain": [
              {"payer": "pool"},
              {"payer": "supplement", "name": "big", "covers": "in_scope",
                "rates": [{"rate": "50%", "source": "test"}],
                "limits": [{"limit": "500.00", "source": "test"}]},
              {"payer": "own"}, {"payer": "family"}, {"payer": "cash"}
            ],
            """));
    assertThat(quota("--person", "mum").out())
        .contains("\nmum,,2025,,supplement/big,payment_cap,year,500.00,90.00,410.00\n");
  }

  @Test
  void whoHasNoPolicyOrNoGroupHasNoLimits() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,current_balance,share_order
        H1,dad,self,employee,990100,500.00,1
        H1,mum,spouse,employee,990200,30.00,
        """);
    assertThat(rows(".*", "--person", "mum"))
        .containsExactly(
            "prior,own_balance,,,,0.00",
            "current,own_balance,,,,0.00",
            "wallet,own_balance,,,,0.00");
    CommandLineRun table = folder.quota("--person", "mum");
    assertThat(table.out()).contains("NO_POLICY", "CROSS_REGION");
    assertThat(table.err()).contains("no policy for the patient's region, insurance and day");

    folder.write(
        CliFolder.POLICY,
        CliFolder.policy("")
            .replace("\"everybody\"}", "\"everybody\"}, \"when\": {\"ageFrom\": 3}"));
    claims("C1,mum,2025-01-10,general,primary,300.00\n");
    assertThat(rows("deductible", "--person", "dad")).isEmpty();
    assertThat(folder.quota("--person", "dad").out()).contains("BIRTH_DATE_NEEDED");
  }

  // --- family

  @Test
  void familyMoneyIsWhatADrawCouldTakeInTheOrderOfDraws() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,current_balance
        H1,dad,self,employee,990100,100.00,500.00
        H1,mum,spouse,employee,990100,0.00,0.00
        H1,gran,parent,employee,990100,0.00,40.00
        H1,aunt,sibling,employee,990100,0.00,9.00
        H1,uncle,other,employee,990100,0.00,9.00
        """);
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,order,limit,limit_period,confirmed_on,valid_to,kind
        gran,mum,child,2,,,2024-01-01,,
        dad,mum,spouse,1,200.00,year,2024-01-01,,
        aunt,mum,sibling,3,5.00,claim,2024-01-01,,
        uncle,mum,sibling,4,,,2024-01-01,2025-01-09,
        aunt,dad,sibling,1,,,2024-01-01,,credential_only
        """);
    // mum: deductible 100, 120 from the pool, 180 left: all from dad
    assertThat(rows("family_available|binding_limit", "--person", "mum"))
        .containsExactly(
            "dad,family_available,,,,20.00",
            "gran,family_available,,,,40.00",
            "aunt,family_available,,,,5.00",
            "dad,binding_limit,year,200.00,180.00,20.00",
            "aunt,binding_limit,claim,5.00,0.00,5.00");
    CommandLineRun table = folder.quota("--household", "H1");
    assertThat(table.out().lines().filter(line -> line.startsWith("mum") && line.contains("uncle")))
        .singleElement()
        .asString()
        .endsWith("  NOT_IN_FORCE");
    assertThat(table.out().lines().filter(line -> line.startsWith("dad") && line.contains("aunt")))
        .singleElement()
        .asString()
        .endsWith("  CREDENTIAL_ONLY");
    assertThat(table.err())
        .contains("NOT_IN_FORCE         1  a binding is not yet or no longer in force");
  }

  // --- for whom

  @Test
  void peopleAndHouseholdsAreChosen() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        folder.read(CliFolder.HOUSEHOLDS) + "H2,kid,赵六,self,employee,990100,,,\n");
    assertThat(people()).containsExactly("dad", "mum", "kid");
    assertThat(people("--person", "kid", "--person", "dad")).containsExactly("dad", "kid");
    assertThat(people("--person", "kid", "dad")).containsExactly("dad", "kid");
    assertThat(people("--household", "H1")).containsExactly("dad", "mum");
    assertThat(people("--household", "H2", "--person", "mum")).containsExactly("mum", "kid");
  }

  private List<String> people(String... more) {
    return CliFolder.rows(quota(more).out()).stream()
        .map(row -> row.get("person_id"))
        .distinct()
        .toList();
  }

  @Test
  void whoIsNotThereIsToldWithTheNearestIds() {
    CommandLineRun run = folder.quota("--person", "dadd");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("cohealth: there is no person d***dd in the inputs. The nearest: d***.\n");
    assertThat(folder.quota("--person", "dadd", "--show-ids", "--lang", "zh").err())
        .isEqualTo("cohealth: 输入中没有人员 dadd。最接近的：dad。\n");
    CommandLineRun far = folder.quota("--household", "H777", "--show-ids");
    assertThat(far.err()).isEqualTo("cohealth: there is no household H777 in the inputs.\n");
    assertThat(far.code()).isEqualTo(3);
  }

  // --- a check for scripts

  @Test
  void failUnderEndsWithFourWhenAPaymentLimitHasLessLeft() {
    assertThat(folder.quota("--fail-under", "880.00").code()).isZero();
    CommandLineRun run = folder.quota("--fail-under", "880.01", "-f", "csv");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).contains("payment_cap,year,1000.00,120.00,880.00");
    assertThat(run.err()).contains("Payment limits with less than 880.01 left: 1\n");
    assertThat(folder.quota("--fail-under", "880.01", "--person", "dad").code()).isZero();
    CommandLineRun zh = folder.quota("--fail-under", "2000", "--lang", "zh");
    assertThat(zh.code()).isEqualTo(4);
    assertThat(zh.err()).contains("剩余少于 2000.00 的支付限额：2\n");
  }

  @Test
  void wrongOptionsAreToldBeforeAnythingIsRead() {
    assertUsage("--fail-under: '12.345' is not an amount", "--fail-under", "12.345");
    assertUsage("--as-of: '2025-02-30' is not a day", "--as-of", "2025-02-30");
    assertUsage("--limit: '-1' is not a whole number", "--limit", "-1");
    assertUsage("--what-if: 'tertiary general' is not a visit", "--what-if", "tertiary general");
    assertUsage("--what-if: '0.00' is not an amount", "--what-if", "tertiary general 0.00");
    assertUsage(
        "--what-if and --fail-under do not go together",
        "--what-if",
        "tertiary general 1",
        "--fail-under",
        "1");
  }

  private void assertUsage(String sentence, String... more) {
    String[] args = with(List.of("quota", "-H", folder.path("none.csv")), more);
    CommandLineRun run = CliFolder.run("C", "", args);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("cohealth: " + sentence)
        .endsWith(" See 'cohealth quota --help'.\n")
        .hasLineCount(1);
  }
}
