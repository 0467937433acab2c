package cohealth.io;

import java.util.List;

/** The columns of activities.csv, one row for whatever happens beside claims (docs/files.md). */
public enum ActivityColumn implements Column {
  /** {@code activity_id}. */
  ACTIVITY_ID("activity_id", true, Kind.ID, "业务编号"),
  /** {@code time}. */
  TIME("time", true, Kind.PLAIN, "办理时间"),
  /** {@code kind}. */
  KIND("kind", true, Kind.PLAIN, "业务类型"),
  /** {@code person_id}. */
  PERSON_ID("person_id", true, Kind.PERSON_ID, "人员编号", "psn_no"),
  /** {@code payer_id}. */
  PAYER_ID("payer_id", false, Kind.PERSON_ID, "共济人编号"),
  /** {@code mode}. */
  MODE("mode", false, Kind.PLAIN, "缴费方式"),
  /** {@code purse}. */
  PURSE("purse", false, Kind.PLAIN, "账户"),
  /** {@code amount}. */
  AMOUNT("amount", false, Kind.PLAIN, "金额"),
  /** {@code plan_year}. */
  PLAN_YEAR("plan_year", false, Kind.PLAIN, "缴费年度"),
  /** {@code field}. */
  FIELD("field", false, Kind.PLAIN, "变更项"),
  /** {@code value}. */
  VALUE("value", false, Kind.PLAIN, "变更值");

  private final String field;
  private final boolean required;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  ActivityColumn(String field, boolean required, Kind kind, String... aliases) {
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
