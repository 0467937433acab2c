package cohealth.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
            "groups": [{"name": "all", "title": {"zh": "全体", "en": "all"}}],
            "bands": {}, "benefits": []
          },
          {
            "from": "2024-01-01",
            "groups": [
              {"name": "retired", "title": {"zh": "退", "en": "r"}, "when": {"category": "retired"}},
              {"name": "young", "title": {"zh": "青", "en": "y"}, "when": {"ageBelow": 45}},
              {"name": "active", "title": {"zh": "在", "en": "a"}, "when": {"ageFrom": 45}}
            ],
            "bands": {
              "upper": {"levels": ["tertiary"]},
              "lower": {"levels": ["secondary", "primary", "pharmacy"]}
            },
            "benefits": [
              {
                "name": "chronic",
                "when": {"type": "chronic"},
                "rates": [{"rate": "70%", "source": "law"}],
                "caps": [{"name": "year", "on": "payment", "period": "year", "limits": [
                  {"disease": "COPD", "limit": "100.00"},
                  {"limit": "200.00"}
                ]}]
              },
              {
                "name": "general",
                "deductible": {"period": "year", "amounts": [
                  {"band": "upper", "amount": "100.00"},
                  {"group": "retired", "amount": "20.00"}
                ]},
                "rates": [
                  {"group": "retired", "rate": "80%"},
                  {"band": "upper", "rate": "60%"},
                  {"band": "lower", "rate": "70%"}
                ]
              }
            ],
            "offsite": [
              {"when": {"province": "same"}, "then": "home", "familyMoney": true},
              {"then": "deny", "familyMoney": false}
            ]
          }
        ]
      }
      """;

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
  void theFullDocumentOfTheOtherTestsHasAnIdleUnknown() {
    assertThat(findings(PolicyCase.document()))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.POLICY_IDLE_UNKNOWN);
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
                "\"when\": {\"ageFrom\": 45}}",
                "\"when\": {\"ageFrom\": 45}}, {\"name\": \"rest\","
                    + " \"title\": {\"zh\": \"余\", \"en\": \"rest\"},"
                    + " \"when\": {\"contracted\": true}}"))
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
                "{\"band\": \"lower\", \"rate\": \"70%\"}",
                "{\"band\": \"lower\", \"rate\": \"70%\"},"
                    + " {\"group\": \"young\", \"band\": [\"lower\", \"upper\"], \"rate\": \"1%\"}"))
        .containsExactly("W404 /versions/1/benefits/1/rates/3 ");
  }

  @Test
  void anOffsiteRuleThatOthersTake() {
    assertThat(
            changed(
                "{\"then\": \"deny\", \"familyMoney\": false}",
                "{\"when\": {\"province\": \"other\"}, \"then\": \"deny\", \"familyMoney\": false},"
                    + "{\"then\": \"home\", \"familyMoney\": true}"))
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
    assertThat(changed("{\"band\": \"upper\", \"rate\": \"60%\"},\n", ""))
        .containsExactly(
            "W406 /versions/1/benefits/1/rates general; young; upper",
            "W406 /versions/1/benefits/1/rates general; active; upper");
  }

  @Test
  void whatIsToldToBeUnknownIsNoFinding() {
    String unknown =
        "\"unknown\": [{\"benefit\": \"general\", \"group\": [\"young\", \"active\"],"
            + " \"band\": \"upper\", \"zh\": \"不详\", \"en\": \"not known\"}],\n\"offsite\"";
    String without = CLEAN.replace("{\"band\": \"upper\", \"rate\": \"60%\"},\n", "");
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
