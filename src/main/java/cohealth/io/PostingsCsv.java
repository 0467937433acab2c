package cohealth.io;

import cohealth.event.Activity;
import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Purse;
import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.text.LowerCase;
import cohealth.text.RowText;
import cohealth.time.Moment;
import org.jspecify.annotations.Nullable;

/** The ledger as CSV, one row for each movement of money, in the order in which they happened. */
public record PostingsCsv(Ids ids) {
  /** The header's line. */
  public static final String HEADER =
      "seq,event_id,time,person_id,account,holder_id,purse,component,amount,balance_after\n";

  private static final String[] ACCOUNTS = LowerCase.names(Account.values());
  private static final String[] PURSES = LowerCase.names(Purse.values());
  private static final String[] COMPONENTS = LowerCase.names(Component.values());

  /** The header's line. */
  public String header() {
    return HEADER;
  }

  /** Appends one movement of a settled row, with the end of its line. */
  public void append(RowText out, long number, Settlement row, Posting posting) {
    out.append(number).append(',');
    ids.appendClaim(out, row.ordinal());
    append(out, row.moment(), row.person(), posting);
  }

  /** Appends one movement of an activity, with the end of its line. */
  public void append(RowText out, long number, ActivityResult result, Posting posting) {
    Activity activity = result.activity();
    out.append(number).append(',');
    ids.appendActivity(out, activity.ordinal());
    append(out, activity.moment(), activity.person(), posting);
  }

  private void append(RowText out, long moment, int person, Posting posting) {
    out.append(',');
    Moment.append(out, moment, 'T');
    out.append(',');
    ids.appendPerson(out, person);
    out.append(',').append(word(ACCOUNTS, posting.account())).append(',');
    if (posting.holder() < 0) {
      out.append(posting.fund());
    } else {
      ids.appendPerson(out, posting.holder());
    }
    out.append(',').append(word(PURSES, posting.purse()));
    out.append(',').append(word(COMPONENTS, posting.component()));
    out.append(',');
    Fen.append(out, posting.amountFen());
    out.append(',');
    if (posting.balanceAfterFen() != Fen.NONE) {
      Fen.append(out, posting.balanceAfterFen());
    }
    out.append('\n');
  }

  private static String word(String[] words, @Nullable Enum<?> value) {
    return value == null ? "" : words[value.ordinal()];
  }
}
