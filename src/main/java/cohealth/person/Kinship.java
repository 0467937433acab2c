package cohealth.person;

import static cohealth.person.Relation.CHILD;
import static cohealth.person.Relation.GRANDCHILD;
import static cohealth.person.Relation.GRANDPARENT;
import static cohealth.person.Relation.PARENT;
import static cohealth.person.Relation.SELF;
import static cohealth.person.Relation.SIBLING;
import static cohealth.person.Relation.SPOUSE;

import org.jspecify.annotations.Nullable;

/**
 * What two members of a household are to one another, from what each is to the reference person
 * (rules: section 9).
 */
public final class Kinship {
  /** From this many parents, or grandparents, on it is not known who belongs to whom. */
  private static final int TOO_MANY_TO_TELL = 3;

  private Kinship() {}

  /**
   * The relation of the beneficiary to the payer, or null when it is not known to be a near one.
   *
   * @param payer the payer's relation to the reference person
   * @param beneficiary the beneficiary's relation to the reference person
   * @param parents how many parents the household has
   * @param grandparents how many grandparents the household has
   */
  public static @Nullable Relation between(
      Relation payer, Relation beneficiary, int parents, int grandparents) {
    if (payer == PARENT && beneficiary == PARENT && parents >= TOO_MANY_TO_TELL) {
      return null;
    }
    if (payer == GRANDPARENT && beneficiary == GRANDPARENT && grandparents >= TOO_MANY_TO_TELL) {
      return null;
    }
    return switch (payer) {
      case SELF -> beneficiary == SELF || beneficiary == Relation.OTHER ? null : beneficiary;
      case SPOUSE ->
          switch (beneficiary) {
            case SELF -> SPOUSE;
            case CHILD -> CHILD;
            case GRANDCHILD -> GRANDCHILD;
            default -> null;
          };
      case PARENT ->
          switch (beneficiary) {
            case SELF, SIBLING -> CHILD;
            case PARENT -> SPOUSE;
            case CHILD -> GRANDCHILD;
            default -> null;
          };
      case CHILD ->
          switch (beneficiary) {
            case SELF, SPOUSE -> PARENT;
            case PARENT -> GRANDPARENT;
            case CHILD -> SIBLING;
            default -> null;
          };
      case SIBLING ->
          switch (beneficiary) {
            case SELF, SIBLING -> SIBLING;
            case PARENT -> PARENT;
            case GRANDPARENT -> GRANDPARENT;
            default -> null;
          };
      case GRANDPARENT ->
          switch (beneficiary) {
            case SELF, SIBLING -> GRANDCHILD;
            case GRANDPARENT -> SPOUSE;
            default -> null;
          };
      case GRANDCHILD ->
          switch (beneficiary) {
            case SELF, SPOUSE -> GRANDPARENT;
            default -> null;
          };
      case OTHER -> null;
    };
  }
}
