package cohealth.run;

import cohealth.report.SettlementColumn;
import org.jspecify.annotations.Nullable;

/**
 * A result that is not as it was expected.
 *
 * @param column null = the row as a whole is missing, or should not be there
 * @param expected null = no such row was expected
 * @param found null = there is no such row
 */
public record Difference(
    String claim,
    @Nullable SettlementColumn column,
    @Nullable String expected,
    @Nullable String found) {}
