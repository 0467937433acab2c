package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cohealth help --man-pages}. */
class ManPagesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void everyCommandHasAPage() {
    write("en");
    assertThat(CliFolder.names(folder))
        .contains(
            "cohealth.1",
            "cohealth-settle.1",
            "cohealth-policy.1",
            "cohealth-policy-list.1",
            "cohealth-template.1",
            "cohealth-help-errors.1")
        .allSatisfy(name -> assertThat(name).matches("cohealth[a-z-]*\\.1"));
  }

  @Test
  void aPageSaysWhatTheHelpSays() throws IOException {
    write("en");
    assertThat(page("cohealth-settle.1"))
        .startsWith(".TH COHEALTH\\-SETTLE 1 \"\" \"cohealth ")
        .contains(
            "\n.SH NAME\ncohealth\\-settle \\- Settle claims of households and show who pays how"
                + " much of each\n")
        .contains("\n.SH SYNOPSIS\n.B cohealth settle \\-H FILE \\-C FILE... [OPTIONS]\n")
        .contains(
            "\n.TP\n\\fB\\-C\\fR, \\fB\\-\\-claims\\fR=\\fIFILE\\fR...\nClaims, one row for each;")
        .contains("\n.SH EXIT CODES\n0 done, 2 usage, ")
        .contains("\n.SH EXAMPLE\n.nf\n  cohealth settle \\-H households.csv")
        .endsWith("\n.SH SEE ALSO\n\\fBcohealth\\fR(1)\n");
    assertThat(page("cohealth.1"))
        .contains("\n.TP\n\\fBcohealth policy\\fR\nList, show, check and test")
        .contains("\n\\fBcohealth\\-settle\\fR(1),\n");
    assertThat(page("cohealth-policy-show.1"))
        .contains("\n.SH ARGUMENTS\n.TP\n\\fINAME|FILE\\fR\nThe name of a built\\-in document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void groffHasNothingToSay(String language) throws IOException {
    assumeTrue(ShellRun.has("groff"));
    write(language);
    for (String name : CliFolder.names(folder)) {
      ShellRun run = ShellRun.of(folder, "groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-z", name);
      // a groff without the macros or without preconv is not what is tested here
      assumeTrue(!run.output().contains("can't find") && !run.output().contains("No such file"));
      assertThat(run.output()).as(name).isEmpty();
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void chinesePagesAreChineseAndMayBeBrokenBetweenCharacters() throws IOException {
    write("zh");
    assertThat(page("cohealth-settle.1"))
        .contains("\n.SH 名称\n", "\n.SH 退出码\n0 ", "\n.SH 示例\n.nf\n", "结\\:算\\:家\\:庭");
  }

  @Test
  void nothingIsOverwrittenOrMadeWithoutForce() throws IOException {
    write("en");
    String before = page("cohealth.1");
    CommandLineRun again = run("zh", folder.toString());
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("cohealth.1: 错误[E605] ");
    assertThat(page("cohealth.1")).isEqualTo(before);

    CommandLineRun nowhere = run("en", folder.resolve("none").toString());
    assertThat(nowhere.code()).isEqualTo(6);
    assertThat(nowhere.err()).contains("error[E610]");
    assertThat(folder.resolve("none")).doesNotExist();

    assertThat(run("zh", folder.toString(), "--force").code()).isZero();
    assertThat(page("cohealth.1")).isNotEqualTo(before);
  }

  private void write(String language) {
    CommandLineRun run = run(language, folder.toString());
    assertThat(List.of(run.out(), run.err())).containsOnly("");
    assertThat(run.code()).isZero();
  }

  private static CommandLineRun run(String language, String target, String... more) {
    return more.length == 0
        ? CliFolder.run("C", "", "help", "--man-pages", target, "--lang", language)
        : CliFolder.run("C", "", "help", "--man-pages", target, "--lang", language, more[0]);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
