/**
 * People, households, relations and bindings, and who is connected with whom.
 *
 * <p>Start with {@link cohealth.person.Person}.
 */
@NullMarked
package cohealth.person;

import org.jspecify.annotations.NullMarked;
