package cohealth.cli;

import static cohealth.cli.CliFolder.fen;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger adds up: for every claim, for every purse, and between a claim and its reversal. */
class PostingsTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final List<String> PURSES = List.of("prior", "current", "wallet");

  @TempDir Path temporary = Path.of("");

  /** All golden folders whose headers are English, but for those of built-in policies. */
  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.walk(SAMPLES, 2)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("expected.csv")))
          .filter(folder -> !folder.startsWith(SAMPLES.resolve("policies")))
          .filter(folder -> !folder.endsWith("02-panzhihua-family-gb18030"))
          .map(folder -> SAMPLES.relativize(folder).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theLedgerOfASampleAddsUp(String sample) throws IOException {
    CliFolder folder = CliFolder.copyOfSample(temporary, sample);
    Path policies = SAMPLES.resolve(sample).resolve("policies");
    Path openingDate = SAMPLES.resolve(sample).resolve("opening-date.txt");
    List<String> more = new ArrayList<>();
    if (Files.exists(policies)) {
      more.addAll(List.of("--policy", policies.toString()));
    }
    if (Files.exists(openingDate)) {
      more.addAll(List.of("--opening-date", Files.readString(openingDate).strip()));
    }
    assertAddsUp(folder, Files.exists(openingDate), more.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
  void theLedgerOfARandomWorldAddsUp(long seed) {
    assertAddsUp(CliFolder.of(temporary, RandomWorld.of(seed, 60)));
  }

  /** Years may end there, so that money goes from purse to purse: only people's sums are known. */
  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
  void theLedgerOfAWorldWithActivitiesAddsUp(long seed) {
    RandomWorld.World world = RandomWorld.withActivities(seed, 60);
    LocalDate openingDate = world.openingDate();
    assertAddsUp(
        CliFolder.of(temporary, world),
        openingDate != null,
        openingDate == null
            ? new String[0]
            : new String[] {"--opening-date", openingDate.toString()});
  }

  private static void assertAddsUp(CliFolder folder, String... more) {
    assertAddsUp(folder, false, more);
  }

  private static void assertAddsUp(CliFolder folder, boolean severalYears, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("-f", "csv", "--postings", folder.path("postings.csv")));
    CommandLineRun run = folder.settle(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    List<Row> postings = CliFolder.rows(folder.read("postings.csv"));
    List<Row> claims = new ArrayList<>(CliFolder.rows(run.out()));
    claims.sort(Comparator.comparing(row -> row.get("service_time")));

    assertNumbered(postings);
    assertEachClaimAddsUp(claims, postings);
    Balances balances = new Balances(folder.read(CliFolder.HOUSEHOLDS), severalYears);
    assertPursesAddUp(balances, claims, postings);
  }

  private static void assertNumbered(List<Row> postings) {
    String last = "";
    for (int i = 0; i < postings.size(); i++) {
      assertThat(postings.get(i).get("seq")).isEqualTo(Integer.toString(i + 1));
      assertThat(postings.get(i).get("time")).isGreaterThanOrEqualTo(last);
      last = postings.get(i).get("time");
    }
  }

  /** For every claim the postings sum to minus its total, and each payer's to his part. */
  private static void assertEachClaimAddsUp(List<Row> claims, List<Row> postings) {
    Map<String, Long> sums = new HashMap<>();
    for (Row posting : postings) {
      long amount = fen(posting.get("amount"));
      sums.merge(posting.get("event_id") + " total", -amount, Long::sum);
      sums.merge(posting.get("event_id") + " " + posting.get("account"), -amount, Long::sum);
    }
    for (Row claim : claims) {
      String id = claim.get("claim_id");
      for (String part : List.of("total", "pool", "supplement", "family", "cash")) {
        assertThat(sums.getOrDefault(id + " " + part, 0L))
            .as(id + " " + part)
            .isEqualTo(fen(claim.get(part)));
      }
      long own = 0;
      for (String purse : PURSES) {
        own += fen(claim.get("own_" + purse));
      }
      assertThat(sums.getOrDefault(id + " own", 0L)).as(id + " own").isEqualTo(own);
    }
  }

  /** Each balance is the one before it and the amount; own_balance is what the purses then hold. */
  private static void assertPursesAddUp(Balances balances, List<Row> claims, List<Row> postings) {
    Set<String> ids = claims.stream().map(row -> row.get("claim_id")).collect(Collectors.toSet());
    Iterator<Row> rest = postings.iterator();
    @Nullable Row posting = rest.hasNext() ? rest.next() : null;
    for (Row claim : claims) {
      while (posting != null && isUntil(claim, posting, ids)) {
        balances.move(posting);
        posting = rest.hasNext() ? rest.next() : null;
      }
      String id = claim.get("claim_id");
      assertThat(fen(claim.get("own_balance")))
          .as(id + " own_balance")
          .isEqualTo(balances.of(claim.get("person_id")));
    }
    while (posting != null) {
      assertThat(ids).as("claims").doesNotContain(posting.get("event_id"));
      balances.move(posting);
      posting = rest.hasNext() ? rest.next() : null;
    }
  }

  /** Whether a posting belongs to the claim, or to an activity that is not later. */
  private static boolean isUntil(Row claim, Row posting, Set<String> claimIds) {
    String id = posting.get("event_id");
    return claimIds.contains(id)
        ? id.equals(claim.get("claim_id"))
        : posting.get("time").compareTo(claim.get("service_time")) <= 0;
  }

  /** What people have; where years end, purses are one, since money moves between them unseen. */
  private static final class Balances {
    private final Map<String, Long> fen = new HashMap<>();
    private final boolean together;

    /** As in the households file. */
    Balances(String households, boolean together) {
      this.together = together;
      for (Row person : CliFolder.rows(households)) {
        for (String purse : PURSES) {
          String amount = person.optional(purse + "_balance");
          if (!amount.isEmpty()) {
            String id = person.optional("person_id") + person.optional("psn_no");
            add(id, purse, new BigDecimal(amount).movePointRight(2).longValueExact());
          }
        }
      }
    }

    void move(Row posting) {
      String purse = posting.get("purse");
      if (purse.isEmpty()) {
        assertThat(posting.get("balance_after")).isEmpty();
        return;
      }
      long after = add(posting.get("holder_id"), purse, fen(posting.get("amount")));
      assertThat(after).isNotNegative();
      if (!together) {
        assertThat(fen(posting.get("balance_after"))).as(posting.toString()).isEqualTo(after);
      }
    }

    /** All purses of a person. */
    long of(String person) {
      long sum = 0;
      for (String purse : PURSES) {
        sum += fen.getOrDefault(person + " " + purse, 0L);
      }
      return sum;
    }

    private long add(String person, String purse, long amount) {
      return fen.merge(person + " " + (together ? PURSES.get(0) : purse), amount, Long::sum);
    }
  }

  @Test
  void aReversalGivesBackExactlyWhatTheClaimTook() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.settle("--postings", folder.path("postings.csv"));
    assertThat(movements(folder, "C011", 1)).isNotEmpty().isEqualTo(movements(folder, "C006", -1));
  }

  /** Account, holder, purse, component and amount times the factor. */
  private static List<String> movements(CliFolder folder, String claim, int factor) {
    return CliFolder.rows(folder.read("postings.csv")).stream()
        .filter(row -> row.get("event_id").equals(claim))
        .map(
            row ->
                row.get("account")
                    + " "
                    + row.get("holder_id")
                    + " "
                    + row.get("purse")
                    + " "
                    + row.get("component")
                    + " "
                    + factor * fen(row.get("amount")))
        .sorted()
        .toList();
  }

  @Test
  void theFileHasExactlyTheseColumnsAndValues() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.settle("--postings", folder.path("postings.csv"));
    assertThat(folder.read("postings.csv"))
        .startsWith(
            """
            seq,event_id,time,person_id,account,holder_id,purse,component,amount,balance_after
            1,C001,2025-01-06T09:12:00,P001,own,P001,prior,deductible,-120.00,1080.00
            2,C002,2025-02-11T10:40:00,P001,pool,510400-employee,,eligible,-175.00,
            """);
  }

  @Test
  void theLedgerIsInOrderOfTimeWhateverTheOrderOfTheFile() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.settle("--postings", folder.path("postings.csv"));
    List<String> lines = new ArrayList<>(folder.read(CliFolder.CLAIMS).lines().toList());
    String header = lines.remove(0);
    Collections.reverse(lines);
    folder.write(CliFolder.CLAIMS, header + "\n" + String.join("\n", lines) + "\n");
    folder.settle("--postings", folder.path("turned.csv"));
    assertThat(folder.read("turned.csv")).isEqualTo(folder.read("postings.csv"));
  }
}
