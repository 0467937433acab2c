package cohealth.naive;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of the households file. What an activity may change is as it is now. */
final class Person {
  private final int row;
  private final String household;
  private final String id;
  private final @Nullable LocalDate birth;
  private final String relation;
  private final Map<Purse, Long> opening;
  private final String shareOrder;
  private final String shareLimit;
  private final boolean confirmed;

  private String insurance;
  private String category;
  private String plan;
  private boolean contracted;
  private String region;
  private boolean suspended;
  private @Nullable LocalDate benefitFrom;
  private @Nullable LocalDate benefitTo;
  private @Nullable LocalDate retiredOn;
  private @Nullable List<String> diseases;
  private boolean wallet;
  private String contributionBase;
  private boolean changed;

  private Person(Table.Row row) {
    this.row = row.number();
    household = row.get("household_id");
    id = row.get("person_id");
    birth = Text.date(row.get("birth_date"));
    relation = row.get("relation").isEmpty() ? "self" : row.get("relation");
    opening =
        Map.of(
            Purse.PRIOR, Text.fen(row.get("prior_balance")),
            Purse.CURRENT, Text.fen(row.get("current_balance")),
            Purse.WALLET, Text.fen(row.get("wallet_balance")));
    shareOrder = row.get("share_order");
    shareLimit = row.get("share_limit");
    confirmed = Text.yes(row.get("confirmed"), true);

    insurance = row.get("insurance");
    category = row.get("category");
    plan = row.get("plan");
    contracted = Text.yes(row.get("contracted"), false);
    region = row.get("region");
    suspended = row.get("status").equals("suspended");
    benefitFrom = Text.date(row.get("benefit_from"));
    benefitTo = Text.date(row.get("benefit_to"));
    retiredOn = Text.date(row.get("retired_on"));
    diseases = row.has("diseases") ? diseases(row.get("diseases")) : null;
    wallet = Text.yes(row.get("wallet"), false);
    contributionBase = row.get("contribution_base");
    employeesAreActive();
  }

  static Person of(Table.Row row) {
    return new Person(row);
  }

  private static List<String> diseases(String cell) {
    return List.of(cell.split(";", -1));
  }

  /** The category of an employee for whom none is given. */
  private void employeesAreActive() {
    if (category.isEmpty() && insurance.equals("employee")) {
      category = "active";
    }
  }

  /** From now on an attribute has another value. */
  void change(String field, String value) {
    switch (field) {
      case "insurance" -> insurance = value;
      case "category" -> category = value;
      case "plan" -> plan = value;
      case "contracted" -> contracted = Text.yes(value, false);
      case "region" -> region = value;
      case "status" -> suspended = value.equals("suspended");
      case "benefit_from" -> benefitFrom = Text.date(value);
      case "benefit_to" -> benefitTo = Text.date(value);
      case "retired_on" -> retiredOn = Text.date(value);
      case "diseases" -> diseases = diseases(value);
      case "wallet" -> wallet = Text.yes(value, false);
      case "contribution_base" -> contributionBase = value;
      default -> throw new IllegalArgumentException(field);
    }
    employeesAreActive();
    changed = true;
  }

  /** Whether any attribute was changed. */
  boolean hasChanged() {
    return changed;
  }

  /** Full years on a day; the birth date must be known. */
  int age(LocalDate day) {
    if (birth == null) {
      throw new IllegalArgumentException("birth date needed: person row " + row);
    }
    return Period.between(birth, day).getYears();
  }

  int row() {
    return row;
  }

  String household() {
    return household;
  }

  String id() {
    return id;
  }

  @Nullable LocalDate birth() {
    return birth;
  }

  String relation() {
    return relation;
  }

  long opening(Purse purse) {
    return opening.getOrDefault(purse, 0L);
  }

  String shareOrder() {
    return shareOrder;
  }

  String shareLimit() {
    return shareLimit;
  }

  boolean confirmed() {
    return confirmed;
  }

  String insurance() {
    return insurance;
  }

  boolean isEmployee() {
    return insurance.equals("employee");
  }

  boolean isResident() {
    return insurance.equals("resident");
  }

  String category() {
    return category;
  }

  String plan() {
    return plan;
  }

  boolean contracted() {
    return contracted;
  }

  String region() {
    return region;
  }

  boolean suspended() {
    return suspended;
  }

  @Nullable LocalDate benefitFrom() {
    return benefitFrom;
  }

  @Nullable LocalDate benefitTo() {
    return benefitTo;
  }

  @Nullable LocalDate retiredOn() {
    return retiredOn;
  }

  /** The approved diseases, or null when nothing has said which. */
  @Nullable List<String> diseases() {
    return diseases;
  }

  /** Whether the wallet has been opened. */
  boolean wallet() {
    return wallet;
  }

  /** As written, blank = not given. */
  String contributionBase() {
    return contributionBase;
  }
}
