/**
 * Text as bytes: ids as numbers, rows to be written. Knows nothing of insurance.
 *
 * <p>Start with {@link cohealth.text.IdTable}.
 */
@NullMarked
package cohealth.text;

import org.jspecify.annotations.NullMarked;
