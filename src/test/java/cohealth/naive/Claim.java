package cohealth.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** One row of the claims file, its bill completed by section 2 of the rules. */
record Claim(
    Table.Row cells,
    Person patient,
    LocalDateTime time,
    LocalDate date,
    String visitId,
    String facilityId,
    long total,
    long eligible,
    long firstSelfPay,
    long overLimit,
    long selfFunded) {

  static Claim of(Table.Row cells, Person patient) {
    LocalDateTime time = Text.time(cells.get("service_time"));
    long total = Text.fen(cells.get("total"));
    long firstSelfPay = Text.fen(cells.get("first_self_pay"));
    long overLimit = Text.fen(cells.get("over_limit"));
    long selfFunded = Text.fen(cells.get("self_funded"));
    long eligible;
    if (cells.get("eligible").isEmpty()) {
      eligible = total - selfFunded - overLimit - firstSelfPay;
    } else {
      eligible = Text.fen(cells.get("eligible"));
      if (cells.get("self_funded").isEmpty()) {
        selfFunded = total - eligible - overLimit - firstSelfPay;
      }
    }
    if (cells.get("reverses").isEmpty()
        && (total <= 0
            || eligible < 0
            || selfFunded < 0
            || eligible + selfFunded + overLimit + firstSelfPay != total)) {
      throw new IllegalArgumentException("a bill that is off: claim row " + cells.number());
    }
    return new Claim(
        cells,
        patient,
        time,
        time.toLocalDate(),
        cells.get("visit_id"),
        cells.get("facility_id"),
        total,
        eligible,
        firstSelfPay,
        overLimit,
        selfFunded);
  }

  String id() {
    return cells.get("claim_id");
  }

  String get(String column) {
    return cells.get(column);
  }

  boolean isReversal() {
    return !get("reverses").isEmpty();
  }

  boolean usesAccount() {
    return Text.yes(get("use_account"), true);
  }
}
