package cohealth.io;

import cohealth.event.Activity;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.time.Moment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ledger as CSV, one row for each movement of money, in the order in which they happened. */
public record PostingsCsv(Ids ids) {
  private static final String HEADER =
      "seq,event_id,time,person_id,account,holder_id,purse,component,amount,balance_after\n";

  /** The header's line. */
  public String header() {
    return HEADER;
  }

  /** Appends one movement of a settled row, with the end of its line. */
  public void append(StringBuilder out, long number, Settlement row, Posting posting) {
    append(out, number, ids.claim(row.ordinal()), row.moment(), row.person(), posting);
  }

  /** Appends one movement of an activity, with the end of its line. */
  public void append(StringBuilder out, long number, ActivityResult result, Posting posting) {
    Activity activity = result.activity();
    String id = ids.activity(activity.ordinal());
    append(out, number, id, activity.moment(), activity.person(), posting);
  }

  private void append(
      StringBuilder out, long number, String event, long moment, int person, Posting posting) {
    out.append(number).append(',');
    out.append(event).append(',');
    out.append(Moment.text(moment)).append(',');
    out.append(ids.person(person)).append(',');
    out.append(word(posting.account())).append(',');
    out.append(posting.holder() < 0 ? posting.fund() : ids.person(posting.holder()));
    out.append(',').append(word(posting.purse())).append(',').append(word(posting.component()));
    out.append(',');
    Fen.append(out, posting.amountFen());
    out.append(',');
    if (posting.balanceAfterFen() != Fen.NONE) {
      Fen.append(out, posting.balanceAfterFen());
    }
    out.append('\n');
  }

  private static String word(@Nullable Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
  }
}
