/**
 * What else a family could have done with its accounts: other orders, other sharing, other
 * authorised amounts, each settled by the engine with the same claims.
 *
 * <p>Start with {@link cohealth.advice.Advisor}.
 */
@NullMarked
package cohealth.advice;

import org.jspecify.annotations.NullMarked;
