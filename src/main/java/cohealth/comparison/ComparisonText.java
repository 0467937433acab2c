package cohealth.comparison;

import cohealth.money.Fen;
import cohealth.money.Percentage;
import cohealth.report.FittedTable;
import cohealth.report.Phrases;
import cohealth.report.TextTable.Column;
import cohealth.report.TextTable.Lines;
import cohealth.report.TextWrap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for people: tables within a width.
 *
 * @param width in columns of a terminal, as far as words can be broken
 */
public record ComparisonText(Comparison comparison, Phrases phrases, int width) {
  private static final int LONGEST_VALUE = 160;

  /** Tells the lines. */
  public void tell(Lines lines) {
    paragraph(lines, get("assumption"));
    changes(lines);
    if (comparison.changes().isEmpty()) {
      paragraph(lines, get("noChanges"));
    }
    totals(lines);
    outcomes(lines);
    bands(lines);
    caps(lines);
    months(lines);
    for (Dimension dimension : Dimension.values()) {
      slices(lines, dimension);
    }
    decomposition(lines);
  }

  private void changes(Lines lines) {
    if (comparison.changes().isEmpty()) {
      return;
    }
    FittedTable table = table(List.of("number", "value", "from", "to"), 0);
    for (PolicyChange change : comparison.changes()) {
      table.row(
          List.of(
              Integer.toString(change.number()),
              change.path(),
              value(change.before()),
              value(change.after())));
    }
    tell(lines, get("changes"), table);
  }

