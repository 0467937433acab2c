package cohealth.person;

/** The basic insurance of a person (险种). */
public enum Insurance {
  /** Employees' basic medical insurance, 职工基本医疗保险 (310). */
  EMPLOYEE,
  /** Residents' basic medical insurance, 城乡居民基本医疗保险 (390). */
  RESIDENT,
  /** Not insured. */
  NONE
}
