package cohealth.spark;

import cohealth.io.Messages;
import cohealth.io.Problem;

/** What a job tells people, in the words of the command line. */
final class JobReport {
  private static final int MOST_NOTES = 20;

  private final Messages messages;

  JobReport(Messages messages) {
    this.messages = messages;
  }

  void tell(JobResult result, JobOptions options, SettleJob.Teller teller) {
    int told = 0;
    for (Problem note : result.notes()) {
      if (told++ < MOST_NOTES) {
        teller.tell(messages.text(note));
      }
    }
    for (Problem problem : result.problems()) {
      teller.tell(messages.text(problem));
    }
    if (result.problemCount() > result.problems().size()) {
      teller.tell(messages.get("run.refused.more", result.problems().size()));
    }
    if (result.exitCode() == JobResult.REFUSED) {
      String count = result.problemCount() == 1 ? "run.refused.one" : "run.refused.many";
      teller.tell(messages.get(count, result.problemCount()));
    }
    PartResult counts = result.counts();
    if (result.problemCount() == 0) {
      teller.tell(
          messages.get(
              "run.summary.rows",
              counts.rows,
              counts.settled,
              counts.rejected,
              counts.reversedOut));
      if (options.has("activities")) {
        teller.tell(
            messages.get(
                "run.summary.activities", counts.acceptedActivities, counts.refusedActivities));
      }
      if (options.has("rejects")) {
        teller.tell(
            messages.get(
                "run.summary.rejects",
                counts.refused,
                counts.blocked,
                String.valueOf(options.one("rejects"))));
      }
    }
  }
}
