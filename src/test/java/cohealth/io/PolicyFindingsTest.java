package cohealth.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is odd in a document that has no problem: each change of a clean document, one finding. */
class PolicyFindingsTest {
  private static final String CLEAN =
      """
      {
        "format": 1, "id": "990100-employee", "region": "990100", "insurance": "employee",
        "title": {"zh": "样例市", "en": "Sample city"},
        "sources": [
          {"id": "law", "title": "办法", "grade": "GOV"}
        ],
        "notes": [{"zh": "无", "en": "none"}],
        "versions": [
          {
            "from": "2023-01-01", "to": "2023-12-31",
            "groups": [{"name": "all", "title": {"zh": "全体", "en": "all"}, "source": "law"}],
            "bands": {}, "benefits": []
          },
          {
            "from": "2024-01-01",
            "groups": [
              {"name": "retired", "title": {"zh": "退", "en": "r"}, "when": {"category": "retired"}, "source": "law"},
              {"name": "young", "title": {"zh": "青", "en": "y"}, "when": {"ageBelow": 45}, "source": "law"},
              {"name": "active", "title": {"zh": "在", "en": "a"}, "when": {"ageFrom": 45}, "source": "law"}
            ],
            "bands": {
              "upper": {"levels": ["tertiary"], "source": "law"},
              "lower": {"levels": ["secondary", "primary", "pharmacy"], "source": "law"}
            },
            "benefits": [
              {
                "name": "chronic",
                "when": {"type": "chronic"},
                "rates": [{"rate": "70%", "source": "law"}],
                "caps": [{"name": "year", "on": "payment", "period": "year", "limits": [
                  {"disease": "COPD", "limit": "100.00", "source": "law"},
                  {"limit": "200.00", "source": "law"}
                ]}]
              },
              {
                "name": "general",
                "deductible": {"period": "year", "amounts": [
                  {"band": "upper", "amount": "100.00", "source": "law"},
                  {"group": "retired", "amount": "20.00", "source": "law"}
                ]},
                "rates": [
                  {"group": "retired", "rate": "80%", "source": "law"},
                  {"band": "upper", "rate": "60%", "source": "law"},
                  {"band": "lower", "rate": "70%", "source": "law"}
                ]
              }
            ],
            "offsite": [
              {"when": {"province": "same"}, "then": "home", "familyMoney": true, "source": "law"},
              {"then": "deny", "familyMoney": false, "source": "law"}
            ]
          }
        ]
      }
      """;

  private static final String UPPER_RATE =
      "{\"band\": \"upper\", \"rate\": \"60%\", \"source\": \"law\"},\n";

  private static List<Problem> findings(String text) {
    Problems problems = new Problems();
    PolicyFile file = PolicyFile.read("p.json", text.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems.first()).isEmpty();
    return PolicyFindings.of(requireNonNull(file));
  }

  private static List<String> changed(String from, String to) {
    assertThat(CLEAN).contains(from);
    return findings(CLEAN.replace(from, to)).stream()
        .map(
            found ->
                found.code().code() + " " + found.field() + " " + String.join("; ", found.args()))
        .toList();
  }

  @Test
  void aCleanDocument() {
    assertThat(findings(CLEAN)).isEmpty();
  }

  @Test
  void theFullDocumentOfTheOtherTestsLeavesOutSources() {
    assertThat(findings(PolicyCase.document()))
        .extracting(Problem::code)
        .containsOnlyOnce(ProblemCode.POLICY_IDLE_UNKNOWN, ProblemCode.POLICY_NEW_LEVEL)
        .containsOnly(
            ProblemCode.POLICY_NO_SOURCE,
            ProblemCode.POLICY_IDLE_UNKNOWN,
            ProblemCode.POLICY_NEW_LEVEL);
  }

  @Test
  void daysBetweenVersions() {
    assertThat(changed("\"from\": \"2024-01-01\"", "\"from\": \"2024-02-01\""))
        .containsExactly("W401 /versions/1/from 2024-01-01; 2024-01-31");
    assertThat(changed("\"to\": \"2023-12-31\"", "\"to\": \"2023-12-30\""))
        .containsExactly("W401 /versions/1/from 2023-12-31; 2023-12-31");
  }

