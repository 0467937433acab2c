package cohealth.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Component;
import cohealth.event.Cover;
import cohealth.money.Fen;
import cohealth.money.Rounding;
import cohealth.person.Category;
import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.CashStep;
import cohealth.policy.PolicyDocument.Ceiling;
import cohealth.policy.PolicyDocument.Condition;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Days;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyDocument.FamilyOrder;
import cohealth.policy.PolicyDocument.FamilyStep;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.Hours;
import cohealth.policy.PolicyDocument.LatePayment;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.OffsiteEffect;
import cohealth.policy.PolicyDocument.OwnStep;
import cohealth.policy.PolicyDocument.Pharmacy;
import cohealth.policy.PolicyDocument.PoolStep;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyDocument.Proof;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyDocument.SupplementStep;
import cohealth.policy.PolicyDocument.Text;
import cohealth.policy.PolicyDocument.Tier;
import cohealth.policy.PolicyDocument.TierBasis;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.policy.PolicyDocument.Unknown;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.Wallet;
import cohealth.policy.PolicyDocument.When;
import cohealth.policy.PolicyDocument.Word;
import cohealth.time.Day;
import cohealth.time.PeriodKind;
import cohealth.time.YearStart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the loader makes of each key of policy.json, which has all of them, and of absent keys. */
class PolicyDocumentPartTest {
  private static final Selector ANY = new Selector(List.of(), List.of(), List.of());
  private static final Selector ACTIVE = new Selector(List.of("active"), List.of(), List.of());

  private final PolicyDocument document = read(PolicyCase.document());
  private final Version bare = document.versions().get(0);
  private final Version full = document.versions().get(1);

  private static PolicyDocument read(String text) {
    Problems problems = new Problems();
    PolicyFile file =
        PolicyFile.read("policy.json", text.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems.first()).isEmpty();
    return requireNonNull(file).document();
  }

  @Test
  void theHead() {
    assertThat(document.id()).isEqualTo("990100-resident");
    assertThat(document.region()).isEqualTo(990100);
    assertThat(document.benefitYearStart()).isEqualTo(new YearStart(MonthDay.of(7, 1)));
    assertThat(document.accountYearStart()).isEqualTo(YearStart.JANUARY);
    assertThat(document.sources())
        .containsExactly(
            new Source("law", "办法", "GOV", "局", "五", "https://example.org/5"),
            new Source("news", "News", "NEWS", "", "", ""));
    assertThat(document.notes()).containsExactly(new Text("说明", "A note"));
  }

  @Test
  void theAccountYearBeginsAsTheBenefitYear() {
    PolicyDocument other =
        read(PolicyCase.document().replace("  \"accountYearStart\": \"01-01\",\n", ""));
    assertThat(other.accountYearStart()).isEqualTo(new YearStart(MonthDay.of(7, 1)));
  }

  @Test
  void hoursAreKeptToTheMinute() {
    String text =
        PolicyCase.document()
            .replace("\"from\": \"22:00\"", "\"from\": \"22:59\"")
            .replace("\"to\": \"06:00\"", "\"to\": \"06:05\"");
    Wallet wallet = read(text).versions().get(1).wallet();
    assertThat(wallet.forbidden()).isEqualTo(new Hours(22 * 60 + 59, 6 * 60 + 5));
  }

  @Test
  void placesAreKept() {
    Problems problems = new Problems();
    PolicyFile file =
        PolicyFile.read(
            "policy.json", PolicyCase.document().getBytes(StandardCharsets.UTF_8), problems);
    assertThat(requireNonNull(file).document()).isEqualTo(document);
    assertThat(file.file()).isEqualTo("policy.json");
    assertThat(file.id()).isEqualTo(new PolicyFile.Place(4, 9));
    assertThat(file.region()).isEqualTo(new PolicyFile.Place(5, 13));
    assertThat(file.place("/versions/1/rounding/mode")).isEqualTo(new PolicyFile.Place(141, 28));
    assertThat(file.place("/versions/1/rounding/none")).isEqualTo(new PolicyFile.Place(141, 19));
    assertThat(file.usedSources()).containsExactly("law", "news");
  }

