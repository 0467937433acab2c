package cohealth.policy;

import java.util.List;

/**
 * Something odd in a document that can be used all the same: a value that never counts, or one that
 * is missing.
 *
 * @param pointer the JSON pointer of the place in the document
 * @param args what was found, for the message
 */
public record Finding(Kind kind, String pointer, List<String> args) {
  /** What can be odd. */
  public enum Kind {
    /** Days between two versions that no version holds; args: first and last day. */
    GAP,
    /** A group that gets nobody; args: its name. */
    IDLE_GROUP,
    /** A benefit that gets no claim; args: its name. */
    IDLE_BENEFIT,
    /** A row whose claims are all taken by rows above it. */
    SHADOWED_ROW,
    /** A row that matches no claim of its benefit; args: the benefit's name. */
    IDLE_ROW,
    /** A cell of a benefit without a rate; args: benefit, group, bands. */
    NO_RATE,
    /** An entry of "unknown" whose cells all have rates; args: the benefit's name. */
    IDLE_UNKNOWN,
    /** A category of insured people that no group is for; args: the category's word. */
    NO_GROUP,
    /** Pharmacies have no band, so that no benefit pays there; args: benefits that might. */
    NO_PHARMACY
  }

  static Finding of(Kind kind, String pointer, String... args) {
    return new Finding(kind, pointer, List.of(args));
  }
}
