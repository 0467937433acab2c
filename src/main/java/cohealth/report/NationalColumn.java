package cohealth.report;

import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import cohealth.time.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The columns of {@code --columns national}, in their order, named after the fields of the national
 * interface (docs/national-fields.md).
 */
public enum NationalColumn {
  SETL_ID(text((out, row, ids) -> ids.appendClaim(out, row.ordinal()))),
  PSN_NO(text((out, row, ids) -> ids.appendPerson(out, row.person()))),
  SETL_TIME(text((out, row, ids) -> Moment.append(out, row.moment(), ' '))),
  MED_TYPE((run, out, row, ids) -> out.append(medType(run.types(), row.type())), false),
  MEDFEE_SUMAMT(money(NationalAmounts::totalFen)),
  FULAMT_OWNPAY_AMT(money(NationalAmounts::selfFundedFen)),
  OVERLMT_SELFPAY(money(NationalAmounts::overLimitFen)),
  PRESELFPAY_AMT(money(NationalAmounts::firstSelfPayFen)),
  INSCP_SCP_AMT(money(NationalAmounts::eligibleFen)),
  ACT_PAY_DEDC(money(NationalAmounts::deductibleFen)),
  HIFP_PAY(money(NationalAmounts::poolFen)),
  POOL_PROP_SELFPAY((run, out, row, ids) -> appendPoolShare(out, row), true),
  HIFOB_PAY(money(NationalAmounts::supplementFen)),
  FUND_PAY_SUMAMT(money(NationalAmounts::fundsFen)),
  PSN_PART_AMT(money(NationalAmounts::personFen)),
  ACCT_PAY(money(NationalAmounts::accountFen)),
  ACCT_MULAID_PAY(money(NationalAmounts::familyFen)),
  PSN_CASH_PAY(money(NationalAmounts::cashFen)),
  BALC((run, out, row, ids) -> Fen.append(out, row.ownBalanceFen()), true);

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final Writer writer;

  private final boolean number;

  private final String header = name().toLowerCase(Locale.ROOT);

  NationalColumn(Writer writer, boolean number) {
    this.writer = writer;
    this.number = number;
  }

  NationalColumn(Cell cell) {
    this(cell.writer(), cell.number());
  }

  /** The columns for the results of one run. */
  public static List<SettledColumn> of(NationalProfile profile, Vocabulary.Words types) {
    Run run = new Run(profile, types);
    return Arrays.stream(values()).<SettledColumn>map(column -> new OfRun(column, run)).toList();
  }

  /** The name in headers. */
  public String header() {
    return header;
  }

  /** What the values depend on beside the row. */
  private record Run(NationalProfile profile, Vocabulary.Words types) {}

  private record OfRun(NationalColumn column, Run run) implements SettledColumn {
    @Override
    public String header() {
      return column.header();
    }

    @Override
    public Kind kind() {
      return column.number ? Kind.NUMBER : Kind.TEXT;
    }

    @Override
    public void append(RowText out, Settlement row, Ids ids) {
      column.writer.append(run, out, row, ids);
    }

    @Override
    public boolean namesPeople() {
      return column == PSN_NO;
    }
  }

  /** Appends the value of one column of a row. */
  private interface Writer {
    void append(Run run, RowText out, Settlement row, Ids ids);
  }

  /** Appends a value that depends on the row alone. */
  private interface OfRow {
    void append(RowText out, Settlement row, Ids ids);
  }

  private record Cell(Writer writer, boolean number) {}

  private static Cell text(OfRow text) {
    return new Cell((run, out, row, ids) -> text.append(out, row, ids), false);
  }

  private static Cell money(ToLongFunction<NationalAmounts> fen) {
    return new Cell(
        (run, out, row, ids) ->
            Fen.append(out, fen.applyAsLong(NationalAmounts.of(row, run.profile()))),
        true);
  }

  /** The national code of a standard type; a policy's own word as it is. */
  private static String medType(Vocabulary.Words types, int type) {
    if (type == Vocabulary.NONE) {
      return "";
    }
    StandardType[] standard = StandardType.values();
    return type < standard.length ? standard[type].nationalCode() : types.word(type);
  }

  /** A reversal shows its original's share: both amounts are negated. */
  private static void appendPoolShare(RowText out, Settlement row) {
    long entered = Math.abs(row.split().enteredFen());
    if (entered != 0) {
      BasisPoints.append(out, BasisPoints.ratio(Math.abs(row.payments().poolFen()), entered));
    }
  }
}
