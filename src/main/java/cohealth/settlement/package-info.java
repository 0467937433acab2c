/**
 * The engine: which rules apply to a claim, the payers of its chain, and what came of it.
 *
 * <p>Start with {@link cohealth.settlement.SettlementEngine}.
 */
@NullMarked
package cohealth.settlement;

import org.jspecify.annotations.NullMarked;
