package cohealth.page;

import cohealth.comparison.PaidBy;
import cohealth.comparison.PayerSums;
import cohealth.event.Vocabulary;
import cohealth.page.HouseholdYear.Balances;
import cohealth.page.HouseholdYear.Limits;
import cohealth.person.People;
import cohealth.person.Purse;
import cohealth.report.Ids;
import cohealth.report.Phrases;
import cohealth.report.QuotaRow;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Reason;
import cohealth.settlement.Settlement;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The report of a household: each bill, who paid, every purse, limits, who helped whom. */
public final class HouseholdPage {
  /** More bills than this are drawn by months. */
  private static final int MOST_BARS = 40;

  private static final int MOST_LINES = 6;
  private static final int MONTH = 7;

  private final HouseholdYear year;
  private final String household;
  private final People people;
  private final IntFunction<String> label;
  private final Vocabulary vocabulary;
  private final Ids ids;
  private final Phrases phrases;
  private final PageWords words;

  /**
   * The report of what was kept.
   *
   * @param household its id
   * @param label how a person is shown
   */
  public HouseholdPage(
      HouseholdYear year,
      String household,
      People people,
      IntFunction<String> label,
      Vocabulary vocabulary,
      Ids ids,
      Phrases phrases) {
    this.year = year;
    this.household = household;
    this.people = people;
    this.label = label;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.phrases = phrases;
    this.words = new PageWords(phrases);
  }

  /** The page. */
  public Page page() {
    List<Section> sections = new ArrayList<>();
    PaidSum all = year.all();
    sections.add(section("overview", List.of(cards(), words.payers(all.totalFen(), all.paid()))));
    if (!year.bills().isEmpty()) {
      sections.add(section("bills", bills()));
    }
    if (year.isComplete()) {
      add(sections, "purses", purses());
      add(sections, "limits", limits());
    }
    add(sections, "helped", helped());
    add(sections, "reasons", words.reasons(year.reasons()));
    String lead =
        year.bills().isEmpty()
            ? words.get("household.empty")
            : words.get(
                "household.lead",
                year.members().stream()
                    .map(label::apply)
                    .collect(Collectors.joining(phrases.get("policy.comma"))));
    return words.page(
        "household", words.get("household.title", household), List.of(lead), sections);
  }

  private void add(List<Section> sections, String key, List<Grid> grids) {
    if (!grids.isEmpty()) {
      sections.add(section(key, grids));
    }
  }

  private Section section(String key, List<Grid> grids) {
    return new Section(
        key,
        words.get("household." + key),
        List.of(words.get("household." + key + ".note")),
        grids);
  }

  private Grid cards() {
    PayerSums paid = year.all().paid();
    long total = year.all().totalFen();
    return new Grid(
            "overview",
            "",
            "",
            List.of(
                words.column("people"),
                words.column("bills"),
                words.column("total"),
                words.column("pool_share"),
                words.column("helped_by_family"),
                words.column("cash")),
            List.of(
                List.of(
                    new Cell.Count(year.members().size()),
                    new Cell.Count(year.bills().size()),
                    new Cell.Amount(total),
                    new Cell.Share(paid.poolFen(), total),
                    new Cell.Amount(paid.familyFen()),
                    new Cell.Amount(paid.cashFen()))),
            Drawing.NONE)
        .drawn(Drawing.Kind.CARDS, List.of(), List.of());
  }

  private Cell person(int person) {
    return new Cell.Text(people.get(person).id(), label.apply(person));
  }