  @Test
  void aGroupThatOthersTakeTogether() {
    assertThat(
            changed(
                "\"when\": {\"ageFrom\": 45}",
                "\"when\": {\"ageFrom\": 45}, \"source\": \"law\"}, {\"name\": \"rest\","
                    + " \"title\": {\"zh\": \"余\", \"en\": \"rest\"},"
                    + " \"when\": {\"contracted\": true}"))
        .containsExactly("W402 /versions/1/groups/3 rest");
  }

  @Test
  void aGroupThatKeepsSomebody() {
    assertThat(changed("\"ageBelow\": 45", "\"ageBelow\": 45, \"plan\": \"一档\"")).isEmpty();
    assertThat(changed("\"ageBelow\": 45", "\"ageBelow\": 45, \"bornFrom\": \"1990-01-01\""))
        .isEmpty();
    assertThat(changed("\"ageBelow\": 45", "\"ageBelow\": 50")).isEmpty();
  }

  @Test
  void aBenefitThatOthersTake() {
    assertThat(changed("\"when\": {\"type\": \"chronic\"},\n", ""))
        .containsExactly("W403 /versions/1/benefits/1 general");
    assertThat(changed("\"when\": {\"type\": \"chronic\"},\n", "\"when\": {\"selected\": true},\n"))
        .isEmpty();
  }

  @Test
  void aRowThatSeveralRowsTakeTogether() {
    assertThat(
            changed(
                "{\"band\": \"lower\", \"rate\": \"70%\"",
                "{\"band\": \"lower\", \"rate\": \"70%\", \"source\": \"law\"},"
                    + " {\"group\": \"young\", \"band\": [\"lower\", \"upper\"], \"rate\": \"1%\""))
        .containsExactly("W404 /versions/1/benefits/1/rates/3 ");
  }

  @Test
  void anOffsiteRuleThatOthersTake() {
    assertThat(
            changed(
                "{\"then\": \"deny\", \"familyMoney\": false",
                "{\"when\": {\"province\": \"other\"}, \"then\": \"deny\", \"familyMoney\": false,"
                    + " \"source\": \"law\"}, {\"then\": \"home\", \"familyMoney\": true"))
        .containsExactly("W404 /versions/1/offsite/2 ");
  }

  @Test
  void aRowThatMatchesNothing() {
    assertThat(
            changed(
                "\"when\": {\"type\": \"chronic\"}",
                "\"when\": {\"type\": \"chronic\", \"disease\": \"糖尿病\"}"))
        .containsExactly("W405 /versions/1/benefits/0/caps/0/limits/0 chronic");
    assertThat(
            changed(
                "\"name\": \"general\",",
                "\"name\": \"general\", \"when\": {\"band\": \"lower\"},"))
        .containsExactly(
            "W405 /versions/1/benefits/1/deductible/amounts/0 general",
            "W405 /versions/1/benefits/1/rates/1 general");
  }

  @Test
  void cellsWithoutARate() {
    assertThat(changed(UPPER_RATE, ""))
        .containsExactly(
            "W406 /versions/1/benefits/1/rates general; young; upper",
            "W406 /versions/1/benefits/1/rates general; active; upper");
  }

  @Test
  void whatIsToldToBeUnknownIsNoFinding() {
    String unknown =
        "\"unknown\": [{\"benefit\": \"general\", \"group\": [\"young\", \"active\"],"
            + " \"band\": \"upper\", \"zh\": \"不详\", \"en\": \"not known\"}],\n\"offsite\"";
    String without = CLEAN.replace(UPPER_RATE, "");
    assertThat(findings(without.replace("\"offsite\"", unknown))).isEmpty();
    assertThat(changed("\"offsite\"", unknown))
        .containsExactly("W407 /versions/1/unknown/0 general");
  }

