package cohealth.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowTextTest {
  private final RowText text = new RowText(0);

  @Test
  void whatIsAppendedIsWhatAStringWouldHold() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder expected = new StringBuilder();
      text.clear();
      for (int part = 0; part < 12; part++) {
        switch (random.nextInt(6)) {
          case 0 -> {
            char c = (char) ('!' + random.nextInt(0x100));
            expected.append(c);
            text.append(c);
          }
          case 1 -> {
            long number = random.nextLong() >> random.nextInt(64);
            expected.append(number);
            text.append(number);
          }
          case 2 -> {
            int number = random.nextInt(100);
            expected.append(number / 10).append(number % 10);
            text.appendTwo(number);
          }
          case 3 -> {
            String word = WORDS[random.nextInt(WORDS.length)];
            expected.append(word);
            text.append(word);
          }
          case 4 -> {
            int c = CODE_POINTS[random.nextInt(CODE_POINTS.length)];
            expected.appendCodePoint(c);
            text.appendCodePoint(c);
          }
          default -> {
            RowText other = new RowText().append("x,").append(7);
            expected.append("x,7");
            text.append(other);
          }
        }
      }
      assertThat(text.toString()).isEqualTo(expected.toString());
      assertThat(text.size())
          .isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void bytesOfEveryLengthAreCopiedFromEveryPlace() {
    byte[] from = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.UTF_8);
    for (int start = 0; start <= from.length; start++) {
      for (int length = 0; start + length <= from.length; length++) {
        RowText copy = new RowText(0).append('=').append(from, start, length).append('=');
        String expected = new String(from, start, length, StandardCharsets.UTF_8);
        assertThat(copy.toString()).isEqualTo("=" + expected + "=");
      }
    }
  }

  private static final String[] WORDS = {
    "", "P0000001", "settled", "张三", "a€b", "𠮷", "x".repeat(300)
  };
  private static final int[] CODE_POINTS = {'a', 0x7F, 0x80, 0x7FF, 0x800, 0x5F20, 0x20BB7};

  @Test
  void numbersAtTheEdges() {
    for (long number :
        new long[] {
          0,
          9,
          10,
          99,
          100,
          999,
          1000,
          Integer.MAX_VALUE,
          1L + Integer.MAX_VALUE,
          9_999_999_999L,
          10_000_000_000L,
          999_999_999_999_999_999L,
          1_000_000_000_000_000_000L,
          Long.MAX_VALUE
        }) {
      for (long each : new long[] {number, -number, -number - 1}) {
        text.clear();
        assertThat(text.append(each).toString()).isEqualTo(Long.toString(each));
        text.clear();
        assertThat(text.appendHundredths(each).toString())
            .isEqualTo(BigDecimal.valueOf(each, 2).toPlainString());
      }
    }
  }

  @Test
  void hundredthsHaveTwoDecimals() {
    Random random = new Random(6);
    for (int i = 0; i < 100_000; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      text.clear();
      assertThat(text.appendHundredths(number).toString())
          .isEqualTo(BigDecimal.valueOf(number, 2).toPlainString());
    }
  }

  @Test
  void numbersOfEveryLength() {
    for (long power = 1; power > 0 && power <= Long.MAX_VALUE / 10; power *= 10) {
      for (long each = power * 10 - 2; each <= power * 10 + 2; each++) {
        text.clear();
        assertThat(text.append(each).toString()).isEqualTo(Long.toString(each));
      }
    }
  }

  @Test
  void halfOfAPairIsNoCharacter() {
    assertThat(text.append('\uD842').append("\uDFB7").toString()).isEqualTo("??");
  }

  @Test
  void whatIsCutIsGone() {
    text.append("abc").append("张").cut(3);
    assertThat(text.append('d').toString()).isEqualTo("abcd");
    assertThat(text.text(1)).isEqualTo("bcd");
    assertThat(text.at(3)).isEqualTo((byte) 'd');
    assertThatThrownBy(() -> text.cut(5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.at(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void namesOfConstantsAreMadeWordsOnce() {
    assertThat(LowerCase.names(Thread.State.values())).contains("new", "timed_waiting");
  }
}
