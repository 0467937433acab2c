package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.text.LowerCase;
import cohealth.text.RowText;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The columns of the results, in their order; the names are the contract with other programs. */
public enum SettlementColumn implements SettledColumn {
  CLAIM_ID(Kind.TEXT, (out, row, ids) -> ids.appendClaim(out, row.ordinal())),
  PERSON_ID(Kind.TEXT, (out, row, ids) -> ids.appendPerson(out, row.person())),
  SERVICE_TIME(Kind.TEXT, (out, row, ids) -> Moment.append(out, row.moment(), 'T')),
  BENEFIT_YEAR(Kind.NUMBER, (out, row, ids) -> out.append(row.benefitYear())),
  STATUS(Kind.TEXT, (out, row, ids) -> out.append(status(row.status()))),
  TOTAL(money(Settlement::totalFen)),
  ELIGIBLE(money(Settlement::eligibleFen)),
  DEDUCTIBLE(money(row -> row.split().deductibleFen())),
  POOL(money(row -> row.payments().poolFen())),
  SUPPLEMENT(money(row -> row.payments().supplementFen())),
  OWN_PRIOR(money(row -> row.payments().ownPriorFen())),
  OWN_CURRENT(money(row -> row.payments().ownCurrentFen())),
  OWN_WALLET(money(row -> row.payments().ownWalletFen())),
  FAMILY(money(row -> row.payments().familyFen())),
  CASH(money(row -> row.payments().cashFen())),
  FAMILY_DETAIL(Kind.FAMILY, SettlementColumn::appendDraws),
  DEDUCTIBLE_LEFT(Kind.NUMBER, (out, row, ids) -> appendLeft(out, row.deductibleLeftFen())),
  CAP_LEFT(Kind.NUMBER, (out, row, ids) -> appendLeft(out, row.capLeftFen())),
  OWN_BALANCE(money(Settlement::ownBalanceFen)),
  REASONS(Kind.LIST, (out, row, ids) -> row.reasons().append(out)),

  COPAY(money(row -> row.split().copayFen())),
  OVER_CAP(money(row -> row.split().overCapFen())),
  DENIED(money(row -> row.split().deniedFen())),
  FIRST_SELF_PAY(money(Settlement::firstSelfPayFen)),
  OVER_LIMIT(money(Settlement::overLimitFen)),
  SELF_FUNDED(money(Settlement::selfFundedFen)),
  POLICY(
      Kind.TEXT, (out, row, ids) -> append(out, row, version -> version.policy().document().id())),
  POLICY_VERSION(Kind.TEXT, (out, row, ids) -> appendVersion(out, row.version())),
  GROUP(Kind.TEXT, (out, row, ids) -> append(out, row, version -> version.groupName(row.group()))),
  BAND(Kind.TEXT, (out, row, ids) -> append(out, row, version -> version.bandName(row.band()))),
  BENEFIT(Kind.TEXT, (out, row, ids) -> out.append(benefit(row))),
  RATE(Kind.LIST, (out, row, ids) -> appendRates(out, row.rates()));

  private static final String[] STATUSES = LowerCase.names(Status.values());

  private final String header = name().toLowerCase(Locale.ROOT);
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final Writer writer;

  SettlementColumn(Kind kind, Writer writer) {
    this.kind = kind;
    this.writer = writer;
  }

  SettlementColumn(Cell cell) {
    this(cell.kind(), cell.writer());
  }

  /** The columns of {@code --columns cohealth}, the default. */
  public static List<SettlementColumn> standard() {
    return List.of(values()).subList(0, REASONS.ordinal() + 1);
  }

  /** The columns of {@code --columns full}. */
  public static List<SettlementColumn> full() {
    return List.of(values());
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public void append(RowText out, Settlement row, Ids ids) {
    writer.append(out, row, ids);
  }

  @Override
  public boolean namesPeople() {
    return this == PERSON_ID || kind == Kind.FAMILY;
  }

  /** Appends the value of one column of a row. */
  private interface Writer {
    void append(RowText out, Settlement row, Ids ids);
  }

  private record Cell(Kind kind, Writer writer) {}

  private static Cell money(ToLongFunction<Settlement> fen) {
    return new Cell(Kind.NUMBER, (out, row, ids) -> Fen.append(out, fen.applyAsLong(row)));
  }

  private static void append(RowText out, Settlement row, Function<PolicyVersion, String> text) {
    PolicyVersion version = row.version();
    if (version != null) {
      out.append(text.apply(version));
    }
  }

  private static void appendVersion(RowText out, @Nullable PolicyVersion version) {
    if (version != null) {
      Day.append(out, version.written().from());
    }
  }

  private static String status(Status status) {
    return STATUSES[status.ordinal()];
  }

  /** The benefit's name in the policy; empty when none fitted. */
  static String benefit(Settlement row) {
    PolicyVersion version = row.version();
    return version == null ? "" : version.benefitName(row.benefit());
  }

  private static void appendLeft(RowText out, long fen) {
    if (fen != Fen.NONE) {
      Fen.append(out, fen);
    }
  }

  private static void appendDraws(RowText out, Settlement row, Ids ids) {
    FamilyDetail.append(out, row.familyDraws(), ids);
  }

  private static void appendRates(RowText out, List<Integer> rates) {
    for (int i = 0; i < rates.size(); i++) {
      if (i > 0) {
        out.append(';');
      }
      BasisPoints.append(out, rates.get(i));
    }
  }
}
