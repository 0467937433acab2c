package cohealth.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.io.RowIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdTableTest {
  @Test
  void numbersAreGivenInOrderAndFoundAgain() {
    IdTable table = new IdTable();
    assertThat(table.find("C1")).isEqualTo(-1);
    assertThat(table.add("C1")).isZero();
    assertThat(table.add("门诊")).isEqualTo(1);
    assertThat(table.add("C1")).isZero();
    assertThat(table.addNone()).isEqualTo(2);
    assertThat(table.add("")).isEqualTo(3);
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.text(1)).isEqualTo("门诊");
    assertThat(table.text(2)).isEmpty();
    assertThat(table.find("")).isEqualTo(3);
    assertThat(table.find("C")).isEqualTo(-1);
    assertThatThrownBy(() -> table.text(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void agreesWithAMapOnManyIds() {
    Random random = new Random(3);
    IdTable table = new IdTable();
    Map<String, Integer> map = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      String id =
          random.nextInt(10) == 0
              ? "结算" + random.nextInt(50_000)
              : "C" + Integer.toString(random.nextInt(200_000), 36);
      Integer known = map.putIfAbsent(id, order.size());
      if (known == null) {
        order.add(id);
      }
      assertThat(table.add(id)).isEqualTo(known == null ? order.size() - 1 : known);
    }
    assertThat(table.size()).isEqualTo(order.size());
    for (int i = 0; i < order.size(); i++) {
      assertThat(table.text(i)).isEqualTo(order.get(i));
      assertThat(table.find(order.get(i))).isEqualTo(i);
    }
  }

  @Test
  void longIdsFillChunks() {
    IdTable table = new IdTable();
    String tail = "x".repeat(60_000);
    for (int i = 0; i < 100; i++) {
      table.add(i + tail);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(table.text(i)).isEqualTo(i + tail);
    }
    assertThatThrownBy(() -> table.add("x".repeat(65_536)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rowIdsKnowWhereTheyWereFirstSeen() {
    RowIds ids = new RowIds();
    ids.startFile("a.csv");
    assertThat(ids.add("C1", 2)).isEqualTo(RowIds.NONE);
    assertThat(ids.add("C2", 3)).isEqualTo(RowIds.NONE);
    ids.addNone(4);
    assertThat(ids.add("C4", 7)).isEqualTo(RowIds.NONE);
    ids.startFile("empty.csv");
    ids.startFile("b.csv");
    assertThat(ids.add("C5", 2)).isEqualTo(RowIds.NONE);
    assertThat(ids.add("C2", 3)).isEqualTo(1);
    assertThat(ids.add("C7", 4)).isEqualTo(RowIds.NONE);
    assertThat(ids.size()).isEqualTo(7);
    String[] places = {"a.csv:2", "a.csv:3", "a.csv:4", "a.csv:7", "b.csv:2", "b.csv:3", "b.csv:4"};
    for (int i = 0; i < places.length; i++) {
      RowIds.Place place = ids.place(i);
      assertThat(place.file() + ":" + place.line()).isEqualTo(places[i]);
    }
    assertThat(ids.find("C7")).isEqualTo(6);
    assertThat(ids.id(5)).isEmpty();
  }

  @Test
  void idsInBytesAreTheSameWhereverTheyStand() {
    Random random = new Random(5);
    IdTable table = new IdTable();
    for (int i = 0; i < 20_000; i++) {
      String id = "号".repeat(random.nextInt(3)) + Long.toString(random.nextLong(1L << 40), 36);
      byte[] text = id.getBytes(UTF_8);
      int from = random.nextInt(9);
      int to = from + text.length;
      byte[] bytes = new byte[to + random.nextInt(12)];
      random.nextBytes(bytes);
      System.arraycopy(text, 0, bytes, from, text.length);
      long hash = IdTable.hash(bytes, from, to);
      int known = table.find(id);
      assertThat(table.find(bytes, from, to, hash)).isEqualTo(known);
      assertThat(table.addIfNew(bytes, from, to, hash)).isEqualTo(known);
      int number = known == IdTable.NONE ? table.size() - 1 : known;
      assertThat(table.find(id)).isEqualTo(number);
      assertThat(table.add(id)).isEqualTo(number);
      assertThat(table.isAt(number, bytes, from, to)).isTrue();
      assertThat(table.isAt(number, bytes, from, to - 1)).isFalse();
      assertThat(new RowText(1).append('=').append(table, number)).hasToString("=" + id);
    }
  }
}
