package cohealth.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A part of the people, or the claims at one level of facilities.
 *
 * @param key which part, as in machine formats: {@code employee/retired}, {@code 60-69}, {@code 3}
 * @param people in the file; of a level those with a claim there
 * @param outcome of those with claims; of a level by the cash of the claims there
 * @param caps null for a level: a cap is one of all claims together
 */
public record Slice(
    Dimension dimension,
    String key,
    long people,
    Outcome outcome,
    @Nullable CapChange caps,
    BeforeAfter paid) {}
