package cohealth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellRowsTest {
  private static final CellRows CELLS =
      new CellRows(
          List.of(List.of("active", "retired"), List.of("low", "mid", "high")), "all", "others");

  @Test
  void whatIsTheSameEverywhereIsOneRow() {
    assertThat(CELLS.of(words -> 1)).containsExactly(new CellRows.Row<>(List.of("all", "all"), 1));
  }

  @Test
  void whatIsTheSameForSomeStandsOnce() {
    assertThat(CELLS.of(words -> "low".equals(words.get(1)) ? 1 : 2))
        .containsExactly(
            new CellRows.Row<>(List.of("all", "low"), 1),
            new CellRows.Row<>(List.of("all", "mid, high"), 2));
    assertThat(CELLS.of(words -> "active".equals(words.get(0)) ? 1 : 2))
        .containsExactly(
            new CellRows.Row<>(List.of("active", "all"), 1),
            new CellRows.Row<>(List.of("retired", "all"), 2));
  }

  @Test
  void noneOfTheWords() {
    CellRows diseases = new CellRows(List.of(Arrays.asList("COPD", null)), "all", "others");
    assertThat(diseases.of(words -> words.get(0) == null ? 2 : 1))
        .containsExactly(
            new CellRows.Row<>(List.of("COPD"), 1), new CellRows.Row<>(List.of("others"), 2));
  }
}
