package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is better than what {@code cohealth advise} says: 500 random small households are settled
 * by the naive model under every order of every choice of payers, with and without each authorised
 * amount. The files are written anew for each; nothing of the program is used for it.
 *
 * <p>{@code -Dcohealth.households=N} tries another number of households.
 */
class AdviceIsBestTest {
  private static final int HOUSEHOLDS = Integer.getInteger("cohealth.households", 500);

  /** Most households have few plans, so that the test is quick; one in eight has up to 400. */
  private static final int FEW_PLANS = 100;

  private static final int MANY_PLANS = 400;
  private static final int ELDER = 60;

  @TempDir Path folder = Path.of("");

  /** A payer's help as the files say it: of a household row, or for one beneficiary. */
  private record Lever(String payer, boolean limited) {}

  /** Those who help in an order; whose authorised amount is lifted. */
  private record Order(List<String> payers, Set<String> unlimited) {}

  /** What a plan leaves. */
  private record Left(long cashFen, long eldersFen, Set<String> drawn) {
    boolean isWorseThan(Left other) {
      return cashFen != other.cashFen ? cashFen > other.cashFen : eldersFen < other.eldersFen;
    }
  }

  /** What came of one household. */
  private record Found(String fault, long gainFen, boolean changes, boolean bindings) {}

  @Test
  void nothingIsBetter() {
    List<Found> found =
        IntStream.iterate(1, seed -> seed + 1)
            .mapToObj(seed -> RandomWorld.of(seed, 1))
            .filter(AdviceIsBestTest::isSmall)
            .limit(HOUSEHOLDS)
            .toList()
            .parallelStream()
            .map(this::found)
            .toList();

    assertThat(found.stream().map(Found::fault).filter(fault -> !fault.isEmpty())).isEmpty();
    assertThat(found).hasSize(HOUSEHOLDS);
    // else the test would prove nothing
    assertThat(found.stream().filter(each -> each.gainFen() > 0).count())
        .isGreaterThan(HOUSEHOLDS / 12);
    assertThat(found.stream().filter(each -> each.changes() && each.gainFen() == 0)).isNotEmpty();
    assertThat(found.stream().filter(each -> each.bindings() && each.gainFen() > 0)).isNotEmpty();
  }

  private static boolean isSmall(RandomWorld.World world) {
    long people = Table.read(world.households()).size();
    return people > 1
        && Table.read(world.claims()).size() > 1
        && count(world) <= (world.seed() % 8 == 0 ? MANY_PLANS : FEW_PLANS);
  }

  private static long count(RandomWorld.World world) {
    long all = 1;
    for (List<Lever> group : groups(world).values()) {
      if (group.size() > 5) {
        return Long.MAX_VALUE;
      }
      all *= orders(group).size();
    }
    return all;
  }

  private Found found(RandomWorld.World whole) {
    RandomWorld.World world = withNeededPolicies(whole);
    String seed = "seed " + world.seed() + ": ";
    Policies policies = new Policies(world.policies());
    Left now = left(world, policies, world.households(), world.bindings());
    Left best = now;
    for (Map<String, Order> plan : plans(world)) {
      Left left = left(world, policies, households(world, plan), bindings(world, plan));
      best = best.isWorseThan(left) ? left : best;
    }
    JsonNode advice = advice(world);
    long gain = now.cashFen() - best.cashFen();
    List<JsonNode> changes = changes(advice);
    Found right = new Found("", gain, !changes.isEmpty(), world.bindings() != null);
    if (fen(advice, "cash") != now.cashFen() || fen(advice, "best_cash") != best.cashFen()) {
      return new Found(
          seed + "cash " + now + ", best " + best + "; told: " + advice.get("text"), 0, true, true);
    }
    if (changes.isEmpty() && now.isWorseThan(best)) {
      return new Found(seed + "no change told, but " + best + " is better", 0, true, true);
    }
    Left told = left(world, policies, changed(world, changes), changedBindings(world, changes));
    if (told.isWorseThan(best)) {
      return new Found(seed + "what is told leaves " + told + ", not " + best, 0, true, true);
    }
    for (JsonNode change : changes) {
      boolean starts = change.get("key").textValue().equals("start");
      if (starts && !told.drawn().contains(change.get("payer_id").textValue())) {
        return new Found(seed + "somebody is to begin who never pays", 0, true, true);
      }
    }
    return right;
  }

  /** Parsing policies takes most of the time; those of other provinces are never asked. */
  private static RandomWorld.World withNeededPolicies(RandomWorld.World world) {
    Set<String> provinces = new LinkedHashSet<>();
    Table.read(world.households()).forEach(row -> provinces.add(province(row.get("region"))));
    Table.read(world.claims()).forEach(row -> provinces.add(province(row.get("care_region"))));
    List<String> needed =
        world.policies().stream()
            .filter(
                policy ->
                    provinces.stream()
                        .anyMatch(
                            each ->
                                policy.contains("\"region\": \"" + each)
                                    || policy.contains("\"region\":\"" + each)))
            .toList();
    return new RandomWorld.World(
        world.seed(), needed, world.households(), world.claims(), world.bindings(), null, null);
  }

