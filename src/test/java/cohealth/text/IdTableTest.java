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
      int known = table.find(id);
      assertThat(table.find(bytes, from, to)).isEqualTo(known);
      assertThat(table.addIfNew(bytes, from, to)).isEqualTo(known);
      int number = known == IdTable.NONE ? table.size() - 1 : known;
      assertThat(table.find(id)).isEqualTo(number);
      assertThat(table.add(id)).isEqualTo(number);
      assertThat(table.isAt(number, bytes, from, to)).isTrue();
      assertThat(table.isAt(number, bytes, from, to - 1)).isFalse();
      assertThat(new RowText(1).append('=').append(table, number)).hasToString("=" + id);
    }
  }

  @Test
  void serialNumbersInAnyOrderAgreeWithAMap() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      IdTable table = new IdTable();
      Map<String, Integer> map = new HashMap<>();
      List<String> order = new ArrayList<>();
      int digits = 1 + random.nextInt(18);
      int spread = 1 << random.nextInt(24);
      long next = random.nextInt(2000);
      for (int i = 0; i < 20_000; i++) {
        next = random.nextInt(10) == 0 ? random.nextInt(spread) : next + random.nextInt(3) / 2;
        String prefix = random.nextInt(50) == 0 ? "号".repeat(random.nextInt(4)) : "C";
        String id = prefix + String.format("%0" + digits + "d", next);
        if (random.nextInt(100) == 0) {
          id = id.substring(0, id.length() - 1) + "/:;?".charAt(random.nextInt(4));
        }
        Integer known = map.putIfAbsent(id, order.size());
        if (known == null) {
          order.add(id);
        }
        assertThat(table.add(id)).isEqualTo(known == null ? order.size() - 1 : known);
      }
      assertThat(table.size()).isEqualTo(order.size());
      for (int i = 0; i < order.size(); i++) {
        byte[] id = order.get(i).getBytes(UTF_8);
        assertThat(table.text(i)).isEqualTo(order.get(i));
        assertThat(table.find(order.get(i))).isEqualTo(i);
        assertThat(table.isAt(i, id, 0, id.length)).isTrue();
        assertThat(table.find(order.get(i) + "0"))
            .isEqualTo(map.getOrDefault(order.get(i) + "0", -1));
      }
    }
  }

  @Test
  void serialNumbersFarApartAreFoundAmongTheHashed() {
    Random random = new Random(7);
    IdTable table = new IdTable();
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 300_000; i++) {
      String id = String.format("P%012d", (long) random.nextInt(400_000) * 997_001L % 900_000_000L);
      int size = map.size();
      Integer known = map.putIfAbsent(id, size);
      assertThat(table.add(id)).isEqualTo(known == null ? size : known);
    }
    map.forEach((id, number) -> assertThat(table.find(id)).isEqualTo(number));
    int[] spans = new int[2 * 1000];
    int[] found = new int[1000];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      spans[2 * i] = text.length();
      text.append(
          String.format("P%012d", (long) random.nextInt(400_000) * 997_001L % 900_000_000L));
      spans[2 * i + 1] = text.length();
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    table.findAll(bytes, spans, 1000, found);
    for (int i = 0; i < 1000; i++) {
      String id = text.substring(spans[2 * i], spans[2 * i + 1]);
      assertThat(found[i]).isEqualTo(map.getOrDefault(id, -1));
    }
  }
}
