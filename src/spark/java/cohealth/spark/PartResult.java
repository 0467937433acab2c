package cohealth.spark;

import cohealth.io.Problem;
import cohealth.io.Problems;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;

/** What a task has done: counts, problems, and which files are its own. */
final class PartResult implements Serializable {
  private static final long serialVersionUID = 1L;

  final int part;
  final EnumMap<OutputNames.Kind, String> files = new EnumMap<>(OutputNames.Kind.class);
  final ArrayList<ToldProblem> problems = new ArrayList<>();
  final ArrayList<ToldProblem> notes = new ArrayList<>();
  long problemCount;
  long rows;
  long settled;
  long rejected;
  long reversedOut;
  long acceptedActivities;
  long refusedActivities;
  long refused;
  long blocked;
  long batches;
  long largestBatchBytes;
  long lastEvent = Long.MIN_VALUE;

  /** Of how many people the household files have other balances than the state. */
  long differingBalances;

  /** The checksum of the part of the state; empty when none is written. */
  String stateChecksum = "";

  PartResult(int part) {
    this.part = part;
  }

  void add(Problem problem) {
    if (problem.code().isNote()) {
      if (notes.size() < Problems.KEPT) {
        notes.add(ToldProblem.of(problem));
      }
    } else if (problems.size() < Problems.KEPT) {
      problems.add(ToldProblem.of(problem));
    }
  }

  /** Adds what another task has done. */
  void add(PartResult other) {
    other.problems.forEach(told -> add(told.problem()));
    other.notes.forEach(told -> add(told.problem()));
    problemCount += other.problemCount;
    rows += other.rows;
    settled += other.settled;
    rejected += other.rejected;
    reversedOut += other.reversedOut;
    acceptedActivities += other.acceptedActivities;
    refusedActivities += other.refusedActivities;
    refused += other.refused;
    blocked += other.blocked;
    batches += other.batches;
    largestBatchBytes = Math.max(largestBatchBytes, other.largestBatchBytes);
    lastEvent = Math.max(lastEvent, other.lastEvent);
    differingBalances += other.differingBalances;
  }
}
