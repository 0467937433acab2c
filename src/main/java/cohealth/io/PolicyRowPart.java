package cohealth.io;

import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Tier;
import cohealth.time.PeriodKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what rows of benefits and supplements have in common: selectors, rates, tiers, counters.
 */
final class PolicyRowPart {
  private static final List<PeriodKind> PERIODS = Arrays.asList(PeriodKind.values());

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;

  PolicyRowPart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
  }

  /** Over what a counter counts. */
  PeriodKind period(PolicyNode node) {
    return values.oneOf(PERIODS, node);
  }

  /** For whom and what the row is; keys that the object may not have are taken for absent. */
  Selector selector(PolicyFields fields) {
    return new Selector(
        fields.optional(
            "group", List.of(), value -> values.oneOrMany(value, scope.groups()::refer)),
        fields.optional("band", List.of(), value -> values.oneOrMany(value, scope.bands()::refer)),
        fields.optional("disease", List.of(), value -> values.oneOrMany(value, values::word)));
  }

  /** The rows, those reported for which a row above counts in any case. */
  <R> List<R> reachable(PolicyNode list, List<R> rows, Function<R, Selector> selector) {
    return reachableBy(
        list,
        rows,
        row -> {
          Selector wanted = selector.apply(row);
          return List.of(wanted.groups(), wanted.bands(), wanted.diseases());
        });
  }

  /**
   * As {@link #reachable}, for rows with other conditions.
   *
   * @param conditions the words of each condition; none = any
   */
  <R> List<R> reachableBy(
      PolicyNode list, List<R> rows, Function<R, List<Collection<?>>> conditions) {
    for (int i = 1; i < rows.size(); i++) {
      for (int above = 0; above < i; above++) {
        if (holdsAll(conditions.apply(rows.get(above)), conditions.apply(rows.get(i)))) {
          reading.report(
              ProblemCode.POLICY_ROW_NEVER,
              list.items().get(i).place(),
              Integer.toString(list.items().get(above).place().line()));
          break;
        }
      }
    }
    return rows;
  }

  private static boolean holdsAll(List<Collection<?>> wide, List<Collection<?>> narrow) {
    for (int i = 0; i < wide.size(); i++) {
      boolean holds =
          wide.get(i).isEmpty()
              || (!narrow.get(i).isEmpty() && wide.get(i).containsAll(narrow.get(i)));
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** The accumulator of the object, or the default, which counts this. */
  String accumulator(PolicyFields fields, String byDefault, PolicyCounters.Kind kind) {
    PolicyNode written = fields.node("accumulator");
    String accumulator = fields.optional("accumulator", byDefault, values::accumulator);
    scope.counters().use(accumulator, kind, written == null ? fields.place() : written.place());
    return accumulator;
  }

  /** A rate row of a benefit. */
  RateRow benefitRate(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "group", "band", "disease", "rate", "tiers", "source");
    PolicyNode tiers = fields.node("tiers");
    if (tiers != null && fields.has("rate")) {
      reading.report(ProblemCode.POLICY_RATE_AND_TIERS, tiers.place());
    }
    return new RateRow(
        selector(fields), tiers == null ? wholeRate(fields) : tiers(tiers), scope.source(fields));
  }

  /** The rate of the object as a tier without end. */
  List<Tier> wholeRate(PolicyFields fields) {
    return List.of(new Tier(Long.MAX_VALUE, fields.required("rate", 0, values::rate)));
  }

  private List<Tier> tiers(PolicyNode list) {
    if (!values.is(list, PolicyNode.Kind.LIST)) {
      return List.of();
    }
    if (list.items().size() < 2) {
      reading.report(ProblemCode.POLICY_SINGLE_TIER, list.place());
    }
    List<Tier> tiers = new ArrayList<>();
    long latest = 0;
    for (int i = 0; i < list.items().size(); i++) {
      PolicyFields fields = scope.fields(list.items().get(i), "upTo", "rate");
      PolicyNode upTo = fields.node("upTo");
      boolean last = i == list.items().size() - 1;
      long upToFen = fields.optional("upTo", Long.MAX_VALUE, values::money);
      tiers.add(new Tier(upToFen, fields.required("rate", 0, values::rate)));
      if (upTo == null && !last && fields.isReadable()) {
        reading.report(ProblemCode.POLICY_TIER_WITHOUT_END, fields.place());
      } else if (upTo != null && last) {
        reading.report(ProblemCode.POLICY_LAST_TIER_ENDS, upTo.place(), upTo.text());
      } else if (upTo != null && upToFen <= latest && PolicyValues.isMoney(upTo)) {
        reading.report(ProblemCode.POLICY_TIERS_NOT_ASCENDING, upTo.place(), upTo.text());
      }
      if (upTo != null) {
        latest = Math.max(latest, upToFen);
      }
    }
    return List.copyOf(tiers);
  }
}
