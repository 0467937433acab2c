package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manifest is read as it was written, and refused when one byte of it is another. */
class ManifestFileTest {
  private static final Manifest MANIFEST =
      new Manifest(
          "1.2.3",
          "settle",
          Map.of("format", "csv"),
          List.of(
              new Manifest.PolicyUsed("510400-employee", "", "0".repeat(64)),
              new Manifest.PolicyUsed("990100-employee", "my \"rules\".json", "f".repeat(64))),
          List.of(
              new Manifest.FileUsed(
                  "claims", "文件.csv", FileForm.CSV, new Fingerprint(12, 3, "a".repeat(64)))),
          List.of(
              new Manifest.FileUsed(
                  "closing",
                  "-",
                  FileForm.STATE,
                  new Fingerprint(0, Fingerprint.NO_ROWS, "b".repeat(64)))),
          new ResultTotals(1, 2, 3, -4, 5, 6, 7, 8, 9, 10, -1_234_567));

  @TempDir Path folder = Path.of("");

  @Test
  void isReadAsItWasWritten() throws IOException {
    assertThat(read(ManifestText.of(MANIFEST))).isEqualTo(MANIFEST);
    Manifest empty =
        new Manifest("", "settle", Map.of(), List.of(), List.of(), List.of(), MANIFEST.totals());
    assertThat(read(ManifestText.of(empty))).isEqualTo(empty);
  }

  @Test
  void anyOtherByteIsSeen() throws IOException {
    byte[] whole = ManifestText.of(MANIFEST);
    for (int i = 0; i < whole.length; i++) {
      for (int bit : new int[] {1, 4, 32}) {
        byte[] changed = whole.clone();
        changed[i] ^= (byte) bit;
        assertThat(refusal(changed)).as("byte %d", i).startsWith("E50");
      }
      assertThat(refusal(Arrays.copyOf(whole, i))).as("cut at %d", i).startsWith("E50");
    }
    assertThat(refusal(Arrays.copyOf(whole, whole.length + 1))).isEqualTo("E506");
    assertThat(refusal("{\"cohealth_manifest\":2,".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("E505");
  }

  /** Whoever makes the checksum by hand must make the rest as the program does, too. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"size\":12`,`\"size\":-1`",
        "`\"size\":12`,`\"size\":1.5`",
        "`\"rows\":3`,`\"rows\":\"3\"`",
        "`\"form\":\"csv\"`,`\"form\":\"xls\"`",
        "`\"role\":\"claims\",`,``",
        "`-0.04`,`-0.4`",
        "`\"settled\":\"1\"`,`\"settled\":\"x\"`",
        "`aaaa`,`AAAA`",
        "`\"outputs\":[`,`\"output\":[`",
        "`\"command\"`,`\"program\"`"
      })
  void isNotBelievedForItsChecksum(String was, String other) throws IOException {
    String text = new String(ManifestText.of(MANIFEST), StandardCharsets.UTF_8);
    assertThat(text).contains(was);
    String changed = text.replace(was, other);
    byte[] body =
        changed.substring(0, changed.lastIndexOf("\"seal\"")).getBytes(StandardCharsets.UTF_8);
    String seal = "\"seal\":\"" + ManifestText.seal(body, body.length) + "\"}\n";
    byte[] sealed =
        (new String(body, StandardCharsets.UTF_8) + seal).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(sealed)).isEqualTo("E506");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a,b\n1,2\n3,4\n`,CSV,2",
        "`a,b\n1,2\n3,4`,CSV,2",
        "`a,b\r\n1,2\r\n3,4\r\n\r\n\n`,CSV,2",
        "`a,b\n\"1\n2\",\"\"\"\n\"\n3,4\n`,CSV,2",
        "`a,b\n`,CSV,0",
        "``,CSV,0",
        "`{}\n{\"\n{}\n`,NDJSON,3",
        "`a\nb\n`,TABLE,-1"
      })
  void rowsAreCounted(String text, FileForm form, long rows) throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      String lines = text.replace("\\n", "\n").replace("\\r", "\r").replace("b", "列乗𠮷");
      Path file = Files.write(folder.resolve("rows.csv"), lines.getBytes(charset));
      Fingerprint print = WatchedFile.of(file, "rows.csv", form).fingerprint(new ReadBytes());
      assertThat(print.rows()).isEqualTo(rows);
      assertThat(print.size()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void aFileThatChangesIsNotMeasured() throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), "a\n1\n");
    WatchedFile watched = WatchedFile.of(file, "file.csv", FileForm.CSV);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThatThrownBy(() -> watched.fingerprint(new ReadBytes()))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_CHANGED));
  }

  private Manifest read(byte[] bytes) throws IOException {
    Problems problems = new Problems();
    Path file = Files.write(folder.resolve("manifest.json"), bytes);
    Manifest manifest = ManifestFile.read(file, "manifest.json", problems);
    assertThat(problems.first()).isEmpty();
    assertThat(manifest).isNotNull();
    return Objects.requireNonNull(manifest);
  }

  private String refusal(byte[] bytes) throws IOException {
    Problems problems = new Problems();
    Path file = Files.write(folder.resolve("manifest.json"), bytes);
    assertThat(ManifestFile.read(file, "manifest.json", problems)).isNull();
    assertThat(problems.count()).isEqualTo(1);
    return problems.first().get(0).code().code();
  }
}
