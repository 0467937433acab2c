package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 1200",
    "12.3, 1230",
    "12.34, 1234",
    "007.01, 701",
    "99999999999999.99, 9999999999999999",
  })
  void anAmountIsReadInFen(String text, long fen) {
    assertThat(AmountText.fen(text)).isEqualTo(fen);
    assertThat(AmountText.signedFen(text)).isEqualTo(fen);
    assertThat(AmountText.signedFen("-" + text)).isEqualTo(-fen);
    assertThat(AmountText.fault(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', NO_NUMBER",
    "+5, SIGN",
    "-5, SIGN",
    "--5, SIGN",
    "￥5, CURRENCY",
    "5元, CURRENCY",
    "$5, CURRENCY",
    "１２.５, FULL_WIDTH",
    "1．5, FULL_WIDTH",
    "'1，000', FULL_WIDTH",
    "٣, FULL_WIDTH",
    "'1,234.56', THOUSANDS_SEPARATOR",
    "1 234, THOUSANDS_SEPARATOR",
    "1e5, EXPONENT",
    "1.5E-3, EXPONENT",
    ".5, BARE_POINT",
    "5., BARE_POINT",
    "12.345, TOO_MANY_DECIMALS",
    "100000000000000, TOO_LARGE",
    "100000000000000.00, TOO_LARGE",
    "0x10, NOT_A_NUMBER",
    "NaN, NOT_A_NUMBER",
    "12.3x, NOT_A_NUMBER",
    "12.x3, NOT_A_NUMBER",
    "12:3, NOT_A_NUMBER",
    "1/2, NOT_A_NUMBER",
    "五, NOT_A_NUMBER",
    "5é, NOT_A_NUMBER",
    "5\u007f, NOT_A_NUMBER",
  })
  void anythingElseIsRefusedForItsReason(String text, AmountFault fault) {
    assertThat(AmountText.fen(text)).isEqualTo(AmountText.INVALID);
    assertThat(AmountText.fault(text)).isEqualTo(fault);
    assertThat(AmountText.signedFen("-" + text)).isEqualTo(AmountText.INVALID);
  }
}
