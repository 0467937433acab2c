package cohealth.event;

/**
 * One row of the claims file, its words and ids resolved to numbers.
 *
 * @param ordinal the row's number over all claims files, from 0; the order of equal times
 * @param person index of the patient
 * @param moment service time
 * @param type number in {@link Vocabulary#types()}
 * @param level number in {@link Vocabulary#levels()}
 * @param prescriberLevel number in {@link Vocabulary#levels()}, or {@link Vocabulary#NONE}
 * @param disease number in {@link Vocabulary#diseases()}, or {@link Vocabulary#NONE}: not given, or
 *     no policy names it
 * @param diseaseApproved the disease is among the patient's approved ones, or those are not known
 * @param facility the facility's number, 0 when not given
 * @param visit the visit id's number, 0 when not given
 * @param selected a chosen or contracted institution
 * @param totalFen the whole bill, above zero (a reversal: zero)
 * @param eligibleFen 政策范围内
 * @param firstSelfPayFen 先行自付
 * @param overLimitFen 超限价
 * @param selfFundedFen 全自费; the four add up to the total
 * @param careRegion six digits, or 0 when not given
 * @param filed off-site care was filed
 * @param designated at a designated institution
 * @param ownCredential the patient's own card or code was shown
 * @param useAccount accounts may pay
 * @param reverses ordinal of the claim that this row takes back, {@link #NOTHING}, or {@link
 *     #UNKNOWN}
 */
public record Claim(
    int ordinal,
    int person,
    long moment,
    int type,
    int level,
    int prescriberLevel,
    int disease,
    boolean diseaseApproved,
    int facility,
    int visit,
    boolean selected,
    long totalFen,
    long eligibleFen,
    long firstSelfPayFen,
    long overLimitFen,
    long selfFundedFen,
    int careRegion,
    boolean filed,
    boolean designated,
    boolean ownCredential,
    boolean useAccount,
    int reverses) {
  /** {@link #reverses} of an ordinary claim. */
  public static final int NOTHING = -1;

  /** {@link #reverses} of a row that names an id that no claim has. */
  public static final int UNKNOWN = -2;

  /** Whether the row takes back another one. */
  public boolean isReversal() {
    return reverses != NOTHING;
  }

  /** The same row, taking back another one. */
  public Claim reversing(int ordinalTakenBack) {
    return with(person, ordinalTakenBack);
  }

  /** The same row of the person who has another number. */
  public Claim of(int number) {
    return with(number, reverses);
  }

  private Claim with(int newPerson, int newReverses) {
    return new Claim(
        ordinal,
        newPerson,
        moment,
        type,
        level,
        prescriberLevel,
        disease,
        diseaseApproved,
        facility,
        visit,
        selected,
        totalFen,
        eligibleFen,
        firstSelfPayFen,
        overLimitFen,
        selfFundedFen,
        careRegion,
        filed,
        designated,
        ownCredential,
        useAccount,
        newReverses);
  }
}
