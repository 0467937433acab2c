package cohealth.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule was reached, and which rules there are to reach. */
public final class Reach {
  /** A line is the beginning of some rules, then their ends. */
  private static final String RULES =
      """
      status: settled | rejected | reversed_out
      region: 00 itself | 00 covers | 0000 covers | digits itself | by the longest match
      version: changed
      benefit year: changed | from 01-01 | from 07-01 | from 10-15
      account year: is another
      group: none | of everybody | by category | by plan | by contracted | by ageFrom | by ageBelow
      group: by bornFrom | by bornTo | by retiredFrom | by retiredTo | from the very age
      band: none | of a standard level | of a coarser level | of an own level | of pharmacies
      band: of the prescriber | of a pharmacy without prescriber
      benefit: by type | by disease | by group | by band | by selected
      benefit: by selected true | by selected false
      visit: opened | by its id | merged | not merged
      offsite: own code | same region | filed | without a rule | then deny | then reduce | then home
      offsite: by province | by type | by benefit | province same | province other
      offsite: points | factor | rate rounded | rate below 0 | rate above 1
      accumulator: of a row | with a name
      deductible: none | without a row | visit | day | month | quarter | year
      deductible: visit went on | day went on | month went on | quarter went on | year went on
      deductible: met to the fen | topped up | shared by benefits | goes on in the next version
      deductible: of a first visit | of a later visit | of a first visit again | ceiling
      expense cap: visit | day | month | quarter | year | used to the fen | counts the deductible
      payment cap: visit | day | month | quarter | year | used to the fen | inside another
      cap: by disease EXPENSE | by disease PAYMENT
      cap: shared by benefits EXPENSE | shared by benefits PAYMENT
      tiers: in the visit | in the day | in the month | in the quarter | in the year | without a part
      tiers: moved by a plain rate
      tiers on eligible: crossed | not crossed | to the very boundary
      tiers on entering: crossed | not crossed | to the very boundary
      tiers on paid: crossed | not crossed | to the very boundary
      rounding half_up: half | other
      rounding half_even: half | other
      rounding down: half | other
      rounding up: half | other
      supplement: before the pool | after the pool | with the pool open | without the pool
      supplement: without a rate
      supplement limit: visit | day | month | quarter | year
      own: before the pool | after the pool | covers not all
      own purses: [PRIOR] | [CURRENT] | [WALLET] | [PRIOR, CURRENT] | [PRIOR, WALLET]
      own purses: [CURRENT, PRIOR] | [CURRENT, WALLET] | [WALLET, PRIOR] | [WALLET, CURRENT]
      own purses: [PRIOR, CURRENT, WALLET] | [PRIOR, WALLET, CURRENT] | [CURRENT, PRIOR, WALLET]
      own purses: [CURRENT, WALLET, PRIOR] | [WALLET, PRIOR, CURRENT] | [WALLET, CURRENT, PRIOR]
      own purses: not empty first | not empty, and need not be
      family: before the pool | after the pool | of several payers | of another relation
      family: from prior alone | from prior, then current | money not off-site
      family: on the day of confirmation | for one too young to confirm | without a birth date
      family: on the day that the age of confirmation is reached | on the last day
      members: in all | of one relation
      cross region: any | same province | wallet
      order: configured | bound_first | bound_last_first | largest_balance | same_region_first
      order bound_first: not as configured
      order bound_last_first: not as configured
      order largest_balance: not as configured
      order same_region_first: not as configured
      binding limit: per claim | per year
      payer: empty | empty but for the rest
      reversal: of no claim | before its claim | of a reversal | of a rejected claim
      reversal: of pool money | of supplement money | of own money | of family money
      reversal: on a later day | in a later month | over an ended binding | with later claims
      reversal: in another benefit year
      """;

