package cohealth.naive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One binding: a row of the bindings file, or a derived pair.
 *
 * @param rank its place in file order
 * @param relation of the beneficiary to the payer; {@code -} when the household does not tell
 * @param order as written, blank = last
 * @param limit as written, blank = none
 * @param confirmed of a derived binding: whether the beneficiary has joined; else null
 */
record Binding(
    int rank,
    Person payer,
    Person beneficiary,
    String relation,
    String order,
    String limit,
    boolean limitPerClaim,
    @Nullable Boolean confirmed,
    @Nullable LocalDate confirmedOn,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean credentialOnly) {

  boolean inForce(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  boolean confirmedBy(LocalDate day) {
    return confirmed != null ? confirmed : confirmedOn != null && !confirmedOn.isAfter(day);
  }

  LocalDate confirmedNoneFirst() {
    return confirmedOn == null ? LocalDate.MIN : confirmedOn;
  }

  long orderNoneLast() {
    return order.isEmpty() ? Long.MAX_VALUE : Long.parseLong(order);
  }
}
