package cohealth.run;

import cohealth.comparison.Comparison;
import cohealth.comparison.Decomposition;
import cohealth.comparison.PayerSums;
import cohealth.comparison.Tally;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.ClaimFile;
import cohealth.io.InputText;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.PolicyReform;
import cohealth.io.PolicyReformReader;
import cohealth.io.Problem;
import cohealth.io.Problems;
import cohealth.policy.PolicyBook;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a run under two policies. The files are read once, and each claim goes through an
 * engine of either policy before the next one comes, so that no result need be kept. Changes that
 * are looked at alone have engines of their own, as many at a time as memory is for.
 */
public final class PolicyComparison {
  /** As for a run under one policy: the check of the encoding, the check, the settling. */
  private static final int CLAIM_PASSES = 3;

  /**
   * What an engine needs for each person, roughly; and which part of the memory engines may use.
   */
  private static final int BYTES_FOR_PERSON = 256;

  private static final int PART_OF_MEMORY = 8;

  /** The baseline and the reform come before the changes that are looked at alone. */
  private static final int SIDES = 2;

  private final RunRequest request;
  private final ReformRequest wanted;
  private final RunInputs inputs;
  private final ClaimSurvey survey;
  private final PolicyReform reform;
  private final List<PolicyReform.Part> parts;
  private @Nullable Tally tally;

  private PolicyComparison(
      RunRequest request, ReformRequest wanted, RunInputs inputs, ClaimSurvey survey, Sides sides) {
    this.request = request;
    this.wanted = wanted;
    this.inputs = inputs;
    this.survey = survey;
    this.reform = sides.reform();
    this.parts = sides.parts();
  }

  /** The policies of a run, and what the changes are alone, if that is to be found out. */
  private record Sides(PolicyReform reform, List<PolicyReform.Part> parts) {
    static Sides of(PolicyReform reform, ReformRequest wanted) {
      boolean alone = reform.size() <= wanted.mostAlone();
      return new Sides(reform, alone && reform.size() > 1 ? reform.parts() : List.of());
    }

    List<List<PolicyFile>> files() {
      List<List<PolicyFile>> files = new ArrayList<>();
      files.add(reform.baseline());
      files.add(reform.reform());
      for (PolicyReform.Part part : parts) {
        if (part.files() != null) {
          files.add(part.files());
        }
      }
      return files;
    }
  }

  /**
   * Reads and checks all inputs: claims must be valid under both policies.
   *
   * @return null when they are refused; the problems say why
   * @throws IOException when a file cannot be read
   */
  public static @Nullable PolicyComparison check(
      RunRequest request, ReformRequest wanted, Problems problems) throws IOException {
    request.expectReading(CLAIM_PASSES);
    List<Sides> sides = new ArrayList<>();
    RunInputs inputs =
        RunInputs.read(
            request,
            library -> {
              PolicyReform reform = reader(library, request, wanted).read(problems);
              if (reform == null) {
                return List.of();
              }
              sides.add(Sides.of(reform, wanted));
              return sides.get(0).files();
            },
            problems);
    if (inputs == null) {
      return null;
    }
    ClaimSurvey survey = ClaimSurvey.of(request, inputs, problems);
    return problems.count() == 0
        ? new PolicyComparison(request, wanted, inputs, survey, sides.get(0))
        : null;
  }

  private static PolicyReformReader reader(
      PolicyLibrary library, RunRequest request, ReformRequest wanted) {
    return new PolicyReformReader(
        library, request.policies(), wanted.baseline(), wanted.reform(), wanted.settings());
  }

  /** What was read beside the claims. */
  public RunInputs inputs() {
    return inputs;
  }

  /** The sums of each person, once the claims are settled. */
  public Tally tally() {
    if (tally == null) {
      throw new IllegalStateException("nothing was settled yet");
    }
    return tally;
  }

  /** Settles the claims under both policies, and under each change alone. */
  public Comparison compare() throws IOException {
    return compare(alone());
  }

