package cohealth.comparison;

/**
 * One number of a comparison, as a row: amounts in yuan with two decimals, counts as they are.
 *
 * @param section what it is of: {@code total}, {@code people}, {@code month} …
 * @param key which payer, month, part; empty for the whole
 * @param measure what is counted
 * @param before empty where it is about the difference alone, as the next
 * @param difference empty for texts
 */
public record Measure(
    String section, String key, String measure, String before, String after, String difference) {}
