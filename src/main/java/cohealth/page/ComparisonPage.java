package cohealth.page;

import cohealth.comparison.AmountBand;
import cohealth.comparison.BeforeAfter;
import cohealth.comparison.Comparison;
import cohealth.comparison.ComparisonWords;
import cohealth.comparison.Decomposition;
import cohealth.comparison.Dimension;
import cohealth.comparison.Month;
import cohealth.comparison.Outcome;
import cohealth.comparison.PaidBy;
import cohealth.comparison.PayerSums;
import cohealth.comparison.PolicyChange;
import cohealth.comparison.Slice;
import cohealth.money.Fen;
import cohealth.report.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of a comparison: who pays more, who gains and loses, what each change does alone. */
public final class ComparisonPage {
  private final Comparison comparison;
  private final Phrases phrases;
  private final PageWords words;
  private final ComparisonWords named;
  private final List<PaidBy> payers;

  /** The report of two policies side by side. */
  public ComparisonPage(Comparison comparison, Phrases phrases) {
    this.comparison = comparison;
    this.phrases = phrases;
    this.words = new PageWords(phrases);
    this.named = new ComparisonWords(phrases);
    BeforeAfter paid = comparison.paid();
    this.payers =
        PageWords.paying(paid.before().supplementFen() == 0 ? paid.after() : paid.before());
  }

