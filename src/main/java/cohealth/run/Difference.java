package cohealth.run;

import cohealth.report.ResultColumn;
import org.jspecify.annotations.Nullable;

/**
 * A result that is not as it was expected.
 *
 * @param id of the claim or activity
 * @param column null = the row as a whole is missing, or should not be there
 * @param expected null = no such row was expected
 * @param found null = there is no such row
 */
public record Difference(
    String id,
    @Nullable ResultColumn<?> column,
    @Nullable String expected,
    @Nullable String found) {}
