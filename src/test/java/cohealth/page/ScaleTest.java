package cohealth.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where things are drawn. */
class ScaleTest {
  @Test
  void placesAndLengthsArePerCent() {
    Scale scale = Scale.of(0, 300);
    assertThat(scale.place(150)).isEqualTo("50%");
    assertThat(scale.length(100)).isEqualTo("33.33%");
    assertThat(scale.height(300)).isEqualTo("0%");
    assertThat(Scale.of(-100, 100).place(0)).isEqualTo("50%");
    assertThat(Scale.of(-100, 300).length(-4)).isEqualTo("1%");
    assertThat(Scale.of(0, 1000).place(5)).isEqualTo("0.5%");
    assertThat(Scale.of(0, 10_000).place(5)).isEqualTo("0.05%");
    assertThat(Scale.of(0, 0).length(0)).isEqualTo("0%");
  }

  @Test
  void linesAreRoundNumbersAndHoldEverything() {
    assertThat(Scale.round(-40_000, 258_000).lines())
        .containsExactly(-50_000L, 0L, 50_000L, 100_000L, 150_000L, 200_000L, 250_000L, 300_000L);
    assertThat(Scale.round(0, 7).lines()).containsExactly(0L, 2L, 4L, 6L, 8L);
    assertThat(Scale.round(0, 0).lines()).containsExactly(0L);
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long least = -(random.nextLong() >>> (1 + random.nextInt(62)));
      long most = random.nextLong() >>> (1 + random.nextInt(62));
      Scale scale = Scale.round(least, most);
      assertThat(scale.lines()).hasSizeBetween(1, 8).contains(0L);
      assertThat(scale.lines().get(0)).isEqualTo(scale.from());
    }
  }

  @Test
  void roundAmountsAreShort() {
    ShortAmounts chinese = new ShortAmounts("zh-CN");
    ShortAmounts english = new ShortAmounts("en");
    assertThat(chinese.amount(500_000)).isEqualTo("5,000");
    assertThat(chinese.amount(1_500_000)).isEqualTo("1.5万");
    assertThat(chinese.amount(20_000_000_000L)).isEqualTo("2亿");
    assertThat(english.amount(-150_000)).isEqualTo("-1.5k");
    assertThat(english.amount(-50_000)).isEqualTo("-500");
    assertThat(english.amount(250_000_000)).isEqualTo("2.5M");
    assertThat(english.amount(50)).isEqualTo("0.50");
    assertThat(english.amount(0)).isEqualTo("0");
  }

  @Test
  void numbersForPeopleHaveCommas() {
    assertThat(Thousands.amount(123_456_789)).isEqualTo("1,234,567.89");
    assertThat(Thousands.amount(-99_999)).isEqualTo("-999.99");
    assertThat(Thousands.amount(-100_000)).isEqualTo("-1,000.00");
    assertThat(Thousands.count(1_000)).isEqualTo("1,000");
  }
}
