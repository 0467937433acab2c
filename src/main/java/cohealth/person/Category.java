package cohealth.person;

/** The category of an insured person (人员类别). */
public enum Category {
  /** In work, 在职 (11…). */
  ACTIVE,
  /** Retired, 退休 (12…). */
  RETIRED,
  /** Flexibly employed, 灵活就业 (1103). */
  FLEXIBLE,
  /** Resident under age, 未成年 (14…). */
  MINOR,
  /** Adult resident, 成年 (15…). */
  ADULT,
  /** Old resident, 老年 (16…). */
  SENIOR
}
