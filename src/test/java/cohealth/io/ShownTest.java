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
    "欧阳旃檀, 欧***",
    "P01欧阳, P***",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          510402199001011234    | 5***34
          51040219900101123X    | 5***3X
          510402900101123       | 5***23
          51040290010112        | 51040290010112
          +510402199001011234.5 | +5***34.5
          2025 51040219900101123x a | 2025 5***3x a
          ５１０４０２１９９００１０１１２３４ | ５***
          """)
  void identityNumbersAreMaskedInAnyCell(String cell, String shown) {
    assertThat(Shown.cell(cell)).isEqualTo(shown);
    assertThat(new Shown(true).id(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          李旃檀         | ***
          P01 李旃檀,300 | P01 ***,300
          2025年3月14日  | 2025年3月14日
          １２.５元      | １２.５元
          1e5            | 1e5
          𠮷野𠮷         | ***
          """)
  void wordsThatMayBeNamesAreMaskedWhereFiguresBelong(String cell, String shown) {
    assertThat(Shown.figure(cell)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "在职人员, 在职人员",
    "李旃檀, ***",
    "P01 李旃檀, P01 ***",
    "activ, activ",
    "510402199001011234, 5***34",
  })
  void wordsAreShownWhereTheyMayBeMeantForOneOfTheList(String text, String shown) {
    WordList<Integer> words = new WordList<Integer>().add(1, "active", "在职");
    assertThat(words.shown(text)).isEqualTo(shown);
  }

  @Test
  void ordinaryTextStays() {
    assertThat(Shown.escaped("门诊 général 𠮷 ！'\"")).isEqualTo("门诊 général 𠮷 ！'\"");
  }
}
