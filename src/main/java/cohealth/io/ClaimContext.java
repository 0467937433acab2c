package cohealth.io;

import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.person.People;
import cohealth.text.IdTable;
import org.jspecify.annotations.Nullable;

/**
 * What claims refer to.
 *
 * @param roster who may be a patient, as insured at any time
 * @param vocabulary the words of all loaded policies
 * @param ids filled by the first pass over all files, read by the second
 * @param visits numbers of visit ids, or null when no policy counts visits
 * @param facilities numbers of facility ids, or null when no policy merges visits
 * @param workers those who read
 */
public record ClaimContext(
    Roster roster,
    Vocabulary vocabulary,
    RowIds ids,
    @Nullable IdTable visits,
    @Nullable IdTable facilities,
    Workers workers) {

  /** Read by one thread. */
  public ClaimContext(
      Roster roster,
      Vocabulary vocabulary,
      RowIds ids,
      @Nullable IdTable visits,
      @Nullable IdTable facilities) {
    this(roster, vocabulary, ids, visits, facilities, new Workers(1));
  }

  /** Who may be a patient. */
  public People people() {
    return roster.people();
  }
}
