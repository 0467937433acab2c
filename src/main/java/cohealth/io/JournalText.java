package cohealth.io;

import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Purse;
import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.text.LowerCase;
import cohealth.text.RowText;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ledger as a plain-text journal of double entries, as hledger reads it (docs/files.md). Every
 * transaction is balanced; every movement of a purse is followed by what the purse holds then.
 */
public record JournalText(Ids ids) {
  private static final String START =
      """
      ; what cohealth settled, as double entries
      decimal-mark .
      commodity 1000.00 CNY
      """;

  /** Characters that mean something to readers of journals, and the sign that escapes them. */
  private static final String MEANINGFUL = "%()[]|;:\"";

  private static final Purse[] PURSES = Purse.values();
  private static final String[] PURSE_WORDS = LowerCase.names(PURSES);
  private static final String[] ACCOUNTS = LowerCase.names(Account.values());
  private static final String[] COMPONENTS = LowerCase.names(Component.values());

  /** Appends what stands before all transactions. */
  public void appendStart(RowText out) {
    out.append(START);
  }

  /**
   * Appends the opening balances; nothing when all purses are empty.
   *
   * @param balances fen by person, then purse
   */
  public void appendOpening(RowText out, int day, long[] balances) {
    long sum = 0;
    for (int i = 0; i < balances.length; i++) {
      if (balances[i] != 0) {
        if (sum == 0) {
          Day.append(out.append('\n'), day);
          out.append(" opening balances\n");
        }
        sum = Fen.sum(sum, balances[i]);
        int person = i / PURSES.length;
        appendPurse(out, person, PURSES[i % PURSES.length], balances[i], balances[i]);
      }
    }
    if (sum != 0) {
      appendAccount(out, "equity:opening", "");
      appendAmount(out, -sum);
    }
  }

  /** Appends the start of an account year, found on a day: current-year money is prior-year now. */
  public void appendYearStart(RowText out, int day, int person, long movedFen, long priorAfterFen) {
    Day.append(out.append('\n'), day);
    out.append(" account year ");
    appendEscaped(out, ids.person(person));
    out.append('\n');
    appendPurse(out, person, Purse.CURRENT, -movedFen, 0);
    appendPurse(out, person, Purse.PRIOR, movedFen, priorAfterFen);
  }

  /** Appends a settled row: who paid, and for which parts of the bill. */
  public void append(RowText out, Settlement row, List<Posting> postings) {
    String word =
        switch (row.status()) {
          case SETTLED -> "claim";
          case REJECTED -> "rejected claim";
          case REVERSED_OUT -> "reversal";
        };
    String patient = ids.person(row.person());
    appendHead(out, row.moment(), ids.claim(row.ordinal()), word, patient);
    long[] paidFor = new long[Component.values().length];
    for (Posting posting : postings) {
      appendPosting(out, posting);
      Component component = posting.component();
      if (component == null) {
        throw new BrokenInvariant(Invariant.JOURNAL_BALANCES);
      }
      int at = component.ordinal();
      paidFor[at] = Fen.sum(paidFor[at], -posting.amountFen());
    }
    for (Component component : Component.values()) {
      if (paidFor[component.ordinal()] != 0) {
        appendAccount(out, "expenses:care:", patient);
        out.append(':').append(COMPONENTS[component.ordinal()]);
        appendAmount(out, paidFor[component.ordinal()]);
      }
    }
  }

  /** Appends an activity that moved money. */
  public void append(RowText out, ActivityResult result, List<Posting> postings) {
    String person = ids.person(result.activity().person());
    appendHead(
        out,
        result.activity().moment(),
        ids.activity(result.ordinal()),
        ActivityKind.of(result.activity()).word(),
        person);
    long sum = 0;
    Account kind = Account.TRANSFER;
    for (Posting posting : postings) {
      appendPosting(out, posting);
      sum = Fen.sum(sum, posting.amountFen());
      kind = posting.account();
    }
    if (kind == Account.CREDIT) {
      appendAccount(out, "income:credit:", person);
      appendAmount(out, -sum);
    } else if (kind == Account.PREMIUM) {
      appendAccount(out, "expenses:premium:", person);
      appendAmount(out, -sum);
    } else if (sum != 0) {
      throw new BrokenInvariant(Invariant.JOURNAL_BALANCES);
    }
  }

  /** {@code 2025-02-11 (C002) claim P001 ; time:10:40:00}. */
  private static void appendHead(
      RowText out, long moment, String event, String word, String person) {
    Day.append(out.append('\n'), Moment.day(moment));
    out.append(" (");
    appendEscaped(out, event);
    out.append(") ").append(word).append(' ');
    appendEscaped(out, person);
    out.append("  ; time:");
    Moment.appendTime(out, moment);
    out.append('\n');
  }

  private void appendPosting(RowText out, Posting posting) {
    Purse purse = posting.purse();
    if (purse != null) {
      appendPurse(out, posting.holder(), purse, posting.amountFen(), posting.balanceAfterFen());
    } else if (posting.account() == Account.CASH) {
      appendAccount(out, "assets:cash:", ids.person(posting.holder()));
      appendAmount(out, posting.amountFen());
    } else {
      out.append("    income:fund:").append(ACCOUNTS[posting.account().ordinal()]);
      // a supplement's name is id/name; ids of documents hold no such sign
      for (String part : posting.fund().split("/", 2)) {
        appendEscaped(out.append(':'), part);
      }
      appendAmount(out, posting.amountFen());
    }
  }

  private void appendPurse(RowText out, int person, Purse purse, long fen, long after) {
    appendAccount(out, "assets:purse:", ids.person(person));
    out.append(':').append(PURSE_WORDS[purse.ordinal()]).append("  ");
    Fen.append(out, fen);
    out.append(" CNY = ");
    Fen.append(out, after);
    out.append(" CNY\n");
  }

  private static void appendAccount(RowText out, String account, String id) {
    out.append("    ").append(account);
    appendEscaped(out, id);
  }

  private static void appendAmount(RowText out, long fen) {
    out.append("  ");
    Fen.append(out, fen);
    out.append(" CNY\n");
  }

  /**
   * An id as a part of an account's name, a description or a code: what could end or divide one of
   * those becomes {@code %} and the hexadecimal bytes of UTF-8, as in web addresses.
   */
  static void appendEscaped(RowText out, String id) {
    for (int i = 0; i < id.length(); ) {
      int c = id.codePointAt(i);
      if (MEANINGFUL.indexOf(c) >= 0 || Characters.isBlank(c) || Characters.isHidden(c)) {
        for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%');
          out.append(Character.toUpperCase(Character.forDigit(each >> 4 & 0xF, 16)));
          out.append(Character.toUpperCase(Character.forDigit(each & 0xF, 16)));
        }
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
  }
}
