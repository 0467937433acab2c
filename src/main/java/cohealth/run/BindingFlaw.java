package cohealth.run;

import cohealth.io.BindingColumn;
import cohealth.io.HouseholdColumn;
import cohealth.io.ProblemCode;
import cohealth.person.Binding;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.BindingCheck;
import cohealth.settlement.BindingFault;
import cohealth.time.Day;
import org.jspecify.annotations.Nullable;

/** What stands behind a reason why a binding does not work, and in which cell it shows. */
enum BindingFlaw {
  OVER(ProblemCode.BINDING_OVER, BindingColumn.VALID_TO, HouseholdColumn.SHARE_ORDER, true),
  BEGINS(ProblemCode.BINDING_BEGINS, BindingColumn.VALID_FROM, HouseholdColumn.SHARE_ORDER, true),
  PAYER_INSURANCE(
      ProblemCode.BINDING_PAYER_INSURANCE, BindingColumn.PAYER_ID, HouseholdColumn.INSURANCE, true),
  PAYER_SUSPENDED(
      ProblemCode.BINDING_PAYER_SUSPENDED, BindingColumn.PAYER_ID, HouseholdColumn.STATUS, true),
  PAYER_POLICY(
      ProblemCode.BINDING_PAYER_POLICY, BindingColumn.PAYER_ID, HouseholdColumn.REGION, true),
  RELATION(ProblemCode.BINDING_RELATION, BindingColumn.RELATION, HouseholdColumn.RELATION, false),
  NO_RELATION(
      ProblemCode.BINDING_NO_RELATION, BindingColumn.RELATION, HouseholdColumn.RELATION, false),
  BENEFICIARY_INSURANCE(
      ProblemCode.BINDING_BENEFICIARY_INSURANCE,
      BindingColumn.BENEFICIARY_ID,
      HouseholdColumn.INSURANCE,
      false),
  BENEFICIARY_SUSPENDED(
      ProblemCode.BINDING_BENEFICIARY_SUSPENDED,
      BindingColumn.BENEFICIARY_ID,
      HouseholdColumn.STATUS,
      false),
  NOT_CONFIRMED(
      ProblemCode.BINDING_NOT_CONFIRMED,
      BindingColumn.CONFIRMED_ON,
      HouseholdColumn.CONFIRMED,
      false),
  BIRTH_DATE(
      ProblemCode.BINDING_BIRTH_DATE,
      BindingColumn.CONFIRMED_ON,
      HouseholdColumn.BIRTH_DATE,
      false),
  CONFIRMATION_DUE(
      ProblemCode.BINDING_CONFIRMATION_DUE,
      BindingColumn.CONFIRMED_ON,
      HouseholdColumn.CONFIRMED,
      false),
  MEMBERS(ProblemCode.BINDING_MEMBERS, BindingColumn.PAYER_ID, HouseholdColumn.SHARE_ORDER, true),
  PAYERS(
      ProblemCode.BINDING_PAYERS, BindingColumn.BENEFICIARY_ID, HouseholdColumn.SHARE_ORDER, true),
  REGION(ProblemCode.BINDING_REGION, BindingColumn.PAYER_ID, HouseholdColumn.REGION, true),
  REGION_CONDITION(
      ProblemCode.BINDING_REGION_CONDITION, BindingColumn.PAYER_ID, HouseholdColumn.REGION, true);

  private final ProblemCode code;
  private final BindingColumn ofBinding;
  private final HouseholdColumn ofPerson;
  private final boolean payers;

  /**
   * A flaw.
   *
   * @param ofBinding where it shows in a bindings file
   * @param ofPerson where it shows in a household file
   * @param payers the row there is the payer's, else the beneficiary's
   */
  BindingFlaw(ProblemCode code, BindingColumn ofBinding, HouseholdColumn ofPerson, boolean payers) {
    this.code = code;
    this.ofBinding = ofBinding;
    this.ofPerson = ofPerson;
    this.payers = payers;
  }

  ProblemCode code() {
    return code;
  }

  BindingColumn ofBinding() {
    return ofBinding;
  }

  HouseholdColumn ofPerson() {
    return ofPerson;
  }

  /** Whose row of the household file it is about. */
  int person(Binding binding) {
    return payers ? binding.payer() : binding.beneficiary();
  }

  /** What made the test fail. */
  static BindingFlaw of(BindingFault fault, BindingCheck check) {
    Binding binding = fault.binding();
    Person payer = check.at(binding.payer(), fault.day());
    Person beneficiary = check.at(binding.beneficiary(), fault.day());
    return switch (fault.reason()) {
      case NOT_IN_FORCE -> fault.day() < binding.validFrom() ? BEGINS : OVER;
      case PAYER_NOT_COVERED ->
          payer.insurance() != Insurance.EMPLOYEE
              ? PAYER_INSURANCE
              : payer.suspended() ? PAYER_SUSPENDED : PAYER_POLICY;
      case RELATION_NOT_ALLOWED -> binding.relation() == null ? NO_RELATION : RELATION;
      case BENEFICIARY_NOT_COVERED ->
          beneficiary.insurance() == Insurance.NONE ? BENEFICIARY_INSURANCE : BENEFICIARY_SUSPENDED;
      case NOT_CONFIRMED -> beneficiary.birthDay() == Day.UNKNOWN ? BIRTH_DATE : NOT_CONFIRMED;
      case TOO_MANY_MEMBERS -> MEMBERS;
      case TOO_MANY_PAYERS -> PAYERS;
      case CROSS_REGION ->
          isNever(check.version(binding.payer(), fault.day())) ? REGION : REGION_CONDITION;
      default -> throw new IllegalStateException("no reason of a binding: " + fault.reason());
    };
  }

  private static boolean isNever(@Nullable PolicyVersion payerVersion) {
    CrossRegion rule = payerVersion == null ? null : payerVersion.family().crossRegion();
    return rule == null || !(rule.sameProvince() || rule.wallet());
  }
}