  /**
   * The same.
   *
   * @param alone how many changes are looked at in one go
   */
  Comparison compare(int alone) throws IOException {
    Tally both = new Tally(inputs.people(), inputs.vocabulary().levels());
    tally = both;
    List<PayerSums> sums = new ArrayList<>();
    List<PolicyBook> books = new ArrayList<>(List.of(inputs.book()));
    books.addAll(inputs.otherBooks());
    int next = 0;
    while (next < books.size()) {
      if (next > 0) {
        request.expectClaims(1);
      }
      int until = Math.min(books.size(), next + (next == 0 ? SIDES : 0) + alone);
      sums.addAll(settle(books.subList(next, until), next == 0 ? both : null));
      next = until;
    }
    long last = survey.lastEvent();
    return both.comparison(
        reform.changes(),
        last == Long.MIN_VALUE ? Day.UNKNOWN : Moment.day(last),
        decomposition(both.difference(), sums));
  }

  private int alone() {
    long bytes = (long) BYTES_FOR_PERSON * Math.max(1, inputs.people().size());
    long fit = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / bytes;
    return (int) Math.max(1, Math.min(fit, Integer.MAX_VALUE / 2));
  }

  private Decomposition decomposition(PayerSums whole, List<PayerSums> sums) {
    int size = reform.size();
    int most = wanted.mostAlone();
    if (size == 0) {
      return Decomposition.without(Decomposition.Told.NO_CHANGES, most);
    } else if (most == 0) {
      return Decomposition.without(Decomposition.Told.NOT_ASKED, most);
    } else if (size > most) {
      return Decomposition.without(Decomposition.Told.TOO_MANY, most);
    } else if (size == 1) {
      return Decomposition.of(List.of(new Decomposition.Part(List.of(1), whole)), most, whole);
    }
    List<Decomposition.Part> found = new ArrayList<>();
    int next = SIDES;
    for (PolicyReform.Part part : parts) {
      boolean settled = part.files() != null;
      PayerSums difference = settled ? sums.get(next++).minus(sums.get(0)) : null;
      found.add(new Decomposition.Part(part.numbers(), difference));
    }
    return Decomposition.of(found, most, whole);
  }

  /** Settles the claims under several policies at once, and tells what payers paid under each. */
  private List<PayerSums> settle(List<PolicyBook> books, @Nullable Tally both) throws IOException {
    BindingKeys keys = new BindingKeys(inputs.bindings(), inputs.people());
    try {
      List<Lane> lanes = new ArrayList<>();
      for (PolicyBook book : books) {
        lanes.add(new Lane(request, inputs, survey, book, keys));
      }
      SideBySide taker = new SideBySide(lanes, inputs.activities().inOrder(), both);
      eachClaim(taker);
      taker.end();
      return lanes.stream().map(Lane::paid).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** All claims in order of time: as they were kept, else read again. */
  private void eachClaim(KeptClaims.Taker<IOException> taker) throws IOException {
    KeptClaims kept = survey.kept();
    if (kept != null) {
      KeptBytes bytes = keptBytes();
      if (survey.isInOrder()) {
        kept.inOrder(bytes.counting(taker));
      } else {
        kept.inOrderOfTime(bytes.counting(taker));
      }
      bytes.end();
    } else if (survey.isInOrder()) {
      new ClaimPass(request, inputs, survey).read(new Sound(taker));
    } else {
      KeptClaims all = new KeptClaims(Long.MAX_VALUE);
      new ClaimPass(request, inputs, survey).read(new Sound(all::add));
      all.inOrderOfTime(taker);
    }
  }

  private KeptBytes keptBytes() {
    long all = inputs.claims().stream().mapToLong(InputText::size).sum();
    return new KeptBytes(request.options().bytes(), all, survey.size() - survey.earlier());
  }

  /** Rows that were all found sound before. */
  private record Sound(KeptClaims.Taker<IOException> taker) implements ClaimPass.Rows {
    @Override
    public void claim(Claim claim) throws IOException {
      taker.take(claim);
    }

    @Override
    public void refused(List<Problem> problems) {
      throw new IllegalStateException("a row is refused now that was not before");
    }

    @Override
    public void blocked(ClaimFile row) {
      throw new IllegalStateException("a row is blocked though none is refused");
    }
  }
}
