package cohealth.run;

import cohealth.event.Claim;
import cohealth.event.TimelinePlace;
import cohealth.io.ClaimFile;
import cohealth.io.InputText;
import cohealth.io.Problem;
import java.io.IOException;
import java.util.List;

/**
 * The second reading of claims that were not kept: the rows that may be settled, and those that may
 * not.
 */
final class ClaimPass {
  private final RunRequest request;
  private final RunInputs inputs;
  private final ClaimSurvey survey;

  /** What becomes of the rows, in their order. */
  interface Rows {
    /** A row that may be settled. */
    void claim(Claim claim) throws IOException;

    /** A row that is refused, and why. */
    void refused(List<Problem> problems) throws IOException;

    /** A row that must wait for an earlier refused one. */
    void blocked(ClaimFile row) throws IOException;
  }

  ClaimPass(RunRequest request, RunInputs inputs, ClaimSurvey survey) {
    this.request = request;
    this.inputs = inputs;
    this.survey = survey;
  }

  void read(Rows rows) throws IOException {
    for (int i = 0; i < inputs.claims().size(); i++) {
      InputText text = inputs.claims().get(i);
      try (ClaimFile file =
          ClaimFile.again(text, request.options(), inputs.claimContext(), survey.firstOrdinal(i))) {
        while (file.next()) {
          row(file, rows);
        }
      }
    }
  }

  private void row(ClaimFile file, Rows rows) throws IOException {
    Claim claim = file.claim();
    if (claim == null) {
      rows.refused(file.problems());
      return;
    }
    Problem later = survey.refusedLater().get(claim.ordinal());
    if (later != null) {
      rows.refused(List.of(later));
    } else if (survey
        .blocks()
        .blocks(claim.person(), TimelinePlace.ofClaim(claim.moment()), claim.ordinal())) {
      rows.blocked(file);
    } else {
      rows.claim(claim);
    }
  }
}
