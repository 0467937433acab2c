package cohealth.naive;

import static cohealth.naive.HandCase.deductibleAndRate;
import static cohealth.naive.HandCase.expect;
import static cohealth.naive.HandCase.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge on activities and years that were done by hand. */
class NaiveModelActivitiesTest {
  private static final String PEOPLE =
      "household_id,person_id,relation,insurance,region,category,birth_date,prior_balance,"
          + "current_balance,wallet,share_order,benefit_from,benefit_to,contribution_base\n";
  private static final String CLAIMS =
      "claim_id,person_id,service_time,type,facility_level,total,reverses\n";
  private static final String ACTIVITIES =
      "activity_id,time,kind,person_id,payer_id,mode,purse,amount,plan_year,field,value\n";
  private static final String BINDINGS =
      "payer_id,beneficiary_id,relation,order,limit,confirmed_on\n";

  /** Half of everything, for residents who pay 380.00 in autumn or 500.00 later. */
  private static final String RESIDENTS =
      policy(
              deductibleAndRate("0", "50%"),
              ", 'premium': [{'planYear': 2025, 'amount': '380.00',"
                  + " 'window': {'from': '2024-09-01', 'to': '2024-12-20'},"
                  + " 'late': {'amount': '500.00', 'waitingMonths': 3},"
                  + " 'plan': {'from': '2025-01-01', 'to': '2025-12-31'}}]")
          .replace("\"p\"", "\"r\"")
          .replace("\"employee\"", "\"resident\"");

  /** The tables of both files of results. */
  private record Rows(List<Table.Row> claims, List<Table.Row> activities) {}

  private static Rows settle(
      List<String> policies,
      String people,
      @Nullable String bindings,
      String activities,
      String claims,
      String openingDate) {
    NaiveModel.Rows rows =
        NaiveModel.settle(
            PEOPLE + people,
            CLAIMS + claims,
            bindings == null ? null : BINDINGS + bindings,
            ACTIVITIES + activities,
            LocalDate.parse(openingDate),
            policies);
    return new Rows(
        Table.read(String.join("\n", rows.settlements())),
        Table.read(String.join("\n", rows.activities())));
  }

  private static void expectReasons(List<Table.Row> activities, String... reasons) {
    assertThat(activities.stream().map(row -> row.get("reason"))).containsExactly(reasons);
  }

  @Test
  void aPremiumOfTheFamilyInsuresThePlanYear() {
    String employees =
        policy(
            deductibleAndRate("1000", "50%"), ", 'binding': {'shareable': {'reserve': '20.00'}}");
    Rows rows =
        settle(
            List.of(employees, RESIDENTS),
            """
            H,F,self,employee,510100,active,1980-01-01,100.00,300.00,,,,,
            H,M,spouse,employee,510100,active,1980-01-01,0,60.00,,,,,
            H,K,child,resident,510100,minor,2015-05-05,0,0,,,2025-06-01,2025-06-30,
            """,
            """
            F,K,child,2,,
            M,K,child,1,50.00,
            """,
            """
            A1,2024-08-31,premium,K,,family,,,2025,,
            A2,2024-09-01,premium,K,F,personal,,380.01,2025,,
            A3,2024-09-01,premium,K,M,personal,,,2025,,
            A4,2024-09-01,premium,F,M,personal,,,2025,,
            A5,2024-09-01,premium,K,,family,,,2026,,
            A6,2024-12-20,premium,K,,family,,380.00,2025,,
            A7,2024-12-21,premium,K,,family,,,2025,,
            """,
            """
            C1,K,2024-12-31,general,primary,10.00,
            C2,K,2025-01-01,general,primary,10.00,
            C3,K,2025-12-31,general,primary,10.00,
            C4,K,2026-01-01,general,primary,10.00,
            C5,F,2025-02-01,general,primary,70.00,
            """,
            "2024-08-01");
    expectReasons(
        rows.activities(),
        "OUT_OF_WINDOW",
        "WRONG_AMOUNT",
        "INSUFFICIENT",
        "NO_BINDING",
        "OUT_OF_WINDOW",
        "",
        "ALREADY_PAID");
    // M has 40.00 above the reserve; of F's 380.00 above it, 340.00: 100.00 prior, 240.00 current.
    assertThat(rows.activities().get(5).cells())
        .containsExactly(
            "A6,K,2024-12-20T00:00:00,premium,accepted,380.00,M:40.00;F:340.00,0.00,"
                .split(",", -1));
    expect(rows.activities().get(6), "status amount payer_detail", "refused", "0.00", "");
    expect(rows.claims().get(0), "pool reasons", "0.00", "WAITING_PERIOD;EMPTY");
    expect(rows.claims().get(1), "pool reasons", "5.00", "EMPTY");
    expect(rows.claims().get(2), "pool reasons", "5.00", "EMPTY");
    expect(rows.claims().get(3), "pool reasons", "0.00", "BENEFIT_ENDED;EMPTY");
    // C1 and C2 took 15.00 of F's last 60.00; what was left has become prior-year money.
    expect(rows.claims().get(4), "own_prior own_current cash", "45.00", "0.00", "25.00");
  }