  private static String province(String region) {
    return region.isEmpty() ? "none" : region.substring(0, 2);
  }

  /** The payers among whom there is an order: of the household, or of each beneficiary. */
  private static Map<String, List<Lever>> groups(RandomWorld.World world) {
    Map<String, List<Lever>> groups = new TreeMap<>();
    String bindings = world.bindings();
    if (bindings == null) {
      List<Lever> all = new ArrayList<>();
      for (Table.Row row : Table.read(world.households())) {
        all.add(new Lever(row.get("person_id"), !row.get("share_limit").isEmpty()));
      }
      groups.put("", all);
      return groups;
    }
    for (Table.Row row : Table.read(bindings)) {
      if (!row.get("kind").equals("credential_only")) {
        List<Lever> group =
            groups.computeIfAbsent(row.get("beneficiary_id"), id -> new ArrayList<>());
        String payer = row.get("payer_id");
        boolean limited = !row.get("limit").isEmpty();
        Lever known =
            group.stream().filter(each -> each.payer().equals(payer)).findAny().orElse(null);
        group.remove(known);
        group.add(new Lever(payer, limited || (known != null && known.limited())));
      }
    }
    return groups;
  }

  private static List<Order> orders(List<Lever> group) {
    List<Order> orders = new ArrayList<>();
    orders.add(new Order(List.of(), Set.of()));
    for (int i = 0; i < orders.size(); i++) { // grows while it is read
      Order start = orders.get(i);
      for (Lever lever : group) {
        if (start.payers().contains(lever.payer())) {
          continue;
        }
        List<String> payers = new ArrayList<>(start.payers());
        payers.add(lever.payer());
        orders.add(new Order(payers, start.unlimited()));
        if (lever.limited()) {
          Set<String> unlimited = new LinkedHashSet<>(start.unlimited());
          unlimited.add(lever.payer());
          orders.add(new Order(payers, unlimited));
        }
      }
    }
    return orders;
  }

  private static List<Map<String, Order>> plans(RandomWorld.World world) {
    List<Map<String, Order>> plans = List.of(Map.of());
    for (Map.Entry<String, List<Lever>> group : groups(world).entrySet()) {
      List<Map<String, Order>> longer = new ArrayList<>();
      for (Map<String, Order> plan : plans) {
        for (Order order : orders(group.getValue())) {
          Map<String, Order> more = new HashMap<>(plan);
          more.put(group.getKey(), order);
          longer.add(more);
        }
      }
      plans = longer;
    }
    return plans;
  }

  private static String households(RandomWorld.World world, Map<String, Order> plan) {
    Order order = plan.get("");
    if (world.bindings() != null || order == null) {
      return world.households();
    }
    return rewritten(
        world.households(),
        row -> {
          String id = row.get("person_id");
          int place = order.payers().indexOf(id);
          Map<String, String> cells = new HashMap<>();
          cells.put("share_order", place < 0 ? "" : Integer.toString(place + 1));
          if (order.unlimited().contains(id)) {
            cells.put("share_limit", "");
          }
          return cells;
        });
  }

  private static @Nullable String bindings(RandomWorld.World world, Map<String, Order> plan) {
    String bindings = world.bindings();
    if (bindings == null) {
      return null;
    }
    return rewritten(
        bindings,
        row -> {
          Order order = plan.get(row.get("beneficiary_id"));
          if (order == null || row.get("kind").equals("credential_only")) {
            return Map.of();
          }
          int place = order.payers().indexOf(row.get("payer_id"));
          if (place < 0) {
            return null;
          }
          Map<String, String> cells = new HashMap<>();
          cells.put("order", Integer.toString(place + 1));
          if (order.unlimited().contains(row.get("payer_id"))) {
            cells.put("limit", "");
          }
          return cells;
        });
  }

  /** New cells of a row by their columns; null takes the row away. */
  private interface Rewriting {
    @Nullable Map<String, String> cells(Table.Row row);
  }

  private static String rewritten(String csv, Rewriting rewriting) {
    String header = csv.substring(0, csv.indexOf('\n'));
    List<String> columns = List.of(header.split(",", -1));
    StringBuilder text = new StringBuilder(header).append('\n');
    for (Table.Row row : Table.read(csv)) {
      Map<String, String> cells = rewriting.cells(row);
      if (cells != null) {
        List<String> line = new ArrayList<>(row.cells());
        cells.forEach((column, value) -> line.set(columns.indexOf(column), value));
        text.append(String.join(",", line)).append('\n');
      }
    }
    return text.toString();
  }

