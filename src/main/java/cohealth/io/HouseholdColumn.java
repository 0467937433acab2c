package cohealth.io;

import java.util.List;

/** The columns of households.csv, one row for each person (docs/files.md). */
public enum HouseholdColumn implements Column {
  /** {@code household_id}. */
  HOUSEHOLD_ID("household_id", true, Kind.ID, "家庭编号"),
  /** {@code person_id}. */
  PERSON_ID("person_id", true, Kind.PERSON_ID, "人员编号", "psn_no"),
  /** {@code name}. */
  NAME("name", false, Kind.NAME, "姓名", "psn_name"),
  /** {@code birth_date}. */
  BIRTH_DATE("birth_date", false, Kind.PLAIN, "出生日期", "brdy"),
  /** {@code relation}. */
  RELATION("relation", false, Kind.PLAIN, "与户主关系"),
  /** {@code insurance}. */
  INSURANCE("insurance", true, Kind.PLAIN, "险种", "insutype"),
  /** {@code category}. */
  CATEGORY("category", false, Kind.PLAIN, "人员类别", "psn_type"),
  /** {@code plan}. */
  PLAN("plan", false, Kind.PLAIN, "参保档次"),
  /** {@code contracted}. */
  CONTRACTED("contracted", false, Kind.PLAIN, "家庭医生签约"),
  /** {@code region}. */
  REGION("region", true, Kind.PLAIN, "参保地", "insuplc_admdvs"),
  /** {@code status}. */
  STATUS("status", false, Kind.PLAIN, "参保状态", "psn_insu_stas"),
  /** {@code benefit_from}. */
  BENEFIT_FROM("benefit_from", false, Kind.PLAIN, "待遇开始", "begndate"),
  /** {@code benefit_to}. */
  BENEFIT_TO("benefit_to", false, Kind.PLAIN, "待遇结束", "enddate"),
  /** {@code retired_on}. */
  RETIRED_ON("retired_on", false, Kind.PLAIN, "退休日期"),
  /** {@code diseases}. */
  DISEASES("diseases", false, Kind.PLAIN, "慢特病病种"),
  /** {@code prior_balance}. */
  PRIOR_BALANCE("prior_balance", false, Kind.PLAIN, "历年余额"),
  /** {@code current_balance}. */
  CURRENT_BALANCE("current_balance", false, Kind.PLAIN, "当年余额"),
  /** {@code wallet_balance}. */
  WALLET_BALANCE("wallet_balance", false, Kind.PLAIN, "钱包余额"),
  /** {@code wallet}. */
  WALLET("wallet", false, Kind.PLAIN, "医保钱包"),
  /** {@code share_order}. */
  SHARE_ORDER("share_order", false, Kind.PLAIN, "共济顺序"),
  /** {@code share_limit}. */
  SHARE_LIMIT("share_limit", false, Kind.PLAIN, "授权金额"),
  /** {@code confirmed}. */
  CONFIRMED("confirmed", false, Kind.PLAIN, "已确认"),
  /** {@code contribution_base}. */
  CONTRIBUTION_BASE("contribution_base", false, Kind.PLAIN, "缴费基数");

  private final String field;
  private final boolean required;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  HouseholdColumn(String field, boolean required, Kind kind, String... aliases) {
    this.field = field;
    this.required = required;
    this.kind = kind;
    this.aliases = List.of(aliases);
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public List<String> aliases() {
    return aliases;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
