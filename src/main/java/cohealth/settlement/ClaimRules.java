package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.policy.PolicyVersion;
import cohealth.time.YearStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for claims of people with one membership. Claims of one kind have the same rules, which
 * are found once and kept here: the kind is packed into one {@code long}, and whatever does not fit
 * into it is found anew. Of one engine, not for several threads.
 */
final class ClaimRules {
  private static final int WORD_BITS = 9; // types and levels
  private static final int DISEASE_BITS = 12;
  private static final int REGION_BITS = 20;
  private static final int COVERAGE_BITS = 2;
  private static final int MOST_KINDS = 1 << 14;
  private static final long NOT_KEPT = -1;

  private final Membership membership;
  private final Entitlements entitlements;
  private final Payer[] chain;
  private final YearStart benefitYear;
  private long[] kinds = new long[16];
  private @Nullable Entitlement[] found = new Entitlement[16];
  private int used;

  ClaimRules(Membership membership, Entitlements entitlements, List<Payer> chain) {
    this.membership = membership;
    this.entitlements = entitlements;
    this.chain = chain.toArray(Payer[]::new);
    PolicyVersion version = membership.version();
    this.benefitYear = version == null ? YearStart.JANUARY : version.policy().benefitYear();
  }

  Membership membership() {
    return membership;
  }

  /** The payers, in order. */
  Payer[] chain() {
    return chain;
  }

  /** When benefit years begin. */
  YearStart benefitYear() {
    return benefitYear;
  }

  /** The rules for a claim that is no reversal. */
  Entitlement of(Claim claim, Coverage coverage) {
    long kind = kind(claim, coverage);
    if (kind == NOT_KEPT) {
      return entitlements.of(claim, membership, coverage);
    }
    int at = place(kind);
    Entitlement known = found[at];
    return known == null ? find(claim, coverage, kind) : known;
  }

  private Entitlement find(Claim claim, Coverage coverage, long kind) {
    Entitlement entitlement = entitlements.of(claim, membership, coverage);
    if (used < MOST_KINDS) {
      if (++used > kinds.length / 2) {
        grow();
      }
      put(kind, entitlement);
    }
    return entitlement;
  }

  private long kind(Claim claim, Coverage coverage) {
    int prescriber = claim.prescriberLevel() + 1;
    int disease = claim.disease() + 1;
    boolean atHome = claim.filed() || claim.careRegion() == membership.region();
    int region = atHome ? 0 : claim.careRegion();
    boolean fits =
        (claim.type() | claim.level() | prescriber) >>> WORD_BITS == 0
            && disease >>> DISEASE_BITS == 0
            && region >>> REGION_BITS == 0;
    if (!fits || !claim.ownCredential() || !claim.designated()) {
      return NOT_KEPT;
    }
    long kind = claim.type();
    kind = (kind << WORD_BITS) | claim.level();
    kind = (kind << WORD_BITS) | prescriber;
    kind = (kind << DISEASE_BITS) | disease;
    kind = (kind << REGION_BITS) | region;
    kind = (kind << COVERAGE_BITS) | coverage.ordinal();
    return (kind << 3)
        | (claim.selected() ? 4 : 0)
        | (claim.diseaseApproved() ? 2 : 0)
        | (claim.useAccount() ? 1 : 0);
  }

  /** Where the kind is, or would be put. */
  private int place(long kind) {
    int mask = kinds.length - 1;
    int at = (int) ((kind * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (found[at] != null && kinds[at] != kind) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void put(long kind, Entitlement entitlement) {
    int at = place(kind);
    kinds[at] = kind;
    found[at] = entitlement;
  }

  private void grow() {
    long[] oldKinds = kinds;
    @Nullable Entitlement[] oldFound = found;
    kinds = new long[oldKinds.length * 2];
    found = new Entitlement[oldKinds.length * 2];
    for (int i = 0; i < oldKinds.length; i++) {
      Entitlement entitlement = oldFound[i];
      if (entitlement != null) {
        put(oldKinds[i], entitlement);
      }
    }
  }
}
