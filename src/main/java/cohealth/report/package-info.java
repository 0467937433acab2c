/**
 * Views of settlements: the columns of results, summaries and tables. Pure functions; nothing here
 * reads, writes or decides.
 *
 * <p>Start with {@link cohealth.report.SettlementColumn}.
 */
@NullMarked
package cohealth.report;

import org.jspecify.annotations.NullMarked;
