package cohealth.event;

/**
 * The claim types (医疗类别) that every policy knows, with their codes in the national interface;
 * policies may add words.
 */
public enum StandardType {
  /** 普通门诊 (11). */
  GENERAL("11"),
  /** 急诊 (13). */
  EMERGENCY("13"),
  /** 门诊慢特病 (14). */
  CHRONIC("14"),
  /** 定点药店购药 (41). */
  PHARMACY("41"),
  /** 门诊两病 (9901). */
  TWO_DISEASE("9901"),
  /** 特药 (15). */
  SPECIAL_DRUG("15");

  private final String nationalCode;

  StandardType(String nationalCode) {
    this.nationalCode = nationalCode;
  }

  /** The code of {@code med_type}. */
  public String nationalCode() {
    return nationalCode;
  }
}
