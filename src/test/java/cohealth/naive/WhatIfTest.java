package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.naive.RandomWorld.World;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code quota} tells what the next claim finds: {@code --what-if} gives the row that settling that
 * claim gives, the limits that are told are those that it meets, and a state alone says the same as
 * the files behind it. On random worlds, for random people, on random days.
 *
 * <p>{@code -Dcohealth.firstSeed=S} begins with another seed, {@code -Dcohealth.quotaWorlds=N} asks
 * about another number of worlds.
 */
class WhatIfTest {
  private static final int FAMILIES = 25;
  private static final int WORLDS = Integer.getInteger("cohealth.quotaWorlds", 40);
  private static final int FIRST_SEED = Integer.getInteger("cohealth.firstSeed", 1);
  private static final int QUESTIONS = 4;
  private static final Set<String> CLOSING =
      Set.of(
          "NO_POLICY",
          "NOT_INSURED",
          "SUSPENDED",
          "WAITING_PERIOD",
          "BENEFIT_ENDED",
          "NO_BENEFIT",
          "NOT_APPROVED");

  @TempDir Path folder = Path.of("");
  private final AtomicInteger settled = new AtomicInteger();
  private final AtomicInteger paidByPool = new AtomicInteger();
  private final AtomicInteger paidByFamily = new AtomicInteger();
  private final AtomicInteger limitsMet = new AtomicInteger();

  @Test
  void whatIfEqualsReallySettlingThatClaim() {
    assertThat(all("visits", this::visits)).isEmpty();
    assertThat(settled.get()).isGreaterThan(WORLDS * QUESTIONS / 2);
    assertThat(paidByPool.get()).isGreaterThan(settled.get() / 4);
    assertThat(paidByFamily.get()).isGreaterThan(settled.get() / 20);
    assertThat(limitsMet.get()).isGreaterThan(settled.get() / 4);
  }

  @Test
  void aStateAloneTellsWhatTheFilesTell() {
    assertThat(all("states", this::states)).isEmpty();
  }

  /** Finds what is wrong in one world. */
  private interface Question {
    String difference(World world, WorldFiles files, Dice dice);
  }

  private List<String> all(String name, Question question) {
    return IntStream.range(FIRST_SEED, FIRST_SEED + WORLDS)
        .parallel()
        .mapToObj(
            seed -> {
              World world = world(seed);
              String found =
                  question.difference(
                      world, new WorldFiles(folder.resolve(name + seed), world), new Dice(seed));
              return found.isEmpty() ? "" : "seed " + seed + ": " + found;
            })
        .filter(difference -> !difference.isEmpty())
        .toList();
  }

  /** Every other world has activities; every third one is in order of time. */
  private static World world(int seed) {
    World world =
        seed % 2 == 0 ? RandomWorld.withActivities(seed, FAMILIES) : RandomWorld.of(seed, FAMILIES);
    if (seed % 3 != 0) {
      return world;
    }
    List<Table.Row> rows = new ArrayList<>(Table.read(world.claims()));
    rows.sort(Comparator.comparing(row -> Text.time(row.get("service_time"))));
    StringBuilder claims = new StringBuilder(header(world.claims()));
    rows.forEach(row -> claims.append(String.join(",", row.cells())).append('\n'));
    return new World(
        world.seed(),
        world.policies(),
        world.households(),
        claims.toString(),
        world.bindings(),
        world.activities(),
        world.openingDate());
  }

  private static String header(String csv) {
    return csv.substring(0, csv.indexOf('\n') + 1);
  }

  // --- what a visit would cost

  private String visits(World world, WorldFiles files, Dice dice) {
    for (int i = 0; i < QUESTIONS; i++) {
      LocalDate day = day(world, dice);
      CommandLineRun quota = files.quota("--as-of", day.toString());
      if (quota.code() != 0) {
        return quota.err();
      }
      List<Table.Row> told = Table.read(quota.out());
      Visit visit =
          new Visit(
              person(told, dice),
              day,
              dice.pick("primary", "secondary", "tertiary", "tertiary_b", "village", "pharmacy"),
              dice.pick("general", "general", "general", "emergency", "chronic", "pharmacy"),
              Text.yuan(dice.chance(30) ? dice.between(1, 9_999) : dice.between(1, 500_000)));
      String found = difference(world, files, visit, told);
      if (!found.isEmpty()) {
        return visit + "\n" + found;
      }
    }
    return "";
  }

