package cohealth.run;

import cohealth.report.RunSummary;

/**
 * What came of a run.
 *
 * @param refused rows in the rejects file because of their own problems
 * @param blocked rows there because of an earlier one
 */
public record RunResult(RunSummary summary, long refused, long blocked) {}
