package cohealth.event;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.money.Fen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptClaimsTest {
  private static Claim claim(Random random, int ordinal, int spread) {
    boolean reversal = random.nextInt(10) == 0;
    long eligible = random.nextInt(20) == 0 ? 5_000_000_000L : random.nextInt(100_000);
    long moment = random.nextInt(spread) - spread / 2L;
    if (random.nextInt(200) == 0) {
      moment += 200L * 366 * 86_400;
    }
    return reversal
        ? new Claim(
            ordinal,
            random.nextInt(9),
            moment,
            -1,
            -1,
            -1,
            -1,
            false,
            0,
            0,
            false,
            eligible,
            0,
            0,
            0,
            0,
            0,
            false,
            true,
            true,
            true,
            Claim.UNKNOWN)
        : new Claim(
            ordinal,
            random.nextInt(9),
            moment,
            random.nextInt(9),
            random.nextInt(9),
            random.nextInt(4) - 1,
            random.nextInt(4) - 1,
            random.nextBoolean(),
            random.nextInt(3),
            random.nextInt(3),
            random.nextBoolean(),
            eligible + 6,
            eligible,
            1,
            2,
            3,
            random.nextInt(2) * 510400,
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            Claim.NOTHING);
  }

  /** Some claims, added one by one or as blocks, with gaps where rows were refused. */
  private static List<Claim> fill(KeptClaims kept, Random random) {
    List<Claim> claims = new ArrayList<>();
    int spread = random.nextBoolean() ? 20 : 30_000_000;
    int ordinal = random.nextInt(3);
    for (int part = random.nextInt(8); part > 0; part--) {
      ClaimBlock.Builder builder = new ClaimBlock.Builder();
      int first = ordinal;
      boolean block = random.nextBoolean();
      List<Claim> odd = new ArrayList<>();
      for (int i = random.nextInt(300); i > 0; i--, ordinal++) {
        Claim claim = claim(random, ordinal, spread);
        if (random.nextInt(15) == 0) {
          builder.skip();
        } else if (!block) {
          claims.add(claim);
          kept.add(claim);
        } else if (random.nextInt(15) > 0 && builder.claim(claim)) {
          claims.add(claim);
        } else {
          builder.skip();
          claims.add(claim);
          odd.add(claim);
        }
      }
      if (block) {
        kept.add(first, builder.build());
        odd.forEach(kept::add); // as a reader of plain rows hands over what is not plain
      }
    }
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (claim.isReversal()) {
        int target = random.nextInt(4) == 0 ? Claim.UNKNOWN : random.nextInt(1000);
        kept.reverses(claim.ordinal(), Claim.UNKNOWN);
        kept.reverses(claim.ordinal(), target);
        claims.set(i, claim.reversing(target));
      }
    }
    return claims;
  }

  @Test
  void claimsComeOutAsTheyWereAddedAndInOrderOfTime() {
    for (int seed = 0; seed < 400; seed++) {
      KeptClaims kept = new KeptClaims(Long.MAX_VALUE);
      List<Claim> claims = fill(kept, new Random(seed));
      List<Claim> inOrder = new ArrayList<>();
      kept.inOrder(inOrder::add);
      assertThat(inOrder).as("seed %s", seed).isEqualTo(claims);
      List<Claim> byTime = new ArrayList<>();
      kept.inOrderOfTime(byTime::add);
      claims.sort(Comparator.comparingLong(Claim::moment).thenComparingInt(Claim::ordinal));
      assertThat(byTime).as("seed %s", seed).isEqualTo(claims);
    }
  }

  @Test
  void whatAClaimCostsIsFoundWhereverItIsKept() {
    for (int seed = 0; seed < 100; seed++) {
      KeptClaims kept = new KeptClaims(Long.MAX_VALUE);
      List<Claim> claims = fill(kept, new Random(seed));
      for (Claim claim : claims) {
        assertThat(kept.totalFen(claim.ordinal()))
            .as("seed %s, %s", seed, claim)
            .isEqualTo(claim.isReversal() ? Fen.NONE : claim.totalFen());
      }
    }
  }

  /** As the second reading of a file gives them. */
  @Test
  void whatAReversalTakesBackMayBeKnownBefore() {
    for (int seed = 0; seed < 100; seed++) {
      List<Claim> claims = fill(new KeptClaims(Long.MAX_VALUE), new Random(seed));
      KeptClaims again = new KeptClaims(Long.MAX_VALUE);
      claims.forEach(again::add);
      List<Claim> inOrder = new ArrayList<>();
      again.inOrder(inOrder::add);
      assertThat(inOrder).as("seed %s", seed).isEqualTo(claims);
    }
  }

  @Test
  void nothingIsKeptAfterTheOrderOfTime() {
    KeptClaims kept = new KeptClaims(Long.MAX_VALUE);
    fill(kept, new Random(3));
    kept.inOrder(claim -> {});
    assertThat(kept.isComplete()).isTrue();
    kept.inOrderOfTime(claim -> {});
    assertThat(kept.isComplete()).isFalse();
  }

  @Test
  void moreThanTheRoomIsNotKept() {
    KeptClaims kept = new KeptClaims(100_000);
    fill(kept, new Random(3));
    assertThat(kept.isComplete()).isTrue();
    Random random = new Random(4);
    for (int i = 10_000; i < 30_000; i++) {
      kept.add(claim(random, i, 20));
    }
    assertThat(kept.isComplete()).isFalse();
    List<Claim> none = new ArrayList<>();
    kept.inOrder(none::add);
    assertThat(none).isEmpty();
  }

  @Test
  void whatAClaimCostsIsKnownAtAnyTimeAndHandedOverWhenNothingIsKept() {
    for (int seed = 0; seed < 100; seed++) {
      Map<Integer, Long> dropped = new HashMap<>();
      KeptClaims kept = new KeptClaims(1_000_000, dropped::put);
      List<Claim> claims = fill(kept, new Random(seed));
      for (Claim claim : claims) {
        assertThat(kept.totalFen(claim.ordinal()))
            .as("seed %s", seed)
            .isEqualTo(claim.isReversal() ? Fen.NONE : claim.totalFen());
      }
      assertThat(kept.totalFen(1_000_000)).isEqualTo(Fen.NONE);
      assertThat(dropped).isEmpty();
      Random random = new Random(seed);
      for (int i = 100_000; kept.isComplete(); i++) {
        Claim claim = claim(random, i, 20);
        kept.add(claim);
        if (kept.isComplete()) { // what comes when nothing is kept is the caller's to note
          claims.add(claim);
        }
      }
      for (Claim claim : claims) {
        assertThat(dropped)
            .containsEntry(claim.ordinal(), claim.isReversal() ? Fen.NONE : claim.totalFen());
      }
    }
  }

  /** Columns that few rows use are stored otherwise. */
  @Test
  void aColumnHoldsTheSameHoweverFewRowsUseIt() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int one = 1 + random.nextInt(60);
      int size = random.nextInt(seed == 0 ? 70_000 : 5000);
      ClaimBlock.Builder builder = new ClaimBlock.Builder();
      int[] regions = new int[size];
      int[] diseases = new int[size];
      for (int row = 0; row < size; row++) {
        builder.ordinary(1, 86_400L * row, 0, 0, 0, 5, 0, 0, 0);
        regions[row] = random.nextInt(one) == 0 ? 100_000 + row : 0;
        diseases[row] = random.nextInt(one) == 0 ? row : Vocabulary.NONE;
        builder.careRegion(regions[row]);
        builder.disease(diseases[row]);
      }
      ClaimBlock block = builder.build();
      for (int row = 0; row < size; row++) {
        Claim claim = block.claim(row, row, Claim.NOTHING);
        assertThat(claim.careRegion()).as("seed %s row %s", seed, row).isEqualTo(regions[row]);
        assertThat(claim.disease()).as("seed %s row %s", seed, row).isEqualTo(diseases[row]);
      }
    }
  }
}
