package cohealth.report;

import cohealth.advice.FamilyWorld;
import cohealth.money.Fen;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Standing;
import cohealth.settlement.Standing.LimitLeft;
import cohealth.settlement.Standing.PayerLeft;
import cohealth.time.Day;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the year as things are: limits that expire unused, authorised amounts, and which
 * purse would be drawn next.
 *
 * @param label how a person with an id is shown
 */
public record YearLeft(Phrases phrases, UnaryOperator<String> label, QuotaRows rows) {

  Statement of(FamilyWorld world, List<Standing> standings) {
    String day = Day.text(standings.get(0).day());
    Statement left = new Statement("year_left").word("day", day).says(get("head", day));
    for (Standing standing : standings) {
      left.part(member(world, standing));
    }
    return left;
  }

  private Statement member(FamilyWorld world, Standing standing) {
    String id = world.person(standing.person()).id();
    Statement member = new Statement("member").word("person_id", id).says(label.apply(id));
    PolicyVersion version = standing.version();
    if (version != null) {
      String end = Day.text(version.policy().benefitYear().lastDayOf(standing.benefitYear()));
      for (LimitLeft limit : standing.limits()) {
        boolean ofYear = limit.held().limit().counter().period() == PeriodKind.YEAR;
        if (ofYear && limit.leftFen() > 0) {
          member.part(limit(version, limit, end));
        }
      }
    }
    for (PayerLeft payer : standing.payers()) {
      boolean ofYear = payer.leftFen() != Fen.NONE && !payer.binding().limitPerClaim();
      if (payer.fault() == null && ofYear && payer.leftFen() > 0) {
        member.part(authorised(world, payer, standing.day()));
      }
    }
    return member.part(next(world, standing));
  }

  private Statement limit(PolicyVersion version, LimitLeft limit, String end) {
    String kind = limit.held().kind().name().toLowerCase(Locale.ROOT);
    String name = rows.name(version, limit);
    return new Statement("limit")
        .word("name", name)
        .word("kind", kind)
        .amount("limit", limit.limitFen())
        .amount("left", limit.leftFen())
        .word("ends", end)
        .says(get(kind, name, Fen.text(limit.leftFen()), Fen.text(limit.limitFen()), end));
  }

  private Statement authorised(FamilyWorld world, PayerLeft payer, int day) {
    String id = world.person(payer.binding().payer()).id();
    YearStart year = accountYear(world, payer, day);
    String end = Day.text(year.lastDayOf(year.yearOf(day)));
    return new Statement("authorised")
        .word("payer_id", id)
        .amount("left", payer.leftFen())
        .word("ends", end)
        .says(
            get(
                "authorised",
                label.apply(id),
                Fen.text(payer.leftFen()),
                Fen.text(payer.binding().limitFen()),
                end));
  }

  private static YearStart accountYear(FamilyWorld world, PayerLeft payer, int day) {
    PolicyVersion version = world.version(payer.binding().payer(), day);
    return version == null ? YearStart.JANUARY : version.policy().accountYear();
  }

  /** Own purses in the policy's order, then those who can help, then cash. */
  private Statement next(FamilyWorld world, Standing standing) {
    List<String> order = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Purse purse : purses(standing.version())) {
      long fen =
          switch (purse) {
            case PRIOR -> standing.priorFen();
            case CURRENT -> standing.currentFen();
            case WALLET -> standing.walletFen();
          };
      if (fen > 0) {
        String word = purse.name().toLowerCase(Locale.ROOT);
        ids.add(word);
        order.add(get("purse." + word, Fen.text(fen)));
      }
    }
    for (PayerLeft payer : standing.payers()) {
      if (payer.fault() == null && payer.availableFen() > 0) {
        String id = world.person(payer.binding().payer()).id();
        ids.add(id);
        order.add(get("payer", label.apply(id), Fen.text(payer.availableFen())));
      }
    }
    order.add(get("cash"));
    return new Statement("next")
        .word("order", String.join(";", ids))
        .says(get("next", String.join(get("then"), order)));
  }

  private static List<Purse> purses(@Nullable PolicyVersion version) {
    List<Purse> purses = new ArrayList<>();
    for (ChainRule rule : version == null ? ChainRule.reformModel() : version.chain()) {
      if (rule instanceof ChainRule.Own own) {
        own.purses().stream().filter(purse -> !purses.contains(purse)).forEach(purses::add);
      }
    }
    return purses;
  }

  private String get(String key, Object... args) {
    return phrases.get("advise.left." + key, args);
  }
}
