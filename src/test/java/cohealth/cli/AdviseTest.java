package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cohealth advise} tells a household. */
class AdviseTest {
  private static final String SAMPLE = "samples/24-order-of-payers/";
  private static final String PEOPLE =
      "household_id,person_id,name,birth_date,relation,insurance,category,region,prior_balance,"
          + "share_order,share_limit\n";
  private static final String CLAIMS =
      "claim_id,person_id,service_time,type,facility_level,total,eligible\n";
  private static final String BINDING =
      "\"binding\": {\"relations\": {\"allow\": [\"spouse\", \"parent\", \"child\", \"sibling\","
          + " \"grandchild\"], \"source\": \"test\"}ORDER},";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(Path.of(""));

  @BeforeEach
  void policy() {
    folder = new CliFolder(temporary);
    folder.write(CliFolder.POLICY, CliFolder.policy(BINDING.replace("ORDER", "")));
  }

  @Test
  void tellsTheSampleInEnglish() {
    CommandLineRun run = sample("C");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "Paid in cash\n  300.00; with other settings it would have been 0.00: 300.00 yuan less.",
            "\nAs it is: 300.00 in cash\n",
            "  P241 何** helps P243 何** with 100.00\n",
            "\nThe best: 0.00 in cash\n",
            "  P241 何** helps P243 何** with 400.00\n",
            "  P242 周** helps P244 何** with 500.00\n",
            "\nWhat to change\n  P241 何**: share_order 1 → 3\n",
            "All settings were settled with these claims (5)",
            "This is hindsight",
            "\nWhat is left of the year as it is, at the end of 2025-03-15\n",
            "    Payment limit general/year: 1115.00 of 1500.00 left; it expires on\n      2025-12-31\n",
            "    Next to pay, beside the fund: P242 周** (500.00), then cash\n")
        .doesNotContain("志远");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void tellsTheSampleInChinese() {
    assertThat(sample("zh_CN.UTF-8").out())
        .contains(
            "现金支付 300.00；换一种设置",
            "  P241 何** 为 P243 何** 共济 400.00\n",
            "要改什么\n  P241 何**：共济顺序 1 → 3\n",
            "支付限额 general/year：1500.00 中剩余 1115.00；2025-12-31 到期",
            "本人历年资金（500.00），再用现金");
  }

