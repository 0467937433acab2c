/**
 * A reform beside what holds now: the same claims under two policies, who gains and who loses, and
 * what each single change does. Pure functions; both settlements come from the engine.
 *
 * <p>Start with {@link cohealth.comparison.Comparison}.
 */
@NullMarked
package cohealth.comparison;

import org.jspecify.annotations.NullMarked;
