package cohealth.event;

/** The facility levels (机构等级) that every policy knows; policies may add words. */
public enum StandardLevel {
  /** 村卫生室. */
  VILLAGE,
  /** 社区卫生服务机构. */
  COMMUNITY,
  /** 一级. */
  PRIMARY,
  /** 二级. */
  SECONDARY,
  /** 三级. */
  TERTIARY,
  /** 三级甲等. */
  TERTIARY_A,
  /** 三级乙等. */
  TERTIARY_B,
  /** 三级丙等. */
  TERTIARY_C,
  /** 定点零售药店. */
  PHARMACY
}
