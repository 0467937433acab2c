package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSpoolTest {
  @TempDir Path folder;

  @Test
  void keepsEverythingUntilItIsCopied() throws IOException {
    byte[] bytes = new byte[200_000];
    bytes[199_999] = 7;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ResultSpool spool = ResultSpool.in(folder);
        ResultSpool other = ResultSpool.in(folder)) {
      spool.write(5);
      spool.write(bytes);
      other.write(9);
      spool.copyTo(out);
    }
    assertThat(out.toByteArray()).hasSize(200_001).startsWith(5).endsWith(7);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFullDeviceIsNoticed() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));
    try (ResultSpool spool = ResultSpool.in(folder);
        OutputStream out = new FileOutputStream(full.toFile())) {
      spool.write(1);
      assertThatThrownBy(() -> spool.copyTo(out))
          .isInstanceOfSatisfying(
              OutputFailed.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.OUTPUT_FAILED));
    }
  }

  @Test
  void aReaderThatHasGoneIsNoFault() throws IOException {
    try (ResultSpool spool = ResultSpool.in(folder)) {
      spool.write(new byte[1 << 20]);
      OutputStream closed =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("Broken pipe");
            }
          };
      assertThatThrownBy(() -> spool.copyTo(closed)).isInstanceOf(ReaderGone.class);
    }
  }

  @Test
  void aFolderThatIsNotThere() {
    Path none = folder.resolve("no");
    assertThatThrownBy(() -> ResultSpool.in(none))
        .isInstanceOfSatisfying(
            OutputFailed.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.COPY_FAILED);
              assertThat(e.problem().file()).isEqualTo(none.toString());
            });
  }
}
