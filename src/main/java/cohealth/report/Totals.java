package cohealth.report;

import cohealth.event.Vocabulary;
import cohealth.money.Fen;
import cohealth.person.People;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results of a run, summed up by keys. Only the sums are kept, so memory grows with the number
 * of different keys and not with that of the rows. Not for several threads.
 */
public final class Totals {
  /** Stands between the values of a key; smaller than every character that a value can hold. */
  private static final char BETWEEN = '\u001F';

  private static final List<String> COUNTS =
      List.of("claims", "settled", "rejected", "reversed_out");
  private static final List<String> AMOUNTS =
      List.of("total", "eligible", "deductible", "pool", "supplement", "own", "family", "cash");

  private final List<TotalKey> keys;
  private final People people;
  private final Vocabulary vocabulary;
  private final boolean byPayer;
  private final Map<String, long[]> sums = new HashMap<>();
  private final StringBuilder key = new StringBuilder();
  private int lastDay = Day.UNKNOWN;
  private String monthOfLastDay = "";

  /** Nothing summed up yet. */
  public Totals(List<TotalKey> keys, People people, Vocabulary vocabulary) {
    this.keys = List.copyOf(keys);
    this.people = people;
    this.vocabulary = vocabulary;
    this.byPayer = keys.contains(TotalKey.PAYER);
  }

  /** The names of the columns. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    keys.forEach(each -> columns.addAll(each.columns()));
    if (byPayer) {
      columns.addAll(List.of("claims", "amount"));
    } else {
      columns.addAll(COUNTS);
      columns.addAll(AMOUNTS);
    }
    return columns;
  }

  /** Adds a row. */
  public void add(Settlement row) {
    if (byPayer) {
      addPayers(row);
    } else {
      add(row, "", "", counts(row), amounts(row));
    }
  }

  /** The cells of all rows, in the order of their keys. */
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>(sums.size());
    new TreeMap<>(sums)
        .forEach(
            (joined, values) -> {
              List<String> cells = new ArrayList<>();
              // the last value of a key is closed as all others are
              cells.addAll(Arrays.asList(joined.split(String.valueOf(BETWEEN), -1)));
              cells.remove(cells.size() - 1);
              int counts = byPayer ? 1 : COUNTS.size();
              for (int i = 0; i < values.length; i++) {
                cells.add(i < counts ? Long.toString(values[i]) : Fen.text(values[i]));
              }
              rows.add(cells);
            });
    return rows;
  }

  private static long[] counts(Settlement row) {
    return new long[] {
      1,
      row.status() == Status.SETTLED ? 1 : 0,
      row.status() == Status.REJECTED ? 1 : 0,
      row.status() == Status.REVERSED_OUT ? 1 : 0
    };
  }

  private static long[] amounts(Settlement row) {
    Payments paid = row.payments();
    return new long[] {
      row.totalFen(),
      row.eligibleFen(),
      row.split().deductibleFen(),
      paid.poolFen(),
      paid.supplementFen(),
      paid.ownFen(),
      paid.familyFen(),
      paid.cashFen()
    };
  }

  /** Each payer of the row has his own sum: what he paid of it. */
  private void addPayers(Settlement row) {
    Payments paid = row.payments();
    PolicyVersion version = row.version();
    String policy = version == null ? "" : version.policy().document().id();
    String patient = people.get(row.person()).id();
    addPayer(row, "pool", policy, paid.poolFen());
    addPayer(row, "supplement", policy, paid.supplementFen());
    addPayer(row, "own", patient, paid.ownFen());
    for (FamilyDraw draw : row.familyDraws()) {
      addPayer(row, "family", people.get(draw.payer()).id(), draw.amountFen());
    }
    addPayer(row, "cash", patient, paid.cashFen());
  }

  private void addPayer(Settlement row, String payer, String id, long fen) {
    if (fen != 0) {
      add(row, payer, id, new long[] {1}, new long[] {fen});
    }
  }

  private void add(Settlement row, String payer, String payerId, long[] counts, long[] amounts) {
    key.setLength(0);
    for (TotalKey each : keys) {
      appendValue(each, row, payer, payerId);
      key.append(BETWEEN);
    }
    long[] sum =
        sums.computeIfAbsent(key.toString(), made -> new long[counts.length + amounts.length]);
    for (int i = 0; i < sum.length; i++) {
      long value = i < counts.length ? counts[i] : amounts[i - counts.length];
      sum[i] = Fen.sum(sum[i], value);
    }
  }

  private void appendValue(TotalKey part, Settlement row, String payer, String payerId) {
    switch (part) {
      case PERSON -> key.append(people.get(row.person()).id());
      case HOUSEHOLD -> key.append(people.get(row.person()).householdId());
      case PAYER -> key.append(payer).append(BETWEEN).append(payerId);
      case MONTH -> key.append(month(Moment.day(row.moment())));
      case LEVEL -> key.append(word(vocabulary.levels(), row.level()));
      case TYPE -> key.append(word(vocabulary.types(), row.type()));
      case BENEFIT -> key.append(SettlementColumn.benefit(row));
    }
  }

  /** The month as {@code 2025-03}; many rows in turn are of one day. */
  private String month(int day) {
    if (day != lastDay) {
      lastDay = day;
      monthOfLastDay = Day.text(day).substring(0, 7);
    }
    return monthOfLastDay;
  }

  private static String word(Vocabulary.Words words, int number) {
    return number == Vocabulary.NONE ? "" : words.word(number);
  }
}
