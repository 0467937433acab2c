/**
 * Exact amounts in whole fen and rates in whole basis points; the only place that rounds.
 *
 * <p>Start with {@link cohealth.money.Fen}.
 */
@NullMarked
package cohealth.money;

import org.jspecify.annotations.NullMarked;
