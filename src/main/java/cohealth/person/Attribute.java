package cohealth.person;

/** What of a person's insurance an activity may change. */
public enum Attribute {
  /** 险种. */
  INSURANCE,
  /** 人员类别. */
  CATEGORY,
  /** 参保档次. */
  PLAN,
  /** 家庭医生签约. */
  CONTRACTED,
  /** 参保地. */
  REGION,
  /** 参保状态. */
  STATUS,
  /** 待遇开始. */
  BENEFIT_FROM,
  /** 待遇结束. */
  BENEFIT_TO,
  /** 退休日期. */
  RETIRED_ON,
  /** 慢特病病种. */
  DISEASES,
  /** 医保钱包. */
  WALLET,
  /** 缴费基数. */
  CONTRIBUTION_BASE
}