  /** The page. */
  public Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(section("overview", List.of(cards(), changes())));
    sections.add(section("totals", List.of(totals())));
    sections.add(section("outcomes", List.of(outcomes(), amounts(), bands(), caps())));
    if (!comparison.months().isEmpty()) {
      sections.add(section("months", List.of(months())));
    }
    List<Grid> slices = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (!comparison.slices(dimension).isEmpty()) {
        slices.add(slices(dimension));
      }
    }
    if (!slices.isEmpty()) {
      sections.add(section("slices", slices));
    }
    if (comparison.decomposition().told() == Decomposition.Told.YES) {
      sections.add(section("alone", List.of(alone())));
    }
    return words.page(
        "comparison",
        words.get("comparison.title"),
        List.of(phrases.get("compare.assumption")),
        sections);
  }

  private Section section(String key, List<Grid> grids) {
    return new Section(
        key,
        words.get("comparison." + key),
        List.of(words.get("comparison." + key + ".note")),
        grids);
  }

  private Grid cards() {
    PayerSums difference = comparison.paid().difference();
    return new Grid(
            "overview",
            "",
            "",
            List.of(
                words.column("claims"),
                words.column("changed_claims"),
                words.column("total"),
                words.column("pool_difference"),
                words.column("cash_difference"),
                words.column("people_gain"),
                words.column("people_lose")),
            List.of(
                List.of(
                    new Cell.Count(comparison.rows()),
                    new Cell.Count(comparison.changedRows()),
                    new Cell.Amount(comparison.billedFen()),
                    new Cell.Amount(difference.poolFen()),
                    new Cell.Amount(difference.cashFen()),
                    new Cell.Count(comparison.people().gain()),
                    new Cell.Count(comparison.people().lose()))),
            Drawing.NONE)
        .drawn(Drawing.Kind.CARDS, List.of(), List.of());
  }

  private Grid changes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (PolicyChange change : comparison.changes()) {
      rows.add(
          List.of(
              new Cell.Count(change.number()),
              Cell.of(change.path()),
              Cell.of(change.before()),
              Cell.of(change.after())));
    }
    return table("changes", List.of("number", "path", "before", "after"), rows);
  }

  private Grid table(String key, List<String> columns, List<List<Cell>> rows) {
    return new Grid(
        key,
        "",
        words.get("comparison.table." + key),
        columns.stream().map(words::column).toList(),
        rows,
        Drawing.NONE);
  }

  private Grid totals() {
    List<List<Cell>> rows = new ArrayList<>();
    BeforeAfter paid = comparison.paid();
    for (PaidBy payer : payers) {
      long before = paid.before().fen(payer);
      long difference = paid.difference().fen(payer);
      rows.add(
          List.of(
              new Cell.Text(payer.toString(), phrases.get("run.summary." + payer)),
              new Cell.Amount(before),
              new Cell.Amount(paid.after().fen(payer)),
              new Cell.Amount(difference),
              new Cell.Share(difference, before)));
    }
    return table("totals", List.of("payer", "before", "after", "difference", "share"), rows)
        .drawn(Drawing.Kind.BARS, List.of("payer"), List.of("difference"));
  }

  private Grid outcomes() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(outcome("people", comparison.people()));
    rows.add(outcome("households", comparison.households()));
    return new Grid(
            "outcomes",
            "",
            words.get("comparison.table.outcomes"),
            List.of(
                words.column("who"),
                words.column("with_claims"),
                words.column("gain", Tone.GAIN),
                words.column("same", Tone.STEP_1),
                words.column("lose", Tone.LOSE)),
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of("who"), List.of("gain", "same", "lose"));
  }

  private List<Cell> outcome(String key, Outcome outcome) {
    return List.of(
        new Cell.Text(key, words.get("comparison." + key)),
        new Cell.Count(outcome.counted()),
        new Cell.Count(outcome.gain()),
        new Cell.Count(outcome.same()),
        new Cell.Count(outcome.lose()));
  }

  private Grid amounts() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(amounts("people", comparison.people()));
    rows.add(amounts("households", comparison.households()));
    return table("amounts", List.of("who", "gained", "lost", "most_gained", "most_lost"), rows);
  }

  private List<Cell> amounts(String key, Outcome outcome) {
    return List.of(
        new Cell.Text(key, words.get("comparison." + key)),
        new Cell.Amount(outcome.gainedFen()),
        new Cell.Amount(outcome.lostFen()),
        new Cell.Amount(outcome.mostGainedFen()),
        new Cell.Amount(outcome.mostLostFen()));
  }

  private Grid bands() {
    List<List<Cell>> rows = new ArrayList<>();
    for (AmountBand band : comparison.bands()) {
      rows.add(
          List.of(
              new Cell.Text(Fen.text(band.aboveFen()), named.band(band)),
              new Cell.Count(band.gain()),
              new Cell.Count(band.lose())));
    }
    return new Grid(
            "bands",
            "",
            words.get("comparison.table.bands"),
            List.of(
                words.column("band"),
                words.column("gain", Tone.GAIN),
                words.column("lose", Tone.LOSE)),
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of("band"), List.of("gain", "lose"));
  }

  private Grid caps() {
    return table(
        "caps",
        List.of("who", "caps_before", "caps_after", "caps_newly", "caps_no_longer"),
        List.of(
            List.of(
                new Cell.Text("people", words.get("comparison.people")),
                new Cell.Count(comparison.caps().before()),
                new Cell.Count(comparison.caps().after()),
                new Cell.Count(comparison.caps().newly()),
                new Cell.Count(comparison.caps().noLonger()))));
  }

  private Grid months() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Month month : comparison.months()) {
      long before = month.paid().before().poolFen();
      long after = month.paid().after().poolFen();
      rows.add(
          List.of(
              Cell.of(month.month()),
              new Cell.Count(month.claims()),
              new Cell.Amount(before),
              new Cell.Amount(after),
              new Cell.Amount(after - before),
              new Cell.Share(after - before, before)));
    }
    return new Grid(
            "months",
            "",
            words.get("comparison.table.months"),
            List.of(
                words.column("month"),
                words.column("claims"),
                words.column("before"),
                words.column("after"),
                words.column("difference", Tone.POOL),
                words.column("share")),
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.MONTHS, List.of("month"), List.of("difference"));
  }

  private Grid slices(Dimension dimension) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Slice slice : comparison.slices(dimension)) {
      Outcome outcome = slice.outcome();
      rows.add(
          List.of(
              new Cell.Text(slice.key(), named.slice(dimension, slice.key())),
              new Cell.Count(outcome.counted()),
              new Cell.Count(outcome.gain()),
              new Cell.Count(outcome.same()),
              new Cell.Count(outcome.lose()),
              new Cell.Amount(outcome.gainedFen()),
              new Cell.Amount(outcome.lostFen()),
              new Cell.Amount(slice.paid().difference().poolFen()),
              new Cell.Amount(slice.paid().difference().cashFen())));
    }
    return new Grid(
            "by_" + dimension,
            "",
            phrases.get("compare.slices." + dimension),
            List.of(
                new Column("key", phrases.get("compare.column.by." + dimension)),
                words.column("with_claims"),
                words.column("gain", Tone.GAIN),
                words.column("same", Tone.STEP_1),
                words.column("lose", Tone.LOSE),
                words.column("gained"),
                words.column("lost"),
                words.column("pool_difference"),
                words.column("cash_difference")),
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of("key"), List.of("gain", "same", "lose"));
  }

  private Grid alone() {
    Decomposition decomposition = comparison.decomposition();
    List<List<Cell>> rows = new ArrayList<>();
    for (Decomposition.Part part : decomposition.parts()) {
      String numbers = named.numbers(part.numbers());
      rows.add(sums(new Cell.Text(numbers), part.difference()));
    }
    rows.add(
        sums(
            new Cell.Text("interaction", phrases.get("compare.alone.interaction")),
            decomposition.interaction()));
    rows.add(
        sums(
            new Cell.Text("whole", phrases.get("compare.alone.whole")),
            comparison.paid().difference()));
    List<Column> columns = new ArrayList<>(List.of(words.column("change")));
    columns.addAll(words.columns(payers));
    return new Grid("alone", "", phrases.get("compare.alone.title"), columns, rows, Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of("change"), List.of("pool"));
  }

  private List<Cell> sums(Cell name, @Nullable PayerSums sums) {
    List<Cell> row = new ArrayList<>(List.of(name));
    for (PaidBy payer : payers) {
      row.add(sums == null ? Cell.of("") : new Cell.Amount(sums.fen(payer)));
    }
    return row;
  }
}