  @Test
  void whatAVersionSaysWithoutSayingIt() {
    assertThat(bare.from()).isEqualTo(day(2023, 1, 1));
    assertThat(bare.to()).isEqualTo(day(2024, 6, 30));
    assertThat(bare.groups())
        .containsExactly(
            new Group(
                "everybody",
                new Text("全体", "everybody"),
                new Condition(
                    Set.of(),
                    -1,
                    -1,
                    Day.OPEN_START,
                    Day.OPEN_END,
                    Day.OPEN_START,
                    Day.OPEN_END,
                    List.of(),
                    null),
                null));
    assertThat(bare.chain()).hasSize(4);
    assertThat(bare.family())
        .isEqualTo(
            new Family(
                Set.of(
                    Relation.SPOUSE,
                    Relation.PARENT,
                    Relation.CHILD,
                    Relation.SIBLING,
                    Relation.GRANDPARENT,
                    Relation.GRANDCHILD),
                Integer.MAX_VALUE,
                Map.of(),
                16,
                true,
                0,
                new CrossRegion(false, false, false),
                Integer.MAX_VALUE,
                Set.of(Purse.values()),
                FamilyOrder.CONFIGURED,
                Map.of()));
    assertThat(bare.offsite()).isEmpty();
    assertThat(bare.rounding()).isEqualTo(Rounding.HALF_UP);
    assertThat(bare.accrual()).isEmpty();
    assertThat(bare.premiums()).isEmpty();
    assertThat(bare.wallet()).isEqualTo(new Wallet(Long.MAX_VALUE, Integer.MAX_VALUE, null, null));
    assertThat(bare.sources()).isEmpty();
  }

  @Test
  void groups() {
    assertThat(full.groups()).extracting(Group::source).containsExactly("law", null, null, null);
    assertThat(full.groups())
        .extracting(Group::when)
        .containsExactly(
            new Condition(
                Set.of(),
                -1,
                -1,
                day(1900, 1, 1),
                day(1949, 9, 30),
                Day.OPEN_START,
                Day.OPEN_END,
                List.of(),
                null),
            new Condition(
                Set.of(Category.RETIRED),
                -1,
                -1,
                Day.OPEN_START,
                Day.OPEN_END,
                day(2000, 1, 1),
                day(2030, 12, 31),
                List.of(),
                null),
            new Condition(
                Set.of(),
                60,
                90,
                Day.OPEN_START,
                Day.OPEN_END,
                Day.OPEN_START,
                Day.OPEN_END,
                List.of("一档", "plan two"),
                true),
            new Condition(
                Set.of(Category.ACTIVE, Category.FLEXIBLE),
                -1,
                -1,
                Day.OPEN_START,
                Day.OPEN_END,
                Day.OPEN_START,
                Day.OPEN_END,
                List.of(),
                null));
  }

  @Test
  void wordsAndVisits() {
    assertThat(full.bands().keySet()).containsExactly("upper", "lower");
    assertThat(full.bands())
        .containsEntry(
            "upper", new Band(List.of("tertiary", "class_a"), new Text("上", "upper"), "law"))
        .containsEntry("lower", new Band(List.of("secondary", "primary"), null, null));
    assertThat(full.pharmacy()).isEqualTo(new Pharmacy("lower", "law"));
    assertThat(full.types()).containsExactly(new Word("day_ward", new Text("日间病房", "day ward")));
    assertThat(full.mergeVisits()).isTrue();
    assertThat(full.rounding()).isEqualTo(Rounding.HALF_EVEN);
    assertThat(full.sources()).isEqualTo(Map.of("visits", "law", "rounding", "law"));
  }

  @Test
  void aBenefitWithLimitsForEachDisease() {
    Benefit benefit = full.benefits().get(0);
    assertThat(benefit.when())
        .isEqualTo(
            new When(
                List.of("chronic"),
                List.of("糖尿病", "M016/2 x"),
                List.of("active", "retired"),
                List.of("upper"),
                true));
    assertThat(benefit.needsApproval()).isTrue();
    assertThat(benefit.deductible()).isNull();
    assertThat(benefit.tierBasis()).isNull();
    assertThat(benefit.rates())
        .containsExactly(
            new RateRow(ACTIVE, List.of(new Tier(Long.MAX_VALUE, 7000)), "law"),
            new RateRow(ANY, List.of(new Tier(Long.MAX_VALUE, 7525)), null));
    assertThat(benefit.caps())
        .containsExactly(
            new Cap(
                "each",
                true,
                PeriodKind.YEAR,
                false,
                List.of(
                    new LimitRow(disease("糖尿病"), 3000_00, "chronic/sugar", "law"),
                    new LimitRow(disease("M016/2 x"), 4000_00, "chronic/other", null))),
            new Cap(
                "together",
                true,
                PeriodKind.YEAR,
                false,
                List.of(new LimitRow(ANY, 9000_00, "pool/year", null))));
  }

