package cohealth.io;

import cohealth.money.AmountFault;
import cohealth.money.AmountText;
import cohealth.time.Day;
import cohealth.time.DayFault;
import cohealth.time.DayText;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of the current row of a table as values. A cell that holds no such value becomes
 * a problem at its place; the method then returns {@link #FAULT}, {@link #FAULTY} or null, so that
 * the reading of the row goes on and all its problems are found.
 */
final class FieldText {
  /** Returned instead of an amount or moment for a cell that was refused. */
  static final long FAULT = Long.MIN_VALUE;

  /** Returned instead of a whole number or region for a cell that was refused. */
  static final int FAULTY = Integer.MIN_VALUE;

  /** For {@link #day}: the cell was refused. No day that can be written has this number. */
  static final int FAULTY_DAY = Integer.MIN_VALUE + 1;

  /** For {@link #hidden}: every character can be seen. */
  static final int NOTHING_HIDDEN = -1;

  private static final String EXAMPLE_DAY = "2025-03-14";
  private static final String EXAMPLE_TIME = "2025-03-14T09:26:53";
  private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);
  static final WordList<Boolean> YES_OR_NO =
      new WordList<Boolean>()
          .add(true, "yes", "true", "1", "是")
          .add(false, "no", "false", "0", "否");

  private final CsvTable table;
  private final Consumer<Problem> problems;

  FieldText(CsvTable table, Consumer<Problem> problems) {
    this.table = table;
    this.problems = problems;
  }

  /** An amount in fen; {@code blank} when the cell is, unless the column is required. */
  long amount(Column column, long blank) {
    String text = table.value(column);
    long fen = AmountText.fen(text);
    if (fen != AmountText.INVALID) {
      return fen;
    }
    if (text.isEmpty()) {
      return column.required() ? missing(column) : blank;
    }
    AmountFault fault = amountFault(text);
    refuse(column, AmountHint.code(fault), Shown.figure(text), AmountHint.instead(fault, text));
    return FAULT;
  }

  /** As {@link #amount}, also with a minus sign. */
  long signedAmount(Column column, long blank) {
    String text = table.value(column);
    long fen = AmountText.signedFen(text);
    if (fen != AmountText.INVALID) {
      return fen;
    }
    boolean minus = text.startsWith("-") && text.length() > 1;
    AmountFault fault =
        text.isEmpty() ? AmountFault.NO_NUMBER : amountFault(minus ? text.substring(1) : text);
    if (fault == AmountFault.NO_NUMBER) {
      return amount(column, blank);
    }
    String instead = AmountHint.instead(fault, minus ? text.substring(1) : text);
    boolean amount = minus && fault != AmountFault.TOO_LARGE;
    ProblemCode code =
        fault == AmountFault.SIGN ? ProblemCode.NOT_AN_AMOUNT : AmountHint.code(fault);
    refuse(column, code, Shown.figure(text), amount ? "-" + instead : instead);
    return FAULT;
  }

  private static AmountFault amountFault(String text) {
    AmountFault fault = AmountText.fault(text);
    if (fault == null) {
      throw new IllegalStateException("two opinions of an amount");
    }
    return fault == AmountFault.TOO_MANY_DECIMALS && text.indexOf('.') > AmountText.MOST_YUAN_DIGITS
        ? AmountFault.TOO_LARGE
        : fault;
  }

  /** A day; {@code blank} when the cell is; {@link #FAULTY_DAY} when it is refused. */
  int day(Column column, int blank) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return column.required() && missing(column) == FAULT ? FAULTY_DAY : blank;
    }
    int day = DayText.day(text);
    if (day != DayText.INVALID_DAY) {
      return day;
    }
    DayFault fault = DayText.fault(text);
    if (fault == null || fault == DayFault.NO_SUCH_TIME) {
      int date = DayText.day(text.substring(0, Math.max(0, firstBlankOrT(text))));
      String instead = date == DayText.INVALID_DAY ? EXAMPLE_DAY : Day.text(date);
      refuse(column, ProblemCode.TIME_IN_DAY, Shown.figure(text), instead);
    } else {
      refuse(column, fault, text, EXAMPLE_DAY);
    }
    return FAULTY_DAY;
  }

  /** A moment in seconds; required in every table that has one. */
  long moment(Column column) {
    String text = table.value(column);
    long moment = DayText.moment(text);
    if (moment != DayText.INVALID) {
      return moment;
    }
    DayFault fault = DayText.fault(text);
    if (text.isEmpty() || fault == null) {
      return missing(column);
    }
    refuse(column, fault, text, EXAMPLE_TIME);
    return FAULT;
  }

  /** Whether a moment that can be read has a time of day. */
  boolean hasTimeOfDay(Column column) {
    return firstBlankOrT(table.value(column)) >= 0;
  }

  /** Yes or no; {@code blank} when the cell is, or was refused. */
  boolean yes(Column column, boolean blank) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return blank;
    }
    Boolean value = YES_OR_NO.find(text);
    if (value == null) {
      refuse(column, ProblemCode.NOT_YES_OR_NO, YES_OR_NO.shown(text));
      return blank;
    }
    return value;
  }

  /** A whole number within limits; {@code blank} when the cell is. */
  int whole(Column column, int least, int most, int blank) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return blank;
    }
    long value = 0;
    for (int i = 0; i < text.length() && value <= most; i++) {
      char c = text.charAt(i);
      value = c < '0' || c > '9' ? Long.MAX_VALUE : value * 10 + (c - '0');
    }
    if (value < least || value > most) {
      refuse(
          column,
          ProblemCode.NOT_A_WHOLE_NUMBER,
          Shown.figure(text),
          Integer.toString(least),
          Integer.toString(most));
      return FAULTY;
    }
    return (int) value;
  }

  /** A year of four digits; {@code blank} when the cell is. */
  int year(Column column, int blank) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return blank;
    }
    int value = 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      char c = text.charAt(i);
      value = c < '0' || c > '9' || i > 3 ? -1 : value * 10 + (c - '0');
    }
    if (value < 1000) {
      refuse(column, ProblemCode.NOT_A_YEAR, Shown.figure(text), EXAMPLE_DAY.substring(0, 4));
      return FAULTY;
    }
    return value;
  }

  /** A region's six digits; {@code blank} when the cell is, unless the column is required. */
  int region(Column column, int blank) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return column.required() && missing(column) == FAULT ? FAULTY : blank;
    }
    int value = 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      char c = text.charAt(i);
      value = c < '0' || c > '9' || i > 5 ? -1 : value * 10 + (c - '0');
    }
    if (value < 100_000) {
      refuse(column, ProblemCode.NOT_A_REGION, Shown.figure(text));
      return FAULTY;
    }
    return value;
  }

  /** An id; empty when the cell is blank and the column not required; null when it is refused. */
  @Nullable String id(Column column) {
    return id(column, column.required());
  }

  /** As {@link #id(Column)}, with a column that only some rows need. */
  @Nullable String id(Column column, boolean required) {
    String text = table.value(column);
    if (text.isEmpty()) {
      return required && missing(column) == FAULT ? null : text;
    }
    IdText.Fault fault = IdText.fault(text, column.kind() == Column.Kind.PERSON_ID, table.shown());
    if (fault != null) {
      refuse(column, fault.code(), fault.args().toArray(String[]::new));
      return null;
    }
    return text;
  }

  /** What a word means; null when the cell is blank or was refused. */
  <T> @Nullable T word(Column column, WordList<T> words) {
    String text = table.value(column);
    if (text.isEmpty()) {
      if (column.required()) {
        missing(column);
      }
      return null;
    }
    T meaning = words.find(text);
    if (meaning == null) {
      refuse(column, ProblemCode.UNKNOWN_WORD, words.shown(text), words.offer(text));
    }
    return meaning;
  }

  /** Any text without hidden characters; names are taken as they are. */
  String text(Column column) {
    String text = table.value(column);
    int hidden = hidden(text);
    if (hidden != NOTHING_HIDDEN) {
      refuse(column, ProblemCode.HIDDEN_CHARACTER, Characters.escape(hidden));
      return "";
    }
    return text;
  }

  /** The first hidden character of a text, or {@link #NOTHING_HIDDEN}. */
  static int hidden(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Characters.isHidden(c)) {
        return c;
      }
      i += Character.charCount(c);
    }
    return NOTHING_HIDDEN;
  }

  /** Adds a problem at a cell. */
  void refuse(Column column, ProblemCode code, String... args) {
    problems.accept(table.problem(column, code, args));
  }

  private long missing(Column column) {
    refuse(column, ProblemCode.VALUE_MISSING);
    return FAULT;
  }

  private void refuse(Column column, DayFault fault, String text, String example) {
    String shown = Shown.figure(text);
    switch (fault) {
      case NO_SUCH_DAY -> refuse(column, ProblemCode.NO_SUCH_DAY, shown);
      case NO_SUCH_TIME -> refuse(column, ProblemCode.NO_SUCH_TIME, shown, example);
      case SPREADSHEET_SERIAL -> {
        int days = Integer.parseInt(text, 0, 5, 10);
        String date = SPREADSHEET_ZERO.plusDays(days).toString();
        refuse(column, ProblemCode.SPREADSHEET_DAY, shown, date);
      }
      case YEAR_NOT_FIRST -> refuse(column, ProblemCode.YEAR_NOT_FIRST, shown, example);
      case NOT_A_DATE -> refuse(column, ProblemCode.NOT_A_DATE, shown, example);
    }
  }

  private static int firstBlankOrT(String text) {
    int blank = text.indexOf(' ');
    int t = text.indexOf('T');
    return blank < 0 ? t : t < 0 ? blank : Math.min(blank, t);
  }
}
