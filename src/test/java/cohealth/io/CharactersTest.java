package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What nobody sees begins and ends where the documents say, in all of Unicode. */
class CharactersTest {
  private static final int[][] HIDDEN = {
    {0, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},
    {0x61C, 0x61C},
    {0x115F, 0x1160},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xD800, 0xDFFF},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0xE0000, 0xE00FF},
  };
  private static final int[][] BLANK = {
    {0x20, 0x20},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
  };
  private static final int[][] VARIATION = {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

  @Test
  void everyCharacterIsOfItsKind() {
    check(Characters::isHidden, HIDDEN);
    check(Characters::isBlank, BLANK);
    check(Characters::isVariation, VARIATION);
  }

  private static void check(IntPredicate kind, int[][] ranges) {
    int range = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean within = range < ranges.length && c >= ranges[range][0];
      assertThat(kind.test(c)).as("%x", c).isEqualTo(within);
      range += within && c == ranges[range][1] ? 1 : 0;
    }
    assertThat(range).isEqualTo(ranges.length);
  }
}
