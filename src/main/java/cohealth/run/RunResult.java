package cohealth.run;

import cohealth.report.RunSummary;

/**
 * What came of a run.
 *
 * @param refusedActivities those that broke a rule, with their reasons in the activities' results
 * @param refused rows in the rejects file because of their own problems
 * @param blocked rows there because of an earlier one
 */
public record RunResult(
    RunSummary summary,
    long acceptedActivities,
    long refusedActivities,
    long refused,
    long blocked) {}
