package cohealth.io;

import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.report.Ids;
import cohealth.settlement.Settlement;
import cohealth.time.Moment;
import java.util.Locale;

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
    out.append(number).append(',');
    out.append(ids.claim(row.ordinal())).append(',');
    out.append(Moment.text(row.moment())).append(',');
    out.append(ids.person(row.person())).append(',');
    out.append(posting.account().name().toLowerCase(Locale.ROOT)).append(',');
    out.append(posting.holder() < 0 ? posting.fund() : ids.person(posting.holder()));
    out.append(',');
    out.append(posting.purse() == null ? "" : posting.purse().name().toLowerCase(Locale.ROOT));
    out.append(',');
    out.append(posting.component().name().toLowerCase(Locale.ROOT)).append(',');
    Fen.append(out, posting.amountFen());
    out.append(',');
    if (posting.balanceAfterFen() != Fen.NONE) {
      Fen.append(out, posting.balanceAfterFen());
    }
    out.append('\n');
  }
}