  /** Mostly somebody whom the family can help, and then with an authorised amount. */
  private static String person(List<Table.Row> told, Dice dice) {
    String kind = dice.pick("family_available", "binding_limit", "binding_limit", "own_balance");
    List<Table.Row> helped =
        told.stream()
            .filter(row -> row.get("kind").equals(kind))
            .filter(row -> kind.equals("own_balance") || Text.fen(row.get("remaining")) > 0)
            .toList();
    return dice.pick(helped.isEmpty() ? told : helped).get("person_id");
  }

  private record Visit(String person, LocalDate day, String level, String type, String amount) {}

  /** The day of some event, or up to a year after the last one. */
  private static LocalDate day(World world, Dice dice) {
    List<LocalDateTime> times = new ArrayList<>();
    Table.read(world.claims()).forEach(row -> times.add(Text.time(row.get("service_time"))));
    times.sort(null);
    LocalDate last = times.get(times.size() - 1).toLocalDate();
    return dice.chance(60)
        ? dice.pick(times).toLocalDate()
        : last.plusDays(dice.between(0, dice.chance(50) ? 30 : 500));
  }

  private String difference(World world, WorldFiles files, Visit visit, List<Table.Row> told) {
    CommandLineRun asked =
        files.quota(
            "--as-of",
            visit.day().toString(),
            "--person",
            visit.person(),
            "--what-if",
            String.join(" ", visit.level(), visit.type(), visit.amount()));
    CommandLineRun real = real(world, files, visit);
    if (real.code() != 0) {
      // events of several account years, for which only an opening date says where balances belong
      boolean years = real.err().contains("[E319]");
      return years || asked.code() == real.code() ? "" : "asked " + asked + "\nreal " + real;
    }
    Table.Row row = row(real.out());
    int standard = header(asked.out()).split(",", -1).length;
    String expected = String.join(",", row.cells().subList(0, standard));
    String found = asked.out().substring(asked.out().indexOf('\n') + 1).strip();
    if (!found.equals(expected)) {
      return "asked: " + found + asked.err() + "\nreal:  " + expected;
    }
    settled.incrementAndGet();
    paidByPool.addAndGet(Text.fen(row.get("pool")) > 0 ? 1 : 0);
    paidByFamily.addAndGet(Text.fen(row.get("family")) > 0 ? 1 : 0);
    return limits(
        told.stream().filter(each -> each.get("person_id").equals(visit.person())).toList(), row);
  }

  /** Settles what happened up to the end of the day, and then the visit. */
  private static CommandLineRun real(World world, WorldFiles files, Visit visit) {
    LocalDateTime end = visit.day().atTime(23, 59, 59);
    World before = world.cutAt(List.of(end)).get(0);
    StringBuilder claims = new StringBuilder(before.claims());
    String separator = "";
    for (String column : header(before.claims()).strip().split(",", -1)) {
      claims
          .append(separator)
          .append(
              switch (column) {
                case "claim_id" -> "what-if";
                case "person_id" -> visit.person();
                case "service_time" -> Text.time(end);
                case "type" -> visit.type();
                case "facility_level" -> visit.level();
                case "total" -> visit.amount();
                default -> "";
              });
      separator = ",";
    }
    String activities = before.activities();
    return files.settle(claims.append('\n').toString(), activities == null ? "" : activities);
  }

  private static Table.Row row(String csv) {
    for (Table.Row row : Table.read(csv)) {
      if (row.get("claim_id").equals("what-if")) {
        return row;
      }
    }
    throw new IllegalStateException("the claim is not among the results");
  }

  // --- whether the limits that are told are those that the claim met

  private String limits(List<Table.Row> told, Table.Row row) {
    Set<List<String>> names = new HashSet<>();
    for (Table.Row limit : told) {
      if (!names.add(limit.cells().subList(3, 7))) {
        return "told twice: " + limit.cells();
      }
    }
    long purses = 0;
    for (String purse : List.of("prior", "current", "wallet")) {
      long left = left(told, purse, "own_balance", false) - Text.fen(row.get("own_" + purse));
      if (left < 0) {
        return purse + " is not what the claim found:\n" + lines(told) + row.cells();
      }
      purses += left;
    }
    if (purses != Text.fen(row.get("own_balance"))) {
      return "purses " + purses + " but " + row.cells();
    }
    String found = family(told, row.get("family_detail"));
    return found.isEmpty() ? poolLimits(told, row) : found + "\n" + lines(told) + row.cells();
  }

