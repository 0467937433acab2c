package cohealth.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a real system may tell of a claim that it settled, under our name, that of the national
 * interface, or either (docs/national-fields.md).
 */
public enum SettledField {
  CLAIM_ID(Form.CLAIM, "claim_id", "setl_id"),
  PERSON_ID(Form.PERSON, "person_id", "psn_no"),
  SERVICE_TIME(Form.TIME, "service_time", "setl_time"),
  BENEFIT_YEAR(Form.TEXT, "benefit_year", null),
  STATUS(Form.TEXT, "status", null),
  TOTAL(Form.AMOUNT, "total", "medfee_sumamt"),
  ELIGIBLE(Form.AMOUNT, "eligible", "inscp_scp_amt"),
  DEDUCTIBLE(Form.AMOUNT, "deductible", "act_pay_dedc"),
  POOL(Form.AMOUNT, "pool", "hifp_pay"),
  SUPPLEMENT(Form.AMOUNT, "supplement", "hifob_pay"),
  OWN_PRIOR(Form.AMOUNT, "own_prior", null),
  OWN_CURRENT(Form.AMOUNT, "own_current", null),
  OWN_WALLET(Form.AMOUNT, "own_wallet", null),
  FAMILY(Form.AMOUNT, "family", "acct_mulaid_pay"),
  CASH(Form.AMOUNT, "cash", "psn_cash_pay"),
  FAMILY_DETAIL(Form.DRAWS, "family_detail", null),
  DEDUCTIBLE_LEFT(Form.LEFT, "deductible_left", null),
  CAP_LEFT(Form.LEFT, "cap_left", null),
  OWN_BALANCE(Form.AMOUNT, "own_balance", "balc"),
  REASONS(Form.TEXT, "reasons", null),
  COPAY(Form.AMOUNT, "copay", null),
  OVER_CAP(Form.AMOUNT, "over_cap", null),
  DENIED(Form.AMOUNT, "denied", null),
  FIRST_SELF_PAY(Form.AMOUNT, "first_self_pay", "preselfpay_amt"),
  OVER_LIMIT(Form.AMOUNT, "over_limit", "overlmt_selfpay"),
  SELF_FUNDED(Form.AMOUNT, "self_funded", "fulamt_ownpay_amt"),
  POLICY(Form.TEXT, "policy", null),
  POLICY_VERSION(Form.TEXT, "policy_version", null),
  GROUP(Form.TEXT, "group", null),
  BAND(Form.TEXT, "band", null),
  BENEFIT(Form.TEXT, "benefit", null),
  RATE(Form.TEXT, "rate", null),
  TYPE(Form.TEXT, null, "med_type"),
  POOL_SHARE(Form.SHARE, null, "pool_prop_selfpay"),
  FUNDS(Form.AMOUNT, null, "fund_pay_sumamt"),
  PERSON_PART(Form.AMOUNT, null, "psn_part_amt"),
  ACCOUNT(Form.AMOUNT, null, "acct_pay");

  /** How its values are written. */
  public enum Form {
    /** The claim's id. */
    CLAIM,
    /** A person's id. */
    PERSON,
    /** A moment. */
    TIME,
    /** An amount, negative in reversals; blank means that nothing was paid. */
    AMOUNT,
    /** An amount; blank means that there is no limit. */
    LEFT,
    /** A fraction with four decimals; blank means that there is none. */
    SHARE,
    /** What family members paid: {@code P002:120.00;P003:30.00}. */
    DRAWS,
    /** Any other text. */
    TEXT
  }

  private final Form form;
  private final @Nullable String ownName;
  private final @Nullable String nationalName;

  SettledField(Form form, @Nullable String ownName, @Nullable String nationalName) {
    this.form = form;
    this.ownName = ownName;
    this.nationalName = nationalName;
  }

  /** How its values are written. */
  public Form form() {
    return form;
  }

  /** Its names, ours first. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : new @Nullable String[] {ownName, nationalName}) {
      if (name != null) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** Whether it is money that is paid or left, so that a difference is a number of fen. */
  public boolean isMoney() {
    return form == Form.AMOUNT || form == Form.LEFT;
  }

  /** Whether its values are, or hold, ids of people or claims. */
  public boolean holdsIds() {
    return form == Form.CLAIM || form == Form.PERSON || form == Form.DRAWS;
  }
}
