package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cohealth check}: what is wrong with inputs, and which bindings do not work. */
class CheckCommandTest {
  private static final String PEOPLE =
      """
      household_id,person_id,relation,insurance,region,birth_date,status
      H,dad,self,employee,990100,1980-01-01,normal
      H,mum,spouse,employee,990100,1982-01-01,normal
      H,kid,child,resident,990100,2010-03-01,normal
      H,gran,parent,employee,990100,1950-01-01,normal
      H,uncle,sibling,none,990100,,normal
      """;
  private static final String BINDINGS =
      "payer_id,beneficiary_id,relation,confirmed_on,valid_from,valid_to,kind\n";

  @TempDir Path temporary;
  private CliFolder folder = new CliFolder(Path.of(""));

  @BeforeEach
  void writeInputs() {
    folder = new CliFolder(temporary);
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE);
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy(
            """
            "binding": {"relations": {"allow": ["spouse", "parent", "child"]}},
            """));
  }

  /** The command line that checks the inputs that are there. */
  private CommandLineRun check(String locale, String... more) {
    String[] args = folder.arguments(more);
    args[0] = "check";
    return CommandLineRun.in(locale, "", args);
  }

  /** What is told of bindings on a day: code, reason, line, column, from when on it would work. */
  private List<String> bindings(String rows, String day, String... more) {
    folder.write(CliFolder.BINDINGS, BINDINGS + rows);
    return findings(day, more);
  }

  private List<String> findings(String day, String... more) {
    List<String> args = new ArrayList<>(List.of("--as-of", day, "-f", "csv"));
    args.addAll(Arrays.asList(more));
    CommandLineRun run = check("C", args.toArray(new String[0]));
    List<String> found = new ArrayList<>();
    for (Row row : CliFolder.rows(run.out())) {
      if (!row.get("payer_id").isEmpty()) {
        found.add(
            (row.get("code") + " " + row.get("reason") + " " + place(row)).strip()
                + (row.get("works_from").isEmpty() ? "" : " from " + row.get("works_from")));
      }
    }
    assertThat(run.code()).isEqualTo(found.stream().anyMatch(f -> f.startsWith("W")) ? 4 : 0);
    return found;
  }

  private static String place(Row row) {
    return row.get("line") + ":" + row.get("column") + " " + row.get("field");
  }

  @Test
  void nothingIsFound() {
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE.replace("kid,child,resident", "kid,child,none"));
    folder.write(CliFolder.BINDINGS, BINDINGS + "dad,mum,spouse,2020-01-01,,,\n");
    CommandLineRun run = check("C", "--as-of", "2025-01-01");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("");
    assertThat(run.err())
        .isEqualTo("problems: 0; bindings: 1, of which do not work on 2025-01-01: 0\n");
    assertThat(check("C", "--as-of", "2025-01-01", "--quiet").err()).isEmpty();
  }

  @Test
  void theLinesInBothLanguages() {
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE.replace("kid,child,resident", "kid,child,none"));
    folder.write(
        CliFolder.BINDINGS,
        BINDINGS + "dad,mum,spouse,2020-01-01,,2024-12-31,\ndad,uncle,sibling,,,,\n");
    String file = folder.path(CliFolder.BINDINGS);
    CommandLineRun english = check("C", "--as-of", "2025-01-01");
    assertThat(english.out())
        .isEqualTo(
            file
                + ":2:28: warning[W301] valid_to: d*** cannot help m***: the binding ended on"
                + " 2024-12-31; correct the day, or delete the row\n"
                + file
                + ":3:11: warning[W306] relation: d*** cannot help u***le: the policy"
                + " 990100-employee does not allow the relation sibling, only: spouse, parent,"
                + " child; correct the relation, or end the binding\n");
    assertThat(english.code()).isEqualTo(4);
    CommandLineRun chinese = check("zh_CN.UTF-8", "--as-of", "2025-01-01");
    assertThat(chinese.out())
        .isEqualTo(
            file
                + ":2:28: 警告[W301] valid_to: d*** 不能共济 m***：绑定已于 2024-12-31 终止；请改正日期，或删除该行\n"
                + file
                + ":3:11: 警告[W306] relation: d*** 不能共济 u***le：政策 990100-employee"
                + " 不允许关系“兄弟姐妹”，只允许：配偶、父母、子女；请改正关系，或解除绑定\n");
    assertThat(chinese.err()).isEqualTo("问题 0 个；绑定 2 个，其中 2 个在 2025-01-01 不起作用\n");
    assertThat(check("C", "--as-of", "2025-01-01", "--show-ids").out())
        .contains("dad cannot help uncle");
  }

  @Test
  void anEndedOrLaterBinding() {
    assertThat(bindings("dad,mum,spouse,2020-01-01,,2024-12-31,\n", "2024-12-31")).isEmpty();
    assertThat(bindings("dad,mum,spouse,2020-01-01,,2024-12-31,\n", "2025-01-01"))
        .containsExactly("W301 NOT_IN_FORCE 2:28 valid_to");
    assertThat(bindings("dad,mum,spouse,2020-01-01,2025-07-01,,\n", "2025-06-30"))
        .containsExactly("W302 NOT_IN_FORCE 2:27 valid_from from 2025-07-01");
    assertThat(bindings("dad,uncle,sibling,,2025-07-01,,\n", "2025-06-30"))
        .as("something else will be in the way")
        .containsExactly("W306 RELATION_NOT_ALLOWED 2:11 relation");
  }

  @Test
  void aBindingThatAnotherRowGoesOnWith() {
    String old = "dad,mum,spouse,2020-01-01,,2024-12-31,\n";
    assertThat(bindings(old + "dad,mum,spouse,2020-01-01,2025-01-01,,\n", "2024-06-30")).isEmpty();
    assertThat(bindings(old + "dad,mum,spouse,2020-01-01,2025-01-01,,\n", "2025-06-30")).isEmpty();
    assertThat(bindings(old + "dad,mum,spouse,2020-01-01,2025-03-01,,\n", "2024-12-31"))
        .as("the last day of the old row")
        .isEmpty();
    assertThat(
            bindings(
                """
                dad,mum,spouse,2020-01-01,2025-02-01,2025-02-28,
                dad,mum,spouse,2020-01-01,2025-03-01,,
                """,
                "2025-02-01"))
        .as("the first day of the earlier row")
        .isEmpty();
    assertThat(bindings(old + "dad,mum,spouse,2020-01-01,2025-03-01,,\n", "2025-02-01"))
        .containsExactly("W302 NOT_IN_FORCE 3:27 valid_from from 2025-03-01");
    assertThat(
            bindings(old + "dad,mum,spouse,2020-01-01,2025-01-01,,credential_only\n", "2025-02-01"))
        .containsExactly("W301 NOT_IN_FORCE 2:28 valid_to");
  }

  @Test
  void aCardThatIsOnlyShownIsNoProblem() {
    assertThat(bindings("uncle,mum,other,,,,credential_only\n", "2025-01-01")).isEmpty();
  }

  @Test
  void thePayer() {
    assertThat(bindings("kid,mum,parent,2020-01-01,,,\n", "2025-01-01"))
        .containsExactly("W303 PAYER_NOT_COVERED 2:1 payer_id");
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE.replace("1980-01-01,normal", "1980-01-01,suspended"));
    assertThat(bindings("dad,mum,spouse,2020-01-01,,,\n", "2025-01-01"))
        .containsExactly("W304 PAYER_NOT_COVERED 2:1 payer_id");
    folder.write(
        CliFolder.ACTIVITIES,
        "activity_id,time,kind,person_id,field,value\nA,2025-03-01,change,dad,status,normal\n");
    assertThat(bindings("dad,mum,spouse,2020-01-01,,,\n", "2025-01-01"))
        .containsExactly("W304 PAYER_NOT_COVERED 2:1 payer_id from 2025-03-01");
    assertThat(bindings("dad,mum,spouse,2020-01-01,,,\n", "2025-03-01")).isEmpty();
  }

  @Test
  void thePayersPolicy() {
    assertThat(bindings("dad,mum,spouse,2010-01-01,,,\n", "2019-12-31"))
        .containsExactly("W305 PAYER_NOT_COVERED 2:1 payer_id from 2020-01-01");
    folder.write(
        CliFolder.HOUSEHOLDS,
        PEOPLE.replace("dad,self,employee,990100", "dad,self,employee,980100"));
    assertThat(check("C", "--as-of", "2025-01-01").out())
        .contains(
            "no policy holds for employees of the payer's region 980100 on 2025-01-01",
            "note[N106] no policy for region 980100, employees, on 2025-01-01: the pool pays"
                + " nothing for these people (1);",
            "note[N106] no policy for region 990100, residents, on 2025-01-01: the pool pays"
                + " nothing for these people (1);")
        .doesNotContain("region 990100, employees");
    assertThat(check("zh_CN.UTF-8", "--as-of", "2025-01-01").out())
        .contains("提示[N106] 2025-01-01 参保地 990100 没有居民政策：统筹不为这些人（1 人）支付");
  }

  @Test
  void peopleWithoutAPolicyAloneAreNoFailure() {
    folder.write(CliFolder.BINDINGS, BINDINGS);
    CommandLineRun run = check("C", "--as-of", "2025-01-01");
    assertThat(run.out()).contains("note[N106]").hasLineCount(1);
    assertThat(check("C", "--as-of", "2025-01-01", "--quiet").out()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void theBeneficiary() {
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE.replace("1982-01-01,normal", "1982-01-01,suspended"));
    assertThat(
            bindings("dad,mum,spouse,2020-01-01,,,\ndad,uncle,child,2020-01-01,,,\n", "2025-01-01"))
        .containsExactly(
            "W309 BENEFICIARY_NOT_COVERED 2:5 beneficiary_id",
            "W308 BENEFICIARY_NOT_COVERED 3:5 beneficiary_id");
  }

  @Test
  void confirmation() {
    String kid = "dad,kid,child,,,,\n";
    assertThat(bindings(kid, "2025-02-28"))
        .as("the birthday is more than a year away")
        .containsExactly();
    assertThat(bindings(kid, "2025-03-01")).containsExactly("N107  2:15 confirmed_on");
    assertThat(bindings(kid, "2026-02-28")).containsExactly("N107  2:15 confirmed_on");
    assertThat(bindings(kid, "2026-03-01")).containsExactly("W310 NOT_CONFIRMED 2:15 confirmed_on");
    assertThat(check("C", "--as-of", "2026-03-01").out())
        .contains("since 2026-03-01 (the age of 16) the beneficiary must have confirmed");
    assertThat(check("C", "--as-of", "2026-02-28").out())
        .contains("note[N107] confirmed_on: d*** can help k*** from 2026-03-01 on (the age of 16)");
    assertThat(bindings("dad,kid,child,2026-05-05,,,\n", "2026-03-01"))
        .containsExactly("W310 NOT_CONFIRMED 2:15 confirmed_on from 2026-05-05");
    assertThat(bindings("dad,kid,child,2026-05-05,,,\n", "2025-03-01"))
        .as("the confirmation comes after the birthday")
        .containsExactly("N107  2:15 confirmed_on");
    assertThat(bindings("dad,kid,child,2026-02-01,,,\n", "2025-03-01"))
        .as("confirmed before the birthday, so that nothing is due")
        .isEmpty();
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE.replace("2010-03-01", ""));
    assertThat(bindings(kid, "2025-01-01")).containsExactly("W311 NOT_CONFIRMED 2:15 confirmed_on");
  }

  @Test
  void tooManyMembersUntilOneLeaves() {
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy(
            """
            "binding": {"members": {"max": 2, "perRelation": {"child": 0}}, "payers": {"max": 1}},
            """));
    assertThat(
            bindings(
                """
                dad,mum,spouse,2020-01-01,,,
                dad,kid,child,2020-01-01,,,
                dad,gran,parent,2020-01-01,,2025-05-31,
                dad,uncle,sibling,2020-01-01,,,
                """,
                "2025-01-01"))
        .containsExactly(
            "W312 TOO_MANY_MEMBERS 3:1 payer_id",
            "W308 BENEFICIARY_NOT_COVERED 5:5 beneficiary_id");
    assertThat(check("C", "--as-of", "2025-01-01").out())
        .contains("the policy 990100-employee allows (2, child 0)");
    assertThat(
            bindings(
                """
                dad,mum,spouse,2020-01-01,,2025-05-31,
                gran,mum,spouse,2020-01-02,,,
                """,
                "2025-01-01"))
        .containsExactly("W313 TOO_MANY_PAYERS 3:6 beneficiary_id from 2025-06-01");
    folder.write(CliFolder.POLICY, CliFolder.policy("\"binding\": {\"members\": {\"max\": 1}},"));
    assertThat(
            bindings(
                """
                dad,gran,parent,2020-01-01,,2025-05-31,
                dad,mum,spouse,2020-01-02,,,
                """,
                "2025-01-01"))
        .containsExactly("W312 TOO_MANY_MEMBERS 3:1 payer_id from 2025-06-01");
  }

  @Test
  void otherRegions() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        PEOPLE.replace("mum,spouse,employee,990100", "mum,spouse,employee,980100"));
    assertThat(bindings("dad,mum,spouse,2020-01-01,,,\n", "2025-01-01"))
        .containsExactly("W314 CROSS_REGION 2:1 payer_id");
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy(
            """
            "binding": {"crossRegion": {"allow": ["same_province", "wallet"]}},
            """));
    assertThat(findings("2025-01-01")).containsExactly("W315 CROSS_REGION 2:1 payer_id");
    assertThat(check("C", "--as-of", "2025-01-01").out())
        .contains(
            "insured in the regions 990100 and 980100, and the policy 990100-employee allows that"
                + " only in the same province, when both have a wallet;");
  }

  @Test
  void derivedBindingsAreToldWithTheRowOfThePersonWhoseCellItIs() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,birth_date,share_order,confirmed
        H,dad,self,employee,990100,1980-01-01,1,
        H,mum,spouse,employee,990100,1982-01-01,,
        H,kid,child,resident,990100,2005-03-01,,no
        H,pa,parent,resident,990100,1950-01-01,2,
        """);
    assertThat(findings("2025-01-01"))
        .containsExactly(
            "W310 NOT_CONFIRMED 4: confirmed",
            "W303 PAYER_NOT_COVERED 5: insurance",
            "W303 PAYER_NOT_COVERED 5: insurance",
            "W303 PAYER_NOT_COVERED 5: insurance");
    folder.write(
        CliFolder.HOUSEHOLDS,
        folder.read(CliFolder.HOUSEHOLDS).replace("pa,parent,resident", "pa,parent,employee"));
    assertThat(findings("2025-01-01"))
        .containsExactly(
            "W310 NOT_CONFIRMED 4: confirmed",
            "W307 RELATION_NOT_ALLOWED 3: relation",
            "W306 RELATION_NOT_ALLOWED 4: relation");
  }

  @Test
  void theDay() {
    String rows = "dad,mum,spouse,2025-03-01,,,\n";
    folder.write(CliFolder.BINDINGS, BINDINGS + rows);
    CommandLineRun none = check("C");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--as-of").endsWith(" See 'cohealth check --help'.\n");
    assertThat(check("C", "--as-of", "tomorrow").code()).isEqualTo(2);
    assertThat(check("C", "--opening-date", "2025-02-28").err())
        .contains("work on 2025-02-28: 1\n");
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    assertThat(check("C").code()).as("a file without rows").isEqualTo(2);
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        C1,mum,2025-03-01,general,primary,10.00
        C2,mum,2025-01-01,general,primary,10.00
        """);
    assertThat(check("C").err()).contains("work on 2025-03-01: 0\n");
    folder.write(
        CliFolder.ACTIVITIES,
        "activity_id,time,kind,person_id,amount\nA,2025-04-02,credit,dad,1.00\n");
    assertThat(check("C").err()).contains("work on 2025-04-02: 0\n");
    assertThat(check("C", "--as-of", "2025-02-28").err()).contains("work on 2025-02-28: 1\n");
  }

  @Test
  void goesOnFromAState() {
    folder.write(CliFolder.BINDINGS, BINDINGS + "dad,mum,spouse,2025-03-01,,,\n");
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        C1,mum,2025-01-05,general,primary,10.00
        """);
    assertThat(folder.settle("--closing", folder.path("state.json")).code()).isZero();
    CommandLineRun alone =
        CommandLineRun.of(
            "check",
            "--opening",
            folder.path("state.json"),
            "--policy",
            folder.path(CliFolder.POLICY));
    assertThat(alone.err()).contains("bindings: 1, of which do not work on 2025-01-05: 1\n");
    assertThat(alone.out())
        .startsWith(folder.path("state.json") + ": warning[W310] confirmed: d*** cannot help m***")
        .contains("; it works from 2025-03-01 on\n");
    assertThat(check("C", "--opening", folder.path("state.json")).out())
        .contains("claims.csv:2:1: error[E302]");
  }

  @Test
  void whatCannotBeUsedIsAProblemAndNoRefusal() {
    folder.write(CliFolder.BINDINGS, "payer_id,beneficiary_id\n");
    folder.write("state.json", "{\"cohealth_state\":1}\n");
    CommandLineRun run = check("C", "--opening", folder.path("state.json"));
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).contains("error[E102]", "error[E503]");
    assertThat(run.err())
        .isEqualTo("problems: 2; the bindings were not tested: correct the problems first\n");
  }

  @Test
  void bindingsAreTestedThoughClaimsHaveProblems() {
    folder.write(CliFolder.BINDINGS, BINDINGS + "dad,mum,spouse,,,,\n");
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        C1,mum,2025-01-05,general,primary,10.00
        C2,nobody,2025-01-06,general,primary,1e2
        """);
    CommandLineRun run = check("C");
    assertThat(run.out()).contains("error[E303]", "error[E203]", "warning[W310]");
    assertThat(run.err())
        .isEqualTo("problems: 2; bindings: 1, of which do not work on 2025-01-05: 1\n");
  }

  @Test
  void moreProblemsThanSettleTells() {
    StringBuilder rows =
        new StringBuilder("claim_id,person_id,service_time,type,facility_level,total\n");
    for (int i = 0; i < 150; i++) {
      rows.append("C").append(i).append(",mum,2025-01-05,general,primary,1e2\n");
    }
    folder.write(CliFolder.CLAIMS, rows.toString());
    assertThat(check("C", "--as-of", "2025-01-01").out()).hasLineCount(151);
    assertThat(check("C", "--as-of", "2025-01-01").err()).startsWith("problems: 150; ");
  }

  @Test
  void aMissingFileIsTheSystemsFault() {
    CommandLineRun run =
        CommandLineRun.of("check", "-H", folder.path("no.csv"), "--as-of", "2025-01-01");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error[E601]");
    assertThat(CommandLineRun.of("check", "--as-of", "2025-01-01").code()).isEqualTo(2);
  }

  @Test
  void asJson() {
    folder.write(CliFolder.BINDINGS, BINDINGS + "dad,mum,spouse,2025-03-01,,,\n");
    CommandLineRun run = check("C", "--as-of", "2025-01-01", "-f", "json");
    assertThat(run.out())
        .startsWith("{\"schema_version\":1,\"as_of\":\"2025-01-01\",\"findings\":[\n")
        .contains(
            "{\"severity\":\"warning\",\"code\":\"W310\",\"file\":",
            "\"line\":2,\"column\":16,\"field\":\"confirmed_on\",\"reason\":\"NOT_CONFIRMED\","
                + "\"payer_id\":\"dad\",\"beneficiary_id\":\"mum\",\"works_from\":\"2025-03-01\","
                + "\"message\":\"d*** cannot help m***: since 1998-01-01")
        .contains("\"severity\":\"note\",\"code\":\"N106\"", "\"line\":null,\"column\":null")
        .endsWith("\n]}\n");
    assertThat(check("C", "--as-of", "2025-01-01", "-f", "ndjson").code()).isEqualTo(2);
  }

  @Test
  void asJunit() {
    folder.write(CliFolder.BINDINGS, BINDINGS + "dad,mum,spouse,2025-03-01,,,\n");
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    String report = folder.path("report.xml");
    assertThat(check("C", "--as-of", "2025-01-01", "--junit", report).code()).isEqualTo(4);
    assertThat(folder.read("report.xml"))
        .contains(
            "<testsuite name=\"cohealth check\" tests=\"4\" failures=\"1\" errors=\"0\">",
            "<testcase classname=\"cohealth check\" name=\"households.csv\"/>",
            "<testcase classname=\"cohealth check\" name=\"claims.csv\"/>",
            "name=\"bindings\">\n    <failure message=\"bindings.csv:2:16: warning[W310]")
        .doesNotContain(temporary.toString(), "dad", "mum");
    assertThat(check("C", "--as-of", "2025-01-01", "--junit", report).err())
        .contains("error[E605]");
    folder.write(CliFolder.CLAIMS, "claim_id\n");
    assertThat(check("C", "--as-of", "2025-01-01", "--junit", report, "--force").code())
        .isEqualTo(4);
    assertThat(folder.read("report.xml")).contains("failures=\"2\"");
    assertThat(
            check("C", "--junit", folder.path(CliFolder.CLAIMS), "--force", "--as-of", "2025-01-01")
                .err())
        .contains("error[E606]");
  }

  /** A claim that a binding did not help has the reason that check tells for its day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-panzhihua-family",
        "21-bindings-file",
        "policies/330100-employee",
        "policies/360100-employee",
        "seeds/07-hami-family-and-wallet"
      })
  void tellsTheReasonsThatClaimsHave(String sample) {
    folder = CliFolder.copyOfSample(temporary, sample);
    List<String> policies = new ArrayList<>();
    Path own = Path.of("samples", sample, "policies");
    if (own.toFile().isDirectory()) {
      policies.addAll(List.of("--policy", own.toString()));
    }
    temporary.resolve(CliFolder.POLICY).toFile().delete();
    List<String> settle = new ArrayList<>(policies);
    settle.addAll(List.of("-f", "csv"));
    Set<String> told = new TreeSet<>();
    for (Row claim : CliFolder.rows(folder.settle(settle.toArray(new String[0])).out())) {
      Set<String> reasons = new TreeSet<>(List.of(claim.get("reasons").split(";", -1)));
      reasons.retainAll(
          Set.of(
              "PAYER_NOT_COVERED",
              "RELATION_NOT_ALLOWED",
              "BENEFICIARY_NOT_COVERED",
              "NOT_CONFIRMED",
              "TOO_MANY_MEMBERS",
              "TOO_MANY_PAYERS",
              "CROSS_REGION"));
      if (reasons.isEmpty()) {
        continue;
      }
      List<String> check = new ArrayList<>(policies);
      check.addAll(List.of("-f", "csv", "--as-of", claim.get("service_time").substring(0, 10)));
      Set<String> found = new TreeSet<>();
      for (Row row : CliFolder.rows(check("C", check.toArray(new String[0])).out())) {
        if (row.get("beneficiary_id").equals(claim.get("person_id"))) {
          found.add(row.get("reason"));
        }
      }
      found.remove("NOT_IN_FORCE");
      assertThat(found).as(claim.get("claim_id")).isEqualTo(reasons);
      told.addAll(found);
    }
    assertThat(told).isNotEmpty();
  }
}
