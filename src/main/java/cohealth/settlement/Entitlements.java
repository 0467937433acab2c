package cohealth.settlement;

import static cohealth.settlement.Reason.ACCOUNT_NOT_USED;
import static cohealth.settlement.Reason.BENEFIT_ENDED;
import static cohealth.settlement.Reason.CREDENTIAL_MISMATCH;
import static cohealth.settlement.Reason.NOT_APPROVED;
import static cohealth.settlement.Reason.NOT_DESIGNATED;
import static cohealth.settlement.Reason.NOT_INSURED;
import static cohealth.settlement.Reason.NO_BENEFIT;
import static cohealth.settlement.Reason.NO_POLICY;
import static cohealth.settlement.Reason.OFFSITE_REDUCED;
import static cohealth.settlement.Reason.SUSPENDED;
import static cohealth.settlement.Reason.UNFILED_OFFSITE;
import static cohealth.settlement.Reason.WAITING_PERIOD;

import cohealth.event.Claim;
import cohealth.event.Vocabulary;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.policy.BenefitCell;
import cohealth.policy.OffsiteRule;
import cohealth.policy.Policy;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.OffsiteEffect;
import cohealth.policy.PolicyVersion;
import cohealth.time.YearStart;
import org.jspecify.annotations.Nullable;

/** Finds which rules apply to a claim and whether the pool is open for it (rules: section 4). */
public final class Entitlements {
  private final PolicyBook book;

  /** Finds rules in the book. */
  public Entitlements(PolicyBook book) {
    this.book = book;
  }

  /** The version of the person's own policy on the day, or null. */
  public @Nullable PolicyVersion version(Person person, int day) {
    Policy policy = find(person, book);
    return policy == null ? null : policy.on(day);
  }

  /** The person's own policy, or null. */
  static @Nullable Policy find(Person person, PolicyBook book) {
    return person.insurance() == Insurance.NONE
        ? null
        : book.find(person.region(), person.insurance());
  }

  /** The premium of a plan year in the person's own policy, or null. */
  PolicyDocument.@Nullable Premium premium(Person person, int planYear) {
    Policy policy = find(person, book);
    return policy == null ? null : policy.premium(planYear);
  }

  /** The person's benefit year that holds the day; calendar years without a policy. */
  public int benefitYear(@Nullable PolicyVersion version, int day) {
    return (version == null ? YearStart.JANUARY : version.policy().benefitYear()).yearOf(day);
  }

  /** The person's account year that holds the day; calendar years without a policy. */
  public int accountYear(Person person, int day) {
    PolicyVersion version = version(person, day);
    return (version == null ? YearStart.JANUARY : version.policy().accountYear()).yearOf(day);
  }

  /** The rules for a claim that is no reversal. */
  Entitlement of(Claim claim, Membership patient, Coverage coverage) {
    PolicyVersion version = patient.version();
    long reasons = version == null ? NO_POLICY.bit() : 0;
    if (!claim.ownCredential()) {
      return Entitlement.ended(version, new Reasons(reasons | CREDENTIAL_MISMATCH.bit()));
    }
    if (!claim.designated()) {
      return Entitlement.ended(version, new Reasons(reasons | NOT_DESIGNATED.bit()));
    }
    reasons |= patient.closing(coverage);
    if (!claim.useAccount()) {
      reasons |= ACCOUNT_NOT_USED.bit();
    }
    if (version == null) {
      return new Entitlement(
          null,
          Vocabulary.NONE,
          Vocabulary.NONE,
          Vocabulary.NONE,
          null,
          null,
          false,
          false,
          new Reasons(reasons));
    }
    return of(claim, patient, version, reasons);
  }

  private Entitlement of(Claim claim, Membership patient, PolicyVersion version, long earlier) {
    long reasons = earlier;
    int group = patient.group();
    int band = version.band(claim.level(), claim.prescriberLevel());
    int benefit = version.benefitOf(claim.type(), claim.disease(), group, band, claim.selected());
    BenefitCell cell =
        benefit == Vocabulary.NONE
            ? null
            : version.benefit(benefit).cell(group, band, claim.disease());
    if (cell == null || cell.rate() == null) {
      reasons |= NO_BENEFIT.bit();
    }
    if (benefit != Vocabulary.NONE
        && version.benefit(benefit).written().needsApproval()
        && !claim.diseaseApproved()) {
      reasons |= NOT_APPROVED.bit();
    }
    OffsiteRule offsite = unfiledOffsite(claim, patient, version, benefit);
    if (offsite != null) {
      OffsiteEffect effect = offsite.written().effect();
      reasons |= effect == OffsiteEffect.DENY ? UNFILED_OFFSITE.bit() : 0;
      reasons |= effect == OffsiteEffect.REDUCE ? OFFSITE_REDUCED.bit() : 0;
    }
    boolean open = (reasons & CLOSING) == 0;
    return new Entitlement(
        version, group, band, benefit, cell, offsite, false, open, new Reasons(reasons));
  }

  private @Nullable OffsiteRule unfiledOffsite(
      Claim claim, Membership patient, PolicyVersion version, int benefit) {
    int care = claim.careRegion();
    boolean offsite =
        care != 0
            && !claim.filed()
            && !book.isSameRegion(care, patient.region(), patient.insurance());
    return offsite
        ? version.offsite(PolicyBook.isSameProvince(care, patient.region()), claim.type(), benefit)
        : null;
  }

  /** What closes the pool for whatever claim of the person. */
  static Reasons closing(Membership person, Coverage coverage) {
    long noPolicy = person.version() == null ? NO_POLICY.bit() : 0;
    return new Reasons(noPolicy | person.closing(coverage));
  }

  /** Bits of what closes the pool for the person whatever the day. */
  static long status(Person person) {
    return (person.insurance() == Insurance.NONE ? NOT_INSURED.bit() : 0)
        | (person.suspended() ? SUSPENDED.bit() : 0);
  }

  /** Bits of what the person's own dates of benefits say on the day. */
  static long dates(Person person, int day) {
    return (day < person.benefitFrom() ? WAITING_PERIOD.bit() : 0)
        | (day > person.benefitTo() ? BENEFIT_ENDED.bit() : 0);
  }

  private static final long CLOSING =
      NO_POLICY.bit()
          | NOT_INSURED.bit()
          | SUSPENDED.bit()
          | WAITING_PERIOD.bit()
          | BENEFIT_ENDED.bit()
          | UNFILED_OFFSITE.bit()
          | NO_BENEFIT.bit()
          | NOT_APPROVED.bit();
}