  private static String value(String text) {
    return text.isEmpty()
        ? "-"
        : text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  private void totals(Lines lines) {
    FittedTable table = table(List.of("payer", "before", "after", "difference", "share"), 1);
    BeforeAfter paid = comparison.paid();
    for (PaidBy payer : PaidBy.values()) {
      row(table, payer(payer), paid.before().fen(payer), paid.after().fen(payer));
    }
    row(table, phrases.get("run.summary.total"), paid.before().sumFen(), paid.after().sumFen());
    tell(lines, get("totals"), table);
  }

  private static void row(FittedTable table, String name, long beforeFen, long afterFen) {
    long difference = afterFen - beforeFen;
    table.row(
        List.of(
            name,
            Fen.text(beforeFen),
            Fen.text(afterFen),
            Fen.text(difference),
            Percentage.text(difference, beforeFen)));
  }

  private void outcomes(Lines lines) {
    FittedTable table = table(List.of("what", "people", "share", "households", "share"), 1);
    Outcome people = comparison.people();
    Outcome households = comparison.households();
    counts(table, "withClaims", people.counted(), households.counted());
    counts(table, "gain", people.gain(), households.gain());
    counts(table, "lose", people.lose(), households.lose());
    counts(table, "same", people.same(), households.same());
    amounts(table, "gained", people.gainedFen(), households.gainedFen());
    amounts(table, "lost", people.lostFen(), households.lostFen());
    amounts(table, "mostGained", people.mostGainedFen(), households.mostGainedFen());
    amounts(table, "mostLost", people.mostLostFen(), households.mostLostFen());
    tell(lines, get("outcomes"), table);
  }

  private void counts(FittedTable table, String what, long people, long households) {
    table.row(
        List.of(
            get("row." + what),
            Long.toString(people),
            Percentage.text(people, comparison.people().counted()),
            Long.toString(households),
            Percentage.text(households, comparison.households().counted())));
  }

  private void amounts(FittedTable table, String what, long peopleFen, long householdsFen) {
    table.row(List.of(get("row." + what), Fen.text(peopleFen), "", Fen.text(householdsFen), ""));
  }

  private void bands(Lines lines) {
    if (comparison.people().gain() + comparison.people().lose() == 0) {
      return;
    }
    FittedTable table = table(List.of("amount", "gain", "lose"), 1);
    for (AmountBand band : comparison.bands()) {
      table.row(
          List.of(words().band(band), Long.toString(band.gain()), Long.toString(band.lose())));
    }
    tell(lines, get("bands"), table);
  }

  private void caps(Lines lines) {
    CapChange caps = comparison.caps();
    paragraph(lines, get("caps", caps.before(), caps.after(), caps.newly(), caps.noLonger()));
  }

  private void months(Lines lines) {
    if (comparison.months().isEmpty()) {
      return;
    }
    FittedTable table =
        table(List.of("month", "claims", "before", "after", "difference", "share"), 1);
    for (Month month : comparison.months()) {
      long before = month.paid().before().poolFen();
      long after = month.paid().after().poolFen();
      table.row(
          List.of(
              month.month(),
              Long.toString(month.claims()),
              Fen.text(before),
              Fen.text(after),
              Fen.text(after - before),
              Percentage.text(after - before, before)));
    }
    tell(lines, get("months"), table);
  }

  private void slices(Lines lines, Dimension dimension) {
    List<Slice> slices = comparison.slices(dimension);
    if (slices.isEmpty()) {
      return;
    }
    String part = "by." + dimension;
    FittedTable table =
        table(List.of(part, "withClaims", "gain", "lose", "gained", "lost", "pool"), 1);
    for (Slice slice : slices) {
      Outcome outcome = slice.outcome();
      table.row(
          List.of(
              words().slice(dimension, slice.key()),
              Long.toString(outcome.counted()),
              Long.toString(outcome.gain()),
              Long.toString(outcome.lose()),
              Fen.text(outcome.gainedFen()),
              Fen.text(outcome.lostFen()),
              Fen.text(slice.paid().difference().poolFen())));
    }
    tell(lines, get("slices." + dimension), table);
  }

  private void decomposition(Lines lines) {
    Decomposition decomposition = comparison.decomposition();
    int changes = comparison.changeCount();
    switch (decomposition.told()) {
      case NO_CHANGES -> {}
      case NOT_ASKED -> paragraph(lines, get("alone.notAsked", changes));
      case TOO_MANY -> paragraph(lines, get("alone.tooMany", changes, decomposition.most()));
      case YES -> parts(lines, decomposition);
    }
  }

  private void parts(Lines lines, Decomposition decomposition) {
    FittedTable table = table(List.of("alone", "pool", "supplement", "own", "family", "cash"), 1);
    boolean dependent = false;
    for (Decomposition.Part part : decomposition.parts()) {
      PayerSums difference = part.difference();
      dependent |= difference == null || part.numbers().size() > 1;
      sums(table, words().numbers(part.numbers()), difference);
    }
    sums(table, get("alone.interaction"), decomposition.interaction());
    sums(table, get("alone.whole"), comparison.paid().difference());
    tell(lines, get("alone.title"), table);
    if (dependent) {
      paragraph(lines, get("alone.dependent"));
    }
  }

  private static void sums(FittedTable table, String name, @Nullable PayerSums sums) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (PaidBy payer : PaidBy.values()) {
      cells.add(sums == null ? "-" : Fen.text(sums.fen(payer)));
    }
    table.row(cells);
  }

  private ComparisonWords words() {
    return new ComparisonWords(phrases);
  }

  private String payer(PaidBy payer) {
    return phrases.get("run.summary." + payer);
  }

  /** A table whose first columns are texts and whose other columns are numbers. */
  private FittedTable table(List<String> titles, int texts) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      columns.add(new Column(get("column." + titles.get(i)), texts > 0 && i >= texts));
    }
    return new FittedTable(columns, width);
  }

  private void tell(Lines lines, String title, FittedTable table) {
    paragraph(lines, title);
    table.tell(lines);
  }

  /** A paragraph after a blank line; the first has none. */
  private void paragraph(Lines lines, String text) {
    if (!text.equals(get("assumption"))) {
      lines.line("");
    }
    TextWrap.lines(text, width).forEach(lines::line);
  }

  private String get(String key, Object... args) {
    return phrases.get("compare." + key, args);
  }
}
