package cohealth.naive;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the households file.
 *
 * @param diseases the approved diseases, or null when the file has no such column
 */
record Person(
    int row,
    String household,
    String id,
    @Nullable LocalDate birth,
    String relation,
    String insurance,
    String category,
    String plan,
    boolean contracted,
    String region,
    boolean suspended,
    @Nullable LocalDate benefitFrom,
    @Nullable LocalDate benefitTo,
    @Nullable LocalDate retiredOn,
    @Nullable List<String> diseases,
    Map<Purse, Long> opening,
    boolean wallet,
    String shareOrder,
    String shareLimit,
    boolean confirmed) {

  static Person of(Table.Row row) {
    String insurance = row.get("insurance");
    String category = row.get("category");
    if (category.isEmpty() && insurance.equals("employee")) {
      category = "active";
    }
    return new Person(
        row.number(),
        row.get("household_id"),
        row.get("person_id"),
        Text.date(row.get("birth_date")),
        row.get("relation").isEmpty() ? "self" : row.get("relation"),
        insurance,
        category,
        row.get("plan"),
        Text.yes(row.get("contracted"), false),
        row.get("region"),
        row.get("status").equals("suspended"),
        Text.date(row.get("benefit_from")),
        Text.date(row.get("benefit_to")),
        Text.date(row.get("retired_on")),
        row.has("diseases") ? List.of(row.get("diseases").split(";", -1)) : null,
        Map.of(
            Purse.PRIOR, Text.fen(row.get("prior_balance")),
            Purse.CURRENT, Text.fen(row.get("current_balance")),
            Purse.WALLET, Text.fen(row.get("wallet_balance"))),
        Text.yes(row.get("wallet"), false),
        row.get("share_order"),
        row.get("share_limit"),
        Text.yes(row.get("confirmed"), true));
  }

  /** Full years on a day; the birth date must be known. */
  int age(LocalDate day) {
    if (birth == null) {
      throw new IllegalArgumentException("birth date needed: person row " + row);
    }
    return Period.between(birth, day).getYears();
  }
}
