/**
 * What {@code scripts/bench} runs; built in the Maven profile {@code bench} alone and no part of
 * the program.
 *
 * <p>Start with {@link cohealth.bench.Bench}.
 */
@NullMarked
package cohealth.bench;

import org.jspecify.annotations.NullMarked;
