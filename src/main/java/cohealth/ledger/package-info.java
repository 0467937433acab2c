/**
 * Purses, accumulators, visits and binding use: the only place where balances change.
 *
 * <p>Start with {@link cohealth.ledger.Ledger}.
 */
@NullMarked
package cohealth.ledger;

import org.jspecify.annotations.NullMarked;
