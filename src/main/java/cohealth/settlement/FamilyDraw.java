package cohealth.settlement;

/**
 * What one family member paid of a claim.
 *
 * @param payer index of the payer
 */
public record FamilyDraw(int payer, long amountFen) {}
