package cohealth.report;

import cohealth.money.Fen;
import cohealth.text.LowerCase;
import cohealth.text.RowText;
import java.util.List;
import java.util.Locale;

/** The columns of {@code cohealth quota}, in their order. */
public enum QuotaColumn implements ResultColumn<QuotaRow> {
  PERSON_ID(false, (out, row, ids) -> ids.appendPerson(out, row.person())),
  /** Written by whoever knows the people, and may show names. */
  NAME(false, (out, row, ids) -> {}),
  BENEFIT_YEAR(true, (out, row, ids) -> out.append(row.benefitYear())),
  BENEFIT(false, (out, row, ids) -> out.append(row.benefit())),
  LIMIT_NAME(
      false,
      (out, row, ids) ->
          out.append(row.payer() == QuotaRow.NOBODY ? row.name() : ids.person(row.payer()))),
  KIND(false, QuotaColumn::appendKind),
  PERIOD(false, (out, row, ids) -> out.append(row.period())),
  LIMIT(true, (out, row, ids) -> append(out, row.limitFen())),
  USED(true, (out, row, ids) -> append(out, row.usedFen())),
  REMAINING(true, (out, row, ids) -> append(out, row.leftFen()));

  private static final String[] KINDS = LowerCase.names(QuotaRow.Kind.values());

  private final String header = name().toLowerCase(Locale.ROOT);
  private final boolean number;

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final Writer writer;

  QuotaColumn(boolean number, Writer writer) {
    this.number = number;
    this.writer = writer;
  }

  /** All of them. */
  public static List<QuotaColumn> all() {
    return List.of(values());
  }

  /** Whether values are numbers, blank ones aside. */
  public boolean isNumber() {
    return number;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public void append(RowText out, QuotaRow row, Ids ids) {
    writer.append(out, row, ids);
  }

  @Override
  public boolean namesPeople() {
    return this == PERSON_ID || this == NAME || this == LIMIT_NAME;
  }

  /** Appends the value of one column of a row. */
  private interface Writer {
    void append(RowText out, QuotaRow row, Ids ids);
  }

  private static void appendKind(RowText out, QuotaRow row, Ids ids) {
    QuotaRow.Kind kind = row.kind();
    if (kind != null) {
      out.append(KINDS[kind.ordinal()]);
    }
  }

  private static void append(RowText out, long fen) {
    if (fen != Fen.NONE) {
      Fen.append(out, fen);
    }
  }
}
