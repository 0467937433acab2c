package cohealth.policy;

import cohealth.event.Vocabulary;
import cohealth.person.Insurance;
import cohealth.time.YearStart;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All policies of a run, found by region and insurance (rules: section 1). */
public final class PolicyBook {
  private static final int NOT_A_DOCUMENT = -1;

  private final Map<Long, Policy> byRegion = new HashMap<>();
  private final AccumulatorSlots slots;
  private final boolean usesVisits;
  private final boolean usesFirstVisits;
  private final boolean hasSupplement;

  /**
   * Resolves the documents; their words are added to the vocabulary.
   *
   * @param documents at most one for each region and insurance
   */
  public PolicyBook(List<PolicyDocument> documents, Vocabulary vocabulary) {
    this(documents, vocabulary, new AccumulatorSlots());
  }

  /**
   * The same with accumulators that have their numbers already.
   *
   * @param slots takes the further ones
   */
  public PolicyBook(List<PolicyDocument> documents, Vocabulary vocabulary, AccumulatorSlots slots) {
    this.slots = slots;
    addWords(documents, vocabulary);
    for (PolicyDocument document : documents) {
      Policy policy = new PolicyResolver(document, vocabulary, slots).resolve();
      byRegion.put(key(document.region(), document.insurance()), policy);
    }
    usesVisits = documents.stream().anyMatch(VisitUse::usesVisits);
    hasSupplement =
        documents.stream()
            .flatMap(document -> document.versions().stream())
            .flatMap(version -> version.chain().stream())
            .anyMatch(PolicyDocument.SupplementStep.class::isInstance);
    usesFirstVisits = documents.stream().anyMatch(VisitUse::usesFirstVisits);
  }

  /** Adds the words of the documents, which are all to be known before any book is made of them. */
  public static void addWords(List<PolicyDocument> documents, Vocabulary vocabulary) {
    for (PolicyDocument document : documents) {
      PolicyResolver.addWords(document, vocabulary);
    }
  }

  /** The policy of a region's people with an insurance, or null: the longest match wins. */
  public @Nullable Policy find(int region, Insurance insurance) {
    Policy found = byRegion.get(key(region, insurance));
    if (found == null && region % 100 != 0) {
      found = byRegion.get(key(region / 100 * 100, insurance));
    }
    if (found == null) {
      found = byRegion.get(key(region / 10_000 * 10_000, insurance));
    }
    return found;
  }

  /** The policy with the document id, or null. */
  public @Nullable Policy find(String id) {
    for (Policy policy : byRegion.values()) {
      if (policy.document().id().equals(id)) {
        return policy;
      }
    }
    return null;
  }

  /**
   * Whether two region codes are one region: they find the same document of the insurance; without
   * documents, their first four digits agree (two for the municipalities 11, 12, 31, 50; all six
   * where the third and fourth are 90).
   */
  public boolean isSameRegion(int one, int other, Insurance insurance) {
    return one == other || area(one, insurance) == area(other, insurance);
  }

  /** Whether two region codes are in one province. */
  public static boolean isSameProvince(int one, int other) {
    return one / 10_000 == other / 10_000;
  }

  /** The days of the year on which account years start for somebody. */
  public Set<MonthDay> accountYearStarts() {
    Set<MonthDay> starts = new HashSet<>();
    starts.add(YearStart.JANUARY.start());
    byRegion.values().forEach(policy -> starts.add(policy.accountYear().start()));
    return starts;
  }

  /** The accumulators of all policies. */
  public AccumulatorSlots slots() {
    return slots;
  }

  /** Whether any policy asks which claims are one visit. */
  public boolean usesVisits() {
    return usesVisits;
  }

  /** Whether any policy has another deductible for the first visit of a year. */
  public boolean usesFirstVisits() {
    return usesFirstVisits;
  }

  /** Whether any policy has a supplementary fund. */
  public boolean hasSupplement() {
    return hasSupplement;
  }

  private int area(int region, Insurance insurance) {
    Policy policy = find(region, insurance);
    if (policy != null) {
      return policy.document().region();
    }
    int province = region / 10_000;
    int digits =
        switch (province) {
          case 11, 12, 31, 50 -> province * 10_000;
          default -> region / 100 % 100 == 90 ? region : region / 100 * 100;
        };
    return NOT_A_DOCUMENT - digits;
  }

  private static long key(int region, Insurance insurance) {
    return (long) region * Insurance.values().length + insurance.ordinal();
  }
}
