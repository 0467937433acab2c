package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.money.PaidTiers.Tier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidTiersTest {
  /** Tiers as {@code 100@3000 …}: up to 1.00 yuan paid 30 %; {@code *} is the last one's end. */
  private static List<Tier> tiers(String text) {
    List<Tier> tiers = new ArrayList<>();
    for (String tier : text.split(" ", -1)) {
      String[] parts = tier.split("@", -1);
      long upTo = parts[0].equals("*") ? Long.MAX_VALUE : Long.parseLong(parts[0]);
      tiers.add(new Tier(upTo, Integer.parseInt(parts[1])));
    }
    return tiers;
  }

  @ParameterizedTest
  @CsvSource({
    // tiers, paid before, entering; half up, half even, down, up; rates
    "100000@5000 *@6000, 0, 0, 0, 0, 0, 0, ''",
    "100000@5000 *@6000, 0, 100000, 50000, 50000, 50000, 50000, 5000",
    "100000@5000 *@6000, 0, 200000, 100000, 100000, 100000, 100000, 5000",
    "100000@5000 *@6000, 0, 300000, 160000, 160000, 160000, 160000, 5000 6000",
    "100000@5000 *@6000, 100000, 100000, 60000, 60000, 60000, 60000, 6000",
    // one fen of room takes two fen; 98 × 60 % = 58.8
    "100000@5000 *@6000, 99999, 100, 60, 60, 59, 60, 5000 6000",
    // 1000 − 333.33… = 666.66…, × 70 % = 466.66…
    "100@3000 *@7000, 0, 1000, 567, 567, 566, 567, 3000 7000",
    // 1000 − 333.33… − 250 = 416.66…, × 70 % = 291.66…
    "100@3000 200@4000 *@7000, 0, 1000, 492, 492, 491, 492, 3000 4000 7000",
    "100@3000 200@4000 *@7000, 150, 1000, 663, 662, 662, 663, 4000 7000",
    "100@5000 *@5000, 0, 201, 101, 100, 100, 101, 5000 5000",
    "100@5000 *@5000, 0, 203, 102, 102, 101, 102, 5000 5000",
    "100@0 *@5000, 0, 500, 0, 0, 0, 0, 0",
  })
  void aPaymentThroughTiers(
      String tiers,
      long paid,
      long entering,
      long halfUp,
      long halfEven,
      long down,
      long up,
      String rates) {
    long[] expected = {halfUp, halfEven, down, up};
    for (Rounding rounding : Rounding.values()) {
      List<Integer> touched = new ArrayList<>();
      assertThat(PaidTiers.paymentFen(paid, entering, tiers(tiers), rounding, touched))
          .as("%s", rounding)
          .isEqualTo(expected[rounding.ordinal()]);
      assertThat(String.join(" ", touched.stream().map(String::valueOf).toList())).isEqualTo(rates);
    }
  }
}