  @Test
  void aLatePremiumMakesThePersonWait() {
    Rows rows =
        settle(
            List.of(policy(deductibleAndRate("1000", "50%")), RESIDENTS),
            """
            H,F,self,employee,510100,active,1980-01-01,600.00,0,,1,,,
            H,K,child,resident,510100,minor,2015-05-05,0,0,,,,2024-12-31,
            """,
            null,
            """
            A1,2025-01-31T12:00,premium,K,F,,,380.00,2025,,
            A2,2025-01-31T12:00,premium,K,F,,,,2025,,
            """,
            """
            C1,K,2025-01-31T11:59,general,primary,10.00,
            C2,K,2025-01-31T12:00,general,primary,10.00,
            C3,K,2025-04-29T23:59:59,general,primary,10.00,
            C4,K,2025-04-30,general,primary,10.00,
            C5,K,2026-01-01,general,primary,10.00,
            """,
            "2025-01-01");
    expectReasons(rows.activities(), "WRONG_AMOUNT", "");
    expect(rows.activities().get(1), "amount payer_detail", "500.00", "F:500.00");
    // Three months after the last of January are the last of April.
    expect(rows.claims().get(0), "pool reasons", "0.00", "BENEFIT_ENDED");
    expect(rows.claims().get(1), "pool reasons", "0.00", "WAITING_PERIOD");
    expect(rows.claims().get(2), "pool reasons", "0.00", "WAITING_PERIOD");
    expect(rows.claims().get(3), "pool reasons", "5.00", "");
    expect(rows.claims().get(4), "pool reasons", "0.00", "BENEFIT_ENDED");
  }

  @Test
  void premiumsAreTestedInOrder() {
    Rows rows =
        settle(
            List.of(policy(deductibleAndRate("1000", "50%")), RESIDENTS),
            """
            H,F,self,employee,510100,active,1980-01-01,600.00,0,,1,,,
            H,M,spouse,employee,510100,active,1980-01-01,600.00,0,,2,,,
            H,K,child,resident,510100,minor,2015-05-05,0,0,,,,,
            """,
            null,
            """
            A1,2024-09-01,change,F,,,,,,status,suspended
            A2,2024-09-01,premium,K,F,personal,,,2025,,
            A3,2024-09-01,premium,K,,family,,,2025,,
            A4,2024-09-02,change,K,,,,,,insurance,employee
            A5,2024-09-02,premium,K,M,personal,,,2025,,
            A6,2024-09-03,change,K,,,,,,insurance,none
            A7,2024-09-03,premium,K,,family,,,2025,,
            A8,2024-09-03,change,M,,,,,,region,519900
            A9,2024-09-03,premium,K,,family,,,2025,,
            """,
            "",
            "2024-08-01");
    expectReasons(
        rows.activities(),
        "",
        "PAYER_NOT_COVERED",
        "",
        "",
        "NOT_RESIDENT",
        "",
        "PAYER_NOT_COVERED", // the first in configured order is F
        "",
        "PAYER_NOT_COVERED");
    expect(rows.activities().get(2), "payer_detail", "M:380.00");
  }

