package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where and how inputs are read. */
class InputsTest {
  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);
  private String expected = "";

  @BeforeEach
  void copyTheFamily() {
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    expected = folder.settle("--format", "csv").out();
  }

  @Test
  void claimsOrHouseholdsMayComeFromStandardInput() {
    String claims = folder.read(CliFolder.CLAIMS);
    String households = folder.read(CliFolder.HOUSEHOLDS);
    String[] fromClaims = {
      "settle", "-H", folder.path(CliFolder.HOUSEHOLDS), "-C", "-", "-f", "csv"
    };
    String[] fromHouseholds = {
      "settle", "-H", "-", "-C", folder.path(CliFolder.CLAIMS), "-f", "csv"
    };
    assertThat(CliFolder.run("C", claims, fromClaims).out()).isEqualTo(expected);
    assertThat(CliFolder.run("C", households, fromHouseholds).out()).isEqualTo(expected);
  }

  @Test
  void messagesCallStandardInputByItsSign() {
    CommandLineRun run =
        CliFolder.run(
            "C",
            "claim_id,person_id\n",
            "settle",
            "-H",
            folder.path(CliFolder.HOUSEHOLDS),
            "-C",
            "-");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).anyMatch(line -> line.startsWith("-:1: error[E102] "));
  }

  @Test
  void aStandardInputThatFailsIsAFaultOfReading() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            broken,
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            false,
            0,
            "C");
    String[] args = {"settle", "-H", folder.path(CliFolder.HOUSEHOLDS), "-C", "-"};

    assertThat(Main.run(args, terminal)).isEqualTo(6);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("-: error[E602] cannot be read: Input/output error\n");
  }

  @Test
  void compressedFilesAreReadAsWhatTheyHold() throws IOException {
    for (String name : Set.of(CliFolder.HOUSEHOLDS, CliFolder.CLAIMS)) {
      try (GZIPOutputStream out =
          new GZIPOutputStream(Files.newOutputStream(temporary.resolve(name + ".gz")))) {
        out.write(CliFolder.bytes(temporary.resolve(name)));
      }
    }
    CommandLineRun run =
        CliFolder.run(
            "C",
            "",
            "settle",
            "-H",
            folder.path("households.csv.gz"),
            "-C",
            folder.path("claims.csv.gz"),
            "-f",
            "csv");
    assertThat(run.out()).isEqualTo(expected);
  }

  @Test
  void claimsOfSeveralFilesAreOneListInTheOrderGiven() {
    String claims = folder.read(CliFolder.CLAIMS);
    int half = claims.indexOf("\n", claims.length() / 2) + 1;
    String header = claims.substring(0, claims.indexOf('\n') + 1);
    folder.write("first.csv", claims.substring(0, half));
    folder.write("second.csv", header + claims.substring(half));
    String[] together = {
      "settle",
      "-H",
      folder.path(CliFolder.HOUSEHOLDS),
      "-C",
      folder.path("first.csv"),
      folder.path("second.csv"),
      "-f",
      "csv"
    };
    assertThat(CliFolder.run("C", "", together).out()).isEqualTo(expected);

    String[] other = together.clone();
    other[4] = together[5];
    other[5] = together[4];
    String turned = CliFolder.run("C", "", other).out();
    assertThat(turned).isNotEqualTo(expected);
    assertThat(turned.lines().sorted().toList()).isEqualTo(expected.lines().sorted().toList());
  }

  @Test
  void anIdMayStandInOneOfSeveralFilesOnly() {
    CommandLineRun run = folder.settle("--claims", folder.path(CliFolder.CLAIMS));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("claims.csv:2:1: error[E302] claim_id: claim C***01 already stands in ")
        .contains("22 problems; nothing was settled and nothing was written.");
  }

  @Test
  void theDelimiterIsThatOfTheOption() {
    for (String delimiter : Set.of(";", "|", "^", "~", "\t")) {
      for (String name : Set.of(CliFolder.HOUSEHOLDS, CliFolder.CLAIMS)) {
        String text = CliFolder.copyOfSample(temporary, "01-panzhihua-family").read(name);
        folder.write("d-" + name, text.replace(",", delimiter));
      }
      CommandLineRun run =
          CliFolder.run(
              "C",
              "",
              "settle",
              "-H",
              folder.path("d-households.csv"),
              "-C",
              folder.path("d-claims.csv"),
              "--delimiter",
              delimiter.equals("\t") ? "tab" : delimiter,
              "-f",
              "csv");
      assertThat(run.out()).as(delimiter).isEqualTo(expected);
    }
  }

  @Test
  void theCharsetIsFoundOrGiven() {
    Charset gb18030 = Charset.forName("GB18030");
    for (String name : Set.of(CliFolder.HOUSEHOLDS, CliFolder.CLAIMS)) {
      folder.write(name, folder.read(name).getBytes(gb18030));
    }
    CommandLineRun found = folder.settle("--format", "csv");
    assertThat(found.out()).isEqualTo(expected);
    assertThat(found.err()).contains("households.csv: note[N102] ");

    CommandLineRun given = folder.settle("--format", "csv", "--charset", "GBK");
    assertThat(given.out()).isEqualTo(expected);
    assertThat(given.err()).doesNotContain("note[");

    CommandLineRun wrong = folder.settle("--format", "csv", "--charset", "UTF-8");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("error[E116]");
  }

  @Test
  void fileNamesMayBeChinese() throws IOException {
    Path households = temporary.resolve("家庭 成员.csv");
    Path claims = temporary.resolve("费用_2025年.csv");
    Files.move(temporary.resolve(CliFolder.HOUSEHOLDS), households);
    Files.move(temporary.resolve(CliFolder.CLAIMS), claims);
    Path results = temporary.resolve("结果.csv");
    CommandLineRun run =
        CliFolder.run(
            "zh_CN.UTF-8",
            "",
            "settle",
            "-H",
            households.toString(),
            "-C",
            claims.toString(),
            "-o",
            results.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(results)).isEqualTo(expected);

    Files.writeString(claims, "claim_id\n");
    assertThat(folder.settle("-H", households.toString(), "-C", claims.toString()).err())
        .contains("费用_2025年.csv:1: error[E102] ");
  }

  @Test
  void policiesAreNamesFilesOrFolders() throws IOException {
    String name = "510400-employee";
    assertThat(folder.settle("-f", "csv", "-p", name).out()).isEqualTo(expected);

    Path builtIn = Path.of("src/main/resources/cohealth/policies", name + ".json");
    Files.createDirectory(temporary.resolve("rules"));
    folder.write("rules/own.json", Files.readString(builtIn));
    assertThat(folder.settle("-f", "csv", "-p", folder.path("rules/own.json")).out())
        .isEqualTo(expected);
    assertThat(folder.settle("-f", "csv", "-p", folder.path("rules")).out()).isEqualTo(expected);
    assertThat(folder.settle("-f", "csv", "-p", name, folder.path("rules")).err())
        .contains("own.json:")
        .contains("error[E480]");
  }
}
