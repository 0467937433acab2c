package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs appear whole or not at all, never over an input, and nothing else is left behind. */
class OutputsTest {
  private static final String TEMPORARY_FOLDER = "java.io.tmpdir";

  @TempDir Path temporary = Path.of("");
  @TempDir Path systemTemporary = Path.of("");
  private String usualTemporary = "";
  private CliFolder folder = new CliFolder(temporary);
  private Set<String> before = Set.of();

  @BeforeEach
  void copyTheFamily() {
    usualTemporary = System.getProperty(TEMPORARY_FOLDER);
    System.setProperty(TEMPORARY_FOLDER, systemTemporary.toString());
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    before = folder.names();
  }

  @AfterEach
  void nothingIsLeftInTheSystemsFolder() {
    System.setProperty(TEMPORARY_FOLDER, usualTemporary);
    assertThat(CliFolder.names(systemTemporary)).isEmpty();
  }

  @Test
  void anExistingFileStaysWithoutForce() {
    folder.write("results.csv", "kept\n");
    before = folder.names();
    CommandLineRun run = folder.settle("--output", folder.path("results.csv"));
    assertRefused(run, "results.csv: error[E605] ");
    assertThat(folder.read("results.csv")).isEqualTo("kept\n");

    assertThat(folder.settle("--output", folder.path("results.csv"), "--force").code()).isZero();
    assertThat(folder.read("results.csv")).isEqualTo(folder.settle("-f", "csv").out());
  }

  @Test
  void noOutputReplacesAnInputUnderWhateverName() throws IOException {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(CliFolder.ACTIVITIES, "activity_id,time,kind,person_id\n");
    Files.createLink(temporary.resolve("hard.csv"), temporary.resolve(CliFolder.CLAIMS));
    Files.createSymbolicLink(temporary.resolve("soft.csv"), temporary.resolve("households.csv"));
    Path same = temporary.resolve("..").resolve(String.valueOf(temporary.getFileName()));
    for (String name :
        List.of(
            folder.path(CliFolder.CLAIMS),
            folder.path("./households.csv"),
            folder.path("hard.csv"),
            folder.path("soft.csv"),
            folder.path(CliFolder.POLICY),
            folder.path(CliFolder.ACTIVITIES),
            same.resolve("claims.csv").toString())) {
      for (String option :
          List.of("--output", "--postings", "--activities-out", "--rejects", "--journal")) {
        String claims = folder.read(CliFolder.CLAIMS);
        CommandLineRun run = folder.settle(option, name, "--force");
        assertThat(run.code()).as(name).isEqualTo(6);
        assertThat(run.err()).startsWith(name + ": error[E606] ");
        assertThat(folder.read(CliFolder.CLAIMS)).isEqualTo(claims);
      }
    }
    assertThat(Files.isSymbolicLink(temporary.resolve("soft.csv"))).isTrue();
  }

  @Test
  void aLinkStaysWithoutForceAndIsReplacedWithIt() throws IOException {
    folder.write("target.csv", "kept\n");
    Path link = Files.createSymbolicLink(temporary.resolve("link.csv"), Path.of("target.csv"));
    CommandLineRun run = folder.settle("--output", link.toString());
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err())
        .isEqualTo(
            link
                + ": error[E608] is a symbolic link; name the file itself, or replace the link (not"
                + " what it points to) with --force\n");

