package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.naive.RandomWorld;
import cohealth.settlement.Opening;
import cohealth.settlement.SettlementEngine;
import cohealth.time.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a random world, as the engine takes it, for tests of the engine itself.
 *
 * @param events claims and activities in the order of their timeline
 * @param reversedLater ordinals of the claims that a later one wants to take back
 */
public record WorldEvents(
    RunInputs inputs, int openingDay, List<Object> events, BitSet reversedLater) {

  /** Reads a world, of which files are written into the folder. */
  public static WorldEvents of(Path folder, RandomWorld.World world) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < world.policies().size(); i++) {
        Files.writeString(folder.resolve("policy-" + i + ".json"), world.policies().get(i));
      }
      LocalDate opening = world.openingDate();
      RunRequest request =
          new RunRequest(
              source(folder, "households.csv", world.households()),
              List.of(source(folder, "claims.csv", world.claims())),
              world.bindings() == null ? null : source(folder, "bindings.csv", world.bindings()),
              world.activities() == null
                  ? List.of()
                  : List.of(source(folder, "activities.csv", world.activities())),
              List.of(folder.toString()),
              null,
              false,
              opening == null ? Day.UNKNOWN : Day.of(opening),
              new ReadOptions(null, ',', new Shown(true)),
              false);
      Problems problems = new Problems();
      RunInputs inputs = Objects.requireNonNull(RunInputs.read(request, problems));
      ClaimSurvey survey = ClaimSurvey.of(request, inputs, problems);
      assertThat(problems.first()).isEmpty();
      return new WorldEvents(
          inputs, request.openingDay(), events(inputs, survey), survey.reversed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An engine at the opening. */
  public SettlementEngine engine() {
    return new SettlementEngine(
        inputs.roster(),
        inputs.bindings(),
        inputs.book(),
        Opening.first(openingDay),
        false,
        reversedLater,
        null,
        null);
  }

  private static Source source(Path folder, String name, @Nullable String text) throws IOException {
    return new Source(name, Files.writeString(folder.resolve(name), String.valueOf(text)));
  }

  private static List<Object> events(RunInputs inputs, ClaimSurvey survey) {
    List<Claim> claims = new ArrayList<>();
    KeptClaims kept = Objects.requireNonNull(survey.kept());
    KeptClaims.Taker<RuntimeException> taker = claims::add;
    if (survey.isInOrder()) {
      kept.inOrder(taker);
    } else {
      kept.inOrderOfTime(taker);
    }
    List<Object> events = new ArrayList<>();
    List<Activity> activities = inputs.activities().inOrder();
    int next = 0;
    for (Claim claim : claims) {
      while (next < activities.size() && activities.get(next).moment() <= claim.moment()) {
        events.add(activities.get(next++));
      }
      events.add(claim);
    }
    events.addAll(activities.subList(next, activities.size()));
    return List.copyOf(events);
  }
}
