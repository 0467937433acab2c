package cohealth.report;

import static cohealth.report.SettledField.ACCOUNT;
import static cohealth.report.SettledField.CASH;
import static cohealth.report.SettledField.ELIGIBLE;
import static cohealth.report.SettledField.FAMILY;
import static cohealth.report.SettledField.FIRST_SELF_PAY;
import static cohealth.report.SettledField.FUNDS;
import static cohealth.report.SettledField.OVER_LIMIT;
import static cohealth.report.SettledField.OWN_CURRENT;
import static cohealth.report.SettledField.OWN_PRIOR;
import static cohealth.report.SettledField.OWN_WALLET;
import static cohealth.report.SettledField.PERSON_PART;
import static cohealth.report.SettledField.POOL;
import static cohealth.report.SettledField.SELF_FUNDED;
import static cohealth.report.SettledField.SUPPLEMENT;
import static cohealth.report.SettledField.TOTAL;

import cohealth.money.AmountText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sums that the amounts of every settled row make (rules: section 10, 1; docs/national-fields.md).
 * Those whose amounts a real system did not all give cannot be checked.
 */
public final class SettledIdentities {
  private final List<Identity> identities;

  /** A field is the sum of others. */
  private record Identity(SettledField sum, List<SettledField> parts) {}

  /**
   * An identity that does not hold.
   *
   * @param name with the columns' names as in the file, as {@code total=pool+cash}
   * @param sumFen what the column says
   * @param partsFen what its parts add up to
   */
  public record Broken(String name, long sumFen, long partsFen) {}

  /** The identities as a place reads the national fields. */
  public SettledIdentities(NationalProfile profile) {
    List<SettledField> accounts =
        profile.accountHoldsFamily() ? List.of(ACCOUNT) : List.of(ACCOUNT, FAMILY);
    identities =
        List.of(
            new Identity(TOTAL, List.of(ELIGIBLE, SELF_FUNDED, OVER_LIMIT, FIRST_SELF_PAY)),
            new Identity(
                TOTAL, List.of(POOL, SUPPLEMENT, OWN_PRIOR, OWN_CURRENT, OWN_WALLET, FAMILY, CASH)),
            new Identity(TOTAL, List.of(FUNDS, profile.fundsHoldAccount() ? CASH : PERSON_PART)),
            new Identity(PERSON_PART, and(accounts, List.of(CASH))),
            new Identity(
                FUNDS,
                and(List.of(POOL, SUPPLEMENT), profile.fundsHoldAccount() ? accounts : List.of())));
  }

  /** Those that the real system's amounts break. */
  public List<Broken> broken(ComparedRow row) {
    List<Broken> broken = new ArrayList<>();
    for (Identity identity : identities) {
      ComparedCell sum = row.cell(identity.sum());
      List<ComparedCell> parts = row.cells(identity.parts().toArray(SettledField[]::new));
      if (sum == null || parts.size() < identity.parts().size()) {
        continue;
      }
      long partsFen = parts.stream().mapToLong(ComparedCell::actualFen).sum();
      if (sum.actualFen() != partsFen) {
        broken.add(new Broken(name(sum, parts), sum.actualFen(), partsFen));
      }
    }
    draws(row, broken);
    return broken;
  }

  /** What the family paid is the sum of what its members paid. */
  private static void draws(ComparedRow row, List<Broken> broken) {
    ComparedCell family = row.cell(FAMILY);
    ComparedCell detail = row.cell(SettledField.FAMILY_DETAIL);
    if (family == null || detail == null) {
      return;
    }
    long drawn = FamilyDetail.sumFen(detail.actual());
    if (drawn != AmountText.INVALID && drawn != family.actualFen()) {
      broken.add(new Broken(name(family, List.of(detail)), family.actualFen(), drawn));
    }
  }

  private static String name(ComparedCell sum, List<ComparedCell> parts) {
    return sum.name()
        + "="
        + parts.stream().map(ComparedCell::name).collect(Collectors.joining("+"));
  }

  private static List<SettledField> and(List<SettledField> some, List<SettledField> more) {
    List<SettledField> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
