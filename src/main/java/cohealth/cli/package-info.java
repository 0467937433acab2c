/**
 * The commands: the only place that knows picocli, the standard streams and exit codes.
 *
 * <p>Start with {@link cohealth.cli.Main}.
 */
@NullMarked
package cohealth.cli;

import org.jspecify.annotations.NullMarked;
