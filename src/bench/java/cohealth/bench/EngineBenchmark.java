package cohealth.bench;

import cohealth.event.Claim;
import cohealth.generation.Generator;
import cohealth.io.ClaimFile;
import cohealth.io.PopulationFile;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.person.Person;
import cohealth.run.RunInputs;
import cohealth.run.RunRequest;
import cohealth.run.Source;
import cohealth.settlement.Opening;
import cohealth.settlement.SettlementEngine;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The engine alone: claims of a generated world, read before, settled from the opening on in every
 * call. One operation is one claim.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class EngineBenchmark {
  private static final int CLAIMS = 50_000;
  private static final int PERSONS = 100_000;
  private static final int GENERATED = 1_000_000;

  /**
   * Whose claims: {@code all}, or those of patients under one document; a region and insurance
   * without one is {@code NONE}.
   */
  @Param({
    "all",
    "620800-employee",
    "620800-resident",
    "330200-employee",
    "330200-resident",
    "510400-employee",
    "NONE"
  })
  public String policy = "all";

  private @Nullable RunInputs inputs;
  private Claim[] claims = {};
  private final BitSet reversed = new BitSet();
  private @Nullable SettlementEngine engine;

  /** Generates and reads people and claims, and keeps the claims that are wanted. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    Path folder = Files.createTempDirectory("cohealth-bench");
    Path people = folder.resolve("households.csv");
    Path rows = folder.resolve("claims.csv");
    try {
      try (OutputStream peopleOut = Files.newOutputStream(people);
          OutputStream rowsOut = Files.newOutputStream(rows)) {
        new Generator(PopulationFile.builtIn(), PERSONS, GENERATED, 1, false)
            .write(peopleOut, rowsOut);
      }
      read(people, rows);
    } finally {
      Files.deleteIfExists(people);
      Files.deleteIfExists(rows);
      Files.deleteIfExists(folder);
    }
  }

  private void read(Path people, Path rows) throws IOException {
    RunRequest request =
        new RunRequest(
            new Source("households.csv", people),
            List.of(new Source("claims.csv", rows)),
            null,
            List.of(),
            List.of(),
            null,
            false,
            Day.UNKNOWN,
            ReadOptions.DEFAULT,
            false);
    Problems problems = new Problems();
    RunInputs read = Objects.requireNonNull(RunInputs.read(request, problems));
    List<Claim> wanted = new ArrayList<>();
    try (ClaimFile file =
        Objects.requireNonNull(
            ClaimFile.first(
                read.claims().get(0),
                request.options(),
                read.claimContext(),
                problems,
                null,
                person -> {}))) {
      while (file.next()) {
        Claim claim = Objects.requireNonNull(file.claim());
        // refunds look up what their claim took, which is another measure
        if (!claim.isReversal() && isWanted(read.people().get(claim.person()), read)) {
          wanted.add(claim);
        }
      }
    }
    if (wanted.size() < CLAIMS) {
      throw new IllegalStateException("only " + wanted.size() + " claims under " + policy);
    }
    inputs = read;
    // the year of the first people, not the first weeks of all
    int first = (int) ((long) PERSONS * CLAIMS / wanted.size());
    List<Claim> year = new ArrayList<>();
    while (year.size() < CLAIMS) {
      int most = first;
      year = wanted.stream().filter(claim -> claim.person() < most).toList();
      first += PERSONS / 100;
    }
    claims = year.subList(0, CLAIMS).toArray(Claim[]::new);
  }

  private boolean isWanted(Person patient, RunInputs read) {
    if (policy.equals("all")) {
      return true;
    }
    var found = read.book().find(patient.region(), patient.insurance());
    String id = found == null ? "none" : found.document().id();
    return id.equals(policy.toLowerCase(Locale.ROOT));
  }

  /** All balances and counters as at the opening. */
  @Setup(Level.Invocation)
  public void open() {
    RunInputs read = Objects.requireNonNull(inputs);
    engine =
        new SettlementEngine(
            read.roster(),
            read.bindings(),
            read.book(),
            Opening.first(Day.UNKNOWN),
            false,
            reversed,
            null,
            null);
  }

  /** Settles all claims. */
  @Benchmark
  @OperationsPerInvocation(CLAIMS)
  public void settle(Blackhole sink) {
    SettlementEngine opened = Objects.requireNonNull(engine);
    for (Claim claim : claims) {
      sink.consume(opened.settle(claim));
    }
  }
}
