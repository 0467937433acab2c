package cohealth.io;

import java.util.List;

/** The columns of bindings.csv, one row for each pair and period (docs/files.md). */
public enum BindingColumn implements Column {
  /** {@code payer_id}. */
  PAYER_ID("payer_id", true, Kind.PERSON_ID, "共济人编号"),
  /** {@code beneficiary_id}. */
  BENEFICIARY_ID("beneficiary_id", true, Kind.PERSON_ID, "被共济人编号"),
  /** {@code relation}. */
  RELATION("relation", true, Kind.PLAIN, "关系"),
  /** {@code order}. */
  ORDER("order", false, Kind.PLAIN, "顺序"),
  /** {@code limit}. */
  LIMIT("limit", false, Kind.PLAIN, "授权金额"),
  /** {@code limit_period}. */
  LIMIT_PERIOD("limit_period", false, Kind.PLAIN, "授权期间"),
  /** {@code confirmed_on}. */
  CONFIRMED_ON("confirmed_on", false, Kind.PLAIN, "确认日期"),
  /** {@code valid_from}. */
  VALID_FROM("valid_from", false, Kind.PLAIN, "生效日期"),
  /** {@code valid_to}. */
  VALID_TO("valid_to", false, Kind.PLAIN, "失效日期"),
  /** {@code kind}. */
  KIND("kind", false, Kind.PLAIN, "绑定类型");

  private final String field;
  private final boolean required;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  BindingColumn(String field, boolean required, Kind kind, String... aliases) {
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
