package cohealth.naive;

import static cohealth.naive.HandCase.alone;
import static cohealth.naive.HandCase.deductibleAndRate;
import static cohealth.naive.HandCase.expect;
import static cohealth.naive.HandCase.policy;
import static cohealth.naive.HandCase.settle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge on cases that were done by hand. */
class NaiveModelTest {
  @Test
  void tiersOnPaidMoneySplitExactlyAndRoundOnce() {
    String benefit =
        "'rates': [{'tiers': [{'upTo': '100.00', 'rate': '60%'}, {'rate': '50%'}]}],"
            + "'tierBasis': {'on': 'paid'}";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            // 166.666… at 60 % are 100.00, the other 33.333… at 50 % are 16.666…
            """
            C1,A,2023-02-10,general,primary,,200.00,,,,,
            C2,A,2023-02-11,general,primary,,1.00,,,,,
            """);
    expect(rows.get(0), "pool copay rate", "116.67", "83.33", "0.6000;0.5000");
    expect(rows.get(1), "pool rate", "0.50", "0.5000");
  }

  @Test
  void amountsThatEndOnABoundaryAreInTheLowerTier() {
    String benefit =
        deductibleAndRate("10.00", "1%")
                .replace(
                    "'rate': '1%'",
                    "'tiers': [" + "{'upTo': '100.00', 'rate': '60%'}, {'rate': '80%'}]")
            + ", 'tierBasis': {'on': 'eligible'}";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,,100.00,,,,,
            C2,A,2023-02-11,general,primary,,100.00,,,,,
            """);
    expect(rows.get(0), "deductible pool rate", "10.00", "54.00", "0.6000");
    expect(rows.get(1), "deductible pool rate", "0.00", "80.00", "0.8000");
  }

  @Test
  void halvesRoundAsThePolicySays() {
    String half = "C1,A,2023-02-10,general,primary,,0.05,,,,,\n";
    String benefit = deductibleAndRate("0", "50%");
    expect(settle(policy(benefit), alone("0"), half).get(0), "pool copay", "0.03", "0.02");
    String even = ", 'rounding': {'mode': 'half_even'}";
    expect(settle(policy(benefit, even), alone("0"), half).get(0), "pool copay", "0.02", "0.03");
  }

  @Test
  void expenseCapThatCountsTheDeductible() {
    String benefit =
        deductibleAndRate("30", "50%")
            + ", 'caps': [{'name': 'e', 'on': 'expense', 'period': 'month',"
            + " 'countsDeductible': true, 'limits': [{'limit': '100'}]}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,,150.00,,,,,
            C2,A,2023-02-28,general,primary,,10.00,,,,,
            C3,A,2023-03-01,general,primary,,10.00,,,,,
            """);
    String columns = "deductible pool copay over_cap cap_left";
    expect(rows.get(0), columns, "30.00", "35.00", "35.00", "50.00", "0.00");
    expect(rows.get(1), columns, "0.00", "0.00", "0.00", "10.00", "0.00");
    expect(rows.get(2), columns, "0.00", "5.00", "5.00", "0.00", "90.00");
  }

  @Test
  void aReversedFirstVisitMakesTheNextOneFirst() {
    String benefit =
        "'deductible': {'period': 'visit', 'amounts': [{'amount': '50', 'later': '20'}]},"
            + " 'rates': [{'rate': '100%'}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,V1,60.00,,,,,
            C2,A,2023-02-11,general,primary,V2,60.00,,,,,
            R1,A,2023-02-12,general,primary,,,,,,,C1
            R2,A,2023-02-12,general,primary,,,,,,,C2
            C3,A,2023-02-13,general,primary,V3,60.00,,,,,
            C4,A,2023-02-14,general,primary,V1,60.00,,,,,
            """);
    expect(rows.get(0), "deductible pool", "50.00", "10.00");
    expect(rows.get(1), "deductible pool", "20.00", "40.00");
    expect(rows.get(2), "status deductible deductible_left", "reversed_out", "-50.00", "50.00");
    expect(rows.get(4), "deductible pool", "50.00", "10.00");
    expect(rows.get(5), "deductible pool", "50.00", "10.00");
  }

  @Test
  void theAccountBeforeThePoolLeavesThePoolTheRest() {
    String chain =
        ", 'chain': [{'payer': 'own', 'purses': ['current'], 'covers': ['eligible']},"
            + " {'payer': 'pool'}, {'payer': 'own', 'covers': 'all'}, {'payer': 'cash'}]";
    String people = "H,A,self,employee,510100,active,1980-01-01,7.00,40.00,,,\n";
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("20", "50%"), chain),
            people,
            "C1,A,2023-02-10,general,primary,,105.00,100.00,,,,\n");
    expect(
        rows.get(0),
        "own_current deductible pool copay own_prior cash",
        "40.00",
        "20.00",
        "20.00",
        "20.00",
        "7.00",
        "38.00");
  }

  @Test
  void unfiledOffsiteTakesPointsBeforeTheFactor() {
    String offsite =
        ", 'offsite': [{'when': {'province': 'other'}, 'then': 'deny', 'familyMoney': false},"
            + " {'then': 'reduce', 'points': '-10%', 'factor': '80%', 'familyMoney': true}]";
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("0", "70%"), offsite),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,,100.00,,,,510300,
            C2,A,2023-02-11,general,primary,,100.00,,,,420100,
            """);
    expect(rows.get(0), "pool rate reasons", "48.00", "0.4800", "OFFSITE_REDUCED");
    expect(rows.get(1), "pool denied rate reasons", "0.00", "100.00", "", "UNFILED_OFFSITE");
  }

  @Test
  void bindingsWorkInOrderAndTellWhyTheyStop() {
    String binding =
        ", 'binding': {'members': {'max': 1}, 'confirmation': {'age': 18},"
            + " 'shareable': {'purses': ['prior', 'current'], 'reserve': '5.00'}}";
    String people =
        """
        H,A,self,employee,510100,active,1980-01-01,0,0,,,
        H,B,spouse,employee,510100,active,1980-01-01,10.00,20.00,,,
        H,C,parent,employee,510100,active,1950-01-01,0,100.00,,,
        H,D,child,employee,510100,active,2006-02-10,0,0,,,
        """;
    String bindings =
        """
        payer_id,beneficiary_id,relation,order,limit,limit_period,confirmed_on,valid_from,valid_to
        B,A,spouse,2,,,2023-01-01,,
        C,D,child,1,,,2023-01-02,,
        C,A,child,1,40.00,,2023-01-01,,
        B,D,child,1,,,,2023-03-01,
        """;
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("1000", "50%"), binding),
            people,
            """
            C1,A,2023-02-10,general,primary,,65.00,,,,,
            C2,A,2023-02-11,general,primary,,1.00,,,,,
            C3,D,2023-02-12,general,primary,,1.00,,,,,
            """,
            bindings);
    // C first: its authorised 40.00; then B: 25.00 above the reserve, just enough.
    expect(
        rows.get(0),
        "family_detail cash reasons",
        "C:40.00;B:25.00",
        "0.00",
        "DEDUCTIBLE_NOT_MET;LIMIT_REACHED");
    expect(
        rows.get(1),
        "family_detail cash reasons",
        "",
        "1.00",
        "DEDUCTIBLE_NOT_MET;LIMIT_REACHED;EMPTY");
    // D is 17 and need not confirm, but is C's second member; B's binding is not yet in force.
    expect(
        rows.get(2),
        "family_detail reasons",
        "",
        "DEDUCTIBLE_NOT_MET;NOT_IN_FORCE;TOO_MANY_MEMBERS");
  }

  @Test
  void reversalsGiveBackAndAreRefusedInOrder() {
    String people =
        """
        H,A,self,employee,510100,active,1980-01-01,0,0,,,
        H,B,spouse,employee,510100,active,1980-01-01,0,30.00,1,20.00,
        """;
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("10", "50%")),
            people,
            """
            R0,A,2023-02-09,,,,,,,,,C1
            C1,A,2023-02-10,general,primary,,70.00,,10.00,,,
            R1,B,2023-02-11,,,,,,,,,C1
            R2,A,2023-02-12,,,,70.00,,,,,C1
            R3,A,2023-02-13,,,,,,,,,C1
            R4,A,2023-02-14,,,,,,,,,R2
            C2,A,2023-02-15,general,primary,,60.00,,,,,
            """);
    expect(
        rows.get(0),
        "status total reasons own_balance",
        "rejected",
        "0.00",
        "UNKNOWN_CLAIM",
        "0.00");
    expect(rows.get(1), "pool family family_detail cash", "25.00", "20.00", "B:20.00", "25.00");
    expect(rows.get(2), "status benefit_year reasons", "rejected", "2023", "OTHER_PERSON");
    assertThat(rows.get(3).cells())
        .containsExactly(
            ("R2,A,2023-02-12T00:00:00,2023,reversed_out,-70.00,-60.00,-10.00,-25.00,0.00,"
                    + "0.00,0.00,0.00,-20.00,-25.00,B:-20.00,10.00,,0.00,,"
                    + "-25.00,0.00,0.00,0.00,0.00,-10.00,p,2023-01-01,others,low,general,0.5000")
                .split(",", -1));
    expect(rows.get(4), "reasons", "ALREADY_REVERSED");
    expect(rows.get(5), "reasons", "NOT_REVERSIBLE");
    expect(rows.get(6), "deductible family reasons", "10.00", "20.00", "LIMIT_REACHED");
  }

  /** The second example of the rules: every step of the pool at once. */
  @Test
  void everyStepOfThePool() {
    String benefit =
        deductibleAndRate("300.00", "1%")
                .replace(
                    "'rate': '1%'",
                    "'tiers': [{'upTo': '2000.00', 'rate': '60%'}, {'rate': '80%'}]")
            + ", 'tierBasis': {'on': 'eligible'}, 'caps': ["
            + "{'name': 'e', 'on': 'expense', 'period': 'year', 'limits': [{'limit': '5000'}]},"
            + "{'name': 'p', 'on': 'payment', 'period': 'year', 'limits': [{'limit': '2500'}]}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,,1500.00,,,,,
            C2,A,2023-02-11,general,primary,,3000.00,,,,,
            C3,A,2023-02-12,general,primary,,1000.00,,,,,
            """);
    String columns = "deductible pool copay over_cap cap_left";
    expect(rows.get(0), columns, "300.00", "720.00", "480.00", "0.00", "1780.00");
    expect(rows.get(1), columns, "0.00", "1780.00", "700.00", "520.00", "0.00");
    expect(rows.get(2), columns, "0.00", "0.00", "160.00", "840.00", "0.00");
  }

  @Test
  void aPlainRateMovesTheTiersToo() {
    String benefit =
        "'rates': [{'band': 'low', 'rate': '90%'},"
            + " {'tiers': [{'upTo': '100.00', 'rate': '60%'}, {'rate': '50%'}]}],"
            + "'tierBasis': {'on': 'entering'}";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,primary,,80.00,,,,,
            C2,A,2023-02-11,general,tertiary,,40.00,,,,,
            """);
    expect(rows.get(0), "pool rate", "72.00", "0.9000");
    expect(rows.get(1), "pool rate", "22.00", "0.6000;0.5000");
  }

  @Test
  void anAmountPerClaimHoldsOverSeveralFamilySteps() {
    String more =
        ", 'chain': [{'payer': 'family', 'covers': ['first_self_pay']}, {'payer': 'pool'},"
            + " {'payer': 'family', 'covers': 'all'}, {'payer': 'cash'}]";
    String people =
        """
        H,A,self,employee,510100,active,1980-01-01,0,0,,,
        H,B,spouse,employee,510100,active,1980-01-01,0,500.00,,,
        """;
    String bindings =
        """
        payer_id,beneficiary_id,relation,limit,limit_period,confirmed_on
        B,A,spouse,30.00,claim,2023-01-01
        """;
    String claims =
        """
        C1,A,2023-02-10,general,primary,,100.00,,,20.00,,
        C2,A,2023-02-11,general,primary,,100.00,,,,,
        """;
    List<Table.Row> rows =
        settle(policy(deductibleAndRate("0", "50%"), more), people, claims, bindings);
    String columns = "pool family_detail cash reasons";
    expect(rows.get(0), columns, "40.00", "B:30.00", "30.00", "LIMIT_REACHED");
    expect(rows.get(1), columns, "50.00", "B:30.00", "20.00", "LIMIT_REACHED");
  }
}
