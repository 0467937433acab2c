package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowArenaTest {
  /** Collects the rows. */
  private static final class Rows implements RowOut {
    final List<String> rows = new ArrayList<>();

    @Override
    public boolean wants(int place) {
      return true;
    }

    @Override
    public void render(RowText out, Settlement row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void emit(byte[] row, int from, int length) {
      rows.add(new String(row, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void end() {}
  }

  @Test
  void rowsComeOutInTheOrderOfTheFilesWithoutThoseThatAreNotThere() throws IOException {
    RowArena arena = new RowArena(6);
    put(arena, 4, "four");
    put(arena, 0, "零");
    put(arena, 2, "");
    Rows out = new Rows();
    arena.forEach(out);
    assertThat(out.rows).containsExactly("零", "", "four");
  }

  @Test
  void rowsOfManyChunksAreKept() throws IOException {
    int count = 30_000;
    List<Integer> order = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
      expected.add(text(i));
    }
    Collections.shuffle(order, new Random(1));
    RowArena arena = new RowArena(count);
    order.forEach(i -> put(arena, i, text(i)));
    Rows out = new Rows();
    arena.forEach(out);
    assertThat(out.rows).isEqualTo(expected);
  }

  private static void put(RowArena arena, int ordinal, String text) {
    byte[] bytes = (" " + text).getBytes(StandardCharsets.UTF_8);
    arena.put(ordinal, bytes, 1, bytes.length - 1);
  }

  private static String text(int i) {
    return "第" + i + "行 " + "x".repeat(i % 150);
  }
}
