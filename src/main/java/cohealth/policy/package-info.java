/**
 * Dated rules with their sources: documents as written, and the form the engine executes.
 *
 * <p>Start with {@link cohealth.policy.PolicyBook}.
 */
@NullMarked
package cohealth.policy;

import org.jspecify.annotations.NullMarked;
