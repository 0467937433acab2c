package cohealth.comparison;

/**
 * Those who gain or lose an amount within bounds.
 *
 * @param aboveFen more than this
 * @param upToFen this or less; {@link Long#MAX_VALUE} = any
 */
public record AmountBand(long aboveFen, long upToFen, long gain, long lose) {}
