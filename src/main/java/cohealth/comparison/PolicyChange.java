package cohealth.comparison;

/**
 * A value that differs between two policies.
 *
 * @param number of the change that it belongs to, from 1: values that are changed by one {@code
 *     --set}, or in the same way in several versions, belong together
 * @param path where it stands, as {@code --set} names it
 * @param before as the baseline writes it; empty when it has no such value
 * @param after as the reform writes it; empty when it has no such value
 */
public record PolicyChange(int number, String path, String before, String after) {}
