package cohealth.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClaimColumnsTest {
  private final ClaimColumns columns = new ClaimColumns();

  @Test
  void claimsComeBackAsTheyWere() {
    Random random = new Random(7);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      claims.add(claim(i, random));
    }
    claims.forEach(columns::add);

    assertThat(columns.size()).isEqualTo(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      assertThat(columns.get(i)).isEqualTo(claims.get(i));
    }
  }

  @Test
  void theOrderIsThatOfTimeThenOfTheRows() {
    Random random = new Random(8);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      claims.add(at(i * 3, -500 + random.nextInt(400)));
    }
    claims.forEach(columns::add);
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(Comparator.comparingLong(Claim::moment).thenComparingInt(Claim::ordinal));

    assertThat(Arrays.stream(columns.inOrderOfTime()).mapToObj(columns::get)).isEqualTo(sorted);
  }

  @Test
  void timesFarApartAreSorted() {
    long firstYear = -62_135_596_800L; // 0001-01-01
    long lastYear = 253_402_300_799L; // 9999-12-31T23:59:59
    columns.add(at(0, lastYear));
    columns.add(at(1, 0));
    columns.add(at(2, firstYear));
    columns.add(at(3, 0));
    assertThat(columns.inOrderOfTime()).containsExactly(2, 1, 3, 0);
  }

  @Test
  void noClaimsAreInOrder() {
    assertThat(columns.inOrderOfTime()).isEmpty();
  }

  private static Claim at(int ordinal, long moment) {
    return new Claim(
        ordinal,
        0,
        moment,
        0,
        0,
        -1,
        -1,
        false,
        0,
        0,
        false,
        1,
        1,
        0,
        0,
        0,
        0,
        false,
        true,
        true,
        true,
        Claim.NOTHING);
  }

  /** A claim whose every value may be any that its column can hold. */
  private static Claim claim(int ordinal, Random random) {
    long eligible = random.nextLong(1_000_000_000_000_000L);
    long firstSelfPay = random.nextLong(1_000_000_000_000L);
    long overLimit = random.nextInt(2) * random.nextLong(1_000_000_000L);
    long selfFunded = random.nextLong(1_000_000L);
    return new Claim(
        ordinal,
        random.nextInt(Integer.MAX_VALUE),
        random.nextLong() >> 20,
        random.nextInt(-1, 1 << 15),
        random.nextInt(-1, 1 << 15),
        random.nextInt(-1, 1 << 15),
        random.nextInt(-1, 1 << 15),
        random.nextBoolean(),
        random.nextInt(Integer.MAX_VALUE),
        random.nextInt(Integer.MAX_VALUE),
        random.nextBoolean(),
        eligible + firstSelfPay + overLimit + selfFunded,
        eligible,
        firstSelfPay,
        overLimit,
        selfFunded,
        random.nextInt(1_000_000),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(-2, 1000));
  }
}
