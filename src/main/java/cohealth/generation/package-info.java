/**
 * Invented people and claims, of any number, the same bytes for the same seed on every machine:
 * whole numbers only, no clock, no order of threads. What there is and how often is data.
 *
 * <p>Start with {@link cohealth.generation.Generator}.
 */
@NullMarked
package cohealth.generation;

import org.jspecify.annotations.NullMarked;
