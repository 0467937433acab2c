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
    for (String line : RULES.strip().split("\n", -1)) {
      int colon = line.indexOf(": ");
      for (String end : line.substring(colon + 2).split(" \\| ", -1)) {
        rules.add(line.substring(0, colon) + " " + end);
      }
    }
    return rules;
  }
}
