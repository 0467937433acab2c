package cohealth.policy;

import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy in executed form: its versions in order of time. */
public final class Policy {
  private final PolicyDocument document;
  private final boolean usesVisits;
  private final List<PolicyVersion> versions = new ArrayList<>();

  Policy(PolicyDocument document) {
    this.document = document;
    this.usesVisits = VisitUse.usesVisits(document);
  }

  void add(PolicyVersion version) {
    versions.add(version);
  }

  /** As written. */
  public PolicyDocument document() {
    return document;
  }

  /** Whether it asks which claims are one visit. */
  public boolean usesVisits() {
    return usesVisits;
  }

  /** When benefit years begin. */
  public YearStart benefitYear() {
    return document.benefitYearStart();
  }

  /** When account years begin. */
  public YearStart accountYear() {
    return document.accountYearStart();
  }

  /** The premium of a plan year, whatever day it is, or null. */
  public PolicyDocument.@Nullable Premium premium(int planYear) {
    for (PolicyVersion version : versions) {
      for (PolicyDocument.Premium premium : version.written().premiums()) {
        if (premium.planYear() == planYear) {
          return premium;
        }
      }
    }
    return null;
  }

  /** The version that holds the day, or null. */
  public @Nullable PolicyVersion on(int day) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      PolicyVersion version = versions.get(i);
      if (day >= version.written().from()) {
        return day <= version.written().to() ? version : null;
      }
    }
    return null;
  }
}