  @Test
  void aBenefitWithTiersAndDeductibles() {
    Benefit benefit = full.benefits().get(1);
    assertThat(benefit.title()).isNull();
    assertThat(benefit.deductible())
        .isEqualTo(
            new Deductible(
                PeriodKind.VISIT,
                List.of(
                    new AmountRow(
                        new Selector(List.of("active"), List.of("upper", "lower"), List.of()),
                        200_00,
                        100_00,
                        "general/start",
                        "law"),
                    new AmountRow(ANY, 50_50, Fen.NONE, "general/other", null)),
                new Ceiling(
                    List.of(new AmountRow(ACTIVE, 800_00, Fen.NONE, "general/ceiling", "law")))));
    assertThat(benefit.rates())
        .containsExactly(
            new RateRow(
                new Selector(List.of(), List.of("upper"), List.of()),
                List.of(
                    new Tier(1000_00, 5000),
                    new Tier(2000_00, 6000),
                    new Tier(Long.MAX_VALUE, 7000)),
                "law"),
            new RateRow(ANY, List.of(new Tier(Long.MAX_VALUE, 8000)), null));
    assertThat(benefit.tierBasis())
        .isEqualTo(new TierBasis(TierMeasure.ENTERING, PeriodKind.YEAR, "general/tiers", "law"));
    assertThat(benefit.caps())
        .containsExactly(
            new Cap(
                "year",
                true,
                PeriodKind.YEAR,
                false,
                List.of(new LimitRow(ACTIVE, 9000_00, "pool/year", "law"))),
            new Cap(
                "quarter",
                false,
                PeriodKind.QUARTER,
                true,
                List.of(new LimitRow(ANY, 5000_00, "general/quarter", null))));
  }

  @Test
  void theChain() {
    assertThat(full.chain())
        .containsExactly(
            new OwnStep(List.of(Purse.CURRENT), Cover.ALL, "law"),
            new PoolStep("law"),
            new SupplementStep(
                "large",
                Cover.of(List.of(Component.OVER_CAP, Component.COPAY)),
                List.of(new RateRow(ACTIVE, List.of(new Tier(Long.MAX_VALUE, 8000)), "law")),
                List.of(new LimitRow(ACTIVE, 50000_00, "supplement/large", "law")),
                PeriodKind.MONTH,
                "law"),
            new OwnStep(List.of(Purse.PRIOR, Purse.CURRENT, Purse.WALLET), Cover.IN_SCOPE, null),
            new FamilyStep(Cover.IN_SCOPE, "law"),
            new CashStep());
  }

  @Test
  void theFamily() {
    assertThat(full.family())
        .isEqualTo(
            new Family(
                Set.of(Relation.SPOUSE, Relation.OTHER),
                6,
                Map.of(Relation.SPOUSE, 1, Relation.CHILD, 3),
                18,
                false,
                500_00,
                new CrossRegion(false, true, true),
                2,
                Set.of(Purse.PRIOR),
                FamilyOrder.BOUND_LAST_FIRST,
                Map.of(
                    "relations", "law",
                    "members", "law",
                    "confirmation", "law",
                    "shareable", "news",
                    "crossRegion", "law",
                    "payers", "law",
                    "ownEmptyFirst", "law",
                    "order", "law")));
  }

  @Test
  void anyRegion() {
    PolicyDocument other =
        read(PolicyCase.document().replace("[\"same_province\", \"wallet\"]", "\"any\""));
    assertThat(other.versions().get(1).family().crossRegion())
        .isEqualTo(new CrossRegion(true, false, false));
  }

  @Test
  void offsite() {
    assertThat(full.offsite())
        .containsExactly(
            new Offsite(
                true,
                List.of("general"),
                List.of("general"),
                OffsiteEffect.REDUCE,
                -1000,
                8000,
                true,
                "law"),
            new Offsite(false, List.of(), List.of(), OffsiteEffect.DENY, 0, 10_000, false, null),
            new Offsite(null, List.of(), List.of(), OffsiteEffect.HOME, 0, 10_000, true, null));
  }

  @Test
  void accrual() {
    assertThat(full.accrual())
        .containsExactly(
            new AccrualRow(
                List.of("active", "retired"), Set.of(Category.FLEXIBLE), 200, Fen.NONE, "law"),
            new AccrualRow(List.of(), Set.of(), 0, 83_50, null));
  }

  @Test
  void premiums() {
    assertThat(full.premiums())
        .containsExactly(
            new Premium(
                2025,
                400_00,
                new Days(day(2024, 8, 26), day(2024, 12, 20)),
                new LatePayment(1070_00, day(2025, 2, 28), 3),
                new Days(day(2025, 1, 1), day(2025, 12, 31)),
                "law"),
            new Premium(
                2026,
                420_00,
                new Days(day(2025, 9, 1), day(2025, 12, 31)),
                new LatePayment(420_00, day(2026, 12, 31), 0),
                new Days(day(2026, 1, 1), day(2026, 12, 31)),
                null));
  }

  @Test
  void wallet() {
    assertThat(full.wallet()).isEqualTo(new Wallet(2000_00, 3, new Hours(22 * 60, 6 * 60), "news"));
  }

  private static Selector disease(String disease) {
    return new Selector(List.of(), List.of(), List.of(disease));
  }

  private static int day(int year, int month, int day) {
    return Day.of(LocalDate.of(year, month, day));
  }

  @Test
  void proofAndUnknown() {
    assertThat(document.proof()).containsExactly(new Proof("01-sample", "news"));
    assertThat(bare.unknown()).isEmpty();
    assertThat(full.unknown())
        .containsExactly(
            new Unknown(
                "general",
                new Selector(List.of("retired"), List.of("upper", "lower"), List.of()),
                new Text("没有来源", "no source gives it")));
  }
}
