package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cohealth policy list}, {@code show} and {@code check}. */
class PolicyCommandTest {
  private static final Path BUILT_IN =
      Path.of("src/main/resources/cohealth/policies/510400-employee.json");

  @TempDir Path folder;

  private static CommandLineRun policy(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "policy";
    System.arraycopy(args, 0, all, 1, args.length);
    return CommandLineRun.of(all);
  }

  private String changed(String from, String to) throws IOException {
    String text = Files.readString(BUILT_IN);
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("mine.json"), text.replace(from, to)).toString();
  }

  @Test
  void withoutACommandItSaysWhatToDo() {
    CommandLineRun run = policy();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "cohealth: say what to do, for example 'cohealth policy list'."
                + " See 'cohealth policy --help'.\n");
    assertThat(policy("lst").code()).isEqualTo(2);
  }

  @Test
  void helpIsThereInBothLanguages() {
    for (String command : new String[] {"list", "show", "check", "test"}) {
      assertThat(policy(command, "--help").out()).contains("cohealth policy " + command, "Exit");
      CommandLineRun chinese = policy(command, "--help", "--lang", "zh");
      assertThat(chinese.out()).contains("cohealth policy " + command, "退出码");
      assertThat(chinese.code()).isZero();
    }
  }

  @Test
  void listsTheDocuments() {
    CommandLineRun run = policy("list");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.startsWith("321000")))
        .singleElement()
        .asString()
        .matches(
            "321000-employee +321000 +Yangzhou employee outpatient pooling +employees +2023-01-01"
                + " +open +1 +AGG +yes");
    assertThat(policy("list", "--lang", "zh").out()).contains("扬州市职工医保门诊统筹", "已验证");
  }

  @Test
  void listsForMachines() {
    assertThat(policy("list", "--format", "csv").out())
        .startsWith(
            "id,region,insurance,title_zh,title_en,from,to,versions,best_grade,worst_grade,proven\n")
        .contains(
            "\n420100-employee,420100,employee,武汉市职工医保门诊共济,"
                + "Wuhan employee outpatient mutual aid,2023-02-01,,2,NEWS,AGG,yes\n");
    assertThat(policy("list", "--format", "json", "--lang", "zh").out())
        .startsWith("{\"schema_version\":1,\"policies\":[\n")
        .contains(
            "\n{\"id\":\"510400-employee\",\"region\":\"510400\",\"insurance\":\"employee\","
                + "\"title_zh\":\"攀枝花市职工医保门诊共济\","
                + "\"title_en\":\"Panzhihua employee outpatient mutual aid\","
                + "\"from\":\"2025-01-01\",\"to\":null,\"versions\":1,"
                + "\"best_grade\":\"SEED\",\"worst_grade\":\"SEED\",\"proven\":false}")
        .endsWith("\n]}\n");
    assertThat(policy("list", "--format", "xml").code()).isEqualTo(2);
  }

  @Test
  void aGivenDocumentReplacesTheBuiltInOne() throws IOException {
    String file = changed("\"id\": \"510400-employee\"", "\"id\": \"mine\"");
    assertThat(policy("list", "--policy", file).out())
        .contains("\nmine ")
        .doesNotContain("\n510400-employee");
    CommandLineRun refused = policy("list", "--policy", changed("\"format\": 1", "\"format\": 2"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("error[E420]");
  }

  @Test
  void showsADocument() {
    assertThat(policy("show", "510400-employee").out())
        .contains(
            "510400-employee: Panzhihua employee outpatient mutual aid\n=====",
            "Not proven by a published calculation.",
            "  seed-2025, grade SEED\n",
            "\nVersion from 2025-01-01\n",
            "  active   in work  in work, flexibly employed  seed-2025\n",
            "  upper  tertiary and pharmacies  tertiary, pharmacy  seed-2025\n",
            "  Claims: type ordinary care, emergency, pharmacy\n",
            "  Deductible, each benefit year\n",
            "  retired  150.00  seed-2025\n",
            "  retired  upper  55%   seed-2025\n",
            "  active   1000.00  seed-2025\n",
            "  members of a payer       at most 5                              seed-2025\n",
            "  any   the pool pays nothing  no            seed-2025\n",
            "- Unfiled off-site care:");
  }

  @Test
  void showsADocumentInChinese() {
    assertThat(policy("show", "430700-employee", "--lang", "zh").out())
        .contains(
            "430700-employee：常德市职工医保门诊统筹\n=====",
            "经公布的算例验证：16-changde-v17（来源 shebao100）。",
            "  shebao100，等级 AGG\n",
            "  active   在职  在职、灵活就业  shebao100\n",
            "  起付标准，每待遇年度\n",
            "  retired  all".replace("all", "全部"),
            "无比例：NO_BENEFIT",
            "  不详，retired：没有来源给出退休人员的比例\n",
            "未备案的异地就医：与本地相同\n");
  }

  @Test
  void showsTiersSupplementsAndAccounts() {
    String out = policy("show", "src/test/resources/cohealth/io/policy.json").out();
    assertThat(out)
        .contains(
            "50% up to 1000.00, 60% up to 2000.00, 70% above",
            "200.00, later visits 100.00",
            "A pharmacy claim has the band of the prescribing institution; lower when that\n",
            "supplement large",
            "the rate changes by -10%",
            "times 80%",
            "at most 6, spouse 1, child 3",
            "Not known, retired, upper, lower: no source gives it",
            "2% of the contribution base",
            "1070.00, then a wait of 3 months",
            "22:00 and 06:00 (source news)");
    assertThat(out.lines().filter(line -> line.length() > 80)).isEmpty();
  }

  @Test
  void whatCannotBeShown() throws IOException {
    CommandLineRun unknown = policy("show", "510400-employe");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("error[E482]", "510400-employee");
    CommandLineRun missing = policy("show", folder.resolve("no.json").toString());
    assertThat(missing.code()).isEqualTo(6);
    assertThat(missing.err()).contains("error[E601]");
    assertThat(policy("show").code()).isEqualTo(2);
  }

  @Test
  void checksDocuments() throws IOException {
    CommandLineRun clean = policy("check", "510400-employee", BUILT_IN.toString());
    assertThat(clean.code()).isZero();
    assertThat(clean.out()).isEmpty();
    assertThat(clean.err()).isEqualTo("documents: 2, problems: 0, findings: 0\n");

    String file =
        changed(
            "{\"group\": \"retired\", \"band\": \"upper\", \"rate\": \"55%\","
                + " \"source\": \"seed-2025\"},",
            "");
    CommandLineRun odd = policy("check", file);
    assertThat(odd.code()).isEqualTo(4);
    assertThat(odd.out())
        .startsWith(file + ":")
        .endsWith(
            ":20: warning[W406] /versions/0/benefits/0/rates: the benefit 'general' has no rate for"
                + " the group 'retired' (band: upper): NO_BENEFIT; add a row, or say in"
                + " \"unknown\" that no source gives it\n")
        .hasLineCount(1);
    assertThat(policy("check", file, "--lang", "zh", "--quiet").err()).isEmpty();
    assertThat(policy("check", file, "--lang", "zh").out()).contains("警告[W406]");
  }

  @Test
  void aDocumentThatCannotBeLoadedComesFirst() throws IOException {
    changed("\"format\": 1", "\"format\": 2, \"formt\": 1");
    Files.writeString(
        folder.resolve("odd.json"),
        Files.readString(BUILT_IN)
            .replace("\"id\": \"510400-employee\"", "\"id\": \"odd\"")
            .replace("\"id\": \"seed-2025\"", "\"id\": \"seed-2025\"")
            .replace(
                "\"sources\": [",
                "\"sources\": [{\"id\": \"x\", \"title\": \"x\"," + " \"grade\": \"AGG\"},"));
    CommandLineRun run = policy("check", folder.toString(), "510400-employee");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("error[E420]", "error[E411]", "documents: 3, ");
    assertThat(run.out()).contains("odd.json:", "warning[W408]");
    assertThat(policy("check", folder.resolve("mine.json").toString()).err())
        .endsWith("documents: 1, problems: 2, findings: 0\n");
    assertThat(policy("check", "510400-employe").err())
        .endsWith("documents: 0, problems: 1, findings: 0\n");
    assertThat(policy("check", folder.resolve("no.json").toString()).code()).isEqualTo(6);
  }
}
