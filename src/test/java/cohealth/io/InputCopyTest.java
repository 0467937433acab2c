package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCopyTest {
  /** Numbers that no process has: above every system's limit. */
  private static final String STRAY = ".cohealth-input-4194999-0.tmp";

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void isForItsOwnerAloneAndGoesAtTheEnd() throws IOException {
    try (InputCopy one = new InputCopy(folder);
        InputCopy other = new InputCopy(folder)) {
      Path file = one.of(new ByteArrayInputStream("one".getBytes(UTF_8)));
      assertThat(other.of(new ByteArrayInputStream("other".getBytes(UTF_8)))).hasContent("other");
      assertThat(file).hasContent("one");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftGoesWithTheNextOne() throws IOException {
    Files.writeString(folder.resolve(STRAY), "P0001");
    Files.writeString(folder.resolve("other.tmp"), "x");
    try (InputCopy copy = new InputCopy(folder)) {
      copy.of(new ByteArrayInputStream(new byte[0]));
      assertThat(names()).doesNotContain(STRAY).hasSize(2);
    }
    assertThat(names()).containsExactly("other.tmp");
  }
}