  @Test
  void aSourceThatNothingNames() {
    String sources = "{\"id\": \"law\", \"title\": \"办法\", \"grade\": \"GOV\"}";
    String two = sources + ", {\"id\": \"page\", \"title\": \"网页\", \"grade\": \"AGG\"}";
    assertThat(changed(sources, two)).containsExactly("W408 /sources/1 page");
    assertThat(
            findings(
                CLEAN
                    .replace(sources, two)
                    .replace("\"en\": \"none\"", "\"en\": \"page is not used\"")))
        .isEmpty();
    assertThat(
            findings(
                CLEAN
                    .replace(sources, two)
                    .replace(
                        "\"versions\"",
                        "\"proof\": [{\"example\": \"01\", \"source\": \"page\"}], \"versions\"")))
        .isEmpty();
  }

  @Test
  void aValueWithoutASource() {
    String source = ", \"source\": \"law\"";
    assertThat(findings(CLEAN.replace(source, "")))
        .extracting(Problem::code)
        .containsOnly(ProblemCode.POLICY_NO_SOURCE, ProblemCode.POLICY_UNUSED_SOURCE);
    assertThat(findings(CLEAN.replace(source, "")))
        .extracting(Problem::field)
        .containsExactly(
            "/sources/0",
            "/versions/0/groups/0",
            "/versions/1/groups/0",
            "/versions/1/groups/1",
            "/versions/1/groups/2",
            "/versions/1/bands/upper",
            "/versions/1/bands/lower",
            "/versions/1/benefits/0/rates/0",
            "/versions/1/benefits/0/caps/0/limits/0",
            "/versions/1/benefits/0/caps/0/limits/1",
            "/versions/1/benefits/1/deductible/amounts/0",
            "/versions/1/benefits/1/deductible/amounts/1",
            "/versions/1/benefits/1/rates/0",
            "/versions/1/benefits/1/rates/1",
            "/versions/1/benefits/1/rates/2",
            "/versions/1/offsite/0",
            "/versions/1/offsite/1");
  }

  @Test
  void aRuleWithoutASource() {
    assertThat(
            changed(
                "\"offsite\"",
                """
                "pharmacy": {"as": "prescriber"}, "visits": {"merge": "day_and_facility"},
                "rounding": {"mode": "down"}, "wallet": {"transfer": {"maxPerDay": 3}},
                "binding": {"members": {"max": 5, "perRelation": {"spouse": 1}}},
                "accrual": [{"rate": "2%"}],
                "offsite"
                """
                    .replace("\"pharmacy\": {\"as\": \"prescriber\"}, ", "")))
        .containsExactly(
            "W409 /versions/1/visits ",
            "W409 /versions/1/rounding ",
            "W409 /versions/1/wallet ",
            "W409 /versions/1/binding/members ",
            "W409 /versions/1/accrual/0 ");
  }

  @Test
  void stepsOfTheDefaultChainNeedNoSource() {
    String own = "{\"payer\": \"own\"}, ";
    String currentFirst = "{\"payer\": \"own\", \"purses\": [\"current\"]}, ";
    String pool = "{\"payer\": \"pool\"}, ";
    String rest = "{\"payer\": \"family\"}, {\"payer\": \"cash\"}";
    assertThat(chain(pool + own + rest)).isEmpty();
    assertThat(chain(currentFirst.replace("}", ", \"source\": \"law\"}") + pool + own + rest))
        .isEmpty();
    assertThat(chain(currentFirst + pool.replace("}", ", \"source\": \"law\"}") + rest))
        .containsExactly("W409 /versions/1/chain/0 ");
    assertThat(chain(own + pool + rest)).containsExactly("W409 /versions/1/chain/1 ");
  }

  private static List<String> chain(String steps) {
    return changed("\"offsite\"", "\"chain\": [" + steps + "], \"offsite\"");
  }

