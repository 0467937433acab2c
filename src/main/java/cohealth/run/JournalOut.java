package cohealth.run;

import cohealth.io.JournalText;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.People;
import cohealth.person.Purse;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine.PostingListener;
import cohealth.text.RowText;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The ledger of a run as a plain-text journal, written as it happens. It follows what every purse
 * holds, so that it can tell opening balances and starts of account years, which move money without
 * a posting, and finds out when a posting does not fit what came before.
 */
final class JournalOut implements PostingListener {
  private static final int PURSES = Purse.values().length;

  private final JournalText format;
  private final TextOut out;
  private final RowText text = new RowText();
  private long[] balances = new long[0];
  private int openingDay = Day.UNKNOWN;
  private boolean begun;

  JournalOut(JournalText format, TextOut out) {
    this.format = format;
    this.out = out;
  }

  /** The run begins; without an opening day the balances stand at the day of the first movement. */
  void opened(People people, Ledger ledger, int day) {
    openingDay = day;
    balances = new long[people.size() * PURSES];
    for (int person = 0; person < people.size(); person++) {
      for (Purse purse : Purse.values()) {
        balances[at(person, purse)] = ledger.balanceFen(person, purse);
      }
    }
  }

  @Override
  public void posted(Settlement settlement, List<Posting> postings) {
    if (!postings.isEmpty()) {
      follow(Moment.day(settlement.moment()), postings);
      format.append(text, settlement, postings);
      write();
    }
  }

  @Override
  public void posted(ActivityResult result, List<Posting> postings) {
    if (!postings.isEmpty()) {
      follow(Moment.day(result.activity().moment()), postings);
      format.append(text, result, postings);
      write();
    }
  }

  void end() throws IOException {
    if (!begun) {
      begin(openingDay);
    }
    out.write(text);
    out.flush();
  }

  /** Before an event: the opening balances, and the account years that it shows to have started. */
  private void follow(int day, List<Posting> postings) {
    if (!begun) {
      begin(openingDay == Day.UNKNOWN ? day : openingDay);
    }
    for (Posting posting : postings) {
      Purse purse = posting.purse();
      if (purse != null) {
        follow(day, posting, purse);
      }
    }
  }

  private void follow(int day, Posting posting, Purse purse) {
    int holder = posting.holder();
    int at = at(holder, purse);
    long before = posting.balanceAfterFen() - posting.amountFen();
    if (before != balances[at]) {
      startAccountYear(day, holder);
    }
    if (posting.balanceAfterFen() == Fen.NONE || before != balances[at]) {
      throw new BrokenInvariant(Invariant.JOURNAL_BALANCES);
    }
    balances[at] = posting.balanceAfterFen();
  }

  /** Current-year money has become prior-year money since the purses were last seen. */
  private void startAccountYear(int day, int person) {
    int current = at(person, Purse.CURRENT);
    int prior = at(person, Purse.PRIOR);
    long moved = balances[current];
    balances[prior] = Fen.sum(balances[prior], moved);
    balances[current] = 0;
    format.appendYearStart(text, day, person, moved, balances[prior]);
  }

  private void begin(int day) {
    begun = true;
    format.appendStart(text);
    if (day != Day.UNKNOWN) {
      format.appendOpening(text, day, balances);
    }
  }

  private static int at(int person, Purse purse) {
    return person * PURSES + purse.ordinal();
  }

  private void write() {
    try {
      out.write(text);
      text.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
