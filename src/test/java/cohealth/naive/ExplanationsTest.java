package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.money.Rounding;
import cohealth.person.Binding;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import cohealth.report.Explained;
import cohealth.report.ExplanationTree;
import cohealth.report.PolicyWords;
import cohealth.run.RunInputs;
import cohealth.run.RunOutputs;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.run.Source;
import cohealth.settlement.Explanation;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.settlement.Step;
import cohealth.time.Day;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each step of an explanation adds up to the row that settle writes, every skipped payer has its
 * reason, and all of it can be told in both languages: for every sample and for random families.
 */
class ExplanationsTest {
  private static final int WORLDS = Integer.getInteger("cohealth.explainedWorlds", 6);
  private static final int FAMILIES = 60;

  @TempDir Path folder = Path.of("");

  static List<Path> samples() throws IOException {
    try (Stream<Path> found = Files.walk(Path.of("samples"), 3)) {
      return found
          .filter(path -> !path.startsWith("samples/errors"))
          .filter(path -> Files.exists(path.resolve("expected.csv")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyClaimOfASampleIsExplained(Path sample) throws IOException {
    Path openingDate = sample.resolve("opening-date.txt");
    Path policies = sample.resolve("policies");
    int opening =
        Files.exists(openingDate)
            ? cohealth.time.DayText.day(Files.readString(openingDate).strip())
            : Day.UNKNOWN;
    List<String> documents = Files.exists(policies) ? List.of(policies.toString()) : List.of();
    assertThat(explainAll(sample, documents, opening)).isPositive();
  }

  @Test
  void everyClaimOfRandomFamiliesIsExplained() throws IOException {
    int claims = 0;
    for (int seed = 1; seed <= WORLDS; seed++) {
      RandomWorld.World world =
          seed % 2 == 0
              ? RandomWorld.withActivities(seed, FAMILIES)
              : RandomWorld.of(seed, FAMILIES);
      Path inputs = Files.createDirectories(folder.resolve("world-" + seed));
      write(inputs, "households.csv", world.households());
      write(inputs, "claims.csv", world.claims());
      write(inputs, "bindings.csv", world.bindings());
      write(inputs, "activities.csv", world.activities());
      Path policies = Files.createDirectories(inputs.resolve("policies"));
      for (int i = 0; i < world.policies().size(); i++) {
        write(policies, i + ".json", world.policies().get(i));
      }
      int opening = world.openingDate() == null ? Day.UNKNOWN : Day.of(world.openingDate());
      claims += explainAll(inputs, List.of(policies.toString()), opening);
    }
    assertThat(claims).isGreaterThan(WORLDS * 800);
  }

  private static void write(Path folder, String name, @Nullable String text) throws IOException {
    if (text != null) {
      Files.writeString(folder.resolve(name), text);
    }
  }

  /** Checks all claims of a folder and returns how many there are. */
  private static int explainAll(Path inputs, List<String> policies, int opening)
      throws IOException {
    RunRequest request =
        new RunRequest(
            source(inputs, "households.csv"),
            List.of(source(inputs, "claims.csv")),
            Files.exists(inputs.resolve("bindings.csv")) ? source(inputs, "bindings.csv") : null,
            Files.exists(inputs.resolve("activities.csv"))
                ? List.of(source(inputs, "activities.csv"))
                : List.of(),
            policies,
            null,
            false,
            opening,
            ReadOptions.DEFAULT,
            false);
    Problems problems = new Problems();
    SettlementRun run =
        Objects.requireNonNull(SettlementRun.check(request, problems), problems.first()::toString);
    List<Explanation> found = new ArrayList<>();
    run.settle(
        RunOutputs.explained(
            new Explanation.Listener() {
              @Override
              public boolean wants(int ordinal) {
                return true;
              }

              @Override
              public void explained(Explanation explanation) {
                found.add(explanation);
              }
            }));
    assertThat(found).hasSize(run.inputs().claimIds().size());
    List<ExplanationTree> trees =
        List.of(tree(run.inputs(), Language.EN), tree(run.inputs(), Language.ZH));
    for (Explanation explanation : found) {
      String claim = run.inputs().ids().claim(explanation.settlement().ordinal());
      if (explanation.entitlement() != null) {
        assertAddsUp(explanation, run.inputs(), claim);
      }
      for (ExplanationTree tree : trees) {
        assertIsTold(tree.of(explanation), claim);
      }
    }
    return found.size();
  }

  private static Source source(Path folder, String name) {
    return new Source(name, folder.resolve(name));
  }

  private static ExplanationTree tree(RunInputs inputs, Language language) {
    Messages messages = new Messages(language);
    return new ExplanationTree(
        new PolicyWords(messages::get, language == Language.ZH),
        messages::get,
        inputs.ids(),
        inputs.ids()::person,
        inputs.book(),
        inputs.vocabulary());
  }

  private static void assertIsTold(Explained node, String claim) {
    assertThat(node.sentence()).as(claim).isNotBlank().doesNotContain("{", "}", "null");
    node.parts().forEach(part -> assertIsTold(part, claim));
  }

  private static void assertAddsUp(Explanation explanation, RunInputs inputs, String claim) {
    Settlement row = explanation.settlement();
    Payments paid = row.payments();
    long pool = 0;
    long supplement = 0;
    long cash = 0;
    long[] own = new long[Purse.values().length];
    Map<Integer, Long> family = new LinkedHashMap<>();
    for (Step step : explanation.steps()) {
      if (step instanceof Step.PoolPaid pays) {
        pool += pays.paymentFen();
        assertThat(pays.copayFen()).as(claim).isEqualTo(row.split().copayFen());
        assertThat(pays.overCapFen()).as(claim).isEqualTo(row.split().overCapFen());
      } else if (step instanceof Step.Supplemented pays) {
        supplement += pays.paymentFen();
      } else if (step instanceof Step.OwnDrawn pays) {
        own[pays.purse().ordinal()] += pays.paymentFen();
        assertThat(pays.paymentFen())
            .as(claim)
            .isEqualTo(Math.min(pays.beforeFen(), pays.wantedFen()));
      } else if (step instanceof Step.FamilyDrawn pays) {
        family.merge(pays.binding().payer(), pays.paymentFen(), Long::sum);
        assertThat(pays.paymentFen())
            .as(claim)
            .isEqualTo(
                Math.min(pays.wantedFen(), Math.min(pays.shareableFen(), pays.authorisedFen())));
      } else if (step instanceof Step.CashPaid pays) {
        cash += pays.parts().stream().mapToLong(Step.Left::fen).sum();
      }
    }
    family.values().removeIf(fen -> fen == 0);
    List<FamilyDraw> draws = new ArrayList<>();
    family.forEach((payer, fen) -> draws.add(new FamilyDraw(payer, fen)));
    assertThat(pool).as(claim).isEqualTo(paid.poolFen());
    assertThat(supplement).as(claim).isEqualTo(paid.supplementFen());
    assertThat(own)
        .as(claim)
        .containsExactly(paid.ownPriorFen(), paid.ownCurrentFen(), paid.ownWalletFen());
    assertThat(draws).as(claim).isEqualTo(row.familyDraws());
    assertThat(cash).as(claim).isEqualTo(paid.cashFen());
    if (row.status() == Status.SETTLED) {
      assertPool(explanation, claim);
      StepsTold.assertNoStepIsMissing(explanation, claim);
      StepsTold.assertNoStageIsMissing(explanation, claim);
      StepsTold.assertSkippedForAReason(explanation, claim);
      assertEveryPayerIsTold(explanation, inputs, claim);
    }
  }

  /** The pool's steps lead from one to the next, and each does what it says. */
  private static void assertPool(Explanation explanation, String claim) {
    long deductible = 0;
    long payment = -1;
    for (Step step : explanation.steps()) {
      if (step instanceof Step.Deducted deducted) {
        deductible = deducted.deductibleFen();
        long room = deducted.counter().roomFen();
        if (deducted.ceiling() != null) {
          room = Math.min(room, deducted.ceiling().roomFen());
        }
        assertThat(deductible).as(claim).isEqualTo(Math.min(deducted.reachedFen(), room));
        assertThat(deducted.counter().afterFen())
            .as(claim)
            .isEqualTo(deducted.counter().beforeFen() + deductible);
      } else if (step instanceof Step.ExpenseCapped capped) {
        assertThat(capped.counter().afterFen())
            .as(claim)
            .isLessThanOrEqualTo(
                Math.max(capped.counter().limitFen(), capped.counter().beforeFen()));
        assertThat(capped.passedFen()).as(claim).isLessThanOrEqualTo(capped.enteringFen());
      } else if (step instanceof Step.Rated rated) {
        assertThat(rated.deductibleFen()).as(claim).isEqualTo(deductible);
        payment = rated.paymentFen();
        if (!rated.parts().isEmpty()) {
          assertThat(rated.parts().stream().mapToLong(Step.Part::fen).sum())
              .as(claim)
              .isEqualTo(rated.enteringFen());
          assertThat(payment).as(claim).isEqualTo(byHand(rated, rounding(explanation)));
        }
      } else if (step instanceof Step.PaymentCapped capped) {
        assertThat(capped.beforeFen()).as(claim).isEqualTo(payment);
        assertThat(capped.paymentFen())
            .as(claim)
            .isLessThanOrEqualTo(Math.min(payment, capped.counter().roomFen()));
      }
    }
    assertThat(deductible).as(claim).isEqualTo(explanation.settlement().split().deductibleFen());
  }

  private static Rounding rounding(Explanation explanation) {
    return Objects.requireNonNull(Objects.requireNonNull(explanation.entitlement()).version())
        .rounding();
  }

  private static long byHand(Step.Rated rated, Rounding rounding) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Step.Part part : rated.parts()) {
      sum =
          sum.add(
              BigDecimal.valueOf(part.fen()).multiply(BigDecimal.valueOf(part.basisPoints(), 4)));
    }
    return sum.setScale(0, RoundingMode.valueOf(rounding.name())).longValueExact();
  }

  /** At every family stage each binding of the patient is drawn, refused, or not needed. */
  private static void assertEveryPayerIsTold(
      Explanation explanation, RunInputs inputs, String claim) {
    List<Integer> expected =
        inputs.bindings().ofBeneficiary(explanation.patient().index()).stream()
            .map(Binding::index)
            .sorted()
            .toList();
    List<Integer> told = new ArrayList<>();
    int stages = 0;
    for (Step step : explanation.steps()) {
      if (step instanceof Step.BindingRefused refused) {
        told.add(refused.binding().index());
      } else if (step instanceof Step.FamilyDrawn drawn) {
        told.add(drawn.binding().index());
      } else if (step instanceof Step.FamilyNotNeeded notNeeded) {
        told.add(notNeeded.binding().index());
      } else if (step instanceof Step.FamilySkipped skipped) {
        skipped.bindings().forEach(binding -> told.add(binding.index()));
        stages++;
      }
    }
    assertThat(new TreeSet<>(told)).as(claim).isSubsetOf(expected);
    if (!explanation.settlement().reasons().has(cohealth.settlement.Reason.NOT_DESIGNATED)
        && hasFamilyStage(explanation)) {
      assertThat(new TreeSet<>(told)).as(claim).containsAll(expected);
    }
    assertThat(stages).isLessThanOrEqualTo(3);
  }

  private static boolean hasFamilyStage(Explanation explanation) {
    var version = Objects.requireNonNull(explanation.entitlement()).version();
    return version == null
        || version.chain().stream().anyMatch(rule -> rule instanceof ChainRule.Family);
  }
}
