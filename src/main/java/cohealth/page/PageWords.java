package cohealth.page;

import cohealth.comparison.PaidBy;
import cohealth.comparison.PayerSums;
import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.report.Phrases;
import cohealth.settlement.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words and tables that several kinds of pages have. */
record PageWords(Phrases phrases) {
  String get(String key, Object... args) {
    return phrases.get("report." + key, args);
  }

  /** A column that is not drawn, or alone. */
  Column column(String key) {
    return new Column(key, get("column." + key));
  }

  /** A column that is drawn in a colour of its own. */
  Column column(String key, Tone tone) {
    return new Column(key, get("column." + key), tone);
  }

  /** A column of what a payer paid. */
  Column column(PaidBy payer) {
    return new Column(
        payer.toString(),
        phrases.get("run.summary." + payer),
        Tone.valueOf(payer.name())); // each payer has a tone of its name
  }

  /** What each payer paid, those left out that never pay. */
  List<Column> columns(List<PaidBy> payers) {
    return payers.stream().map(this::column).toList();
  }

  /** The names of columns. */
  static List<String> keys(List<PaidBy> payers) {
    return payers.stream().map(PaidBy::toString).toList();
  }

  /** All payers, without supplementary funds where they pay nothing. */
  static List<PaidBy> paying(PayerSums paid) {
    List<PaidBy> payers = new ArrayList<>(List.of(PaidBy.values()));
    if (paid.supplementFen() == 0) {
      payers.remove(PaidBy.SUPPLEMENT);
    }
    return payers;
  }

  /** Who paid how much of what was billed, from the whole down to the cash. */
  Grid payers(long totalFen, PayerSums paid) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            new Cell.Text("total", phrases.get("run.summary.total")),
            new Cell.Amount(totalFen),
            new Cell.Share(totalFen, totalFen)));
    for (PaidBy payer : paying(paid)) {
      rows.add(
          List.of(
              new Cell.Text(payer.toString(), phrases.get("run.summary." + payer)),
              new Cell.Amount(paid.fen(payer)),
              new Cell.Share(paid.fen(payer), totalFen)));
    }
    Grid grid =
        new Grid(
            "payers",
            "",
            get("payers"),
            List.of(column("payer"), column("amount"), column("share")),
            rows,
            Drawing.NONE);
    // with a payer who got back more than was paid there is nothing that falls from a whole
    boolean falls = rows.stream().allMatch(row -> row.get(1).size() >= 0);
    return grid.drawn(
        falls ? Drawing.Kind.WATERFALL : Drawing.Kind.BARS, List.of("payer"), List.of("amount"));
  }

  /** The cells of what was billed and paid. */
  static List<Cell> cells(PaidSum sum, List<PaidBy> payers) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Count(sum.rows()));
    cells.add(new Cell.Amount(sum.totalFen()));
    payers.forEach(payer -> cells.add(new Cell.Amount(sum.paid().fen(payer))));
    return cells;
  }

  /** Which reasons occurred, and what they mean; no table when there are none. */
  List<Grid> reasons(ReasonCounts counts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (counts.of(reason) > 0) {
        rows.add(
            List.of(
                new Cell.Text(reason.name()),
                new Cell.Count(counts.of(reason)),
                new Cell.Text("", phrases.get("reason." + reason))));
      }
    }
    Grid grid =
        new Grid(
            "reasons",
            "",
            "",
            List.of(column("reason"), column("claims"), column("meaning")),
            rows,
            Drawing.NONE);
    return rows.isEmpty()
        ? List.of()
        : List.of(grid.drawn(Drawing.Kind.BARS, List.of("reason"), List.of("claims")));
  }

  /** A facility level. */
  Cell level(Vocabulary.Words levels, int level) {
    return word(levels, level, "policy.level.", StandardLevel.values());
  }

  /** A level by its name; a word that only a policy knows stands for itself. */
  Cell level(String name) {
    return new Cell.Text(name, shown(name, "policy.level.", StandardLevel.values()));
  }

  /** A type of claims. */
  Cell type(Vocabulary.Words types, int type) {
    return word(types, type, "policy.type.", StandardType.values());
  }

  private Cell word(Vocabulary.Words words, int number, String prefix, Enum<?>[] standard) {
    if (number == Vocabulary.NONE) {
      return new Cell.Text("", get("unknown"));
    }
    String word = words.word(number);
    return new Cell.Text(word, shown(word, prefix, standard));
  }

  private String shown(String word, String prefix, Enum<?>[] standard) {
    boolean known =
        Arrays.stream(standard).anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(word));
    return known ? phrases.get(prefix + word) : word;
  }

  /** A page of the kind. */
  Page page(String kind, String title, List<String> lead, List<Section> sections) {
    return new Page(kind, get("language"), title, lead, get("contents"), get("numbers"), sections);
  }
}
