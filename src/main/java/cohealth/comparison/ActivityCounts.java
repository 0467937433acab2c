package cohealth.comparison;

/** How many activities were accepted, and what they moved, in fen. */
public record ActivityCounts(
    long acceptedBefore, long acceptedAfter, long movedBeforeFen, long movedAfterFen) {}
