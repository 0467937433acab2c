package cohealth.settlement;

import cohealth.policy.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of the claims file: one row of the results. Amounts are fen; a reversal
 * has the negated amounts of the claim that it takes back.
 *
 * @param ordinal the row's number, see {@link cohealth.event.Claim#ordinal()}
 * @param benefitYear the calendar year in which the benefit year begins
 * @param eligibleFen as billed, as the three parts after it
 * @param split how the pool split the eligible amount
 * @param familyDraws in the order drawn
 * @param deductibleLeftFen {@link cohealth.money.Fen#NONE} when there is none, as the next
 * @param ownBalanceFen all purses of the row's person after it
 * @param version null where no policy was asked
 * @param group number in the version, or {@link cohealth.event.Vocabulary#NONE}, as the two after
 *     it
 * @param rates basis points, after off-site changes, in the order of the tiers that they paid for
 * @param type the claim's type as a number in the vocabulary, or {@link
 *     cohealth.event.Vocabulary#NONE}, as the level; of a reversal the original's
 */
public record Settlement(
    int ordinal,
    int person,
    long moment,
    int benefitYear,
    Status status,
    long totalFen,
    long eligibleFen,
    long firstSelfPayFen,
    long overLimitFen,
    long selfFundedFen,
    Split split,
    Payments payments,
    List<FamilyDraw> familyDraws,
    long deductibleLeftFen,
    long capLeftFen,
    long ownBalanceFen,
    Reasons reasons,
    @Nullable PolicyVersion version,
    int group,
    int band,
    int benefit,
    List<Integer> rates,
    int type,
    int level) {}
