package cohealth.event;

/** The claim types (医疗类别) that every policy knows; policies may add words. */
public enum StandardType {
  /** 普通门诊 (11). */
  GENERAL,
  /** 急诊 (13). */
  EMERGENCY,
  /** 门诊慢特病 (14). */
  CHRONIC,
  /** 定点药店购药 (41). */
  PHARMACY,
  /** 门诊两病 (9901). */
  TWO_DISEASE,
  /** 特药 (15). */
  SPECIAL_DRUG
}