  @Test
  void theJsonHasTheSameTree() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(sample("C", "-f", "json").out());
    assertThat(tree.get("schema_version").intValue()).isEqualTo(1);
    assertThat(tree.get("household_id").textValue()).isEqualTo("H024");
    assertThat(tree.get("gain").textValue()).isEqualTo("300.00");
    List<String> keys = new ArrayList<>();
    tree.get("parts").forEach(part -> keys.add(part.get("key").textValue()));
    assertThat(keys).containsExactly("as_it_is", "best", "changes", "how", "year_left");
    JsonNode change = tree.get("parts").get(2).get("parts").get(0);
    assertThat(change.get("key").textValue()).isEqualTo("order");
    assertThat(change.get("payer_id").textValue()).isEqualTo("P241");
    assertThat(change.get("from").textValue()).isEqualTo("1");
    assertThat(change.get("to").textValue()).isEqualTo("3");
  }

  @Test
  void threadsChangeNothing() {
    assertThat(sample("C", "--threads", "1").out()).isEqualTo(sample("C", "--threads", "4").out());
  }

  @Test
  void anAnswerIsWrittenToAFile() {
    String file = temporary.resolve("advice.json").toString();
    assertThat(sample("C", "-o", file).out()).isEmpty();
    assertThat(folder.read("advice.json")).startsWith("{").contains("\"gain\" : \"300.00\"");
    CommandLineRun again = sample("C", "-o", file);
    assertThat(again.code()).isEqualTo(6);
  }

  @Test
  void withoutPayersThereIsNothingToChoose() {
    household(
        "H,C,,2015-01-01,self,resident,,990100,,,", "H,D,,2016-01-01,sibling,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,100.00,100.00");
    CommandLineRun run = advise();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Household H: nobody's account could help another member")
        .contains("nothing to choose.");
  }

  /** A relation that the policy does not allow is no choice, whoever has money. */
  @Test
  void neverProposesWhatThePolicyForbids() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,0.00,1,",
        "H,S,,1982-01-01,spouse,employee,,990100,900.00,,",
        "H,G,,1950-01-01,parent,resident,,990100,,,");
    claims("1,G,2025-02-01,general,primary,100.00,100.00");
    assertThat(told())
        .contains("Paid in cash 100.00; no other setting would have been better.")
        .doesNotContain("What to change");
  }

  @Test
  void aHouseholdWithoutClaimsHasNothingToChoose() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,100.00,1,",
        "H,C,,2015-01-01,child,resident,,990100,,,",
        "I,B,,1980-01-01,self,employee,,990100,100.00,1,");
    claims("1,B,2025-02-01,general,primary,100.00,100.00");
    assertThat(told()).startsWith("Household H has no claims in the files");
    claims();
    assertThat(told()).startsWith("Household H has no claims in the files");
  }

  @Test
  void somebodyMayBeginToShare() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,30.00,1,",
        "H,S,,1982-01-01,spouse,employee,,990100,900.00,,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,100.00,100.00");
    assertThat(told()).contains("70.00 yuan less.", " S: begin to share; share_order blank → 2 ");
  }

  @Test
  void anAuthorisedAmountMayBeLiftedAndTheLeastThatIsEnoughIsTold() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,900.00,1,100.00",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims(
        "1,C,2025-02-01,general,primary,90.00,90.00",
        "2,C,2025-02-02,general,primary,170.00,170.00");
    assertThat(told())
        .contains(
            " A: authorised amount share_limit 100.00 → blank; 260.00 is enough ",
            " A helps C with 260.00 ");
  }

  @Test
  void eachBeneficiaryOfABindingsFileHasAnOrderOfItsOwn() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,600.00,,",
        "H,B,,1982-01-01,spouse,employee,,990100,500.00,,",
        "H,C,,2015-01-01,child,resident,,990100,,,",
        "H,G,,1950-01-01,parent,resident,,990100,,,");
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,order,confirmed_on
        A,C,child,1,2024-01-01
        B,C,child,2,2024-01-01
        A,G,parent,1,2024-01-01
        """);
    claims(
        "1,C,2025-02-01,general,primary,500.00,500.00",
        "2,G,2025-03-01,general,primary,400.00,400.00");
    assertThat(told())
        .contains("300.00 yuan less.", " What to change A for C: order 1 → 3 ")
        .contains("All settings were settled with these claims (10)");
  }

  @Test
  void keepsTheEldersAccountsWhereCashIsTheSame() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,500.00,2,",
        "H,G,,1950-01-01,parent,employee,retired,990100,500.00,1,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,100.00,100.00");
    assertThat(told())
        .contains("another one keeps 100.00 yuan more in the accounts of those from age 60 on.")
        .contains(" G: share_order 1 → 3 ");
    assertThat(told("--goal", "none")).contains("no other setting would have been better");
    assertThat(told("--elder-age", "80"))
        .contains("no other setting", "nobody is known to be 80 or older");
    claims("1,C,2025-02-01,general,primary,600.00,600.00");
    assertThat(told("--goal", "even")).contains("no other setting");
  }

  @Test
  void evenMakesTheSmallestAccountLarge() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,300.00,1,",
        "H,B,,1982-01-01,spouse,employee,,990100,500.00,2,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,100.00,100.00");
    assertThat(told("--goal", "even"))
        .contains("the smallest account that may share holds 100.00 yuan more.");
  }

  @Test
  void saysWhereAnOrderOfTheFamilysOwnHasNoEffect() {
    String order = ", \"order\": {\"by\": \"largest_balance\", \"source\": \"test\"}";
    folder.write(CliFolder.POLICY, CliFolder.policy(BINDING.replace("ORDER", order)));
    household(
        "H,A,,1980-01-01,self,employee,,990100,300.00,1,",
        "H,B,,1982-01-01,spouse,employee,,990100,500.00,2,");
    claims("1,A,2025-02-01,general,primary,500.00,500.00");
    assertThat(told()).contains("By 990100-employee the largest balance is drawn first");
  }

  @Test
  void manyPayersAreSearchedAndTheAnswerSaysSo() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,100.00,1,",
        "H,B,,1982-01-01,spouse,employee,,990100,100.00,,",
        "H,E,,1955-01-01,parent,employee,retired,990100,100.00,,",
        "H,F,,1955-01-01,parent,employee,retired,990100,100.00,,",
        "H,J,,2003-01-01,child,employee,,990100,100.00,,",
        "H,K,,2004-01-01,child,employee,,990100,100.00,,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,650.00,650.00");
    assertThat(told())
        .contains("in cash 550.00; with other settings it would have been 50.00: 500.00 yuan less")
        .contains("A search: ", " settings of 1957 were settled", "A better one may exist.");
  }

  /** Without the transfer the father could pay all for the child, but the mother wants it. */
  @Test
  void noPlanRefusesAnActivityThatIsAcceptedAsThingsAre() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,birth_date,relation,insurance,region,prior_balance,wallet
        H,A,1980-01-01,self,employee,990100,500.00,yes
        H,B,1982-01-01,spouse,resident,990100,,yes
        H,C,2015-01-01,child,resident,990100,,
        """);
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,order,confirmed_on
        A,B,spouse,1,2024-01-01
        A,C,child,1,2024-01-01
        """);
    claims(
        "1,B,2025-02-01,general,primary,10.00,10.00",
        "2,C,2025-03-01,general,primary,500.00,500.00");
    String header = "activity_id,time,kind,person_id,payer_id,amount\n";
    folder.write(CliFolder.ACTIVITIES, header + "1,2025-01-02,transfer,B,A,300.00\n");
    assertThat(told()).contains("Paid in cash 300.00; no other setting");
    folder.write(CliFolder.ACTIVITIES, header);
    assertThat(told()).contains("Paid in cash 10.00; no other setting", " A helps C with 490.00 ");
  }

  @Test
  void creditsCountAsTheyCome() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,200.00,1,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims("1,C,2025-02-01,general,primary,300.00,300.00");
    folder.write(
        CliFolder.ACTIVITIES,
        "activity_id,time,kind,person_id,payer_id,amount\n1,2025-01-02,credit,A,,50.00\n");
    assertThat(told()).contains("Paid in cash 50.00; no other setting");
  }

  @Test
  void peopleWhomAPlanWouldConnectNeedAnOpeningDate() {
    household(
        "H,A,,1980-01-01,self,employee,,990100,200.00,,",
        "H,C,,2015-01-01,child,resident,,990100,,,");
    claims(
        "1,A,2024-02-01,general,primary,100.00,100.00",
        "2,C,2025-02-01,general,primary,100.00,100.00");
    CommandLineRun run = advise();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("E319", "--opening-date");
    assertThat(told("--opening-date", "2024-01-01")).contains("A: begin to share");
  }

  @Test
  void wrongUsageIsTold() {
    household("H,A,,1980-01-01,self,employee,,990100,200.00,1,");
    claims("1,A,2025-02-01,general,primary,100.00,100.00");
    assertThat(advise("--opening", "state.json").code()).isEqualTo(2);
    assertThat(advise("--opening", "state.json").err()).contains("--opening is not for 'advise'");
    assertThat(advise("--goal", "none", "--elder-age", "70").err())
        .contains("--elder-age is only for --goal elders");
    assertThat(advise("--elder-age", "200").code()).isEqualTo(2);
    assertThat(advise("--opening-date", "2025-01-01", "--as-of", "2024-01-01").code()).isEqualTo(2);
    CommandLineRun none = CliFolder.run("C", "", "advise", "-H", "h.csv", "-C", "c.csv");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--household");
    CommandLineRun unknown = folder.advise("--household", "J", "--show-ids");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("there is no household J");
  }

  private void household(String... rows) {
    folder.write(CliFolder.HOUSEHOLDS, PEOPLE + String.join("\n", rows) + "\n");
  }

  private void claims(String... rows) {
    folder.write(
        CliFolder.CLAIMS, CLAIMS + (rows.length == 0 ? "" : String.join("\n", rows) + "\n"));
  }

  private CommandLineRun advise(String... more) {
    List<String> args = new ArrayList<>(List.of("--household", "H"));
    args.addAll(List.of(more));
    return folder.advise(args.toArray(String[]::new));
  }

  /** The answer without its line ends. */
  private String told(String... more) {
    return advise(more).out().replaceAll("\\s+", " ");
  }

  private static CommandLineRun sample(String locale, String... more) {
    List<String> args = new ArrayList<>(List.of("advise", "--household", "H024"));
    args.addAll(List.of("-H", SAMPLE + "households.csv", "-C", SAMPLE + "claims.csv"));
    args.addAll(List.of(more));
    return CliFolder.run(locale, "", args.toArray(String[]::new));
  }
}
