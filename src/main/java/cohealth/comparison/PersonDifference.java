package cohealth.comparison;

/**
 * What a reform means for one person.
 *
 * @param rows the person's rows in the claims files
 * @param billedFen the total of the person's bills
 * @param paid who paid these
 * @param givenBeforeFen what the person's account gave for bills of others
 * @param capBefore whether a cap cut a claim
 */
public record PersonDifference(
    String person,
    String household,
    long rows,
    long billedFen,
    BeforeAfter paid,
    long givenBeforeFen,
    long givenAfterFen,
    boolean capBefore,
    boolean capAfter) {}
