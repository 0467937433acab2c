package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  private final Shown masked = new Shown(false);

  @ParameterizedTest
  @CsvSource({
    "P000123, P***23",
    "510402199001011234, 5***34",
    "P123, P***23",
    "P12, P***",
    "P, P***",
    "张三丰01, 张***01",
  })
  void idsAreMasked(String id, String shown) {
    assertThat(masked.id(id)).isEqualTo(shown);
    assertThat(new Shown(true).id(id)).isEqualTo(id);
  }

  @Test
  void hiddenCharactersAreEscaped() {
    assertThat(Shown.cell("a\u0000b\u001b[2J\u202e\u200b\ufeff\u009b\n"))
        .isEqualTo("a\\u{0000}b\\u{001B}[2J\\u{202E}\\u{200B}\\u{FEFF}\\u{009B}\\u{000A}");
    assertThat(Shown.cell("\uD800x\uDB40\uDC41")).isEqualTo("\\u{D800}x\\u{E0041}");
    assertThat(new Shown(true).id("a\u001bb")).isEqualTo("a\\u{001B}b");
  }

  @Test
  void longCellsAreCutBetweenCharacters() {
    assertThat(Shown.cell("x".repeat(40))).isEqualTo("x".repeat(40));
    assertThat(Shown.cell("x".repeat(41))).isEqualTo("x".repeat(40) + "…");
    assertThat(Shown.cell("𠮷".repeat(41))).isEqualTo("𠮷".repeat(40) + "…");
  }

  @Test
  void ordinaryTextStays() {
    assertThat(Shown.escaped("门诊 général 𠮷 ！'\"")).isEqualTo("门诊 général 𠮷 ！'\"");
  }
}
