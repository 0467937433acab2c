package cohealth.naive;

import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Section 4.2 for claims that have not ended: what closes the pool, each test by itself. */
final class Refusals {
  private Refusals() {}

  /** The off-site rule for a claim; missing when it is at home, filed, or no rule holds. */
  static JsonNode offsite(
      Claim claim, Rules rules, String benefit, Policies policies, Reach reach) {
    String care = claim.get("care_region");
    Person patient = claim.patient();
    if (care.isEmpty() || !rules.exist()) {
      return Policies.NONE;
    }
    if (policies.sameRegion(care, patient.region(), patient.insurance())) {
      reach.hit(care.equals(patient.region()) ? "offsite own code" : "offsite same region");
      return Policies.NONE;
    }
    if (Text.yes(claim.get("filed"), false)) {
      reach.hit("offsite filed");
      return Policies.NONE;
    }
    String province = Policies.sameProvince(care, patient.region()) ? "same" : "other";
    for (JsonNode rule : rules.version().path("offsite")) {
      JsonNode when = rule.path("when");
      if (Policies.allows(when.path("province"), province)
          && Policies.allows(when.path("type"), claim.get("type"))
          && Policies.allows(when.path("benefit"), benefit)) {
        when.fieldNames().forEachRemaining(name -> reach.hit("offsite by " + name));
        if (when.has("province")) {
          reach.hit("offsite province " + province);
        }
        reach.hit("offsite then " + rule.path("then").asText());
        return rule;
      }
    }
    reach.hit("offsite without a rule");
    return Policies.NONE;
  }

  /** Writes every refusal that holds, and tells whether one closes the pool. */
  static boolean closePool(
      Settled settled,
      Rules rules,
      JsonNode benefit,
      JsonNode offsite,
      History history,
      Reach reach) {
    Claim claim = settled.claim;
    Person patient = claim.patient();
    Set<String> reasons = settled.reasons;
    if (patient.insurance().equals("none")) {
      reasons.add("NOT_INSURED");
    }
    if (patient.suspended()) {
      reasons.add("SUSPENDED");
    }
    reasons.addAll(benefitDays(patient, claim.date(), history, reach));
    if (rules.exist()) {
      if (offsite.path("then").asText().equals("deny")) {
        reasons.add("UNFILED_OFFSITE");
      }
      String disease = claim.get("disease");
      JsonNode rate = Policies.row(benefit.path("rates"), settled.group, settled.band, disease);
      if (rate.isMissingNode()) {
        reasons.add("NO_BENEFIT");
      }
      List<String> approved = patient.diseases();
      if (benefit.path("needsApproval").asBoolean()
          && approved != null
          && (disease.isEmpty() || !approved.contains(disease))) {
        reasons.add("NOT_APPROVED");
      }
    }
    boolean closed = !reasons.isEmpty();
    // A reduced rate is told, but closes nothing.
    if (offsite.path("then").asText().equals("reduce")) {
      reasons.add("OFFSITE_REDUCED");
    }
    return closed;
  }

  /** What the days of benefit refuse: a paid premium decides in its plan year, else the dates. */
  private static Set<String> benefitDays(
      Person patient, LocalDate day, History history, Reach reach) {
    Set<String> byDates = new LinkedHashSet<>();
    if (patient.benefitFrom() != null && day.isBefore(patient.benefitFrom())) {
      byDates.add("WAITING_PERIOD");
    }
    if (patient.benefitTo() != null && day.isAfter(patient.benefitTo())) {
      byDates.add("BENEFIT_ENDED");
    }
    boolean planned = false;
    boolean covered = false;
    for (History.Premium premium : history.premiums(patient)) {
      if (day.isBefore(premium.from()) || day.isAfter(premium.to())) {
        reach.hit("coverage outside the plan year");
        continue;
      }
      planned = true;
      LocalDate begins = premium.waitingUntil();
      if (begins == null) {
        covered = true;
        reach.hit("coverage by a premium in the window");
      } else if (day.isBefore(begins)) {
        reach.hit("coverage waiting");
      } else {
        covered = true;
        reach.hit("coverage by a late premium");
        if (day.equals(begins)) {
          reach.hit("coverage on the first day after the waiting");
        }
      }
    }
    if (!planned) {
      return byDates;
    }
    if (!patient.isResident()) {
      reach.hit("coverage of one who is no resident any more");
    }
    byDates.forEach(reason -> reach.hit("coverage instead of " + reason));
    return covered ? Set.of() : Set.of("WAITING_PERIOD");
  }
}