  @Test
  void transfersKeepEveryLimit() {
    String limits =
        ", 'wallet': {'transfer': {'maxAmount': '50.00', 'maxPerDay': 2,"
            + " 'forbidden': {'from': '22:00', 'to': '06:00'}}}";
    Rows rows =
        settle(
            List.of(policy(deductibleAndRate("1000", "50%"), limits)),
            """
            H,F,self,employee,510100,active,1980-01-01,30.00,70.00,yes,,,,
            H,M,spouse,employee,510100,active,1980-01-01,0,70.00,no,,,,
            H,K,child,resident,519900,minor,2015-05-05,0,0,yes,,,,
            """,
            """
            F,K,child,1,10.00,2023-01-01
            F,M,spouse,1,,2023-01-01
            """,
            """
            A1,2025-03-01,transfer,K,F,,,50.00,,,
            A2,2025-03-01T05:59:59,transfer,K,F,,,10.00,,,
            A3,2025-03-01T06:00,transfer,K,F,,,50.01,,,
            A4,2025-03-01T06:00,transfer,K,F,,,10.00,,,
            A5,2025-03-01T07:00,transfer,K,F,,,10.00,,,
            A6,2025-03-01T22:00,transfer,M,F,,,10.00,,,
            A7,2025-03-02T21:59,transfer,K,F,,,40.01,,,
            A8,2025-03-02T22:00,transfer,K,F,,,40.00,,,
            A9,2025-03-02T21:59:59,transfer,K,F,,,40.00,,,
            A10,2025-03-02T12:00,transfer,K,M,,,10.00,,,
            """,
            """
            C1,K,2025-03-01T06:00,general,primary,80.00,
            """,
            "2025-01-01");
    expectReasons(
        rows.activities(),
        "",
        "FORBIDDEN_HOUR",
        "AMOUNT_LIMIT",
        "",
        "COUNT_LIMIT",
        "WALLET_NOT_OPEN",
        "INSUFFICIENT",
        "FORBIDDEN_HOUR",
        "",
        "NO_BINDING");
    assertThat(rows.activities().get(3).cells())
        .containsExactly(
            "A4,K,2025-03-01T06:00:00,transfer,accepted,10.00,F:10.00,60.00,".split(",", -1));
    // The claim comes after A4, and other regions' payers cannot help it.
    expect(
        rows.claims().get(0),
        "own_wallet family cash reasons",
        "60.00",
        "0.00",
        "20.00",
        "NO_POLICY;CROSS_REGION");
  }

  @Test
  void yearsMakeCurrentMoneyPriorMoney() {
    String july =
        policy(deductibleAndRate("1000", "50%"))
            .replace("\"sources\"", "\"accountYearStart\": \"07-01\", \"sources\"");
    Rows rows =
        settle(
            List.of(july),
            """
            H,A,self,employee,510100,active,1980-01-01,10.00,100.00,,,,,
            H,B,spouse,employee,510100,active,1980-01-01,0,90.00,,,,,
            H,D,child,employee,510100,active,1999-01-01,0,0,,,,,
            """,
            "B,D,child,1,30.00,2023-01-01\n",
            """
            A1,2025-01-15,credit,A,,,,50.00,,,
            A2,2025-07-01,credit,A,,,,1.00,,,
            """,
            """
            C1,A,2024-07-01,general,primary,30.00,
            D1,D,2025-06-30T23:59:59,general,primary,40.00,
            D2,D,2025-07-01,general,primary,20.00,
            C2,A,2025-06-30T23:59:59,general,primary,5.00,
            R1,A,2025-07-01,,,,C1
            R2,D,2025-07-01,,,,D1
            D3,D,2025-07-02,general,primary,40.00,
            C3,A,2025-07-02,general,primary,140.00,
            C4,A,2025-07-03,general,primary,20.00,
            """,
            "2024-07-01");
    String own = "own_prior own_current cash own_balance";
    // The opening balances are those of the new year: nothing moves on the opening date.
    expect(rows.claims().get(0), own, "10.00", "20.00", "0.00", "80.00");
    expect(rows.claims().get(3), own, "0.00", "5.00", "0.00", "125.00");
    // What R1 gives back joins the 125.00 in the prior-year purse, beside 1.00 of the new year.
    expect(rows.claims().get(4), own, "-10.00", "-20.00", "0.00", "156.00");
    expect(rows.claims().get(7), own, "140.00", "0.00", "0.00", "16.00");
    expect(rows.claims().get(8), own, "15.00", "1.00", "4.00", "0.00");
    // The authorised 30.00 are of one account year; R2 gives back those of the year before.
    String family = "family reasons";
    expect(rows.claims().get(1), family, "30.00", "DEDUCTIBLE_NOT_MET;LIMIT_REACHED");
    expect(rows.claims().get(2), family, "20.00", "DEDUCTIBLE_NOT_MET");
    expect(rows.claims().get(5), family, "-30.00", "");
    expect(rows.claims().get(6), family, "10.00", "DEDUCTIBLE_NOT_MET;LIMIT_REACHED");
  }

  /** Days without a policy have calendar years, but a year starts on its first day alone. */
  @Test
  void theEndOfAGapStartsNoYear() {
    String july =
        policy(deductibleAndRate("1000", "50%"))
            .replace("\"sources\"", "\"accountYearStart\": \"07-01\", \"sources\"");
    String gap = july.replace("\"2023-01-01\"", "\"2025-03-01\"");
    Rows rows =
        settle(
            List.of(gap),
            "H,A,self,employee,510100,active,1980-01-01,0,100.00,,,,,\n",
            null,
            "A1,2025-02-10,credit,A,,,,,,,\n",
            """
            C1,A,2025-02-11,general,primary,10.00,
            C2,A,2025-03-10,general,primary,10.00,
            C3,A,2025-06-30,general,primary,10.00,
            C4,A,2025-07-01,general,primary,10.00,
            """,
            "2025-02-01");
    expectReasons(rows.activities(), "NO_RULE");
    expect(rows.claims().get(0), "own_current reasons", "10.00", "NO_POLICY");
    expect(rows.claims().get(1), "own_current", "10.00");
    expect(rows.claims().get(2), "own_current", "10.00");
    expect(rows.claims().get(3), "own_prior own_current", "10.00", "0.00");
  }

