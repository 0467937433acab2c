package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts that are allowed one by one, but whose sums are beyond all counting. */
class LargeSumsTest {
  private static final String LARGEST = "99999999999999.99";
  private static final int BEYOND = 923; // 2^63 fen hold 922 of them

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void writeOnePerson() {
    folder = new CliFolder(temporary);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,current_balance
        H1,P1,employee,990100,1.00
        """);
  }

  private void writeClaims(int count) {
    StringBuilder claims =
        new StringBuilder("claim_id,person_id,service_time,type,facility_level,total\n");
    for (int i = 0; i < count; i++) {
      claims.append('C').append(i).append(",P1,2025-01-01,general,primary,");
      claims.append(LARGEST).append('\n');
    }
    folder.write(CliFolder.CLAIMS, claims.toString());
  }

  @Test
  void asManyAsCanBeCountedAreSettled() {
    writeClaims(BEYOND - 1);
    CommandLineRun run = folder.settle("-f", "csv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).hasLineCount(BEYOND);
  }

  @Test
  void oneMoreIsRefusedByEveryCommandThatSettles() {
    writeClaims(BEYOND);
    folder.write("actual.csv", "claim_id,cash\nC1,1.00\n");
    String output = folder.path("r.csv");
    for (CommandLineRun run :
        List.of(
            folder.settle("-o", output, "--postings", folder.path("p.csv")),
            folder.settle("-o", output, "--totals", "person=" + folder.path("t.csv")),
            folder.quota("-o", output),
            folder.reconcile("-o", output))) {
      assertRefused(run);
    }
    assertThat(folder.settle("-o", output, "--lang", "zh").err())
        .isEqualTo("cohealth：金额合计超过 92233720368547758.07 元，没有写出任何内容。请检查是否有过大的金额。\n");
  }

  @Test
  void aPurseThatCannotHoldWhatEntersItIsRefused() {
    writeClaims(1);
    StringBuilder credits = new StringBuilder("activity_id,time,kind,person_id,amount\n");
    for (int i = 0; i < BEYOND; i++) {
      credits.append('A').append(i).append(",2025-01-01,credit,P1,").append(LARGEST).append('\n');
    }
    folder.write(CliFolder.ACTIVITIES, credits.toString());
    assertRefused(folder.settle("-o", folder.path("r.csv"), "--opening-date", "2025-01-01"));
  }

  private void assertRefused(CommandLineRun run) {
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "cohealth: a sum of amounts is beyond 92233720368547758.07 yuan; nothing was written."
                + " Look for amounts that are far too large.\n");
    assertThat(folder.names()).doesNotContain("r.csv", "p.csv", "t.csv");
  }
}
