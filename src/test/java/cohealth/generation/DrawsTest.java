package cohealth.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Draws come as often as they should. */
class DrawsTest {
  private static final int DRAWS = 400_000;

  @Test
  void patientsComeByTheirWeight() {
    int[] weights = {1, 2000, 30, 30, 900, 7, 1, 12_000, 5, 26};
    int sum = 15_000;
    Patients patients = new Patients(weights.length);
    for (int i = 0; i < weights.length; i++) {
      patients.set(i, i % 3, 15 - i, weights[i]);
    }
    patients.complete();
    int[] seen = new int[weights.length];
    Draws draws = new Draws().at(1, Draws.Use.CLAIM, 0);
    for (int i = 0; i < DRAWS; i++) {
      seen[patients.draw(draws.next())]++;
    }
    for (int i = 0; i < weights.length; i++) {
      double expected = (double) weights[i] / sum;
      double deviation = 5 * Math.sqrt(expected / DRAWS);
      assertThat((double) seen[i] / DRAWS).as("person " + i).isEqualTo(expected, within(deviation));
      assertThat(patients.region(i)).isEqualTo(i % 3);
      assertThat(patients.disease(i)).isEqualTo(15 - i);
    }
  }

  @Test
  void oneByHimselfIsAlwaysTaken() {
    Patients patients = new Patients(1);
    patients.set(0, 15, 15, 3);
    patients.complete();
    assertThat(patients.draw(-1)).isZero();
    assertThat(patients.draw(0)).isZero();
    assertThat(patients.region(0)).isEqualTo(15);
    assertThat(patients.disease(0)).isEqualTo(15);
  }

  @Test
  void quantilesAreStraightBetweenTheirPoints() {
    Quantiles quantiles =
        new Quantiles(List.of(List.of(0, 100), List.of(250_000, 200), List.of(1_000_000, 20_000)));
    Draws draws = new Draws().at(2, Draws.Use.CLAIM, 0);
    int below200 = 0;
    int below150 = 0;
    int below10100 = 0;
    for (int i = 0; i < DRAWS; i++) {
      int value = quantiles.draw(draws);
      assertThat(value).isBetween(100, 20_000);
      below200 += value < 200 ? 1 : 0;
      below150 += value < 150 ? 1 : 0;
      below10100 += value < 10_100 ? 1 : 0;
    }
    assertThat((double) below200 / DRAWS).isEqualTo(0.25, within(0.005));
    assertThat((double) below150 / DRAWS).isEqualTo(0.125, within(0.005));
    assertThat((double) below10100 / DRAWS).isEqualTo(0.625, within(0.005));
  }

  @Test
  void splitMixIsSplitMix() {
    // the reference implementation, seeded with 1234567, gives these
    Draws draws = new Draws();
    assertThat(Draws.mix(1234567 + 0x9E3779B97F4A7C15L)).isEqualTo(6457827717110365317L);
    assertThat(Draws.mix(1234567 + 0x3C6EF372FE94F82AL)).isEqualTo(3203168211198807973L);
    assertThat(draws.at(1, Draws.Use.CLAIM, 7).next())
        .isEqualTo(draws.at(1, Draws.Use.CLAIM, 7).next());
    assertThat(draws.at(1, Draws.Use.CLAIM, 7).next())
        .isNotEqualTo(draws.at(1, Draws.Use.REFUND, 7).next());
  }

  @Test
  void aShuffleHasEveryRowOnce() {
    for (int rows : new int[] {1, 2, 3, 4, 5, 16, 17, 1000}) {
      Shuffle shuffle = new Shuffle(9, rows);
      boolean[] seen = new boolean[rows];
      for (int i = 0; i < rows; i++) {
        int row = Math.toIntExact(shuffle.row(i));
        assertThat(seen[row]).isFalse();
        seen[row] = true;
      }
    }
  }
}
