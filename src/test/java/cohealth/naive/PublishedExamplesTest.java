package cohealth.naive;

import static cohealth.naive.HandCase.alone;
import static cohealth.naive.HandCase.deductibleAndRate;
import static cohealth.naive.HandCase.expect;
import static cohealth.naive.HandCase.policy;
import static cohealth.naive.HandCase.settle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge on calculations that bureaus and media have published. */
class PublishedExamplesTest {
  @Test
  void yangzhouV01() {
    String benefit =
        deductibleAndRate("600.00", "65%")
            + ", 'caps': [{'name': 'year', 'on': 'payment', 'period': 'year',"
            + " 'limits': [{'limit': '7000.00'}]}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("2760.00"),
            "C1,A,2023-03-01 09:26,general,secondary,,1500.00,,,,,\n");
    assertThat(rows.get(0).cells())
        .containsExactly(
            ("C1,A,2023-03-01T09:26:00,2023,settled,1500.00,1500.00,600.00,585.00,0.00,"
                    + "0.00,915.00,0.00,0.00,0.00,,0.00,6415.00,1845.00,,"
                    + "315.00,0.00,0.00,0.00,0.00,0.00,p,2023-01-01,others,middle,general,0.6500")
                .split(",", -1));
  }

  @Test
  void lanzhouV05() {
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("200.00", "60%")),
            alone("0"),
            "C1,A,2023-03-01,general,secondary,,2000.00,,300.00,,,\n");
    expect(rows.get(0), "eligible pool cash", "1700.00", "900.00", "1100.00");
  }

  @Test
  void zhenjiangV07() {
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("800", "90%")),
            alone("1020.00"),
            "C1,A,2023-03-01,general,primary,,8000.00,,,,,\n");
    expect(rows.get(0), "pool own_current cash", "6480.00", "1020.00", "500.00");
  }

  @Test
  void wuhanV09() {
    String cap =
        ", 'caps': [{'name': 'year', 'on': 'payment', 'period': 'year',"
            + " 'limits': [{'limit': '3500.00'}]}]";
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("700", "80%") + cap),
            alone("980"),
            """
            C1,A,2023-02-10,general,primary,,5000.00,,,,,
            C2,A,2023-02-11,general,primary,,100.00,,,,,
            """);
    expect(rows.get(0), "pool own_current cash cap_left", "3440.00", "980.00", "580.00", "60.00");
    expect(rows.get(1), "pool copay over_cap reasons", "60.00", "20.00", "20.00", "CAP_REACHED");
  }

  @Test
  void ningboV14() {
    String benefit =
        "'rates': [{'rate': '60%'}], 'caps': [{'name': 'year', 'on': 'expense', 'period': 'year',"
            + " 'limits': [{'limit': '3000.00'}]}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            "C1,A,2023-02-10,general,primary,,3100.00,3040.00,50.00,10.00,,\n");
    expect(
        rows.get(0),
        "pool copay over_cap cash cap_left deductible_left",
        "1800.00",
        "1200.00",
        "40.00",
        "1300.00",
        "0.00",
        "");
  }

  @Test
  void wuxiV15() {
    String people =
        """
        H,A,self,employee,510100,active,1980-01-01,0,100.00,,,
        H,B,spouse,employee,510100,active,1980-01-01,0,2000.00,1,,yes
        """;
    List<Table.Row> rows =
        settle(
            policy(deductibleAndRate("600.00", "50%")),
            people,
            """
            C1,A,2023-02-10,general,primary,,600.00,,,,,
            C2,B,2023-02-11,general,primary,,1500.00,,,,,
            """);
    expect(rows.get(0), "own_current family family_detail", "100.00", "500.00", "B:500.00");
    expect(rows.get(1), "pool own_current own_balance", "450.00", "1050.00", "450.00");
  }

  @Test
  void ziboV22() {
    String benefit =
        "'deductible': {'period': 'year', 'amounts': ["
            + "{'band': 'low', 'amount': '100'}, {'band': 'middle', 'amount': '500'},"
            + "{'band': 'high', 'amount': '700'}]}, 'rates': [{'rate': '100%'}]";
    List<Table.Row> rows =
        settle(
            policy(benefit),
            alone("0"),
            """
            C1,A,2023-02-10,general,tertiary,,200.00,,,,,
            C2,A,2023-02-11,general,secondary,,400.00,,,,,
            """);
    expect(
        rows.get(0),
        "deductible deductible_left reasons",
        "200.00",
        "500.00",
        "DEDUCTIBLE_NOT_MET");
    expect(rows.get(1), "deductible pool deductible_left", "300.00", "100.00", "0.00");
  }
}
