package cohealth.comparison;

import cohealth.money.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All numbers of a comparison as rows, for CSV and JSON lines. */
public final class Measures {
  private final List<Measure> rows = new ArrayList<>();

  private Measures() {}

  /** The rows, section by section. */
  public static List<Measure> of(Comparison comparison) {
    Measures all = new Measures();
    for (PolicyChange change : comparison.changes()) {
      all.rows.add(
          new Measure(
              "change",
              Integer.toString(change.number()),
              change.path(),
              change.before(),
              change.after(),
              ""));
    }
    all.count("claims", "", "rows", comparison.rows());
    all.difference("claims", "", "changed_rows", comparison.changedRows());
    all.paid("total", "", comparison.paid());
    all.outcome("people", "", comparison.people());
    all.outcome("households", "", comparison.households());
    for (AmountBand band : comparison.bands()) {
      String upTo = band.upToFen() == Long.MAX_VALUE ? "" : Fen.text(band.upToFen());
      String key = Fen.text(band.aboveFen()) + "-" + upTo;
      all.difference("band", key, "gain", band.gain());
      all.difference("band", key, "lose", band.lose());
    }
    all.caps("caps", "", comparison.caps());
    for (Month month : comparison.months()) {
      all.count("month", month.month(), "rows", month.claims());
      all.paid("month", month.month(), month.paid());
    }
    for (Slice slice : comparison.slices()) {
      all.slice(slice);
    }
    all.decomposition(comparison.decomposition());
    all.activities(comparison.activities());
    return List.copyOf(all.rows);
  }

  private void slice(Slice slice) {
    String section = slice.dimension().toString();
    count(section, slice.key(), "people", slice.people());
    outcome(section, slice.key(), slice.outcome());
    CapChange caps = slice.caps();
    if (caps != null) {
      caps(section, slice.key(), caps);
    }
    paid(section, slice.key(), slice.paid());
  }

  private void outcome(String section, String key, Outcome outcome) {
    count(section, key, "with_claims", outcome.counted());
    difference(section, key, "gain", outcome.gain());
    difference(section, key, "lose", outcome.lose());
    difference(section, key, "same", outcome.same());
    amount(section, key, "gained", outcome.gainedFen());
    amount(section, key, "lost", outcome.lostFen());
    amount(section, key, "most_gained", outcome.mostGainedFen());
    amount(section, key, "most_lost", outcome.mostLostFen());
  }

  private void caps(String section, String key, CapChange caps) {
    both(section, key, "cap_reached", caps.before(), caps.after());
    difference(section, key, "cap_newly", caps.newly());
    difference(section, key, "cap_no_longer", caps.noLonger());
  }

  private void paid(String section, String key, BeforeAfter paid) {
    for (PaidBy payer : PaidBy.values()) {
      rows.add(
          new Measure(
              section,
              key,
              payer.toString(),
              Fen.text(paid.before().fen(payer)),
              Fen.text(paid.after().fen(payer)),
              Fen.text(paid.difference().fen(payer))));
    }
  }

  private void decomposition(Decomposition decomposition) {
    for (Decomposition.Part part : decomposition.parts()) {
      PayerSums difference = part.difference();
      if (difference != null) {
        differences(key(part.numbers()), difference);
      }
    }
    PayerSums interaction = decomposition.interaction();
    if (interaction != null) {
      differences("interaction", interaction);
    }
  }

  /** Numbers of changes that belong together, as {@code 2+3}. */
  static String key(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }

  private void differences(String key, PayerSums difference) {
    for (PaidBy payer : PaidBy.values()) {
      amount("decomposition", key, payer.toString(), difference.fen(payer));
    }
  }

  private void activities(ActivityCounts activities) {
    both("activities", "", "accepted", activities.acceptedBefore(), activities.acceptedAfter());
    rows.add(
        new Measure(
            "activities",
            "",
            "moved",
            Fen.text(activities.movedBeforeFen()),
            Fen.text(activities.movedAfterFen()),
            Fen.text(activities.movedAfterFen() - activities.movedBeforeFen())));
  }

  private void count(String section, String key, String measure, long count) {
    both(section, key, measure, count, count);
  }

  private void both(String section, String key, String measure, long before, long after) {
    rows.add(
        new Measure(
            section,
            key,
            measure,
            Long.toString(before),
            Long.toString(after),
            Long.toString(after - before)));
  }

  private void difference(String section, String key, String measure, long count) {
    rows.add(new Measure(section, key, measure, "", "", Long.toString(count)));
  }

  private void amount(String section, String key, String measure, long fen) {
    rows.add(new Measure(section, key, measure, "", "", Fen.text(fen)));
  }
}
