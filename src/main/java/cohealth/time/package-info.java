/**
 * Days, moments, years and periods, and the strict reading of their text.
 *
 * <p>Start with {@link cohealth.time.Day}.
 */
@NullMarked
package cohealth.time;

import org.jspecify.annotations.NullMarked;
