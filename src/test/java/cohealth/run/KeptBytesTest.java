package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.ReadBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims that come from memory move the line on as if they were read. */
class KeptBytesTest {
  private final ReadBytes bytes = new ReadBytes();

  @Test
  void theyCountInProportionAndAsAllAtTheEnd() {
    int claims = 40_000;
    long all = 3_000_001;
    KeptBytes counted = new KeptBytes(bytes, all, claims);
    List<Long> seen = new ArrayList<>();
    KeptClaims.Taker<RuntimeException> taker = counted.counting(claim -> seen.add(bytes.soFar()));
    for (int i = 0; i < claims; i++) {
      taker.take(claim(i));
    }
    assertThat(seen).hasSize(claims).isSorted();
    assertThat(seen.stream().distinct()).hasSize(5);
    for (int i = 0; i < claims; i += 100) {
      long due = all * i / claims;
      assertThat(seen.get(i)).isBetween(due - all / 4, due + 1 + all / claims);
    }
    counted.end();
    assertThat(bytes.soFar()).isEqualTo(all);
  }

  /** 200 GB of two thousand million claims. */
  @Test
  void largeNumbersDoNotOverflow() {
    long all = 200_000_000_007L;
    KeptBytes counted = new KeptBytes(bytes, all, 2_000_000_000);
    KeptClaims.Taker<RuntimeException> taker = counted.counting(claim -> {});
    Claim claim = claim(0);
    for (int i = 0; i < 1 << 13; i++) {
      taker.take(claim);
    }
    assertThat(bytes.soFar()).isEqualTo(8192 * 100);
    counted.end();
    assertThat(bytes.soFar()).isEqualTo(all);
  }

  @Test
  void filesWithoutAClaimCountToo() {
    new KeptBytes(bytes, 70, 0).end();
    assertThat(bytes.soFar()).isEqualTo(70);
  }

  private static Claim claim(int ordinal) {
    return new Claim(
        ordinal,
        0,
        0,
        0,
        0,
        -1,
        -1,
        false,
        0,
        0,
        false,
        100,
        100,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        true,
        Claim.NOTHING);
  }
}
