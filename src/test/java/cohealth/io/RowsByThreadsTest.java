package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.report.Ids;
import cohealth.report.SettlementColumn;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Payments;
import cohealth.settlement.Reason;
import cohealth.settlement.Reasons;
import cohealth.settlement.Settlement;
import cohealth.settlement.Split;
import cohealth.settlement.Status;
import cohealth.text.IdTable;
import cohealth.text.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One format is used by several threads, each with its own text. */
class RowsByThreadsTest {
  private static final int ROWS = 20_000;
  private static final int THREADS = 4;

  private static final class TableIds implements Ids {
    private final IdTable table = new IdTable();

    TableIds() {
      for (int i = 0; i < ROWS; i++) {
        table.add("编号" + i);
      }
    }

    @Override
    public String claim(int ordinal) {
      return table.text(ordinal);
    }

    @Override
    public String activity(int ordinal) {
      return table.text(ordinal);
    }

    @Override
    public String person(int index) {
      return table.text(index);
    }

    @Override
    public void appendPerson(RowText out, int index) {
      out.append(table, index);
    }
  }

  @Test
  void csv() throws Exception {
    check(new SettlementCsv(SettlementColumn.full(), new TableIds()));
  }

  @Test
  void json() throws Exception {
    check(new SettlementJson(SettlementColumn.full(), new TableIds(), true));
  }

  /** They are written by a method of their own. */
  @Test
  void standardColumnsAreTheFirstOfAll() {
    RowFormat<Settlement> all = new SettlementCsv(SettlementColumn.full(), new TableIds());
    RowFormat<Settlement> standard = new SettlementCsv(SettlementColumn.standard(), new TableIds());
    int columns = SettlementColumn.standard().size();
    RowText out = new RowText();
    for (Settlement row : rows().subList(0, 1_000)) {
      out.clear();
      all.append(out, row);
      List<String> expected = List.of(out.toString().split(",", -1)).subList(0, columns);
      out.clear();
      standard.append(out, row);
      assertThat(out.toString()).isEqualTo(String.join(",", expected));
    }
  }

  private static void check(RowFormat<Settlement> format) throws Exception {
    List<Settlement> rows = rows();
    String expected = text(format, rows);
    assertThat(expected).contains("编号", "DEDUCTIBLE_NOT_MET", "2024-02-29");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> texts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        texts.add(threads.submit(() -> text(format, rows)));
      }
      for (Future<String> each : texts) {
        assertThat(each.get().equals(expected)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String text(RowFormat<Settlement> format, List<Settlement> rows) {
    RowText out = new RowText();
    for (Settlement row : rows) {
      format.append(out, row);
      out.append(format.between());
    }
    return out.toString();
  }

  private static List<Settlement> rows() {
    Random random = new Random(3);
    List<Settlement> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      long pool = random.nextInt(100_000);
      long family = random.nextBoolean() ? random.nextInt(5_000) : 0;
      long start2024 = 1_704_067_200L;
      rows.add(
          new Settlement(
              i,
              random.nextInt(ROWS),
              start2024 + random.nextInt(366 * 86_400),
              2024,
              Status.values()[random.nextInt(3)],
              pool + family,
              pool + family,
              0,
              0,
              0,
              Split.NONE,
              new Payments(pool, 0, 0, 0, 0, family, 0),
              family == 0 ? List.of() : List.of(new FamilyDraw(random.nextInt(ROWS), family)),
              random.nextInt(100) - 1,
              -1,
              random.nextInt(9_999_999),
              random.nextBoolean() ? Reasons.of(Reason.DEDUCTIBLE_NOT_MET) : Reasons.NONE,
              null,
              -1,
              -1,
              -1,
              List.of(6_000, 10_000),
              -1,
              -1));
    }
    return rows;
  }
}
