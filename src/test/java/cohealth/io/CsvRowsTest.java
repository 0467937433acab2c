package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  /** What a slow and obvious reader makes of a text. */
  private static final class Expected {
    final List<String> rows = new ArrayList<>();
    @Nullable String fault;
  }

  @Test
  void textsAndPlacesAgreeWithAnObviousReaderOnRandomTexts() throws IOException {
    Random random = new Random(7);
    String[] pieces = {"a", "b c", ",", ",", "\n", "\n", "\r\n", "\"", "\"\"", "𠮷", "诊", " ", ";"};
    String[] odd = {"\r", "\0", "\"x\"", "\"\n\"", "\"a,\"\"b\"", "\uFEFF"};
    long texts = Long.getLong("cohealth.count.csv-texts", 150_000);
    for (int round = 0; round < texts; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(14);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(8) == 0
                ? odd[random.nextInt(odd.length)]
                : pieces[random.nextInt(random.nextBoolean() ? 7 : pieces.length)]);
      }
      check(text.toString(), random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0, ',');
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|', '，', '~', ' '})
  void otherDelimiters(char delimiter) throws IOException {
    Random random = new Random(delimiter);
    String[] pieces = {"a", String.valueOf(delimiter), "\n", "\"x\"", "𠮷", ",", "~", "\r\n"};
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      check(text.toString(), 0, delimiter);
    }
  }

  @Test
  void longTextsKeepStep() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 40; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 30_000) {
        for (int cells = random.nextInt(1, 30); cells > 0; cells--) {
          switch (random.nextInt(6)) {
            case 0 -> text.append('"').append("x\"\"\r\n诊".repeat(random.nextInt(40))).append('"');
            case 1 -> text.append("𠮷".repeat(random.nextInt(50)));
            default -> text.append("v".repeat(random.nextInt(20)));
          }
          text.append(cells > 1 ? "," : "");
        }
        text.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      check(text.toString(), round % 2 == 0 ? 0 : 1 + random.nextInt(5000), ',');
    }
  }

  @Test
  void faultsAreToldWithTheirPlace() throws IOException {
    assertThat(fault("a,b\nx,y\"z\n")).isEqualTo("QUOTE_IN_CELL 2:4");
    assertThat(fault("a,b\nx, \"y\"\n")).isEqualTo("QUOTE_IN_CELL 2:4");
    assertThat(fault("a,b\n\"x\"y,z\n")).isEqualTo("TEXT_AFTER_QUOTE 2:4");
    assertThat(fault("a,b\n\"x\" ,z\n")).isEqualTo("TEXT_AFTER_QUOTE 2:4");
    assertThat(fault("a,b\n1,\"x\ny,z\n")).isEqualTo("UNCLOSED_QUOTE 2:3");
    assertThat(fault("a,b\n𠮷\0,z\n")).isEqualTo("NUL_CHARACTER 2:2");
    assertThat(fault("a,b\n\"诊\n诊\0\",z\n")).isEqualTo("NUL_CHARACTER 3:2");
    assertThat(fault("a,b\nx,y\rz,w\n")).isEqualTo("BARE_CARRIAGE_RETURN 2:4");
    assertThat(fault("a,b\r\rx,y\n")).isEqualTo("BARE_CARRIAGE_RETURN 1:4");
  }

  @Test
  void nothingIsReadWithoutALimit() throws IOException {
    String cell = "x".repeat(CsvGuard.LONGEST_CELL);
    assertThat(fault("a," + cell + "\nb,\"" + cell + "\"\n")).isNull();
    assertThat(fault("a,b\nc," + cell + "x\n")).isEqualTo("CELL_TOO_LONG 2:3");
    assertThat(fault("a,b\nc,\"" + cell + "x\"\n")).isEqualTo("CELL_TOO_LONG 2:3");
    String row = (cell + ",").repeat(15);
    assertThat(fault("a\n" + row + "x\n")).isNull();
    assertThat(fault("a\n" + row + cell + "\n")).isEqualTo("ROW_TOO_BIG 2:0");
    assertThat(fault(",".repeat(511) + "\n")).isNull();
    assertThat(fault(",".repeat(512) + "\n")).isEqualTo("TOO_MANY_COLUMNS 1:513");
    long[] read = new long[1];
    Reader endless =
        new Reader() {
          @Override
          public int read(char[] target, int offset, int length) {
            java.util.Arrays.fill(target, offset, offset + length, 'x');
            read[0] += length;
            return length;
          }

          @Override
          public void close() {}
        };
    try (CsvRows rows = new CsvRows(endless, ',')) {
      assertThat(rows.next()).isFalse();
      assertThat(rows.fault()).isNotNull();
    }
    assertThat(read[0]).isLessThan(2L * CsvGuard.LONGEST_CELL);
  }

  /** Of two faults the first is told, wherever the pieces end in which the text comes. */
  @Test
  void theFirstFaultIsToldHoweverTheTextIsCut() throws IOException {
    String cell = "x".repeat(CsvGuard.LONGEST_CELL + 3);
    for (int most : new int[] {1_000, 4_000, 65_545, 1 << 20}) {
      assertThat(fault("a,b\nc,\"" + cell + "\0\",z\n", most)).isEqualTo("CELL_TOO_LONG 2:3");
      assertThat(fault("a,b\nc,\"" + cell + "\"z\n", most)).isEqualTo("CELL_TOO_LONG 2:3");
      assertThat(fault("a,b\nc," + cell + "\0,z\n", most)).isEqualTo("CELL_TOO_LONG 2:3");
      assertThat(fault("a,b\nc," + cell + "\",z\n", most)).isEqualTo("CELL_TOO_LONG 2:3");
      assertThat(fault("a,b\nc,\"y\0" + cell + "\"\n", most)).isEqualTo("NUL_CHARACTER 2:5");
      assertThat(fault("a,b\nc,y\"" + cell + "\n", most)).isEqualTo("QUOTE_IN_CELL 2:4");
    }
  }

  @Test
  void blankRowsComeOutOnlyInTheMiddle() throws IOException {
    List<String> seen = new ArrayList<>();
    try (CsvRows rows = new CsvRows(new StringReader("a,b\n\n \t\r\n,,\nc,d\n\n,\n\n"), ',')) {
      while (rows.next()) {
        seen.add(rows.line() + (rows.isBlank() ? " blank" : " " + rows.cell(0)));
      }
    }
    assertThat(seen).containsExactly("1 a", "2 blank", "3 blank", "4 blank", "5 c");
  }

  @Test
  void anEmptyQuotedCellIsNoBlankRow() throws IOException {
    try (CsvRows rows = new CsvRows(new StringReader("a\n\"\"\n"), ',')) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.isBlank()).isFalse();
      assertThat(rows.isQuoted(0)).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aMissingLineEndIsNoticed() throws IOException {
    for (String text : new String[] {"a,b", "a,b\nc,", "a\n\"x\"", "a\n\n "}) {
      assertThat(lastLineOpen(text)).as(text).isTrue();
    }
    for (String text : new String[] {"", "a\n", "a\r\n", "a\n\n"}) {
      assertThat(lastLineOpen(text)).as(text).isFalse();
    }
  }

  private static boolean lastLineOpen(String text) throws IOException {
    try (CsvRows rows = new CsvRows(new StringReader(text), ',')) {
      while (rows.next()) {
        assertThat(rows.fault()).isNull();
      }
      return rows.lastLineOpen();
    }
  }

  private static @Nullable String fault(String text) throws IOException {
    return fault(text, Integer.MAX_VALUE);
  }

  private static @Nullable String fault(String text, int most) throws IOException {
    try (CsvRows rows = new CsvRows(new Slow(new StringReader(text), most), ',')) {
      while (rows.next()) {
        assertThat(rows.size()).isPositive();
      }
      return describe(rows.fault());
    }
  }

  private static @Nullable String describe(CsvGuard.@Nullable Fault fault) {
    return fault == null ? null : fault.code() + " " + fault.line() + ":" + fault.column();
  }

  private static void check(String text, int slow, char delimiter) throws IOException {
    Expected expected = obvious(text, delimiter);
    List<String> rows = new ArrayList<>();
    Reader in = new StringReader(text);
    try (CsvRows read = new CsvRows(slow == 0 ? in : new Slow(in, slow), delimiter)) {
      while (read.next()) {
        if (read.isBlank()) {
          rows.add("blank " + read.line());
          continue;
        }
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < read.size(); i++) {
          row.append(read.line(i)).append(':').append(read.column(i));
          row.append(read.isQuoted(i) ? '"' : '=').append(read.cell(i)).append('|');
        }
        rows.add(row.toString());
      }
      String shown = Shown.escaped(text);
      assertThat(describe(read.fault())).as(shown).isEqualTo(expected.fault);
      assertThat(rows).as(shown).isEqualTo(expected.rows);
    }
  }

  /** Reads character by character, as the standard says, and nothing else. */
  private static Expected obvious(String text, char delimiter) {
    Expected result = new Expected();
    List<String> pendingBlanks = new ArrayList<>();
    int line = 1;
    int column = 1;
    int i = 0;
    while (i < text.length()) {
      StringBuilder row = new StringBuilder();
      boolean blank = true;
      int rowLine = line;
      boolean inRow = true;
      while (inRow) {
        String place = line + ":" + column;
        StringBuilder cell = new StringBuilder();
        boolean quoted = i < text.length() && text.charAt(i) == '"';
        if (quoted) {
          i++;
          column++;
          while (true) {
            if (i >= text.length()) {
              result.fault = "UNCLOSED_QUOTE " + place;
              return result;
            }
            int c = text.codePointAt(i);
            if (c == 0) {
              result.fault = "NUL_CHARACTER " + line + ":" + column;
              return result;
            }
            if (c == '"' && (i + 1 >= text.length() || text.charAt(i + 1) != '"')) {
              i++;
              column++;
              break;
            }
            int step = c == '"' ? 2 : Character.charCount(c);
            cell.appendCodePoint(c);
            column = c == '\n' ? 1 : column + (c == '"' ? 2 : 1);
            line += c == '\n' ? 1 : 0;
            i += step;
          }
        }
        while (i < text.length()
            && text.charAt(i) != delimiter
            && text.charAt(i) != '\n'
            && text.charAt(i) != '\r') {
          int c = text.codePointAt(i);
          ProblemCode code =
              c == 0
                  ? ProblemCode.NUL_CHARACTER
                  : quoted
                      ? ProblemCode.TEXT_AFTER_QUOTE
                      : c == '"' ? ProblemCode.QUOTE_IN_CELL : null;
          if (code != null) {
            result.fault = code + " " + line + ":" + column;
            return result;
          }
          cell.appendCodePoint(c);
          column++;
          i += Character.charCount(c);
        }
        blank &= !quoted && cell.chars().allMatch(c -> c == ' ' || c == '\t');
        row.append(place).append(quoted ? '"' : '=').append(cell).append('|');
        if (i < text.length() && text.charAt(i) == delimiter) {
          i++;
          column++;
          continue;
        }
        inRow = false;
      }
      if (blank) {
        pendingBlanks.add("blank " + rowLine);
      } else {
        result.rows.addAll(pendingBlanks);
        pendingBlanks.clear();
        result.rows.add(row.toString());
      }
      if (i < text.length() && text.charAt(i) == '\r') {
        if (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
          result.fault = "BARE_CARRIAGE_RETURN " + line + ":" + column;
          return result;
        }
        i++;
      }
      if (i < text.length()) {
        i++;
        line++;
        column = 1;
      }
    }
    return result;
  }

  /** Gives few characters at a time. */
  private static final class Slow extends FilterReader {
    private final int most;

    Slow(Reader in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(length, most));
    }
  }
}
