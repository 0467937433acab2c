package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows as text and cells of them, before anybody has checked them. */
class RawRowsTest {
  private static final String TABLE =
      "claim_id,note,person_id\nC1,x, P1 \nC2,\"a,\"\"b\"\"\nc\",P2\r\n , \nC3,\"\",\"P3\"";

  @Test
  void everyLineIsARowUnlessQuotesHoldLineEnds() throws IOException {
    assertThat(rows(TABLE, true))
        .containsExactly(
            "claim_id,note,person_id\n",
            "C1,x, P1 \n",
            "C2,\"a,\"\"b\"\"\nc\",P2\r\n",
            " , \n",
            "C3,\"\",\"P3\"\n");
    assertThat(rows(TABLE, false)).hasSize(6).contains("C2,\"a,\"\"b\"\"\n", "c\",P2\r\n");
    assertThat(String.join("", rows(TABLE, true))).isEqualTo(TABLE + "\n");
    assertThat(rows("", true)).isEmpty();
  }

  @Test
  void aRowTellsWhereItBeginsAndWhatItIs() throws IOException {
    RawRows rows = new RawRows(slow(TABLE), true);
    List<Long> offsets = new ArrayList<>();
    int lines = 0;
    int blank = 0;
    boolean open = false;
    while (rows.next()) {
      offsets.add(rows.offset());
      lines += rows.lines();
      blank += rows.isBlank(',') ? 1 : 0;
      open = rows.isOpen();
      assertThat(rows.hasOddQuotes()).isFalse();
    }
    assertThat(offsets)
        .containsExactly(
            0L,
            (long) TABLE.indexOf("C1"),
            (long) TABLE.indexOf("C2"),
            (long) TABLE.indexOf(" , "),
            (long) TABLE.indexOf("C3"));
    assertThat(lines).isEqualTo(6);
    assertThat(blank).isEqualTo(1);
    assertThat(open).isTrue();
  }

  @Test
  void longRowsAreWhole() throws IOException {
    String row = "x".repeat(300_000) + "\n";
    assertThat(rows(row + row, true)).containsExactly(row, row);
  }

  @Test
  void cellsAreThoseThatTheReadersFind() throws IOException {
    assertThat(cells(TABLE, "person_id")).containsExactly("P1", "P2", null, "P3");
    assertThat(cells(TABLE, "claim_id")).containsExactly("C1", "C2", null, "C3");
    assertThat(cells("人员编号,结算编号\nP1,C1\nP2\n,C3\n", "claim_id", "person_id"))
        .containsExactly("P1", "P2", null);
    assertThat(cells(TABLE, "reverses")).containsOnlyNulls();
  }

  private static List<@Nullable String> cells(String table, String... fields) throws IOException {
    // of several fields the last one is wanted; the others show that the header is known
    RawRows rows = new RawRows(slow(table), true);
    rows.next();
    String header = text(rows);
    String more =
        header.startsWith("人员")
            ? "人员编号,结算编号,service_time,type,facility_level,total\n"
            : header.replace("\n", ",service_time,type,facility_level,total\n");
    LooseCells cells = LooseCells.of(InputTable.CLAIMS, more.getBytes(StandardCharsets.UTF_8), ',');
    assertThat(cells).isNotNull();
    List<@Nullable String> found = new ArrayList<>();
    while (rows.next() && cells != null) {
      int cell = cells.cellOf(fields[fields.length - 1]);
      found.add(cells.find(rows.bytes(), rows.from(), rows.to(), cell) ? cells.text() : null);
    }
    return found;
  }

  private static List<String> rows(String text, boolean joined) throws IOException {
    RawRows rows = new RawRows(slow(text), joined);
    List<String> found = new ArrayList<>();
    while (rows.next()) {
      found.add(text(rows));
    }
    return found;
  }

  private static String text(RawRows rows) {
    return new String(rows.bytes(), rows.from(), rows.to() - rows.from(), StandardCharsets.UTF_8);
  }

  /** Gives seven bytes at a time. */
  private static InputStream slow(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(7, length));
      }
    };
  }
}
