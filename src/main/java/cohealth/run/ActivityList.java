package cohealth.run;

import cohealth.event.Activity;
import cohealth.event.TimelinePlace;
import cohealth.io.ActivityFile;
import cohealth.io.InputText;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.person.People;
import cohealth.time.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All activities of a run, in order of their timeline, and the rows that were refused. There are
 * far fewer of them than claims, so they are kept.
 *
 * @param ids their ids and places
 */
public record ActivityList(List<Activity> inOrder, List<Refused> refused, RowIds ids) {

  /**
   * A refused row.
   *
   * @param person index, or {@link ActivityFile#NOBODY}
   * @param place where it stands; {@link Blocks#EVERYTHING} when its time cannot be read
   */
  public record Refused(List<Problem> problems, int person, TimelinePlace place, int ordinal) {}

  /**
   * Reads the files; problems that concern a whole file are added.
   *
   * @param ids holds those of earlier runs
   */
  static ActivityList read(
      List<InputText> texts,
      RunRequest request,
      Beginning beginning,
      People people,
      RowIds ids,
      Problems problems)
      throws IOException {
    List<Activity> activities = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (InputText text : texts) {
      try (ActivityFile file = ActivityFile.open(text, request.options(), people, ids, problems)) {
        while (file != null && file.next()) {
          Activity activity = file.activity();
          ProblemCode early = activity == null ? null : beginning.fault(activity.moment());
          if (activity != null && early != null) {
            refused.add(
                refused(
                    file,
                    List.of(
                        file.at(
                            "time",
                            early,
                            Moment.text(activity.moment()),
                            beginning.limit(early)))));
          } else if (activity != null) {
            activities.add(activity);
          } else {
            refused.add(refused(file, file.problems()));
          }
        }
      }
    }
    activities.sort(Comparator.comparing(TimelinePlace::of));
    return new ActivityList(List.copyOf(activities), List.copyOf(refused), ids);
  }

  /** The changes of people's insurance. */
  List<Activity.Change> changes() {
    List<Activity.Change> changes = new ArrayList<>();
    for (Activity activity : inOrder) {
      if (activity instanceof Activity.Change change) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static Refused refused(ActivityFile file, List<Problem> found) {
    TimelinePlace place =
        file.moment() == ActivityFile.NO_MOMENT
            ? Blocks.EVERYTHING
            : new TimelinePlace(file.moment(), file.ordinal());
    return new Refused(found, file.person(), place, file.ordinal());
  }
}
