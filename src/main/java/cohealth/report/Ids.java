package cohealth.report;

import cohealth.text.RowText;

/** The ids behind the numbers of a run. Several threads may ask for them. */
public interface Ids {
  /** The id of the claim with the ordinal. */
  String claim(int ordinal);

  /** The id of the activity with the ordinal. */
  String activity(int ordinal);

  /** The id of the person with the index. */
  String person(int index);

  /** Appends {@link #claim}. */
  default void appendClaim(RowText out, int ordinal) {
    out.append(claim(ordinal));
  }

  /** Appends {@link #activity}. */
  default void appendActivity(RowText out, int ordinal) {
    out.append(activity(ordinal));
  }

  /** Appends {@link #person}. */
  default void appendPerson(RowText out, int index) {
    out.append(person(index));
  }
}
