package cohealth.naive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Random rules of one document for what happens to accounts beside bills. */
final class RandomAccounts {
  private static final int FIRST_PLAN_YEAR = 2023;
  private static final int LAST_PLAN_YEAR = 2027;
  static final List<String> AMOUNTS =
      List.of("10.00", "20.00", "30.00", "33.33", "50.00", "66.66", "80.00", "100.00");

  private final Dice dice;
  private final int versions;
  private final List<ObjectNode> premiums = new ArrayList<>();

  /** How many versions have been given their rules. */
  private int seen;

  /**
   * @param fromJuly whether plan years run from July to June; alike in all documents of a world, so
   *     that no day lies in two plan years
   * @param versions how many versions the document has
   */
  RandomAccounts(Dice dice, String insurance, boolean fromJuly, int versions) {
    this.dice = dice;
    this.versions = versions;
    for (int year = FIRST_PLAN_YEAR; year <= LAST_PLAN_YEAR; year++) {
      if (insurance.equals("resident") && dice.chance(88)) {
        premiums.add(premium(year, LocalDate.of(year, fromJuly ? 7 : 1, 1)));
      }
    }
  }

  void addTo(ObjectNode version, List<String> groups) {
    seen++;
    if (dice.chance(75)) {
      accrual(version.putArray("accrual"), groups);
    }
    if (dice.chance(75)) {
      transfer(version.putObject("wallet").put("source", RandomPolicy.SOURCE));
    }
    // A plan year may stand in any version: it holds for all.
    List<ObjectNode> here = new ArrayList<>();
    for (ObjectNode premium : List.copyOf(premiums)) {
      if (seen == versions || dice.chance(40)) {
        here.add(premium);
        premiums.remove(premium);
      }
    }
    if (!here.isEmpty()) {
      dice.shuffled(here).forEach(version.putArray("premium")::add);
    }
  }

  private void accrual(ArrayNode rows, List<String> groups) {
    if (dice.chance(50)) {
      ObjectNode row = rows.addObject();
      dice.some(groups).forEach(row.putArray("group")::add);
      if (dice.chance(40)) {
        row.put("category", dice.pick(RandomPolicy.CATEGORIES));
      }
    }
    if (dice.chance(50)) {
      ObjectNode row = rows.addObject();
      dice.some(RandomPolicy.CATEGORIES).forEach(row.putArray("category")::add);
    }
    if (rows.isEmpty() || dice.chance(60)) {
      rows.addObject();
    }
    rows.forEach(
        node -> {
          ObjectNode row = (ObjectNode) node;
          if (dice.chance(65)) {
            row.put("rate", dice.pick("2%", "2%", "0.5%", "1.25%", "2.8%", "0.75%", "0%"));
          } else {
            row.put("amount", dice.pick("83.15", "100.00", "15.5", "40"));
          }
          row.put("source", RandomPolicy.SOURCE);
        });
  }

  private void transfer(ObjectNode wallet) {
    ObjectNode transfer = wallet.putObject("transfer");
    if (dice.chance(60)) {
      transfer.put("maxAmount", dice.pick("20.00", "30.00", "50.00", "33.33"));
    }
    if (dice.chance(60)) {
      transfer.put("maxPerDay", dice.chance(5) ? 0 : dice.between(1, 3));
    }
    if (dice.chance(60)) {
      String[] hours =
          dice.pick(List.of("22:00 06:00", "12:00 14:00", "23:30 00:00")).split(" ", -1);
      transfer.putObject("forbidden").put("from", hours[0]).put("to", hours[1]);
    }
  }

  /** What is due for a plan year, in a window before, around or after its start. */
  private ObjectNode premium(int year, LocalDate start) {
    ObjectNode premium = RandomPolicy.object().put("planYear", year);
    premium.put("amount", dice.pick(AMOUNTS));
    LocalDate from = start.plusDays(dice.between(-130, 20));
    LocalDate to = dice.chance(50) ? start.minusDays(12) : start.plusDays(dice.between(25, 60));
    if (to.isBefore(from)) {
      to = from.plusDays(dice.between(0, 30));
    }
    days(premium.putObject("window"), from, to);
    LocalDate end = start.plusYears(1).minusDays(1);
    if (dice.chance(75)) {
      ObjectNode late = premium.putObject("late").put("amount", dice.pick(AMOUNTS));
      if (dice.chance(50)) {
        late.put("to", to.plusDays(dice.between(1, 150)).toString());
      }
      late.put("waitingMonths", dice.pick(List.of(3, 3, 1, 1, 0)));
    }
    days(premium.putObject("plan"), start, end);
    return premium.put("source", RandomPolicy.SOURCE);
  }

  private static void days(ObjectNode owner, LocalDate from, LocalDate to) {
    owner.put("from", from.toString()).put("to", to.toString());
  }
}