  @Test
  void aCategoryThatNoGroupIsFor() {
    assertThat(
            changed(
                "\"when\": {\"ageBelow\": 45}",
                "\"when\": {\"ageBelow\": 45, \"category\": \"active\"}"))
        .isEmpty(); // the older ones of all categories have a group
    String active = "\"when\": {\"category\": \"active\", ";
    String narrow =
        CLEAN
            .replace("\"when\": {\"ageBelow\"", active + "\"ageBelow\"")
            .replace("\"when\": {\"ageFrom\"", active + "\"ageFrom\"");
    assertThat(findings(narrow))
        .extracting(Problem::code, Problem::field, Problem::args)
        .containsExactly(
            tuple(ProblemCode.POLICY_NO_GROUP, "/versions/1/groups", List.of("flexible")));
    String residents =
        CLEAN
            .replace("\"insurance\": \"employee\"", "\"insurance\": \"resident\"")
            .replace("\"retired\"}", "[\"minor\", \"adult\"]}")
            .replace("\"when\": {\"ageBelow\"", active + "\"ageBelow\"")
            .replace("\"when\": {\"ageFrom\"", active + "\"ageFrom\"");
    assertThat(findings(residents))
        .extracting(Problem::code, Problem::args)
        .contains(tuple(ProblemCode.POLICY_NO_GROUP, List.of("senior")))
        .doesNotContain(tuple(ProblemCode.POLICY_NO_GROUP, List.of("minor")))
        .doesNotContain(tuple(ProblemCode.POLICY_NO_GROUP, List.of("flexible")));
  }

  @Test
  void pharmaciesThatWereForgotten() {
    String byBand =
        CLEAN
            .replace(", \"pharmacy\"]", "]")
            .replace(
                "{\"group\": \"retired\", \"rate\"",
                "{\"group\": \"retired\", \"band\": \"lower\", \"rate\"");
    assertThat(findings(byBand))
        .extracting(Problem::code, Problem::field, Problem::args)
        .containsExactly(
            tuple(ProblemCode.POLICY_NO_PHARMACY, "/versions/1/bands", List.of("general")));
    assertThat(
            findings(
                byBand.replace(
                    "\"name\": \"general\",",
                    "\"name\": \"general\", \"when\": {\"type\": [\"general\", \"emergency\"]},")))
        .isEmpty();
    assertThat(
            findings(
                byBand.replace(
                    "\"offsite\"",
                    "\"pharmacy\": {\"as\": \"prescriber\", \"source\": \"law\"}, \"offsite\"")))
        .isEmpty();
    assertThat(changed(", \"pharmacy\"]", "]")).isEmpty(); // the retired have a rate without band
  }

  @Test
  void aWordThatBecomesALevel() {
    assertThat(changed("\"tertiary\"", "\"tertiray\""))
        .containsExactly("W412 /versions/1/bands/upper/levels/0 tertiray; tertiary");
    assertThat(changed("\"tertiary\"", "\"tertiary\", \"丙类\""))
        .containsExactly(
            "W412 /versions/1/bands/upper/levels/1 丙类; village, community, primary, secondary,"
                + " tertiary, tertiary_a, tertiary_b, tertiary_c, pharmacy");
    assertThat(
            findings(
                CLEAN
                    .replace("\"tertiary\"", "\"tertiary\", \"丙类\"")
                    .replace("\"zh\": \"无\"", "\"zh\": \"价格分类：丙类\"")))
        .isEmpty();
    assertThat(
            findings(
                CLEAN
                    .replace("\"tertiary\"", "\"一类\"")
                    .replace("\"secondary\", \"primary\", \"pharmacy\"", "\"二类\"")))
        .extracting(Problem::code)
        .doesNotContain(ProblemCode.POLICY_NEW_LEVEL);
  }

  @Test
  void theLineThatTheUserSees() {
    Problem gap =
        findings(CLEAN.replace("\"from\": \"2024-01-01\"", "\"from\": \"2024-02-01\"")).get(0);
    assertThat(new Messages(Language.EN).text(gap))
        .isEqualTo(
            "p.json:15:15: warning[W401] /versions/1/from: no version holds the days from"
                + " 2024-01-01 to 2024-01-31; extend one of the two versions, or write one for"
                + " these days");
    assertThat(new Messages(Language.ZH).text(gap)).startsWith("p.json:15:15: 警告[W401] ");
  }
}