  private static Left left(
      RandomWorld.World world, Policies policies, String households, @Nullable String bindings) {
    List<String> lines = NaiveModel.settle(households, world.claims(), bindings, policies);
    long cash = 0;
    long elders = 0;
    Set<String> old = elders(world);
    Set<String> drawn = new LinkedHashSet<>();
    for (Table.Row row : Table.read(String.join("\n", lines))) {
      cash += fen(row.get("cash"));
      for (String purse : List.of("own_prior", "own_current", "own_wallet")) {
        elders -= old.contains(row.get("person_id")) ? fen(row.get(purse)) : 0;
      }
      for (String draw : row.get("family_detail").split(";", -1)) {
        if (!draw.isEmpty()) {
          String payer = draw.substring(0, draw.indexOf(':'));
          drawn.add(payer);
          elders -= old.contains(payer) ? fen(draw.substring(draw.indexOf(':') + 1)) : 0;
        }
      }
    }
    return new Left(cash, elders, drawn);
  }

  private static Set<String> elders(RandomWorld.World world) {
    LocalDate last = LocalDate.MIN;
    for (Table.Row row : Table.read(world.claims())) {
      LocalDate day = Text.time(row.get("service_time")).toLocalDate();
      last = day.isAfter(last) ? day : last;
    }
    Set<String> elders = new LinkedHashSet<>();
    for (Table.Row row : Table.read(world.households())) {
      String born = row.get("birth_date");
      if (!born.isEmpty() && !Text.time(born).toLocalDate().plusYears(ELDER).isAfter(last)) {
        elders.add(row.get("person_id"));
      }
    }
    return elders;
  }

  private JsonNode advice(RandomWorld.World world) {
    try {
      Path place = Files.createDirectory(folder.resolve("world-" + world.seed()));
      List<String> args = new ArrayList<>(List.of("advise", "--quiet", "--format", "json"));
      String household = Table.read(world.households()).get(0).get("household_id");
      args.addAll(List.of("--household", household));
      args.addAll(List.of("--households", write(place, "households.csv", world.households())));
      args.addAll(List.of("--claims", write(place, "claims.csv", world.claims())));
      String bindings = world.bindings();
      if (bindings != null) {
        args.addAll(List.of("--bindings", write(place, "bindings.csv", bindings)));
      }
      Path policies = Files.createDirectory(place.resolve("policies"));
      for (int i = 0; i < world.policies().size(); i++) {
        write(policies, i + ".json", world.policies().get(i));
      }
      if (!world.policies().isEmpty()) {
        args.addAll(List.of("--policy", policies.toString()));
      }
      CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
      assertThat(run.code()).as("seed " + world.seed() + run.err()).isZero();
      return new ObjectMapper().readTree(run.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<JsonNode> changes(JsonNode advice) {
    List<JsonNode> changes = new ArrayList<>();
    Stream<JsonNode> parts =
        advice.has("parts")
            ? IntStream.range(0, advice.get("parts").size()).mapToObj(advice.get("parts")::get)
            : Stream.of();
    parts
        .filter(part -> part.get("key").textValue().equals("changes"))
        .forEach(part -> part.get("parts").forEach(changes::add));
    return changes;
  }

  /** The households file with the changes written into it. */
  private static String changed(RandomWorld.World world, List<JsonNode> changes) {
    if (world.bindings() != null) {
      return world.households();
    }
    return rewritten(
        world.households(),
        row -> {
          Map<String, String> cells = new HashMap<>();
          for (JsonNode change : changes) {
            if (change.get("payer_id").textValue().equals(row.get("person_id"))) {
              boolean limit = change.get("key").textValue().equals("limit");
              String column = limit ? "share_limit" : "share_order";
              // the least that is told to be enough must be enough
              cells.put(column, change.get(limit ? "least_authorised" : "to").textValue());
            }
          }
          return cells;
        });
  }

  private static @Nullable String changedBindings(RandomWorld.World world, List<JsonNode> changes) {
    String bindings = world.bindings();
    if (bindings == null) {
      return null;
    }
    return rewritten(
        bindings,
        row -> {
          Map<String, String> cells = new HashMap<>();
          for (JsonNode change : changes) {
            boolean pair =
                change.get("payer_id").textValue().equals(row.get("payer_id"))
                    && change.get("beneficiary_id").textValue().equals(row.get("beneficiary_id"))
                    && !row.get("kind").equals("credential_only");
            String key = change.get("key").textValue();
            if (pair && key.equals("stop")) {
              return null;
            } else if (pair && key.equals("limit") && !row.get("limit").isEmpty()) {
              cells.put("limit", "");
            } else if (pair && key.equals("order")) {
              cells.put("order", change.get("to").textValue());
            }
          }
          return cells;
        });
  }

  private static long fen(JsonNode node, String name) {
    return fen(node.get(name).textValue());
  }

  private static long fen(String amount) {
    return Long.parseLong(amount.replace(".", ""));
  }
}
