/**
 * The figures of docs/reliability.md: how often each promise was tried, from which seed, and what
 * became of it. The tests that try them stand beside what they test; {@link Figure} is what they
 * tell.
 */
@NullMarked
package cohealth.reliability;

import org.jspecify.annotations.NullMarked;