  private List<Grid> bills() {
    List<PaidBy> payers = PageWords.paying(year.all().paid());
    List<List<Cell>> rows = new ArrayList<>();
    NavigableMap<String, PaidSum> months = new TreeMap<>();
    for (Settlement bill : year.bills()) {
      String day = Day.text(Moment.day(bill.moment()));
      months.computeIfAbsent(day.substring(0, MONTH), month -> new PaidSum()).add(bill);
      rows.add(bill(bill, day, payers));
    }
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("day", "bill", "person", "type", "level", "total")) {
      columns.add(words.column(key));
    }
    columns.addAll(words.columns(payers));
    columns.add(words.column("helpers"));
    columns.add(words.column("reasons"));
    Grid bills =
        new Grid("bills", "", words.get("household.bills.each"), columns, rows, Drawing.NONE);
    if (rows.size() <= MOST_BARS) {
      return List.of(
          bills.drawn(Drawing.Kind.BARS, List.of("day", "person"), PageWords.keys(payers)));
    }
    return List.of(months(PaidSum.withGaps(months), payers), bills);
  }

  private List<Cell> bill(Settlement bill, String day, List<PaidBy> payers) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(day));
    row.add(Cell.of(ids.claim(bill.ordinal())));
    row.add(person(bill.person()));
    row.add(words.type(vocabulary.types(), bill.type()));
    row.add(words.level(vocabulary.levels(), bill.level()));
    row.add(new Cell.Amount(bill.totalFen()));
    PayerSums paid = PayerSums.of(bill.payments());
    payers.forEach(payer -> row.add(new Cell.Amount(paid.fen(payer))));
    row.add(helpers(bill.familyDraws()));
    List<String> reasons = reasons(bill);
    row.add(new Cell.Text(String.join(";", reasons), String.join("; ", reasons)));
    return row;
  }

  private Cell helpers(List<FamilyDraw> draws) {
    return new Cell.Text(
        draws.stream().map(draw -> people.get(draw.payer()).id()).collect(Collectors.joining(";")),
        draws.stream()
            .map(draw -> label.apply(draw.payer()))
            .collect(Collectors.joining(phrases.get("policy.comma"))));
  }

  private static List<String> reasons(Settlement bill) {
    List<String> codes = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (bill.reasons().has(reason)) {
        codes.add(reason.name());
      }
    }
    return codes;
  }

  private Grid months(Map<String, PaidSum> months, List<PaidBy> payers) {
    List<List<Cell>> rows = new ArrayList<>();
    months.forEach(
        (month, sum) -> {
          List<Cell> row = new ArrayList<>(List.of(Cell.of(month)));
          row.addAll(PageWords.cells(sum, payers));
          rows.add(row);
        });
    List<Column> columns = new ArrayList<>();
    columns.add(words.column("month"));
    columns.add(words.column("bills"));
    columns.add(words.column("total"));
    columns.addAll(words.columns(payers));
    return new Grid("months", "", words.get("household.months"), columns, rows, Drawing.NONE)
        .drawn(Drawing.Kind.MONTHS, List.of("month"), PageWords.keys(payers));
  }

  /** A table for each member who has an account; one line for each purse that ever held money. */
  private List<Grid> purses() {
    List<Grid> grids = new ArrayList<>();
    for (int member : year.members()) {
      List<Balances> balances = year.balancesOf(member);
      List<Purse> held = new ArrayList<>();
      for (Purse purse : Purse.values()) {
        if (balances.stream().anyMatch(each -> each.fen(purse) != 0)) {
          held.add(purse);
        }
      }
      if (!held.isEmpty()) {
        grids.add(purses(member, balances, held));
      }
    }
    return grids;
  }

  private Grid purses(int member, List<Balances> balances, List<Purse> held) {
    List<Column> columns = new ArrayList<>(List.of(words.column("day"), words.column("event")));
    List<String> drawn = new ArrayList<>();
    for (Purse purse : held) {
      String key = purse.name().toLowerCase(Locale.ROOT);
      columns.add(new Column(key, phrases.get("policy.word." + key), Tone.of(purse.ordinal())));
      drawn.add(key);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < balances.size(); i++) {
      Balances each = balances.get(i);
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(Day.text(each.day())));
      row.add(event(each.event(), i == 0));
      held.forEach(purse -> row.add(new Cell.Amount(each.fen(purse))));
      rows.add(row);
    }
    return new Grid(
            "purses", people.get(member).id(), label.apply(member), columns, rows, Drawing.NONE)
        .drawn(Drawing.Kind.STEPS, List.of("day"), drawn);
  }

  private Cell event(String id, boolean first) {
    return id.isEmpty() ? new Cell.Text("", words.get(first ? "beginning" : "end")) : Cell.of(id);
  }

  /** Where each member's limits stand at the end, and how those filled up that were used. */
  private List<Grid> limits() {
    List<Grid> grids = new ArrayList<>();
    for (int member : year.members()) {
      List<Limits> all = year.limitsOf(member);
      List<QuotaRow> atEnd = all.get(all.size() - 1).rows();
      if (!atEnd.isEmpty()) {
        grids.add(left(member, atEnd));
        Grid filling = filling(member, all);
        if (!filling.rows().isEmpty()) {
          grids.add(filling);
        }
      }
    }
    return grids;
  }

  private Grid left(int member, List<QuotaRow> rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (QuotaRow row : rows) {
      cells.add(
          List.of(
              new Cell.Text(key(row), name(row)),
              row.period().isEmpty()
                  ? Cell.of("")
                  : new Cell.Text(row.period(), phrases.get("quota.period." + row.period())),
              Cell.ofKnown(row.limitFen()),
              Cell.ofKnown(row.usedFen()),
              Cell.ofKnown(row.leftFen())));
    }
    return new Grid(
            "limits",
            people.get(member).id(),
            words.get("household.limits.end", label.apply(member)),
            List.of(
                words.column("limit"),
                words.column("period"),
                words.column("limit_amount"),
                words.column("used"),
                words.column("left")),
            cells,
            Drawing.NONE)
        .drawn(Drawing.Kind.FILL, List.of("limit"), List.of("used", "limit_amount"));
  }

  /** After each bill, how much was used of the limits that were used at all. */
  private Grid filling(int member, List<Limits> all) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Limits each : all) {
      for (QuotaRow row : each.rows()) {
        if (row.usedFen() > 0 && names.size() < MOST_LINES) {
          names.putIfAbsent(key(row), name(row));
        }
      }
    }
    List<Column> columns = new ArrayList<>(List.of(words.column("day"), words.column("bill")));
    for (Map.Entry<String, String> limit : names.entrySet()) {
      columns.add(new Column(limit.getKey(), limit.getValue(), Tone.of(columns.size() - 2)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    if (!names.isEmpty()) {
      for (Limits each : all) {
        rows.add(filling(each, List.copyOf(names.keySet())));
      }
    }
    return new Grid(
            "limits_used",
            people.get(member).id(),
            words.get("household.limits.used", label.apply(member)),
            columns,
            rows,
            Drawing.NONE)
        .drawn(Drawing.Kind.STEPS, List.of("day"), List.copyOf(names.keySet()));
  }

  private List<Cell> filling(Limits limits, List<String> wanted) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(Day.text(limits.day())));
    row.add(event(limits.event(), false));
    for (String key : wanted) {
      long used =
          limits.rows().stream()
              .filter(each -> key(each).equals(key))
              .mapToLong(QuotaRow::usedFen)
              .findFirst()
              .orElse(0);
      row.add(new Cell.Amount(used));
    }
    return row;
  }

  /** What a limit is called in machine formats. */
  private String key(QuotaRow row) {
    String of = row.payer() == QuotaRow.NOBODY ? row.name() : people.get(row.payer()).id();
    String benefit = row.benefit().isEmpty() ? "" : row.benefit() + "/";
    return String.valueOf(row.kind()).toLowerCase(Locale.ROOT) + "/" + benefit + of;
  }

  private String name(QuotaRow row) {
    String of = row.payer() == QuotaRow.NOBODY ? row.name() : label.apply(row.payer());
    String kind = phrases.get("quota.kind." + String.valueOf(row.kind()).toLowerCase(Locale.ROOT));
    return row.benefit().isEmpty() ? kind + " " + of : kind + " " + row.benefit() + " " + of;
  }

  private List<Grid> helped() {
    List<List<Cell>> rows = new ArrayList<>();
    year.helped()
        .forEach(
            (who, help) ->
                rows.add(
                    List.of(
                        person(who.payer()),
                        person(who.beneficiary()),
                        new Cell.Count(help.bills()),
                        new Cell.Amount(help.fen()))));
    Grid grid =
        new Grid(
            "helped",
            "",
            "",
            List.of(
                words.column("payer_person"),
                words.column("beneficiary"),
                words.column("bills"),
                words.column("amount", Tone.FAMILY)),
            rows,
            Drawing.NONE);
    return rows.isEmpty()
        ? List.of()
        : List.of(
            grid.drawn(
                Drawing.Kind.BARS, List.of("payer_person", "beneficiary"), List.of("amount")));
  }
}