  /** The same for worlds with activities and several years; what they share stands above. */
  private static final String ACTIVITY_RULES =
      """
      one time: activity before activity | activity before claim
      account year: starts on 01-01 | starts on 07-01 | starts on 10-15 | starts by default
      account year: does not start anew on the opening date
      binding limit: anew in another year
      reversal: into the prior-year purse | into a payer's prior-year purse
      credit: accepted | to the purse by default | to prior | to current | to wallet
      credit refused: NO_RULE
      accrual: by group | by no group | by category | by no category
      accrual: of an amount | of a rate | exact | rounded
      accrual: without a policy | without a rule | without a row | without a base
      premium: accepted | personal | family | with an amount | without an amount
      premium: of the version of its day | of another version | on a day without a version
      premium: of several payers | from prior, then current | across regions
      premium: within an amount per year | within an amount per claim
      premium: uses up the binding | uses up the payer
      premium family: by configured | by bound_first | by bound_last_first | by largest_balance
      premium family: by same_region_first | past one who cannot pay
      premium refused: NO_BINDING | CREDENTIAL_ONLY | NOT_IN_FORCE | PAYER_NOT_COVERED
      premium refused: RELATION_NOT_ALLOWED | BENEFICIARY_NOT_COVERED | NOT_CONFIRMED
      premium refused: TOO_MANY_MEMBERS | TOO_MANY_PAYERS | CROSS_REGION | NOT_RESIDENT
      premium refused: ALREADY_PAID | OUT_OF_WINDOW | WRONG_AMOUNT | INSUFFICIENT
      premium personal: insufficient | by default
      premium family: insufficient | by default
      premium insufficient: by the authorised amount | by what is not shareable
      plan year: before the window | on the first day of the window | on the last day of the window
      plan year: on the first day of late payment | on the last day of late payment
      plan year: after the window without late payment | after the last day | after the plan
      plan year: without a premium | paid in the window | paid late | paid late without waiting
      plan year: waiting into a shorter month
      coverage: by a premium in the window | by a late premium | waiting | outside the plan year
      coverage: on the first day after the waiting | of one who is no resident any more
      coverage: instead of WAITING_PERIOD | instead of BENEFIT_ENDED
      transfer: accepted | in one region | across regions | where no claim could draw
      transfer: without limits | of the most | as the last of the day | without a time of day
      transfer: in hours of one day | in hours past midnight
      transfer: in the first forbidden minute | in the first minute after
      transfer: above the authorised amount | of all that is shareable
      transfer: of what is not shareable | of what is not there | with one wallet | with no wallet
      transfer: from prior alone | from prior, then current
      transfer refused: NO_BINDING | CREDENTIAL_ONLY | NOT_IN_FORCE | PAYER_NOT_COVERED
      transfer refused: RELATION_NOT_ALLOWED | BENEFICIARY_NOT_COVERED | NOT_CONFIRMED
      transfer refused: TOO_MANY_MEMBERS | TOO_MANY_PAYERS | WALLET_NOT_OPEN | AMOUNT_LIMIT
      transfer refused: COUNT_LIMIT | FORBIDDEN_HOUR | INSUFFICIENT
      change: accepted | to nothing | of the document | of the account year
      change: of category | of status | of region | of insurance | of plan | of contracted
      change: of diseases | of benefit_from | of benefit_to | of retired_on | of wallet
      change: of contribution_base
      after a change: another group | another document | back in the document
      after a change: SUSPENDED | NOT_INSURED | NO_POLICY | NOT_APPROVED
      """;

  private final Map<String, Integer> counts = new HashMap<>();

  private final boolean counting;

  /** Counts. */
  public Reach() {
    this(true);
  }

  private Reach(boolean counting) {
    this.counting = counting;
  }

  /** For who does not ask: counts nothing. */
  static Reach nothing() {
    return new Reach(false);
  }

  /** Whether it is worth looking for what can only be counted. */
  boolean isCounting() {
    return counting;
  }

  /** Notes that a rule was reached once more. */
  void hit(String rule) {
    if (counting) {
      counts.merge(rule, 1, Integer::sum);
    }
  }

  /** Adds what was reached elsewhere. */
  void add(Reach other) {
    other.counts.forEach((rule, count) -> counts.merge(rule, count, Integer::sum));
  }

  /** How often each rule was reached, by its name. */
  public Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** The names of all rules: reason codes, shapes of chains and the rules above. */
  public static List<String> rules() {
    List<String> rules = new ArrayList<>();
    for (String code : Output.REASONS) {
      rules.add("reason " + code);
    }
    rules.add("chain by default");
    for (String shape : RandomChain.SHAPES) {
      rules.add("chain " + shape);
    }
    rules.addAll(rules(RULES));
    return rules;
  }

  /** The names of the rules that only worlds with activities reach. */
  public static List<String> activityRules() {
    return rules(ACTIVITY_RULES);
  }

  private static List<String> rules(String lines) {
    List<String> rules = new ArrayList<>();
    for (String line : lines.strip().split("\n", -1)) {
      int colon = line.indexOf(": ");
      for (String end : line.substring(colon + 2).split(" \\| ", -1)) {
        rules.add(line.substring(0, colon) + " " + end);
      }
    }
    return rules;
  }
}
