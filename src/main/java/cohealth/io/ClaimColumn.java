package cohealth.io;

import java.util.List;

/** The columns of claims.csv, one row for each bill (docs/files.md). */
public enum ClaimColumn implements Column {
  /** {@code claim_id}. */
  CLAIM_ID("claim_id", true, Kind.ID, "结算编号", "setl_id"),
  /** {@code person_id}. */
  PERSON_ID("person_id", true, Kind.PERSON_ID, "人员编号", "psn_no"),
  /** {@code service_time}. */
  SERVICE_TIME("service_time", true, Kind.PLAIN, "就诊时间", "setl_time"),
  /** {@code type}. */
  TYPE("type", true, Kind.PLAIN, "医疗类别", "med_type"),
  /** {@code facility_level}. */
  FACILITY_LEVEL("facility_level", true, Kind.PLAIN, "机构等级", "hosp_lv"),
  /** {@code facility_id}. */
  FACILITY_ID("facility_id", false, Kind.PLAIN, "机构编号", "fixmedins_code"),
  /** {@code visit_id}. */
  VISIT_ID("visit_id", false, Kind.ID, "就诊编号", "mdtrt_id"),
  /** {@code disease}. */
  DISEASE("disease", false, Kind.PLAIN, "病种", "dise_codg"),
  /** {@code prescriber_level}. */
  PRESCRIBER_LEVEL("prescriber_level", false, Kind.PLAIN, "处方机构等级"),
  /** {@code selected}. */
  SELECTED("selected", false, Kind.PLAIN, "选定机构"),
  /** {@code total}. */
  TOTAL("total", true, Kind.PLAIN, "总费用", "medfee_sumamt"),
  /** {@code eligible}. */
  ELIGIBLE("eligible", false, Kind.PLAIN, "政策范围内", "inscp_scp_amt"),
  /** {@code self_funded}. */
  SELF_FUNDED("self_funded", false, Kind.PLAIN, "全自费", "fulamt_ownpay_amt"),
  /** {@code over_limit}. */
  OVER_LIMIT("over_limit", false, Kind.PLAIN, "超限价", "overlmt_selfpay"),
  /** {@code first_self_pay}. */
  FIRST_SELF_PAY("first_self_pay", false, Kind.PLAIN, "先行自付", "preselfpay_amt"),
  /** {@code care_region}. */
  CARE_REGION("care_region", false, Kind.PLAIN, "就医地", "mdtrtarea_admvs"),
  /** {@code filed}. */
  FILED("filed", false, Kind.PLAIN, "已备案"),
  /** {@code designated}. */
  DESIGNATED("designated", false, Kind.PLAIN, "定点"),
  /** {@code credential_id}. */
  CREDENTIAL_ID("credential_id", false, Kind.PERSON_ID, "凭证人"),
  /** {@code use_account}. */
  USE_ACCOUNT("use_account", false, Kind.PLAIN, "使用个账", "acct_used_flag"),
  /** {@code reverses}. */
  REVERSES("reverses", false, Kind.ID, "冲销结算编号"),
  /** {@code refd_setl_flag}. */
  REFUND_FLAG("refd_setl_flag", false, Kind.PLAIN, "退费结算标志");

  private final String field;
  private final boolean required;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  ClaimColumn(String field, boolean required, Kind kind, String... aliases) {
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
