package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "P1",
        "510402199001011234",
        "11010519491231002X",
        "12E5",
        "E+5",
        "1-2",
        "5E+",
        "5EE17",
        "1.E+5",
        ".5E+3",
        "1.2.3E+5",
        "12-3E+5",
        "1E+5-2",
        "51040219900101-000",
        "510402199001008000",
        "510402199001016000",
        "家庭一",
        "𠮷001",
        "a'b",
        "H-510402/3_4.5",
        "330106198001010000000",
      })
  void ordinaryIds(String id) {
    assertThat(IdText.fault(id, true, new Shown(false))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'a b'|ID_CHARACTER",
        "'a,b'|ID_CHARACTER",
        "a:b|ID_CHARACTER",
        "a;b|ID_CHARACTER",
        "a\"b|ID_CHARACTER",
        "a\u0001b|ID_CHARACTER",
        "a\u202eb|ID_CHARACTER",
        "a\u200bb|ID_CHARACTER",
        "a\u00a0b|ID_CHARACTER",
        "a\u3000b|ID_CHARACTER",
        "a\ufe0f|ID_CHARACTER",
        "=1+2|ID_FORMULA",
        "+1|ID_FORMULA",
        "-1|ID_FORMULA",
        "@SUM|ID_FORMULA",
        "＝1|ID_FORMULA",
        "＠x|ID_FORMULA",
        "5.10E+17|MANGLED_ID",
        "1.10101e+17|MANGLED_ID",
        "5E-3|MANGLED_ID",
        "5e+1|MANGLED_ID",
        "510402199001011000|MANGLED_PERSON_ID",
      },
      delimiter = '|',
      quoteCharacter = '\'')
  void refusedIds(String id, ProblemCode code) {
    IdText.Fault fault = IdText.fault(id, true, new Shown(false));
    assertThat(fault).isNotNull();
    assertThat(fault == null ? null : fault.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"510402199001010006", "510402199001011000x", "51040219900101100"})
  void onlyEighteenDigitsWithAWrongCheckDigitAreCut(String id) {
    assertThat(IdText.fault(id, true, new Shown(false))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"510402199001011000", "51040219900101X000"})
  void onlyPersonsHaveCheckDigits(String id) {
    assertThat(IdText.fault(id, false, new Shown(false))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"x, 64, true", "x, 65, false", "𠮷, 64, true", "𠮷, 65, false"})
  void sixtyFourCharactersAtMost(String character, int times, boolean good) {
    IdText.Fault fault = IdText.fault(character.repeat(times), true, new Shown(false));
    assertThat(fault == null).isEqualTo(good);
    assertThat(fault == null ? null : fault.code())
        .isEqualTo(good ? null : ProblemCode.ID_TOO_LONG);
  }
}
