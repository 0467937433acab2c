package cohealth.settlement;

import cohealth.person.Insurance;
import cohealth.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * As what a person is insured over some days: all that decides which rules apply to the person's
 * claims, apart from the claims (rules: section 4). Many people have the same one.
 *
 * @param version the person's own policy, or null
 * @param group the person's group in it
 * @param groupThatNeedsBirthDate the group that cannot be decided without a birth date, or null
 * @param status {@link Reason} bits of what closes the pool whatever the day
 * @param dates bits of what the dates of the household file say, where no premium says otherwise
 * @param joinsVisits it matters, or may come to matter, which of the person's claims are one visit
 */
public record Membership(
    @Nullable PolicyVersion version,
    Insurance insurance,
    int region,
    int group,
    @Nullable String groupThatNeedsBirthDate,
    long status,
    long dates,
    boolean joinsVisits) {

  /** Bits of the reasons that close the pool because of who the person is. */
  long closing(Coverage coverage) {
    return status
        | switch (coverage) {
          case BY_FILE -> dates;
          case WAITING -> Reason.WAITING_PERIOD.bit();
          case COVERED -> 0;
        };
  }
}
