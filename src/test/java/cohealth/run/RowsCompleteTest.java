package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.io.SettlementCsv;
import cohealth.ledger.BrokenInvariant;
import cohealth.naive.RandomWorld;
import cohealth.report.RunSummary;
import cohealth.settlement.SettlementEngine;
import cohealth.text.RowText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that was settled and is not written stops the run. */
class RowsCompleteTest {
  @TempDir Path folder = Path.of("");

  @Test
  void asManyRowsAreWrittenAsWereSettled() throws IOException {
    WorldEvents world = WorldEvents.of(folder, RandomWorld.of(1, 5));
    SettlementEngine engine = world.engine();
    RunSummary summary = new RunSummary(List.of());
    for (Object event : world.events()) {
      if (event instanceof Claim claim) {
        summary.add(engine.settle(claim));
      } else {
        engine.apply((Activity) event);
      }
    }
    RunOutputs outputs =
        RunOutputs.formatted(
            new SettlementCsv(List.of(), world.inputs().ids()), new ByteArrayOutputStream(), false);
    byte[] row = new RowText().append("row").bytes();
    for (long i = 1; i < summary.count(); i++) {
      outputs.rows().emit(row, 0, 3);
    }

    assertThatThrownBy(() -> outputs.check(engine, summary))
        .isInstanceOf(BrokenInvariant.class)
        .hasMessage("ROWS_COMPLETE");
    outputs.rows().emit(row, 0, 3);
    outputs.check(engine, summary);
    assertThat(summary.count()).isPositive();
  }
}