  /** Payers are drawn in the order in which they are told; the one before is used up first. */
  private static String family(List<Table.Row> told, String detail) {
    if (detail.isEmpty()) {
      return "";
    }
    List<String> payers =
        told.stream()
            .filter(row -> row.get("kind").equals("family_available"))
            .map(row -> row.get("limit_name"))
            .toList();
    String[] draws = detail.split(";", -1);
    int place = -1;
    for (int i = 0; i < draws.length; i++) {
      String payer = draws[i].split(":", -1)[0];
      long fen = Text.fen(draws[i].split(":", -1)[1]);
      long available = left(told, payer, "family_available", false);
      boolean last = i == draws.length - 1;
      if (payers.indexOf(payer) <= place
          || (last ? fen > available : fen != available)
          || fen > left(told, payer, "binding_limit", true)) {
        return "draw " + draws[i];
      }
      place = payers.indexOf(payer);
    }
    return "";
  }

  private static long left(
      List<Table.Row> told, String name, String kind, boolean withoutThereIsNoLimit) {
    return told.stream()
        .filter(row -> row.get("kind").equals(kind) && row.get("limit_name").equals(name))
        .mapToLong(row -> Text.fen(row.get("remaining")))
        .findFirst()
        .orElse(withoutThereIsNoLimit ? Long.MAX_VALUE : -1);
  }

  private String poolLimits(List<Table.Row> told, Table.Row row) {
    List<String> reasons = List.of(row.get("reasons").split(";", -1));
    if (reasons.stream().anyMatch(CLOSING::contains)) {
      return "";
    }
    List<Long> deductibles = met(told, "deductible", row);
    List<Long> payment = met(told, "payment_cap", row);
    List<Long> expense = met(told, "expense_cap", row);
    limitsMet.addAndGet(deductibles.size() + payment.size() + expense.size() > 0 ? 1 : 0);
    String deductibleLeft =
        deductibles.isEmpty()
            ? ""
            : Text.yuan(least(deductibles) - Text.fen(row.get("deductible")));
    if (!row.get("deductible_left").equals(deductibleLeft)) {
      return "deductible_left " + deductibleLeft + " by\n" + lines(told) + "\n" + row.cells();
    }
    String capLeft = row.get("cap_left");
    if (!payment.isEmpty()) {
      String expected = Text.yuan(least(payment) - Text.fen(row.get("pool")));
      return capLeft.equals(expected)
          ? ""
          : "cap_left " + expected + " by\n" + lines(told) + "\n" + row.cells();
    }
    boolean fits =
        expense.isEmpty()
            ? capLeft.isEmpty()
            : !capLeft.isEmpty() && Text.fen(capLeft) <= least(expense);
    return fits ? "" : "expense limits\n" + lines(told) + "\n" + row.cells();
  }

  private static long least(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  /** What the limits of a kind have left that are told for the claim's benefit and band. */
  private static List<Long> met(List<Table.Row> told, String kind, Table.Row row) {
    String band = row.get("band").isEmpty() ? "-" : row.get("band");
    return told.stream()
        .filter(limit -> limit.get("kind").equals(kind))
        .filter(limit -> limit.get("benefit").equals(row.get("benefit")))
        .filter(limit -> isAmong(limit.get("limit_name"), '[', band, ']'))
        .filter(limit -> isAmong(limit.get("limit_name"), '{', "-", '}'))
        .map(limit -> Text.fen(limit.get("remaining")))
        .toList();
  }

  private static boolean isAmong(String name, char open, String word, char close) {
    int from = name.indexOf(open);
    return from < 0
        || List.of(name.substring(from + 1, name.indexOf(close)).split(";", -1)).contains(word);
  }

  private static String lines(List<Table.Row> rows) {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(String.join(",", row.cells())).append('\n'));
    return lines.toString();
  }

  // --- a state alone

  private String states(World world, WorldFiles files, Dice dice) {
    String state = files.state();
    List<List<String>> questions = new ArrayList<>();
    questions.add(List.of());
    LocalDate last = null;
    for (Table.Row row : Table.read(world.claims())) {
      LocalDate day = Text.time(row.get("service_time")).toLocalDate();
      last = last == null || day.isAfter(last) ? day : last;
    }
    if (last != null) {
      questions.add(List.of("--as-of", last.plusDays(dice.between(200, 700)).toString()));
    }
    for (List<String> question : questions) {
      String[] asked = question.toArray(String[]::new);
      CommandLineRun byFiles = files.quota(asked);
      CommandLineRun byState = files.quotaOf(state, asked);
      if (byFiles.code() != 0 || !byFiles.out().equals(byState.out())) {
        return question + firstDifference(byFiles.out(), byState.out()) + byState.err();
      }
    }
    return "";
  }

  private static String firstDifference(String one, String other) {
    List<String> lines = one.lines().toList();
    List<String> others = other.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
      if (!lines.get(i).equals(others.get(i))) {
        return "\nfiles: " + lines.get(i) + "\nstate: " + others.get(i);
      }
    }
    return "\nfiles: " + lines.size() + " rows, state: " + others.size() + "\n";
  }
}
