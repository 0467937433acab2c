/**
 * What happens: claims, the components of a bill, and the words for types and levels.
 *
 * <p>Start with {@link cohealth.event.Claim}.
 */
@NullMarked
package cohealth.event;

import org.jspecify.annotations.NullMarked;
