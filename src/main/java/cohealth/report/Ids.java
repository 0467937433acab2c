package cohealth.report;

/** The ids behind the numbers of a run. */
public interface Ids {
  /** The id of the claim with the ordinal. */
  String claim(int ordinal);

  /** The id of the activity with the ordinal. */
  String activity(int ordinal);

  /** The id of the person with the index. */
  String person(int index);
}
