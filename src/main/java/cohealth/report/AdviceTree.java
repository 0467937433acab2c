package cohealth.report;

import cohealth.advice.Advice;
import cohealth.advice.Change;
import cohealth.advice.FamilyWorld;
import cohealth.advice.Goal;
import cohealth.advice.Outcome;
import cohealth.event.Claim;
import cohealth.money.Fen;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Standing;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a household could have arranged otherwise, in sentences: today's way, the best way, what to
 * change, how it was found, and what is left of the year.
 *
 * @param label how a person with an id is shown
 * @param remaining what is left as things are, for each member; empty when no day is asked about
 */
public record AdviceTree(
    Phrases phrases,
    UnaryOperator<String> label,
    YearLeft yearLeft,
    List<Standing> remaining,
    String household) {

  /** The whole answer. */
  public Explained of(Advice advice) {
    FamilyWorld world = advice.world();
    List<Claim> claims = world.claimsOfMembers();
    long now = advice.asItIs().cashFen(world.members());
    Statement tree =
        new Statement("advice")
            .word("household_id", household)
            .word("goal", advice.goal().toString())
            .word("claims", Integer.toString(claims.size()))
            .amount("cash", now)
            .amount("best_cash", now - advice.gainFen())
            .amount("gain", advice.gainFen());
    if (claims.isEmpty() || advice.payers().isEmpty()) {
      String why = claims.isEmpty() ? "noClaims" : "noPayers";
      tree.says(get(why, household));
    } else {
      String days =
          get("days", claims.size(), day(claims.get(0)), day(claims.get(claims.size() - 1)));
      tree.says(get("head", household, days, verdict(advice)));
      tree.part(way("as_it_is", advice, advice.asItIs()));
      if (!advice.changes().isEmpty()) {
        tree.part(way("best", advice, advice.best())).part(changes(advice));
      }
      tree.part(found(advice));
    }
    if (!remaining.isEmpty()) {
      tree.part(yearLeft.of(world, remaining));
    }
    return tree.done();
  }

  private static String day(Claim claim) {
    return Day.text(Moment.day(claim.moment()));
  }

  private String verdict(Advice advice) {
    String now = Fen.text(advice.asItIs().cashFen(advice.world().members()));
    String best = Fen.text(advice.best().cashFen(advice.world().members()));
    if (advice.gainFen() > 0) {
      return get("verdict.less", now, best, Fen.text(advice.gainFen()));
    }
    return advice.changes().isEmpty()
        ? get(advice.exhaustive() ? "verdict.best" : "verdict.noneFound", now)
        : get("verdict." + advice.goal(), now, Fen.text(advice.goalGainFen()), advice.elderAge());
  }

  private Statement way(String key, Advice advice, Outcome outcome) {
    FamilyWorld world = advice.world();
    long cash = outcome.cashFen(world.members());
    Statement way = new Statement(key).amount("cash", cash).says(get("way." + key, Fen.text(cash)));
    for (int member : world.members()) {
      long memberCash = outcome.cash().get(member);
      long balance = outcome.balances().get(member);
      way.part(
          new Statement("member")
              .word("person_id", id(world, member))
              .amount("cash", memberCash)
              .amount("balance", balance)
              .says(get("member", who(world, member), Fen.text(memberCash), Fen.text(balance))));
    }
    for (Map.Entry<Outcome.Pair, Long> help : outcome.help().entrySet()) {
      int payer = help.getKey().payer();
      int beneficiary = help.getKey().beneficiary();
      long authorised =
          Objects.requireNonNullElse(outcome.authorised().get(help.getKey()), help.getValue());
      way.part(
          new Statement("help")
              .word("payer_id", id(world, payer))
              .word("beneficiary_id", id(world, beneficiary))
              .amount("amount", help.getValue())
              .amount("least_authorised", authorised)
              .says(
                  get(
                      "help",
                      who(world, payer),
                      who(world, beneficiary),
                      Fen.text(help.getValue()))));
    }
    if (key.equals("best") && advice.othersLossFen() != 0) {
      long more = advice.othersLossFen();
      way.part(
          new Statement("others")
              .amount("more_cash", more)
              .says(get(more > 0 ? "others.more" : "others.less", Fen.text(Math.abs(more)))));
    }
    return way;
  }

  private Statement changes(Advice advice) {
    FamilyWorld world = advice.world();
    Statement changes = new Statement("changes").says(get("changes"));
    for (Change change : advice.changes()) {
      boolean ofRow = change.beneficiary() != Change.EVERYBODY;
      String kind = change.kind().name().toLowerCase(Locale.ROOT);
      boolean amount = change.kind() == Change.Kind.LIMIT;
      String from = value(change.from(), amount);
      String to = value(change.to(), amount);
      Statement told = new Statement(kind).word("payer_id", id(world, change.payer()));
      if (ofRow) {
        told.word("beneficiary_id", id(world, change.beneficiary()));
      }
      told.word("from", from).word("to", to);
      String least = "";
      if (amount) {
        long fen = needed(advice, change);
        told.amount("least_authorised", fen);
        least = Fen.text(fen);
      }
      String payer = who(world, change.payer());
      String before = from.isEmpty() ? get("blank") : from;
      String after = to.isEmpty() ? get("blank") : to;
      changes.part(
          told.says(
              ofRow
                  ? get(
                      "row." + kind, payer, who(world, change.beneficiary()), before, after, least)
                  : get("change." + kind, payer, before, after, least)));
    }
    return changes;
  }

  private static String value(long value, boolean amount) {
    if (value == Change.NOTHING) {
      return "";
    }
    return amount ? Fen.text(value) : Long.toString(value);
  }

  /** The least authorised amount that leaves the best way as it is. */
  private static long needed(Advice advice, Change change) {
    return advice.best().authorised().entrySet().stream()
        .filter(use -> use.getKey().payer() == change.payer())
        .filter(
            use ->
                change.beneficiary() == Change.EVERYBODY
                    || use.getKey().beneficiary() == change.beneficiary())
        .mapToLong(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private Statement found(Advice advice) {
    Statement found = new Statement("how").says(get("how"));
    String plans =
        advice.plans() == Long.MAX_VALUE ? get("countless") : Long.toString(advice.plans());
    found.part(
        new Statement("search")
            .word("exhaustive", Boolean.toString(advice.exhaustive()))
            .word("tried", Long.toString(advice.tried()))
            .word("plans", advice.plans() == Long.MAX_VALUE ? "" : plans)
            .says(get(advice.exhaustive() ? "all" : "some", advice.tried(), plans)));
    found.part(
        new Statement("goal")
            .word("goal", advice.goal().toString())
            .says(
                get(
                    advice.goal() == Goal.ELDERS && advice.elders().isEmpty()
                        ? "goal.noElders"
                        : "goal." + advice.goal(),
                    advice.elderAge())));
    for (PolicyVersion version : advice.otherOrders()) {
      String order = version.family().order().name().toLowerCase(Locale.ROOT);
      found.part(
          new Statement("order_of_policy")
              .word("policy", version.policy().document().id())
              .word("order", order)
              .says(get("order." + order, version.policy().document().id())));
    }
    return found.part(new Statement("hindsight").says(get("hindsight")));
  }

  private static String id(FamilyWorld world, int number) {
    return world.person(number).id();
  }

  private String who(FamilyWorld world, int number) {
    return label.apply(id(world, number));
  }

  private String get(String key, Object... args) {
    return phrases.get("advise." + key, args);
  }
}
