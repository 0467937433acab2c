package cohealth.report;

import cohealth.event.Vocabulary;
import cohealth.money.Fen;
import cohealth.person.Purse;
import cohealth.policy.HeldLimit;
import cohealth.policy.PolicyVersion;
import cohealth.report.QuotaRow.Kind;
import cohealth.settlement.Reason;
import cohealth.settlement.Standing;
import cohealth.settlement.Standing.LimitLeft;
import cohealth.settlement.Standing.PayerLeft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What a person has left as rows: why the pool is closed, limits, purses, family money, authorised
 * amounts, bindings that do not work.
 *
 * @param diseases the words behind the numbers of diseases
 */
public record QuotaRows(Vocabulary.Words diseases) {
  /** The remark about a person of whom the policy must know more. */
  public static final String BIRTH_DATE = "BIRTH_DATE_NEEDED";

  private static final String CLAIM = "claim";

  /** The rows of one person, those for people only among them. */
  public List<QuotaRow> of(Standing standing) {
    List<QuotaRow> rows = new ArrayList<>();
    int person = standing.person();
    int year = standing.benefitYear();
    for (Reason reason : Reason.values()) {
      if (standing.closed().has(reason)) {
        rows.add(QuotaRow.remark(person, year, QuotaRow.NOBODY, null, reason.name()));
      }
    }
    if (standing.groupUnknown()) {
      rows.add(QuotaRow.remark(person, year, QuotaRow.NOBODY, null, BIRTH_DATE));
    }
    PolicyVersion version = standing.version();
    if (version != null) {
      standing.limits().forEach(limit -> rows.add(limit(standing, version, limit)));
    }
    rows.add(purse(standing, Purse.PRIOR, standing.priorFen()));
    rows.add(purse(standing, Purse.CURRENT, standing.currentFen()));
    rows.add(purse(standing, Purse.WALLET, standing.walletFen()));
    addPayers(rows, standing);
    return rows;
  }

  private QuotaRow limit(Standing standing, PolicyVersion version, LimitLeft left) {
    HeldLimit held = left.held();
    return new QuotaRow(
        standing.person(),
        standing.benefitYear(),
        version.benefitName(held.benefit()),
        name(version, left),
        QuotaRow.NOBODY,
        switch (held.kind()) {
          case DEDUCTIBLE -> Kind.DEDUCTIBLE;
          case EXPENSE_CAP -> Kind.EXPENSE_CAP;
          case PAYMENT_CAP -> Kind.PAYMENT_CAP;
        },
        word(held.limit().counter().period()),
        left.limitFen(),
        left.usedFen(),
        left.leftFen(),
        "");
  }

  /** The limit's name, with the bands and diseases for which alone it holds. */
  String name(PolicyVersion version, LimitLeft left) {
    HeldLimit held = left.held();
    return left.counter()
        + among("[", held.bands(), version::bandName, "]")
        + among("{", held.diseases(), diseases::word, "}");
  }

  /** For which alone a limit holds; nothing when for all. */
  private static String among(
      String open, List<Integer> numbers, IntFunction<String> word, String close) {
    return numbers.isEmpty()
        ? ""
        : numbers.stream()
            .map(number -> number == Vocabulary.NONE ? "-" : word.apply(number))
            .collect(Collectors.joining(";", open, close));
  }

  private static QuotaRow purse(Standing standing, Purse purse, long fen) {
    return new QuotaRow(
        standing.person(),
        standing.benefitYear(),
        "",
        word(purse),
        QuotaRow.NOBODY,
        Kind.OWN_BALANCE,
        "",
        Fen.NONE,
        Fen.NONE,
        fen,
        "");
  }

  private static void addPayers(List<QuotaRow> rows, Standing standing) {
    for (PayerLeft left : standing.payers()) {
      if (left.fault() == null) {
        rows.add(payer(standing, left, Kind.FAMILY_AVAILABLE, "", Fen.NONE, left.availableFen()));
      }
    }
    for (PayerLeft left : standing.payers()) {
      if (left.fault() == null && left.leftFen() != Fen.NONE) {
        String period = left.binding().limitPerClaim() ? CLAIM : "year";
        rows.add(payer(standing, left, Kind.BINDING_LIMIT, period, left.usedFen(), left.leftFen()));
      }
    }
    for (PayerLeft left : standing.payers()) {
      Reason fault = left.fault();
      if (fault != null) {
        rows.add(
            QuotaRow.remark(
                standing.person(),
                standing.benefitYear(),
                left.binding().payer(),
                Kind.FAMILY_AVAILABLE,
                fault.name()));
      }
    }
  }

  private static QuotaRow payer(
      Standing standing, PayerLeft left, Kind kind, String period, long usedFen, long leftFen) {
    return new QuotaRow(
        standing.person(),
        standing.benefitYear(),
        "",
        "",
        left.binding().payer(),
        kind,
        period,
        kind == Kind.BINDING_LIMIT ? left.binding().limitFen() : Fen.NONE,
        usedFen,
        leftFen,
        "");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
