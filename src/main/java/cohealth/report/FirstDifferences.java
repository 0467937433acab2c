package cohealth.report;

import static cohealth.report.SettledField.ACCOUNT;
import static cohealth.report.SettledField.CAP_LEFT;
import static cohealth.report.SettledField.DEDUCTIBLE;
import static cohealth.report.SettledField.DEDUCTIBLE_LEFT;
import static cohealth.report.SettledField.ELIGIBLE;
import static cohealth.report.SettledField.FAMILY;
import static cohealth.report.SettledField.FAMILY_DETAIL;
import static cohealth.report.SettledField.OVER_CAP;
import static cohealth.report.SettledField.OWN_BALANCE;
import static cohealth.report.SettledField.OWN_CURRENT;
import static cohealth.report.SettledField.OWN_PRIOR;
import static cohealth.report.SettledField.OWN_WALLET;
import static cohealth.report.SettledField.POOL;
import static cohealth.report.SettledField.SUPPLEMENT;
import static cohealth.report.SettledField.TOTAL;

import cohealth.event.Vocabulary;
import cohealth.person.Families;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which differences can merely follow from an earlier one: through a counter of the same person, or
 * through the money of the connected family. Told in order of time. Whether they do follow is not
 * computed.
 */
public final class FirstDifferences {
  /** Follows from none. */
  public static final String NONE = "";

  private final Families families;
  private final Map<Integer, String> deductibles = new HashMap<>();
  private final Map<Integer, String> funds = new HashMap<>();
  private final Map<Integer, String> money = new HashMap<>();
  private final Map<Integer, List<Reversible>> reversible = new HashMap<>();

  /** A claim that differs and is taken back later. */
  private record Reversible(String claim, long totalFen) {}

  /** Nothing has differed yet. */
  public FirstDifferences(Families families) {
    this.families = families;
  }

  /** A claim that only one side settled: all later ones may follow from it. */
  public void addWhole(int person, String claim) {
    deductibles.putIfAbsent(person, claim);
    funds.putIfAbsent(person, claim);
    money.putIfAbsent(families.of(person), claim);
  }

  /**
   * The claim from which the row can follow, or {@link #NONE}; then remembers the row.
   *
   * @param claim the row's
   * @param reversed a later row takes it back
   */
  public String add(
      Settlement computed, ComparedRow row, DifferenceCause cause, String claim, boolean reversed) {
    int person = computed.person();
    String root =
        computed.status() == Status.REVERSED_OUT
            ? reversedRoot(computed, cause)
            : root(computed, cause);
    if (touchesDeductible(row)) {
      deductibles.putIfAbsent(person, claim);
    }
    if (touchesFunds(row)) {
      funds.putIfAbsent(person, claim);
    }
    if (touchesMoney(row)) {
      money.putIfAbsent(families.of(person), claim);
    }
    if (reversed) {
      reversible
          .computeIfAbsent(person, none -> new ArrayList<>())
          .add(new Reversible(claim, computed.totalFen()));
    }
    return root;
  }

  private String root(Settlement computed, DifferenceCause cause) {
    int person = computed.person();
    String ofMoney = money.get(families.of(person));
    String throughChain = accountsPayBeforePool(computed) ? ofMoney : null;
    return switch (cause) {
      case DEDUCTIBLE -> first(deductibles.get(person), throughChain);
      case CAP -> first(funds.get(person), throughChain);
      case RATE ->
          hasTiers(computed)
              ? first(funds.get(person), deductibles.get(person), throughChain)
              : first(throughChain);
      case PURSE_ORDER, FAMILY_ORDER, BALANCE -> first(ofMoney);
      case MISSING, EXTRA, TOTAL_DIFFERS, ROUNDING, IDENTITY, OTHER -> NONE;
    };
  }

  /** A reversal gives back what its claim took, so it differs as that one did. */
  private String reversedRoot(Settlement computed, DifferenceCause cause) {
    List<Reversible> claims = reversible.getOrDefault(computed.person(), List.of());
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).totalFen() == -computed.totalFen()) {
        return claims.remove(i).claim();
      }
    }
    return root(computed, cause);
  }

  /** A deductible counts what fell under it. */
  private static boolean touchesDeductible(ComparedRow row) {
    return row.differs(DEDUCTIBLE, DEDUCTIBLE_LEFT)
        || (!row.has(DEDUCTIBLE) && row.differs(POOL, ELIGIBLE, TOTAL));
  }

  /** Limits count what was paid, or what came to the rate. */
  private static boolean touchesFunds(ComparedRow row) {
    return row.differs(POOL, SUPPLEMENT, ELIGIBLE, TOTAL, OVER_CAP, CAP_LEFT) || !row.has(POOL);
  }

  /** Without columns of the accounts it is not known whether their money moved as computed. */
  private static boolean touchesMoney(ComparedRow row) {
    boolean told = row.has(ACCOUNT, FAMILY) || row.has(OWN_PRIOR, OWN_CURRENT, OWN_WALLET, FAMILY);
    return !told
        || row.differs(
            ACCOUNT, FAMILY, FAMILY_DETAIL, OWN_PRIOR, OWN_CURRENT, OWN_WALLET, OWN_BALANCE);
  }

  /** What reaches the pool depends on what the accounts held. */
  private static boolean accountsPayBeforePool(Settlement computed) {
    PolicyVersion version = computed.version();
    return version != null && !(version.chain().get(0) instanceof ChainRule.Pool);
  }

  /** The rate depends on what was counted before. */
  private static boolean hasTiers(Settlement computed) {
    PolicyVersion version = computed.version();
    return version != null
        && computed.benefit() != Vocabulary.NONE
        && version.benefit(computed.benefit()).written().tierBasis() != null;
  }

  private static String first(@Nullable String... claims) {
    for (String claim : claims) {
      if (claim != null) {
        return claim;
      }
    }
    return NONE;
  }
}
