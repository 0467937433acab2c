package cohealth.run;

import cohealth.event.Activity;
import cohealth.event.TimelinePlace;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.RowIds;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.Watcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies the activities between the claims: at equal times before them (rules: section 1). */
final class ActivityPass {
  private final ActivityList activities;
  private final Blocks blocks;
  private final SettlementEngine engine;
  private final RunOutputs outputs;
  private final List<ActivityResult> results = new ArrayList<>();
  private int next;

  ActivityPass(RunInputs inputs, Blocks blocks, SettlementEngine engine, RunOutputs outputs) {
    this.activities = inputs.activities();
    this.blocks = blocks;
    this.engine = engine;
    this.outputs = outputs;
  }

  /** Writes the refused rows to the rejects. */
  void rejectRefused() throws IOException {
    RejectsCsv rejects = outputs.rejects();
    for (ActivityList.Refused row : activities.refused()) {
      if (rejects == null) {
        throw new IllegalStateException("an activity is refused that was not before");
      }
      rejects.refused(row.problems());
    }
  }

  /** Applies all activities that come before a claim of the moment. */
  void applyUntil(long moment) throws IOException {
    while (next < activities.inOrder().size()
        && activities.inOrder().get(next).moment() <= moment) {
      apply(activities.inOrder().get(next++));
    }
  }

  /** Writes what became of the activities, in the order of their rows. */
  void writeResults() throws IOException {
    results.sort(Comparator.comparingInt(ActivityResult::ordinal));
    ActivitiesOut out = outputs.activities();
    if (out != null) {
      out.write(results);
    }
  }

  /** The ids of the activities that were accepted or refused, in order of time. */
  List<String> happened() {
    return results.stream()
        .map(result -> activities.ids().id(result.activity().ordinal()))
        .toList();
  }

  long accepted() {
    return results.stream().filter(ActivityResult::accepted).count();
  }

  long refused() {
    return results.size() - accepted();
  }

  private void apply(Activity activity) throws IOException {
    TimelinePlace place = TimelinePlace.of(activity);
    RejectsCsv rejects = outputs.rejects();
    if (rejects != null && blocks.blocks(activity.person(), place, activity.ordinal())) {
      RowIds.Place row = activities.ids().place(activity.ordinal());
      rejects.blocked(
          Problem.at(ProblemCode.REFUSED_WITHOUT_PERSON, row.file(), row.line(), 1, "activity_id"));
      return;
    }
    ActivityResult result = engine.apply(activity);
    results.add(result);
    Watcher watcher = outputs.watcher();
    if (watcher != null) {
      watcher.applied(result, engine);
    }
  }
}
