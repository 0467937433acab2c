/**
 * The page of {@code cohealth report}: what it tells as tables, some of them also drawn, and its
 * HTML. Every number of a drawing is one of its table. Pure functions.
 *
 * <p>Start with {@link cohealth.page.Page}.
 */
@NullMarked
package cohealth.page;

import org.jspecify.annotations.NullMarked;
