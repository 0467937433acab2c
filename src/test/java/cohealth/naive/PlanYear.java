package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is due for a plan year on the day of a payment.
 *
 * @param rule the plan year as its policy has it
 */
record PlanYear(JsonNode rule, boolean late, long due) {
  /** Null when nothing can be paid on that day. */
  static @Nullable PlanYear of(JsonNode rule, LocalDate day, Reach reach) {
    if (rule.isMissingNode()) {
      reach.hit("plan year without a premium");
      return null;
    }
    LocalDate from = day(rule.path("window"), "from");
    LocalDate to = day(rule.path("window"), "to");
    if (day.isBefore(from)) {
      reach.hit("plan year before the window");
      return null;
    }
    if (!day.isAfter(to)) {
      if (day.equals(from)) {
        reach.hit("plan year on the first day of the window");
      }
      if (day.equals(to)) {
        reach.hit("plan year on the last day of the window");
      }
      return new PlanYear(rule, false, Text.fen(rule.path("amount").asText()));
    }
    JsonNode late = rule.path("late");
    if (late.isMissingNode()) {
      reach.hit("plan year after the window without late payment");
      return null;
    }
    LocalDate last = late.has("to") ? day(late, "to") : day(rule.path("plan"), "to");
    if (day.isAfter(last)) {
      reach.hit("plan year after the " + (late.has("to") ? "last day" : "plan"));
      return null;
    }
    if (day.equals(last)) {
      reach.hit("plan year on the last day of late payment");
    }
    if (day.equals(to.plusDays(1))) {
      reach.hit("plan year on the first day of late payment");
    }
    return new PlanYear(rule, true, Text.fen(late.path("amount").asText()));
  }

  private static LocalDate day(JsonNode owner, String key) {
    return LocalDate.parse(owner.path(key).asText());
  }

  History.Premium paidOn(LocalDate day, String planYear, Reach reach) {
    LocalDate from = day(rule.path("plan"), "from");
    LocalDate to = day(rule.path("plan"), "to");
    int months = rule.path("late").path("waitingMonths").asInt();
    LocalDate waitingUntil = late ? day.plusMonths(months) : null;
    reach.hit("plan year paid " + (late ? "late" : "in the window"));
    if (waitingUntil != null && waitingUntil.getDayOfMonth() != day.getDayOfMonth()) {
      reach.hit("plan year waiting into a shorter month");
    }
    if (day.equals(waitingUntil)) {
      reach.hit("plan year paid late without waiting");
    }
    return new History.Premium(planYear, from, to, waitingUntil);
  }
}
