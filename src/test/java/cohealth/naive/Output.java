package cohealth.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The rows of settlements.csv with all columns. */
final class Output {
  static final String HEADER =
      "claim_id,person_id,service_time,benefit_year,status,total,eligible,deductible,pool,"
          + "supplement,own_prior,own_current,own_wallet,family,cash,family_detail,"
          + "deductible_left,cap_left,own_balance,reasons,"
          + "copay,over_cap,denied,first_self_pay,over_limit,self_funded,"
          + "policy,policy_version,group,band,benefit,rate";

  /** The reason codes, in the order in which they are written. */
  static final List<String> REASONS =
      List.of(
          "NO_POLICY",
          "CREDENTIAL_MISMATCH",
          "NOT_DESIGNATED",
          "NOT_INSURED",
          "SUSPENDED",
          "WAITING_PERIOD",
          "BENEFIT_ENDED",
          "UNFILED_OFFSITE",
          "OFFSITE_REDUCED",
          "NO_BENEFIT",
          "NOT_APPROVED",
          "ACCOUNT_NOT_USED",
          "DEDUCTIBLE_NOT_MET",
          "CAP_REACHED",
          "CREDENTIAL_ONLY",
          "NOT_IN_FORCE",
          "PAYER_NOT_COVERED",
          "RELATION_NOT_ALLOWED",
          "BENEFICIARY_NOT_COVERED",
          "NOT_CONFIRMED",
          "TOO_MANY_MEMBERS",
          "TOO_MANY_PAYERS",
          "CROSS_REGION",
          "LIMIT_REACHED",
          "EMPTY",
          "UNKNOWN_CLAIM",
          "OTHER_PERSON",
          "NOT_REVERSIBLE",
          "ALREADY_REVERSED");

  private Output() {}

  /** The row of a claim, settled or rejected. */
  static String row(Settled settled, History history) {
    return row(settled, settled, 1, history);
  }

  /** The row of a reversal: the original's amounts negated. */
  static String reversal(Settled reversal, Settled original, History history) {
    return row(reversal, original, -1, history);
  }

  /** The row of a reversal that was refused: nothing of a bill. */
  static String refusedReversal(Settled reversal, History history) {
    Claim claim = reversal.claim;
    List<String> cells = new ArrayList<>(start(reversal, reversal.benefitYear));
    for (int i = 0; i < 10; i++) {
      cells.add("0.00"); // total to cash
    }
    cells.addAll(List.of("", "", ""));
    cells.add(Text.yuan(history.balance(claim.patient())));
    cells.add(reasons(reversal));
    for (int i = 0; i < 6; i++) {
      cells.add("0.00"); // copay to self_funded
    }
    cells.addAll(List.of("", "", "", "", "", ""));
    return String.join(",", cells);
  }

  private static List<String> start(Settled row, int benefitYear) {
    return List.of(
        row.claim.id(),
        row.claim.patient().id(),
        Text.time(row.claim.time()),
        Integer.toString(benefitYear),
        row.status);
  }

  /**
   * @param row whose id, time, status and reasons are shown
   * @param taken whose amounts are shown
   */
  private static String row(Settled row, Settled taken, int sign, History history) {
    Claim bill = taken.claim;
    List<String> cells = new ArrayList<>(start(row, taken.benefitYear));
    long[] amounts = {
      bill.total(),
      bill.eligible(),
      taken.deductible,
      taken.pool,
      taken.supplement,
      taken.own(Purse.PRIOR),
      taken.own(Purse.CURRENT),
      taken.own(Purse.WALLET),
      taken.family(),
      taken.cash
    };
    for (long amount : amounts) {
      cells.add(Text.yuan(sign * amount));
    }
    Map<String, Long> byPayer = new LinkedHashMap<>();
    for (Draw draw : taken.draws) {
      byPayer.merge(draw.binding().payer().id(), sign * draw.amount(), Long::sum);
    }
    List<String> draws = new ArrayList<>();
    byPayer.forEach((payer, amount) -> draws.add(payer + ":" + Text.yuan(amount)));
    cells.add(String.join(";", draws));
    OptionalLong deductibleLeft = history.left(taken, Settled.Kind.DEDUCTIBLE);
    OptionalLong capLeft = history.left(taken, Settled.Kind.PAYMENT);
    if (capLeft.isEmpty()) {
      capLeft = history.left(taken, Settled.Kind.EXPENSE);
    }
    cells.add(deductibleLeft.isPresent() ? Text.yuan(deductibleLeft.getAsLong()) : "");
    cells.add(capLeft.isPresent() ? Text.yuan(capLeft.getAsLong()) : "");
    cells.add(Text.yuan(history.balance(row.claim.patient())));
    cells.add(reasons(row));
    long[] parts = {
      taken.copay,
      taken.overCap,
      taken.denied,
      bill.firstSelfPay(),
      bill.overLimit(),
      bill.selfFunded()
    };
    for (long part : parts) {
      cells.add(Text.yuan(sign * part));
    }
    cells.addAll(
        List.of(taken.policy, taken.version, taken.group, taken.band, taken.benefit, taken.rate));
    return String.join(",", cells);
  }

  private static String reasons(Settled row) {
    if (row.reasons.isEmpty()) {
      return "";
    }
    List<String> codes = new ArrayList<>(REASONS);
    codes.retainAll(row.reasons);
    return String.join(";", codes);
  }
}
