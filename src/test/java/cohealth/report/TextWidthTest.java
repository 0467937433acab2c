package cohealth.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "陈建国, 6",
    "P001 陈**, 9",
    "统筹基金 1.00, 13",
    "￥5, 3",
    "１２．５, 8",
    "（一）, 6",
    "ｱ, 1",
    "é, 1",
    "…, 1",
    "한국, 4",
    "𠮷野, 4",
    "😀, 2",
  })
  void chineseAndFullWidthCharactersTakeTwoColumns(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x301, 0x200B, 0x200D, 0xFE0F, 0x20DD, 0xE0101})
  void combiningAndFormattingCharactersTakeNone(int codePoint) {
    assertThat(TextWidth.of(Character.toString(codePoint))).isZero();
    assertThat(TextWidth.of("陈" + Character.toString(codePoint) + "a")).isEqualTo(3);
  }

  /** The first and last code points of some ranges, and their neighbours. */
  @ParameterizedTest
  @CsvSource({
    "10FF, 1100, 115F, 1160",
    "2E7F, 2E80, 303E, 303F",
    "33FF, 3400, 4DBF, -",
    "4DFF, 4E00, 9FFF, -",
    "ABFF, AC00, D7A3, D7A4",
    "F8FF, F900, FAFF, FB00",
    "FF00, FF01, FF60, FF61",
    "FFDF, FFE0, FFE6, FFE7",
    "1F5FA, 1F5FB, 1F64F, 1F650",
    "1FFFF, 20000, 3FFFD, 3FFFE",
  })
  void rangesBeginAndEndWhereUnicodeSays(String before, String first, String last, String after) {
    assertThat(width(first)).as(first).isEqualTo(2);
    assertThat(width(last)).as(last).isEqualTo(2);
    if (!after.equals("-")) {
      assertThat(width(before)).as(before).isLessThan(2);
      assertThat(width(after)).as(after).isLessThan(2);
    }
  }

  private static int width(String hex) {
    return TextWidth.of(Character.toString(Integer.parseInt(hex, 16)));
  }

  /** The basic characters of every Chinese text, one by one. */
  @Test
  void everyCharacterOfTheBasicChineseBlockTakesTwo() {
    for (int c = 0x4E00; c <= 0x9FFF; c++) {
      assertThat(TextWidth.of(Character.toString(c))).isEqualTo(2);
    }
    for (int c = 0x20; c < 0x7F; c++) {
      assertThat(TextWidth.of(Character.toString(c))).isEqualTo(1);
    }
  }
}
