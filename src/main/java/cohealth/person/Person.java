package cohealth.person;

import cohealth.money.Fen;
import cohealth.time.Day;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the household file: a person as insured at the start.
 *
 * @param index the person's number in {@link People}, from 0 in the order of the file
 * @param id as written
 * @param householdId as written
 * @param name as written, or null; never in messages
 * @param birthDay {@link Day#UNKNOWN} when not given
 * @param relation to the household's reference person
 * @param category null when not given (for employees {@link Category#ACTIVE} then)
 * @param plan the insured plan's word, empty when not given
 * @param contracted has signed with a family doctor
 * @param region six digits
 * @param suspended the insurance is suspended
 * @param benefitFrom first day of benefits, {@link Day#OPEN_START} when open
 * @param benefitTo last day of benefits, {@link Day#OPEN_END} when open
 * @param retiredOn {@link Day#UNKNOWN} when not given
 * @param diseases approved diseases; null when the file does not say (then nothing is checked)
 * @param priorFen opening balance of the prior-year purse
 * @param currentFen opening balance of the current-year purse
 * @param walletFen opening balance of the wallet
 * @param walletOpened has opened the wallet (医保钱包)
 * @param shareOrder this person's place among payers, from 1; 0 = this account helps nobody
 * @param shareLimitFen authorised amount per beneficiary and account year, or {@link Fen#NONE}
 * @param confirmed has joined the family group
 * @param contributionBaseFen monthly, or {@link Fen#NONE}
 * @param line where the row begins in its file, from 1
 */
public record Person(
    int index,
    String id,
    String householdId,
    @Nullable String name,
    int birthDay,
    Relation relation,
    Insurance insurance,
    @Nullable Category category,
    String plan,
    boolean contracted,
    int region,
    boolean suspended,
    int benefitFrom,
    int benefitTo,
    int retiredOn,
    @Nullable Set<String> diseases,
    long priorFen,
    long currentFen,
    long walletFen,
    boolean walletOpened,
    int shareOrder,
    long shareLimitFen,
    boolean confirmed,
    long contributionBaseFen,
    int line) {}
