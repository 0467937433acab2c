package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTextTest {
  private static final String TABLE = "人员编号,姓名\nP1,张三\nP2,𠮷野家\n";
  @TempDir Path folder;
  private InputFiles files;

  @BeforeEach
  void start() {
    files = new InputFiles(folder);
  }

  @Test
  void utf8WithAndWithoutMark() throws IOException {
    assertThat(read(files.text("a.csv", TABLE))).isEqualTo(TABLE);
    assertThat(read(files.text("b.csv", "\uFEFF" + TABLE))).isEqualTo(TABLE);
    assertThat(read(files.text("c.csv", "\uFEFF"))).isEmpty();
    assertThat(read(files.text("d.csv", ""))).isEmpty();
    assertThat(files.messages()).isEmpty();
  }

  @Test
  void gb18030WithANote() throws IOException {
    InputText text = files.text("a.csv", TABLE, Charset.forName("GB18030"));
    assertThat(read(text)).isEqualTo(TABLE);
    assertThat(files.messages())
        .containsExactly(
            "a.csv: note[N102] is not valid UTF-8 and was read as GB18030; name the encoding with"
                + " --charset if that is wrong");
  }

  @Test
  void gbkIsReadAsGb18030() throws IOException {
    String table = "共济人编号\n张三，退休\n";
    assertThat(read(files.text("a.csv", table, Charset.forName("GBK")))).isEqualTo(table);
  }

  @Test
  void aForcedCharsetIsTheOnlyOne() throws IOException {
    Path gbk = files.write("a.csv", TABLE.getBytes(Charset.forName("GB18030")));
    assertThat(InputText.open(gbk, "a.csv", UTF_8, files.problems)).isNull();
    assertThat(files.messages())
        .containsExactly(
            "a.csv:1:1: error[E116] the bytes C8 CB D4 B1 at offset 0 are not valid UTF-8; save"
                + " the file as UTF-8, or name its encoding with --charset");
    Path utf = files.write("b.csv", "姓名,张三丰\n".getBytes(UTF_8));
    InputText text = InputText.open(utf, "b.csv", Charset.forName("GB18030"), files.problems);
    assertThat(text == null || !read(text).contains("张")).isTrue();
  }

  @Test
  void damagedUtf8IsNotTakenForGb18030() {
    byte[] bytes = "姓名,张三丰\n李四,王五\n".getBytes(UTF_8);
    bytes[17] = (byte) 0xFF;
    assertThat(files.open("a.csv", bytes)).isNull();
    assertThat(files.messages())
        .containsExactly(
            "a.csv:2:1: error[E116] the bytes FF 9D 8E E5 at offset 17 are not valid UTF-8; save"
                + " the file as UTF-8, or name its encoding with --charset");
  }

  @Test
  void neitherUtf8NorGb18030() {
    byte[] bytes = "a,b\nxy\u0000,z\n".getBytes(UTF_8);
    bytes[6] = (byte) 0xFF;
    assertThat(files.open("a.csv", bytes)).isNull();
    assertThat(files.messages())
        .containsExactly(
            "a.csv:2:3: error[E116] the bytes FF 2C 7A 0A at offset 6 are not valid UTF-8 /"
                + " GB18030; save the file as UTF-8, or name its encoding with --charset");
  }

  @Test
  void aFileCutInsideACharacterIsRefused() {
    byte[] utf = "姓名\n张三".getBytes(UTF_8);
    files.open("a.csv", Arrays.copyOf(utf, utf.length - 1));
    byte[] gbk = "姓名\n张三".getBytes(Charset.forName("GBK"));
    files.open("b.csv", Arrays.copyOf(gbk, gbk.length - 1));
    byte[] alone = {'a', '\n', (byte) 0xE4, (byte) 0xB8};
    files.open("c.csv", alone);
    assertThat(files.messages())
        .containsExactly(
            "a.csv:2:2: error[E117] the file ends inside a character (bytes E4 B8 at offset 10);"
                + " it was cut: copy or export it again",
            "b.csv:2:2: error[E117] the file ends inside a character (bytes C8 at offset 7); it"
                + " was cut: copy or export it again",
            "c.csv:2:1: error[E117] the file ends inside a character (bytes E4 B8 at offset 2); it"
                + " was cut: copy or export it again");
  }

  @Test
  void utf16IsRefusedWithTheRemedy() {
    files.open("a.csv", ("\uFEFF" + TABLE).getBytes(UTF_16LE));
    files.open("b.csv", TABLE.getBytes(Charset.forName("UTF-16")));
    assertThat(files.codes()).containsExactly(ProblemCode.UTF16, ProblemCode.UTF16);
  }

  @Test
  void placesAreFoundFarBehindTheFirstBlock() {
    String many = "编号,总费用\n".repeat(20_000);
    byte[] bytes = (many + "张三,李四,王\n").getBytes(UTF_8);
    bytes[bytes.length - 4] = 'x';
    files.open("a.csv", bytes);
    assertThat(files.messages().get(0)).startsWith("a.csv:20001:8: error[E116]");
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    byte[] packed = InputFiles.gzip(TABLE.getBytes(UTF_8));
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(packed);
    two.write(packed);
    two.write(new byte[7]);
    InputText one = Objects.requireNonNull(files.open("a.csv.gz", packed));
    InputText both = Objects.requireNonNull(files.open("b.csv.GZ", two.toByteArray()));
    assertThat(read(one)).isEqualTo(TABLE);
    assertThat(read(both)).isEqualTo(TABLE + TABLE);
    assertThat(files.messages()).isEmpty();
  }

  @Test
  void everyCutOfAGzipFileIsRefused() {
    byte[] packed = InputFiles.gzip(TABLE.getBytes(UTF_8));
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(packed);
    two.writeBytes(packed);
    for (int length = 0; length < two.size(); length++) {
      if (length != packed.length) {
        InputFiles cut = new InputFiles(folder);
        assertThat(cut.open("a.csv.gz", Arrays.copyOf(two.toByteArray(), length))).isNull();
        assertThat(cut.codes()).as("cut at " + length).containsExactly(ProblemCode.CUT_GZIP);
      }
    }
  }

  @Test
  void damagedGzipIsRefused() {
    byte[] packed = InputFiles.gzip(TABLE.repeat(50).getBytes(UTF_8));
    byte[] checksum = packed.clone();
    checksum[packed.length - 6] ^= 1;
    files.open("a.csv.gz", checksum);
    files.open("b.csv.gz", TABLE.getBytes(UTF_8));
    byte[] more = Arrays.copyOf(packed, packed.length + 3);
    more[packed.length] = 'x';
    files.open("c.csv.gz", more);
    byte[] late = Arrays.copyOf(packed, packed.length + 3);
    late[packed.length + 2] = 'x';
    files.open("d.csv.gz", late);
    assertThat(files.messages())
        .containsExactly(
            "a.csv.gz: error[E119] the gzip data is damaged or is no gzip (checksum); compress the"
                + " file again, or take .gz off its name if it is not compressed",
            "b.csv.gz: error[E119] the gzip data is damaged or is no gzip (header); compress the"
                + " file again, or take .gz off its name if it is not compressed",
            "c.csv.gz: error[E119] the gzip data is damaged or is no gzip (header); compress the"
                + " file again, or take .gz off its name if it is not compressed",
            "d.csv.gz: error[E119] the gzip data is damaged or is no gzip (data after the end);"
                + " compress the file again, or take .gz off its name if it is not compressed");
  }

  @Test
  void gzipThatExpandsWithoutEndIsRefused() throws IOException {
    byte[] packed = InputFiles.gzip(new byte[1 << 20]);
    try (GzipStream within = new GzipStream(new ByteArrayInputStream(packed), 1 << 20, 200)) {
      assertThat(within.readAllBytes()).hasSize(1 << 20);
    }
    try (GzipStream beyond = new GzipStream(new ByteArrayInputStream(packed), 1 << 19, 200)) {
      assertThatThrownBy(beyond::readAllBytes)
          .isInstanceOfSatisfying(
              GzipFault.class,
              fault -> assertThat(fault.code).isEqualTo(ProblemCode.GZIP_EXPANSION));
    }
  }

  @Test
  void missingFilesAndFoldersAreTheSystemsFault() {
    assertThatThrownBy(
            () -> InputText.open(folder.resolve("no.csv"), "no.csv", null, files.problems))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_MISSING));
    assertThatThrownBy(() -> InputText.open(folder, "folder", null, files.problems))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_A_FILE));
  }

  @Test
  void aFileThatChangesIsNoticed() throws IOException {
    InputText grown = files.text("a.csv", TABLE);
    Files.writeString(folder.resolve("a.csv"), TABLE + "P3,x\n");
    assertChanged(grown);
    InputText touched = files.text("b.csv", TABLE);
    Files.setLastModifiedTime(folder.resolve("b.csv"), FileTime.from(Instant.EPOCH));
    assertChanged(touched);
    InputText replaced = files.text("c.csv", TABLE);
    FileTime time = Files.getLastModifiedTime(folder.resolve("c.csv"));
    Files.move(folder.resolve("c.csv"), folder.resolve("old.csv"));
    Files.writeString(folder.resolve("c.csv"), TABLE);
    Files.setLastModifiedTime(folder.resolve("c.csv"), time);
    assertChanged(replaced);
    InputText deleted = files.text("d.csv", TABLE);
    Files.delete(folder.resolve("d.csv"));
    assertChanged(deleted);
  }

  private static void assertChanged(InputText text) {
    assertThatThrownBy(text::reader)
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FILE_CHANGED));
  }

  private static String read(InputText text) throws IOException {
    StringWriter out = new StringWriter();
    try (Reader reader = text.reader()) {
      reader.transferTo(out);
    }
    text.checkUnchanged();
    return out.toString();
  }
}
