package cohealth.ledger;

import cohealth.event.Component;
import cohealth.person.Purse;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money: for one component of a bill, or of an activity.
 *
 * @param holder index of the person whose purse or cash it is; -1 for funds
 * @param purse which purse, null for funds and cash
 * @param fund the document's id for the pool, {@code id/name} for a supplement, else empty
 * @param component null for activities
 * @param amountFen from the account's view: negative when it pays, positive when it gets back
 * @param balanceAfterFen of the purse; {@link cohealth.money.Fen#NONE} for funds and cash
 */
public record Posting(
    Account account,
    int holder,
    @Nullable Purse purse,
    String fund,
    @Nullable Component component,
    long amountFen,
    long balanceAfterFen) {}
