package cohealth.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Cover;
import cohealth.money.Fen;
import cohealth.money.Rounding;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.CashStep;
import cohealth.policy.PolicyDocument.Condition;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyDocument.FamilyOrder;
import cohealth.policy.PolicyDocument.FamilyStep;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.OffsiteEffect;
import cohealth.policy.PolicyDocument.OwnStep;
import cohealth.policy.PolicyDocument.PoolStep;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyDocument.Text;
import cohealth.policy.PolicyDocument.Tier;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.When;
import cohealth.time.Day;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every value of 510400-employee, as the seed document gives it. */
class PolicyPanzhihuaTest {
  private static final String SEED = "seed-2025";

  private final PolicyDocument document =
      requireNonNull(PolicyLibrary.builtIn().named("510400-employee"));
  private final Version version = document.versions().get(0);

  @Test
  void theDocument() {
    assertThat(document.id()).isEqualTo("510400-employee");
    assertThat(document.region()).isEqualTo(510400);
    assertThat(document.insurance()).isEqualTo(Insurance.EMPLOYEE);
    assertThat(document.title())
        .isEqualTo(new Text("攀枝花市职工医保门诊共济", "Panzhihua employee outpatient mutual aid"));
    assertThat(document.benefitYearStart()).isEqualTo(YearStart.JANUARY);
    assertThat(document.accountYearStart()).isEqualTo(YearStart.JANUARY);
    assertThat(document.sources())
        .containsExactly(
            new Source(
                SEED, "2025年四川攀枝花医保门诊共济政策的具体规定有哪些", "SEED", "健康新闻 (public web page)", "", ""));
    assertThat(document.notes()).hasSize(3);
    assertThat(document.versions()).hasSize(1);
  }

  @Test
  void theVersion() {
    assertThat(version.from()).isEqualTo(Day.of(LocalDate.of(2025, 1, 1)));
    assertThat(version.to()).isEqualTo(Day.OPEN_END);
    assertThat(version.pharmacy()).isNull();
    assertThat(version.types()).isEmpty();
    assertThat(version.mergeVisits()).isFalse();
    assertThat(version.rounding()).isEqualTo(Rounding.HALF_UP);
  }

  @Test
  void groupsAndBands() {
    assertThat(version.groups())
        .containsExactly(
            new Group("retired", new Text("退休", "retired"), category(Category.RETIRED), SEED),
            new Group(
                "active",
                new Text("在职", "in work"),
                category(Category.ACTIVE, Category.FLEXIBLE),
                SEED));
    assertThat(version.bands())
        .containsExactly(
            Map.entry(
                "upper",
                new Band(
                    List.of("tertiary", "pharmacy"),
                    new Text("三级和定点零售药店", "tertiary and pharmacies"),
                    SEED)),
            Map.entry(
                "lower",
                new Band(
                    List.of("secondary", "primary"),
                    new Text("二级及以下", "secondary and below"),
                    SEED)));
  }

  @Test
  void theBenefit() {
    assertThat(version.benefits())
        .containsExactly(
            new Benefit(
                "general",
                new Text("普通门诊统筹", "ordinary outpatient care"),
                new When(
                    List.of("general", "emergency", "pharmacy"),
                    List.of(),
                    List.of(),
                    List.of(),
                    null),
                false,
                new Deductible(
                    PeriodKind.YEAR,
                    List.of(amount("active", 200_00), amount("retired", 150_00)),
                    null),
                List.of(
                    rate("active", "upper", 50_00),
                    rate("active", "lower", 60_00),
                    rate("retired", "upper", 55_00),
                    rate("retired", "lower", 65_00)),
                null,
                List.of(
                    new Cap(
                        "year",
                        true,
                        PeriodKind.YEAR,
                        false,
                        List.of(limit("active", 1000_00), limit("retired", 1500_00))))));
  }

  @Test
  void theDefaultChain() {
    assertThat(version.chain())
        .containsExactly(
            new PoolStep(null),
            new OwnStep(List.of(Purse.PRIOR, Purse.CURRENT, Purse.WALLET), Cover.IN_SCOPE, null),
            new FamilyStep(Cover.IN_SCOPE, null),
            new CashStep());
  }

  @Test
  void theFamily() {
    assertThat(version.family())
        .isEqualTo(
            new Family(
                Set.of(Relation.SPOUSE, Relation.PARENT, Relation.CHILD),
                5,
                Map.of(),
                16,
                true,
                0,
                new CrossRegion(false, true, false),
                Integer.MAX_VALUE,
                Set.of(Purse.PRIOR, Purse.CURRENT, Purse.WALLET),
                FamilyOrder.CONFIGURED,
                Map.of(
                    "relations", SEED,
                    "members", SEED,
                    "confirmation", SEED,
                    "shareable", SEED,
                    "crossRegion", SEED,
                    "ownEmptyFirst", SEED,
                    "order", SEED)));
  }

  @Test
  void offsite() {
    assertThat(version.offsite())
        .containsExactly(
            new Offsite(null, List.of(), List.of(), OffsiteEffect.DENY, 0, 10_000, false, SEED));
  }

  @Test
  void accrual() {
    assertThat(version.accrual())
        .containsExactly(
            new AccrualRow(List.of(), Set.of(Category.FLEXIBLE), 2_00, Fen.NONE, SEED));
  }

  private static Condition category(Category... categories) {
    return new Condition(
        Set.of(categories),
        -1,
        -1,
        Day.OPEN_START,
        Day.OPEN_END,
        Day.OPEN_START,
        Day.OPEN_END,
        List.of(),
        null);
  }

  private static AmountRow amount(String group, long fen) {
    return new AmountRow(selector(group), fen, Fen.NONE, "general/deductible", SEED);
  }

  private static RateRow rate(String group, String band, int basisPoints) {
    return new RateRow(
        new Selector(List.of(group), List.of(band), List.of()),
        List.of(new Tier(Long.MAX_VALUE, basisPoints)),
        SEED);
  }

  private static LimitRow limit(String group, long fen) {
    return new LimitRow(selector(group), fen, "general/year", SEED);
  }

  private static Selector selector(String group) {
    return new Selector(List.of(group), List.of(), List.of());
  }
}
