/**
 * Files in and out: CSV, JSON and policy documents, problems with their place, atomic writing. The
 * only place that knows Jackson.
 *
 * <p>Start with {@link cohealth.io.Problem}.
 */
@NullMarked
package cohealth.io;

import org.jspecify.annotations.NullMarked;
