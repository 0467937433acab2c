package cohealth.comparison;

/**
 * The claims and reversals of a calendar month.
 *
 * @param month as {@code 2025-03}
 * @param claims rows of the claims files
 */
public record Month(String month, long claims, BeforeAfter paid) {}
