package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  /** A number that no process has: above every system's limit. */
  private static final String DEAD = "4194999";

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void start() {
    target = folder.resolve("结果.csv");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void write(OutputFiles outputs, Path target, String text) throws OutputFailed {
    outputs.create(target, target.getFileName().toString()).write(text.getBytes(UTF_8));
  }

  private static void assertRefused(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OutputFailed.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void nothingIsThereBeforeTheCommit() throws IOException {
    Path second = folder.resolve("b.csv");
    try (OutputFiles outputs = new OutputFiles(false, List.of())) {
      write(outputs, target, "a".repeat(200_000));
      write(outputs, second, "b");
      assertThat(target).doesNotExist();
      assertThat(names())
          .allMatch(name -> name.matches("\\.cohealth-(结果|b)\\.csv-[0-9]+-[0-9]+\\.tmp"));
      Path temporary = folder.resolve(names().get(0));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
          .isEqualTo("rw-------");
      outputs.commit();
    }
    assertThat(target).hasContent("a".repeat(200_000));
    assertThat(second).hasContent("b");
    assertThat(names()).containsExactly("b.csv", "结果.csv");
  }

  @Test
  void abortLeavesEverythingAsItWas() throws IOException {
    Files.writeString(target, "old");
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, target, "new");
    }
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void afterAnAbortNothingIsPutInPlace() throws IOException {
    OutputFiles outputs = new OutputFiles(false, List.of());
    write(outputs, target, "new");
    outputs.abort();
    outputs.abort();
    assertRefused(ProblemCode.OUTPUT_FAILED, outputs::commit);
    assertThat(names()).isEmpty();
  }

  @Test
  void gzipByTheName() throws IOException {
    Path packed = folder.resolve("a.csv.gz");
    try (OutputFiles outputs = new OutputFiles(false, List.of())) {
      PendingFile file = outputs.create(packed, "a.csv.gz");
      file.write('x');
      file.write("y".repeat(100_000).getBytes(UTF_8));
      outputs.commit();
    }
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("x" + "y".repeat(100_000));
    }
    assertThat(Files.size(packed)).isLessThan(1000);
  }

  @Test
  void existingFilesAreReplacedByForceOnly() throws IOException {
    Files.writeString(target, "old");
    OutputFiles careful = new OutputFiles(false, List.of());
    assertRefused(ProblemCode.OUTPUT_EXISTS, () -> careful.create(target, "t"));
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, target, "new");
      outputs.commit();
    }
    assertThat(target).hasContent("new");
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void linksAreReplacedByForceOnlyAndNotFollowed() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "other");
    Files.createSymbolicLink(target, other);
    OutputFiles careful = new OutputFiles(false, List.of());
    assertRefused(ProblemCode.OUTPUT_IS_LINK, () -> careful.create(target, "t"));
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, target, "new");
      outputs.commit();
    }
    assertThat(target).isRegularFile().hasContent("new");
    assertThat(Files.isSymbolicLink(target)).isFalse();
    assertThat(other).hasContent("other");
  }

  @Test
  void neverOverAnInputWhateverItsName() throws IOException {
    Path input = Files.writeString(folder.resolve("claims.csv"), "in");
    Path hard = Files.createLink(folder.resolve("hard"), input);
    Path soft = Files.createSymbolicLink(folder.resolve("soft"), input);
    OutputFiles outputs = new OutputFiles(true, List.of(input));
    for (Path name :
        List.of(input, hard, soft, folder.resolve("../" + folder.getFileName() + "/claims.csv"))) {
      assertRefused(ProblemCode.OUTPUT_IS_INPUT, () -> outputs.create(name, "t"));
    }
    assertThat(input).hasContent("in");
  }

  @Test
  void targetsThatCannotBe() throws IOException {
    OutputFiles outputs = new OutputFiles(true, List.of());
    assertRefused(ProblemCode.OUTPUT_NOT_A_FILE, () -> outputs.create(folder, "folder"));
    assertRefused(
        ProblemCode.OUTPUT_NOT_A_FILE, () -> outputs.create(Path.of("/dev/full"), "full"));
    assertRefused(
        ProblemCode.OUTPUT_FOLDER_MISSING,
        () -> outputs.create(folder.resolve("no/such.csv"), "no"));
    write(outputs, target, "x");
    assertRefused(
        ProblemCode.OUTPUT_TWICE,
        () -> outputs.create(folder.resolve("./" + target.getFileName()), "t"));
    outputs.abort();
    assertThat(names()).isEmpty();
  }

  @Test
  void aTargetThatAppearsMeanwhileIsKeptAndAllIsTakenBack() throws IOException {
    Path first = folder.resolve("a.csv");
    try (OutputFiles outputs = new OutputFiles(false, List.of())) {
      write(outputs, first, "a");
      write(outputs, target, "new");
      Files.writeString(target, "other");
      assertRefused(ProblemCode.OUTPUT_EXISTS, outputs::commit);
    }
    assertThat(target).hasContent("other");
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void whatWasReplacedComesBackWhenALaterOneFails() throws IOException {
    Path first = Files.writeString(folder.resolve("a.csv"), "old");
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, first, "new");
      write(outputs, target, "new");
      Files.createDirectories(target.resolve("sub"));
      assertRefused(ProblemCode.OUTPUT_NOT_A_FILE, outputs::commit);
    }
    assertThat(first).hasContent("old");
    assertThat(names()).containsExactly("a.csv", "结果.csv");
  }

  @Test
  void whatWasNotThereBeforeIsTakenBackAlsoByForce() throws IOException {
    Path first = folder.resolve("a.csv");
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, first, "new");
      write(outputs, target, "new");
      Files.createDirectories(target.resolve("sub"));
      assertRefused(ProblemCode.OUTPUT_NOT_A_FILE, outputs::commit);
    }
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void whenTheLastStepFailsEverythingIsAsItWas() throws IOException {
    Path first = Files.writeString(folder.resolve("a.csv"), "old");
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      write(outputs, first, "new");
      write(outputs, target, "new");
      assertThatThrownBy(
              () ->
                  outputs.commit(
                      () -> {
                        assertThat(first).hasContent("new");
                        throw new IOException("full");
                      }))
          .hasMessage("full");
    }
    assertThat(first).hasContent("old");
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void aReaderThatGoesAwayTakesNothingBack() throws IOException {
    try (OutputFiles outputs = new OutputFiles(false, List.of())) {
      write(outputs, target, "new");
      assertThatThrownBy(
              () ->
                  outputs.commit(
                      () -> {
                        throw new ReaderGone(new IOException());
                      }))
          .isInstanceOf(ReaderGone.class);
    }
    assertThat(target).hasContent("new");
    assertThat(names()).containsExactly("结果.csv");
  }

  /** As a shutdown hook does, while the last step waits for a slow reader. */
  @Test
  void anAbortDuringTheLastStepTakesEverythingBack() throws IOException {
    Files.writeString(target, "old");
    OutputFiles outputs = new OutputFiles(true, List.of());
    write(outputs, target, "new");
    outputs.commit(outputs::abort);
    assertThat(target).hasContent("old");
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void aFolderThatWasMadeGoesWithItsOutputs() throws IOException {
    Path made = folder.resolve("made");
    for (boolean done : new boolean[] {false, true}) {
      try (OutputFiles outputs = new OutputFiles(false, List.of())) {
        outputs.makeFolder(made, "made");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
            .isEqualTo("rwx------");
        write(outputs, made.resolve("a.csv"), "new");
        if (done) {
          outputs.commit();
        }
      }
      assertThat(names()).isEqualTo(done ? List.of("made") : List.of());
    }
    assertThat(made.resolve("a.csv")).hasContent("new");
    OutputFiles outputs = new OutputFiles(false, List.of());
    assertRefused(
        ProblemCode.OUTPUT_FOLDER_MISSING,
        () -> outputs.makeFolder(folder.resolve("no/such"), "no"));
  }

  @Test
  void strayFilesOfDeadRunsAreRemovedAndOnlyThose() throws IOException {
    String stray = ".cohealth-结果.csv-" + DEAD + "-0.tmp";
    String others = ".cohealth-other.csv-" + DEAD + "-0.tmp";
    String user = ".cohealth-结果.csv-x-0.tmp";
    Files.writeString(folder.resolve(stray), "x");
    Files.writeString(folder.resolve(others), "x");
    Files.writeString(folder.resolve(user), "x");
    // an earlier process with the same number as a live one
    Path reused = folder.resolve(".cohealth-结果.csv-" + ProcessHandle.current().pid() + "-7.tmp");
    Files.writeString(reused, "x");
    Files.setLastModifiedTime(reused, FileTime.from(Instant.EPOCH));
    try (OutputFiles outputs = new OutputFiles(false, List.of())) {
      write(outputs, target, "new");
      outputs.commit();
    }
    assertThat(names()).containsExactlyInAnyOrder(others, user, "结果.csv");
  }

  @Test
  void twoRunsToOneTargetAtATime() throws IOException {
    try (OutputFiles outputs = new OutputFiles(true, List.of());
        OutputFiles other = new OutputFiles(true, List.of())) {
      write(outputs, target, "one");
      assertRefused(ProblemCode.OUTPUT_BUSY, () -> other.create(target, "t"));
      outputs.commit();
    }
    assertThat(target).hasContent("one");
    assertThat(names()).containsExactly("结果.csv");
  }

  @Test
  void theRunWithTheLargerNumberGivesWayToALiveOne() throws IOException {
    long live = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(folder.resolve(".cohealth-结果.csv-" + live + "-0.tmp"), "x");
    try (OutputFiles outputs = new OutputFiles(true, List.of())) {
      assertThatThrownBy(() -> outputs.create(target, "t"))
          .isInstanceOfSatisfying(
              OutputFailed.class,
              e -> assertThat(e.problem().args()).containsExactly(Long.toString(live)));
    }
    assertThat(names()).containsExactly(".cohealth-结果.csv-" + live + "-0.tmp");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsTheSystemsFault() throws IOException {
    Path full = Path.of("/proc/self");
    if (Files.isDirectory(full)) {
      OutputFiles outputs = new OutputFiles(false, List.of());
      assertRefused(
          ProblemCode.OUTPUT_FAILED, () -> outputs.create(full.resolve("x.csv"), "x.csv"));
    }
  }
}
