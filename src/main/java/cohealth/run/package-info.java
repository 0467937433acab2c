/**
 * One run from files to results: reading, two passes over the claims, refused and blocked rows, and
 * outputs that appear whole or not at all.
 *
 * <p>Start with {@link cohealth.run.SettlementRun}.
 */
@NullMarked
package cohealth.run;

import org.jspecify.annotations.NullMarked;
