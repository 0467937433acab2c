/**
 * The engine on Apache Spark: rows are brought together by connected families, and each batch of
 * families is settled as a run of its own by {@link cohealth.run.SettlementRun}. Nothing about a
 * bill is decided or computed here.
 *
 * <p>Start with {@link cohealth.spark.SettleJob}.
 */
@NullMarked
package cohealth.spark;

import org.jspecify.annotations.NullMarked;
