package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
  private static final String FILE = "policy.json";

  static List<PolicyCase> cases() {
    return PolicyCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aChangedDocument(PolicyCase changed) {
    Problems problems = new Problems();
    PolicyFile file = PolicyFile.read(FILE, bytes(changed.text()), problems);
    if (changed.code() == null) {
      assertThat(shown(problems)).isEmpty();
      assertThat(file).isNotNull();
    } else {
      assertThat(shown(problems))
          .containsExactly(
              "%d:%d %s %s"
                  .formatted(changed.line(), changed.column(), changed.code(), changed.pointer()));
      assertThat(file).isNull();
    }
  }

  @Test
  void theUnchangedDocumentIsAccepted() {
    assertThat(problems(PolicyCase.document())).isEmpty();
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheText() {
    String text =
        PolicyCase.document()
            .replace("\"region\": \"990100\",", "\"region\": \"99\", \"regions\": 1,")
            .replace("\"rate\": \"70%\", \"source\": \"law\"", "\"source\": \"rumour\"")
            .replace("\"amount\": \"50.5\"", "\"amount\": 50.5")
            .replace("\"mode\": \"half_even\"", "\"mode\": \"odd\", \"mode\": \"odd\"");
    assertThat(problems(text))
        .containsExactly(
            "5:13 E422 /region",
            "5:19 E411 /regions",
            "51:13 E412 /versions/1/benefits/0/rates/0",
            "51:43 E440 /versions/1/benefits/0/rates/0/source",
            "83:26 E413 /versions/1/benefits/1/deductible/amounts/1/amount",
            "141:28 E424 /versions/1/rounding/mode",
            "141:35 E407 /versions/1/rounding/mode");
  }

  @Test
  void theProblemSaysWhatWasFoundAndWhatToWrite() {
    Problems problems = new Problems();
    String text = PolicyCase.document().replace("\"resident\"", "\"residents\"");
    PolicyFile.read(FILE, bytes(text), problems);
    assertThat(problems.first())
        .containsExactly(
            Problem.at(
                ProblemCode.POLICY_BAD_WORD,
                FILE,
                6,
                16,
                "/insurance",
                "residents",
                "employee, resident"));
  }

  @Test
  void bothLanguagesTellEveryProblemWholly() {
    for (PolicyCase changed : cases()) {
      Problems problems = new Problems();
      PolicyFile.read(FILE, bytes(changed.text()), problems);
      for (Problem problem : problems.first()) {
        for (Language language : Language.values()) {
          assertThat(new Messages(language).text(problem))
              .as(changed.toString())
              .startsWith(FILE + ":" + changed.line() + ":" + changed.column() + ": ")
              .doesNotContainPattern("\\{[0-9]}");
        }
      }
    }
  }

  @Test
  void theLineThatTheUserSees() {
    Problems problems = new Problems();
    String text = PolicyCase.document().replace("\"ageFrom\"", "\"agefrom\"");
    PolicyFile.read(FILE, bytes(text), problems);
    assertThat(new Messages(Language.EN).text(problems.first().get(0)))
        .isEqualTo(
            "policy.json:32:70: error[E411] /versions/1/groups/2/when/agefrom:"
                + " unknown key 'agefrom': did you mean 'ageFrom'?");
    assertThat(new Messages(Language.ZH).text(problems.first().get(0)))
        .endsWith("未知的键“agefrom”：是否应为“ageFrom”？");
  }

  @Test
  void whatIsShownOfAFileIsCutAndHarmless() {
    Problems problems = new Problems();
    PolicyFile.read(FILE, bytes("{\"\\u001b[2J" + "x".repeat(1000) + "\": 1}"), problems);
    Problem problem =
        problems.first().stream()
            .filter(found -> found.code() == ProblemCode.POLICY_UNKNOWN_KEY)
            .findFirst()
            .orElseThrow();
    assertThat(problem.field()).startsWith("/\\u{001B}[2Jx").hasSizeLessThan(420).endsWith("x…");
    assertThat(problem.args().get(0)).startsWith("\\u{001B}[2Jx").hasSizeLessThan(50);
  }

  @Test
  void aDocumentMustBeAnObject() {
    assertThat(problems("[]")).containsExactly("1:1 E413 -");
    assertThat(problems("null")).containsExactly("1:1 E413 -");
  }

  @Test
  void anEmptyObjectLacksAllThatIsRequired() {
    Problems problems = new Problems();
    PolicyFile.read(FILE, bytes("\n  {}"), problems);
    assertThat(problems.first())
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_MISSING_KEY);
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.column()).isEqualTo(3);
            })
        .extracting(problem -> problem.args().get(0))
        .containsExactly("format", "id", "region", "insurance", "title", "sources", "versions");
  }

  @Test
  void theTextMayNotEndEarly() {
    assertThat(problems("")).containsExactly("1:1 E404 -");
    assertThat(problems(" \n")).containsExactly("1:1 E404 -");
    assertThat(problems("{\n  \"format\": 1\n")).containsExactly("2:14 E404 -");
    assertThat(problems("{\n  \"form")).containsExactly("2:8 E404 -");
  }

  @Test
  void nothingMayFollow() {
    String document = PolicyCase.document();
    long lines = document.lines().count();
    assertThat(problems(document + "{}")).containsExactly((lines + 1) + ":1 E405 -");
    assertThat(problems(document + "}")).containsExactly((lines + 1) + ":1 E405 -");
    assertThat(problems(document + "\n x")).hasSize(1).first().asString().contains(" E405 -");
    assertThat(problems(document.replace("\"format\": 1", "\"format\": 2") + "{}"))
        .containsExactly("3:13 E420 /format", (lines + 1) + ":1 E405 -");
  }

  @Test
  void nestingHasALimit() {
    String deepest = "[".repeat(PolicyTree.DEEPEST);
    assertThat(problems(deepest + "\n [")).containsExactly("2:2 E406 -");
    assertThat(problems(deepest + "[".repeat(1_000_000))).containsExactly("1:33 E406 -");
    assertThat(problems("{\"a\":\n" + deepest + "\n]")).containsExactly("2:32 E406 -");
  }

  @Test
  void sizeHasALimit() {
    String document = PolicyCase.document();
    int blanks = PolicyFile.LARGEST - bytes(document).length;
    assertThat(problems(document + " ".repeat(blanks))).isEmpty();
    assertThat(problems(document + " ".repeat(blanks + 1))).containsExactly("0:0 E401 -");
  }

  @Test
  void onlyUtf8IsRead() {
    byte[] bytes = "{\n  \"t\": \"样?\"".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xB0;
    Problems problems = new Problems();
    assertThat(PolicyFile.read(FILE, bytes, problems)).isNull();
    assertThat(shown(problems)).containsExactly("2:10 E402 -");
    byte[] cut = Arrays.copyOf("{\"样".getBytes(StandardCharsets.UTF_8), 4);
    Problems atEnd = new Problems();
    assertThat(PolicyFile.read(FILE, cut, atEnd)).isNull();
    assertThat(shown(atEnd)).containsExactly("1:3 E402 -");
  }

  @Test
  void aByteOrderMarkIsAccepted() {
    assertThat(problems("\uFEFF" + PolicyCase.document())).isEmpty();
    assertThat(problems("\uFEFF[]")).containsExactly("1:1 E413 -");
  }

  @Test
  void columnsCountCharactersNotBytesOrHalves() {
    assertThat(problems("{\"样𬭊\": 1, \"样𬭊\": 2}")).contains("1:2 E410 /样𬭊", "1:11 E407 /样𬭊");
  }

  @Test
  void pointersAreEscaped() {
    assertThat(problems("{\"a/b~c\": 1}")).contains("1:2 E410 /a~1b~0c");
  }

  @Test
  void namesAreNoCascade() {
    // without groups and bands nothing is known of them, so that references are not told
    String text =
        PolicyCase.document()
            .replace(
                "\"groups\": [\n        {\"name\": \"pioneers", "\"group\": [\n{\"name\": \"x");
    assertThat(problems(text))
        .containsExactly("27:5 E412 /versions/1", "29:7 E411 /versions/1/group");
  }

  @Test
  void accumulatorsCountOneThingInAllVersions() {
    String text =
        PolicyCase.document()
            .replace(
                "\"benefits\": []",
                """
                "benefits": [{"name": "a", "rates": [{"rate": "50%"}], "deductible": \
                {"period": "year", "amounts": [{"amount": "1", "accumulator": "pool/year"}]}}]\
                """);
    assertThat(problems(text))
        .containsExactly(
            "70:17 E466 /versions/1/benefits/0/caps/1/limits/0",
            "103:17 E466 /versions/1/benefits/1/caps/0/limits/0");
  }

  @Test
  void everyProblemOfADocumentHasACase() {
    List<String> expected =
        Arrays.stream(ProblemCode.values())
            .map(ProblemCode::code)
            .filter(code -> code.compareTo("E407") >= 0 && code.compareTo("E480") < 0)
            .toList();
    Set<String> covered = new TreeSet<>();
    for (PolicyCase changed : cases()) {
      if (changed.code() != null) {
        covered.add(changed.code());
      }
    }
    assertThat(covered).containsAll(expected);
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    PolicyFile.read(FILE, bytes(text), problems);
    return shown(problems);
  }

  private static List<String> shown(Problems problems) {
    return problems.first().stream()
        .map(
            problem ->
                "%d:%d %s %s"
                    .formatted(
                        problem.line(),
                        problem.column(),
                        problem.code().code(),
                        problem.field() == null ? "-" : problem.field()))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
