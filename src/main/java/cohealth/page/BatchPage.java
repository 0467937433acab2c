package cohealth.page;

import cohealth.comparison.PaidBy;
import cohealth.comparison.PayerSums;
import cohealth.event.Vocabulary;
import cohealth.report.Phrases;
import cohealth.settlement.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The report of a batch: who paid what, when, where and why; who is near a limit. */
public final class BatchPage {
  private static final int LARGEST = 10;

  private static final List<Tone> PARTS =
      List.of(Tone.STEP_1, Tone.STEP_2, Tone.STEP_3, Tone.STEP_4, Tone.STEP_5);

  private final BatchSums sums;
  private final Vocabulary vocabulary;
  private final Phrases phrases;
  private final PageWords words;
  private final List<PaidBy> payers;

  /** The report of what was added up. */
  public BatchPage(BatchSums sums, Vocabulary vocabulary, Phrases phrases) {
    this.sums = sums;
    this.vocabulary = vocabulary;
    this.phrases = phrases;
    this.words = new PageWords(phrases);
    this.payers = PageWords.paying(sums.paid());
  }

  /** The page. */
  public Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        section("overview", List.of(cards(), words.payers(sums.all().totalFen(), sums.paid()))));
    sections.add(section("months", List.of(months())));
    sections.add(
        section(
            "places",
            List.of(
                parts("levels", sums.levels(), n -> words.level(vocabulary.levels(), n)),
                parts("types", sums.types(), n -> words.type(vocabulary.types(), n)))));
    List<Grid> reasons = words.reasons(sums.reasons());
    if (!reasons.isEmpty()) {
      sections.add(section("reasons", reasons));
    }
    Grid limits = limits();
    if (!limits.rows().isEmpty()) {
      sections.add(section("limits", List.of(limits)));
    }
    Grid families = families();
    if (!families.rows().isEmpty()) {
      sections.add(section("families", List.of(families)));
    }
    return words.page("batch", words.get("batch.title"), List.of(lead()), sections);
  }

  private Section section(String key, List<Grid> grids) {
    return new Section(
        key, words.get("batch." + key), List.of(words.get("batch." + key + ".note")), grids);
  }

  private String lead() {
    List<String> months = List.copyOf(sums.months().keySet());
    return months.isEmpty()
        ? words.get("batch.empty")
        : words.get(
            "batch.lead",
            Thousands.count(sums.all().rows()),
            months.get(0),
            months.get(months.size() - 1));
  }

  private Grid cards() {
    PayerSums paid = sums.paid();
    long total = sums.all().totalFen();
    return new Grid(
            "overview",
            "",
            "",
            List.of(
                words.column("settled"),
                words.column("rejected"),
                words.column("reversed_out"),
                words.column("people"),
                words.column("people_with_claims"),
                words.column("total"),
                words.column("pool_share"),
                words.column("cash_share")),
            List.of(
                List.of(
                    new Cell.Count(sums.count(Status.SETTLED)),
                    new Cell.Count(sums.count(Status.REJECTED)),
                    new Cell.Count(sums.count(Status.REVERSED_OUT)),
                    new Cell.Count(sums.people()),
                    new Cell.Count(sums.peopleWithClaims()),
                    new Cell.Amount(total),
                    new Cell.Share(paid.poolFen(), total),
                    new Cell.Share(paid.cashFen(), total))),
            Drawing.NONE)
        .drawn(Drawing.Kind.CARDS, List.of(), List.of());
  }

  private Grid months() {
    List<List<Cell>> rows = new ArrayList<>();
    sums.months()
        .forEach(
            (month, sum) -> {
              List<Cell> row = new ArrayList<>(List.of(Cell.of(month)));
              row.addAll(PageWords.cells(sum, payers));
              rows.add(row);
            });
    return new Grid("months", "", "", columns("month"), rows, Drawing.NONE)
        .drawn(Drawing.Kind.MONTHS, List.of("month"), PageWords.keys(payers));
  }

  private Grid parts(String key, Map<Integer, PaidSum> parts, Function<Integer, Cell> name) {
    List<List<Cell>> rows = new ArrayList<>();
    parts.forEach(
        (number, sum) -> {
          List<Cell> row = new ArrayList<>(List.of(name.apply(number)));
          row.addAll(PageWords.cells(sum, payers));
          rows.add(row);
        });
    String label = key.equals("levels") ? "level" : "type";
    return new Grid(key, "", words.get("batch." + key), columns(label), rows, Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of(label), PageWords.keys(payers));
  }

  private List<Column> columns(String label) {
    List<Column> columns = new ArrayList<>();
    columns.add(words.column(label));
    columns.add(words.column("claims"));
    columns.add(words.column("total"));
    columns.addAll(words.columns(payers));
    return columns;
  }

  private Grid limits() {
    List<List<Cell>> rows = new ArrayList<>();
    sums.limits()
        .people()
        .forEach(
            (limit, people) -> {
              List<Cell> row = new ArrayList<>();
              row.add(Cell.of(limit.document()));
              row.add(new Cell.Text(limit.kind(), phrases.get("quota.kind." + limit.kind())));
              row.add(Cell.of(limit.benefit()));
              row.add(Cell.of(limit.name()));
              row.add(
                  limit.period().isEmpty()
                      ? Cell.of("")
                      : new Cell.Text(
                          limit.period(), phrases.get("quota.period." + limit.period())));
              for (long each : people) {
                row.add(new Cell.Count(each));
              }
              rows.add(row);
            });
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("document", "limit_kind", "benefit", "limit_name", "period")) {
      columns.add(words.column(key));
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < LimitUse.PARTS; i++) {
      parts.add("used_" + i);
      columns.add(words.column("used_" + i, PARTS.get(i)));
    }
    return new Grid("limits", "", "", columns, rows, Drawing.NONE)
        .drawn(
            Drawing.Kind.BARS,
            List.of("document", "limit_kind", "limit_name"),
            parts.subList(1, parts.size()));
  }

  private Grid families() {
    List<List<Cell>> rows = new ArrayList<>();
    for (BatchSums.Draws draws : sums.largest(LARGEST)) {
      rows.add(
          List.of(
              Cell.of(draws.household()),
              new Cell.Count(draws.people()),
              new Cell.Count(draws.claims()),
              new Cell.Amount(draws.familyFen()),
              new Cell.Amount(draws.cashFen())));
    }
    return new Grid(
            "families",
            "",
            "",
            List.of(
                words.column("household"),
                words.column("people"),
                words.column("helped_claims"),
                words.column(PaidBy.FAMILY),
                words.column(PaidBy.CASH)),
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.BARS, List.of("household"), List.of("family"));
  }
}