    assertThat(folder.settle("--output", link.toString(), "--force").code()).isZero();
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(folder.read("target.csv")).isEqualTo("kept\n");
  }

  @Test
  void allOutputsAreReadableByTheirOwnerOnly() throws IOException {
    CommandLineRun run =
        folder.settle(
            "--output",
            folder.path("results.csv"),
            "--postings",
            folder.path("postings.csv.gz"),
            "--rejects",
            folder.path("rejects.csv"),
            "--activities-out",
            folder.path("activities-out.csv"),
            "--journal",
            folder.path("ledger.journal"),
            "--totals",
            "person+month=" + folder.path("totals.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    for (String name :
        List.of(
            "results.csv",
            "postings.csv.gz",
            "rejects.csv",
            "activities-out.csv",
            "ledger.journal",
            "totals.csv")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
    assertThat(folder.names()).hasSize(before.size() + 6);
  }

  @Test
  void whenOneOutputIsRefusedNoneIsWritten() {
    folder.write("postings.csv", "kept\n");
    before = folder.names();
    CommandLineRun run =
        folder.settle(
            "--output", folder.path("results.csv"), "--postings", folder.path("postings.csv"));
    assertRefused(run, "postings.csv: error[E605] ");
    assertThat(folder.read("postings.csv")).isEqualTo("kept\n");
  }

  @Test
  void twoOutputsCannotBeOneFile() {
    CommandLineRun run =
        folder.settle(
            "--output", folder.path("results.csv"), "--rejects", folder.path("./results.csv"));
    assertRefused(run, "results.csv: error[E607] ");
  }

  @Test
  void refusedInputLeavesNothingBehind() {
    folder.write(CliFolder.CLAIMS, folder.read(CliFolder.CLAIMS) + "C900,P900\n");
    folder.write("results.csv", "kept\n");
    before = folder.names();
    CommandLineRun run =
        folder.settle(
            "--output",
            folder.path("results.csv"),
            "--force",
            "--postings",
            folder.path("postings.csv"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(folder.names()).isEqualTo(before);
    assertThat(folder.read("results.csv")).isEqualTo("kept\n");
  }

  @Test
  void standardInputIsRemovedAlsoWhenItIsRefused() {
    for (String input : List.of("", folder.read(CliFolder.CLAIMS))) {
      CliFolder.run(
          "C", input, "settle", "-H", folder.path(CliFolder.HOUSEHOLDS), "-C", "-", "-o", "-");
      assertThat(CliFolder.names(systemTemporary)).isEmpty();
    }
  }

  @Test
  void eachOutputMayGoToStandardOutput() {
    String results = folder.settle("--format", "csv").out();
    assertThat(folder.settle("--format", "csv", "--output", "-").out()).isEqualTo(results);

    CommandLineRun postings = folder.settle("--output", folder.path("r.csv"), "--postings", "-");
    assertThat(postings.out()).startsWith("seq,event_id,time,");
    assertThat(folder.read("r.csv")).isEqualTo(results);

    CommandLineRun rejects = folder.settle("--output", folder.path("r2.csv"), "--rejects", "-");
    assertThat(rejects.out()).isEqualTo("file,line,column,field,code,message\n");

    CommandLineRun activities =
        folder.settle("--output", folder.path("r3.csv"), "--activities-out", "-");
    assertThat(activities.out()).startsWith("activity_id,person_id,time,kind,").hasLineCount(1);
    assertThat(folder.names()).doesNotContain("-");
  }

  @Test
  void aStandardOutputThatFailsIsToldAndNotSilent() {
    Failing full = new Failing("No space left on device");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(folder.arguments("--format", "csv"), terminal(full, err))).isEqualTo(6);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("-: error[E612] cannot be written: No space left on device;")
        .hasLineCount(1);
  }

  @Test
  void textsAboutTheProgramThatCannotBeWrittenAreToldToo() {
    for (String line :
        List.of(
            "--help",
            "--version",
            "settle --help",
            "policy show --help",
            "help",
            "help settle",
            "help errors",
            "policy list",
            "template claims",
            "completion bash")) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Failing full = new Failing("No space left on device");
      assertThat(Main.run(line.split(" "), terminal(full, err))).as(line).isEqualTo(6);
      assertThat(err.toString(StandardCharsets.UTF_8)).as(line).startsWith("-: error[E612] ");
      Failing head = new Failing("Broken pipe");
      err.reset();
      assertThat(Main.run(line.split(" "), terminal(head, err))).as(line).isEqualTo(141);
    }
  }

  @Test
  void aFolderForCopiesThatIsNotThereIsNamed() {
    String missing = systemTemporary.resolve("missing").toString();
    System.setProperty("java.io.tmpdir", missing);
    CommandLineRun results = folder.settle("-f", "csv");
    assertThat(results.code()).isEqualTo(6);
    assertThat(results.err()).startsWith(missing + ": error[E613] ").hasLineCount(1);
    CommandLineRun input =
        CliFolder.run(
            "C",
            folder.read(CliFolder.CLAIMS),
            "settle",
            "-H",
            folder.path(CliFolder.HOUSEHOLDS),
            "-C",
            "-",
            "-o",
            folder.path("r.csv"));
    assertThat(input.code()).isEqualTo(6);
    assertThat(input.err()).startsWith(missing + ": error[E613] ").hasLineCount(1);
  }

  /** With --force a link is replaced; that of /dev/stdout would then be gone for everybody. */
  @Test
  void linksThatLeadToDevicesAreNoOutputs() throws IOException {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device));
    Files.createSymbolicLink(temporary.resolve("out"), Path.of("/proc/self/fd/1"));
    Files.createSymbolicLink(temporary.resolve("null"), device);
    Files.createSymbolicLink(temporary.resolve("folder"), systemTemporary);
    before = folder.names();
    for (String name : List.of("out", "null", "folder")) {
      assertRefused(folder.settle("-o", folder.path(name), "--force"), name + ": error[E609] ");
    }
  }

  @Test
  void aReaderThatWentAwayIsQuiet() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Failing head = new Failing("Broken pipe");
    assertThat(Main.run(folder.arguments("--format", "csv"), terminal(head, err))).isEqualTo(141);
    assertThat(err.size()).isZero();
  }

  @Test
  void foldersAndMissingFoldersAreNoOutputs() throws IOException {
    Files.createDirectory(temporary.resolve("results"));
    before = folder.names();
    assertRefused(folder.settle("-o", folder.path("results"), "--force"), "results: error[E609] ");
    assertRefused(folder.settle("-o", folder.path("none/r.csv")), "none/r.csv: error[E610] ");
  }

  private void assertRefused(CommandLineRun run, String start) {
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace("./", "")).contains(start).hasLineCount(1);
    assertThat(folder.names()).isEqualTo(before);
  }

  private static Terminal terminal(OutputStream out, ByteArrayOutputStream err) {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of(),
        false,
        0,
        "C");
  }

  /** A stream whose writes fail. */
  private static final class Failing extends OutputStream {
    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