  @Test
  void creditsAccrueByTheRulesOfTheDay() {
    String accrual =
        ", 'accrual': [{'group': 'retired', 'amount': '83.15'}, {'category': 'active',"
            + " 'rate': '2%'}]";
    Rows rows =
        settle(
            List.of(policy(deductibleAndRate("1000", "50%"), accrual)),
            "H,A,self,employee,510100,active,1980-01-01,0,0,,,,,\n",
            null,
            """
            A1,2025-01-31,credit,A,,,,,,,
            A2,2025-02-01,change,A,,,,,,contribution_base,4321.25
            A3,2025-02-01,credit,A,,,,,,,
            A4,2025-03-01,change,A,,,,,,category,retired
            A5,2025-03-01,credit,A,,,prior,,,,
            A6,2025-04-01,change,A,,,,,,category,flexible
            A7,2025-04-01,credit,A,,,,,,,
            A8,2025-04-02,credit,A,,,wallet,0.01,,,
            """,
            "C1,A,2025-05-01,general,primary,200.00,\n",
            "2025-01-01");
    expectReasons(rows.activities(), "NO_RULE", "", "", "", "", "", "NO_RULE", "");
    // 2 % of 4321.25 are 86.425.
    expect(rows.activities().get(2), "amount own_balance", "86.43", "86.43");
    expect(rows.activities().get(4), "amount own_balance", "83.15", "169.58");
    expect(rows.claims().get(0), "own_prior own_current own_wallet", "83.15", "86.43", "0.01");
  }

  @Test
  void changesHoldFromTheirTimeOn() {
    String rates =
        "'deductible': {'period': 'year', 'amounts': [{'amount': '30.00'}]},"
            + " 'rates': [{'group': 'retired', 'rate': '80%'}, {'rate': '50%'}]";
    Rows rows =
        settle(
            List.of(policy(rates)),
            """
            H,A,self,employee,510100,active,1960-01-01,0,0,,,,,
            H,B,spouse,employee,510100,active,1960-01-01,0,500.00,,1,,,
            """,
            null,
            """
            A1,2025-04-01,change,A,,,,,,category,retired
            A2,2025-05-01,change,A,,,,,,region,519900
            A3,2025-06-01,change,A,,,,,,region,510100
            A4,2025-06-01,change,B,,,,,,status,suspended
            A5,2025-07-01,change,A,,,,,,benefit_to,2025-06-30
            A6,2025-08-01,change,A,,,,,,benefit_to,
            """,
            """
            C1,A,2025-03-31T23:59:59,general,primary,20.00,
            C2,A,2025-04-01,general,primary,20.00,
            C3,A,2025-05-01,general,primary,10.00,
            C4,A,2025-06-01,general,primary,10.00,
            R1,A,2025-06-01,,,,C3
            C5,A,2025-07-02,general,primary,10.00,
            C6,A,2025-08-02,general,primary,10.00,
            """,
            "2025-01-01");
    assertThat(rows.activities().get(0).cells())
        .containsExactly("A1,A,2025-04-01T00:00:00,change,accepted,0.00,,0.00,".split(",", -1));
    String columns = "deductible pool family group reasons";
    List<Table.Row> claims = rows.claims();
    expect(claims.get(0), columns, "20.00", "0.00", "20.00", "others", "DEDUCTIBLE_NOT_MET");
    // What was deducted before retirement counts.
    expect(claims.get(1), columns, "10.00", "8.00", "12.00", "retired", "");
    expect(claims.get(2), columns, "0.00", "0.00", "0.00", "", "NO_POLICY;CROSS_REGION");
    expect(claims.get(3), columns, "0.00", "8.00", "0.00", "retired", "PAYER_NOT_COVERED");
    expect(claims.get(4), "status family", "reversed_out", "0.00");
    expect(
        claims.get(5),
        columns,
        "0.00",
        "0.00",
        "0.00",
        "retired",
        "BENEFIT_ENDED;PAYER_NOT_COVERED");
    expect(claims.get(6), columns, "0.00", "8.00", "0.00", "retired", "PAYER_NOT_COVERED");
  }
}
