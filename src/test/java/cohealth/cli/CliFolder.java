package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with inputs, in which a test runs the program. */
final class CliFolder {
  static final String HOUSEHOLDS = "households.csv";
  static final String CLAIMS = "claims.csv";
  static final String BINDINGS = "bindings.csv";
  static final String ACTIVITIES = "activities.csv";
  static final String POLICY = "policy.json";
  static final String POLICIES = "policies";

  /**
   * A policy of region 990100 for employees: 60 % above 100.00 a year, at most 1000.00 a year.
   *
   * @param more further keys of its only version, each with a comma behind it
   */
  static String policy(String more) {
    return """
    {
      "format": 1,
      "id": "990100-employee",
      "region": "990100",
      "insurance": "employee",
      "title": {"zh": "测试", "en": "test"},
      "sources": [{"id": "test", "title": "a test", "grade": "REPO-DATA"}],
      "versions": [{
        "from": "2020-01-01",
        "groups": [{"name": "all", "title": {"zh": "全体", "en": "everybody"}}],
        "bands": {"all": {"levels": ["primary", "secondary", "tertiary", "pharmacy"]}},
        MORE
        "benefits": [{
          "name": "general",
          "deductible": {"period": "year", "amounts": [{"amount": "100.00", "source": "test"}]},
          "rates": [{"rate": "60%", "source": "test"}],
          "caps": [{
            "name": "year", "on": "payment", "period": "year",
            "limits": [{"limit": "1000.00", "source": "test"}]
          }]
        }]
      }]
    }
    """
        .replace("MORE", more);
  }

  /** The exit codes that a run may end with; a fault of the program is none of them. */
  private static final Set<Integer> EXIT_CODES = Set.of(0, 2, 3, 4, 5, 6, 141);

  private final Path folder;

  CliFolder(Path folder) {
    this.folder = folder;
  }

  /** A copy of a golden folder's inputs. */
  static CliFolder copyOfSample(Path folder, String sample) {
    CliFolder copy = new CliFolder(folder);
    for (String name : List.of(HOUSEHOLDS, CLAIMS, BINDINGS, ACTIVITIES)) {
      Path file = Path.of("samples", sample, name);
      if (Files.exists(file)) {
        copy.write(name, bytes(file));
      }
    }
    return copy;
  }

  /** A random world's inputs. */
  static CliFolder of(Path folder, RandomWorld.World world) {
    CliFolder inputs = new CliFolder(folder);
    inputs.write(HOUSEHOLDS, world.households());
    inputs.write(CLAIMS, world.claims());
    String bindings = world.bindings();
    if (bindings != null) {
      inputs.write(BINDINGS, bindings);
    }
    String activities = world.activities();
    if (activities != null) {
      inputs.write(ACTIVITIES, activities);
    }
    try {
      Files.createDirectory(folder.resolve(POLICIES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < world.policies().size(); i++) {
      inputs.write(POLICIES + "/" + i + ".json", world.policies().get(i));
    }
    return inputs;
  }

  /** Makes the folder itself. */
  Path made() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String read(String name) {
    return new String(bytes(folder.resolve(name)), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files that are there. */
  Set<String> names() {
    return names(folder);
  }

  static Set<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settles the inputs that are there, in English. */
  CommandLineRun settle(String... more) {
    return run("C", "", arguments(more));
  }

  /** Compares the inputs that are there with {@code actual.csv}, in English. */
  CommandLineRun reconcile(String... more) {
    List<String> args = new ArrayList<>(List.of("--actual", path("actual.csv")));
    args.addAll(List.of(more));
    return run("C", "", command("reconcile", args.toArray(String[]::new)));
  }

  /** Compares two policies on the inputs that are there, in English. */
  CommandLineRun compare(String... more) {
    return run("C", "", command("compare", more));
  }

  /** Makes a page, in English. */
  CommandLineRun report(String... more) {
    return run("C", "", command("report", more));
  }

  /** Asks what is left of the limits, in English. */
  CommandLineRun quota(String... more) {
    return run("C", "", command("quota", more));
  }

  /** Asks how a household's accounts would have helped best, in English. */
  CommandLineRun advise(String... more) {
    return run("C", "", command("advise", more));
  }

  /** The command line that settles the inputs that are there. */
  String[] arguments(String... more) {
    return command("settle", more);
  }

  private String[] command(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    add(args, "--households", HOUSEHOLDS);
    add(args, "--claims", CLAIMS);
    add(args, "--bindings", BINDINGS);
    add(args, "--activities", ACTIVITIES);
    add(args, "--policy", POLICY);
    add(args, "--policy", POLICIES);
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  private void add(List<String> args, String option, String name) {
    if (Files.exists(folder.resolve(name))) {
      args.addAll(List.of(option, path(name)));
    }
  }

  /** A run that must not end with a fault of the program, nor show its inner parts. */
  static CommandLineRun run(String locale, String input, String... args) {
    CommandLineRun run = CommandLineRun.in(locale, input, args);
    assertThat(EXIT_CODES).as(run.err()).contains(run.code());
    assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception", "cohealth.cli");
    return run;
  }

  /** The rows of a CSV text by their header. */
  static List<Row> rows(String csv) {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper().readerForMapOf(String.class).with(header).readValues(csv)) {
      return rows.readAll().stream().map(Row::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each row's value of a column by its value of another one. */
  static Map<String, String> column(String csv, String key, String value) {
    Map<String, String> found = new LinkedHashMap<>();
    rows(csv).forEach(row -> found.put(row.get(key), row.get(value)));
    return found;
  }

  /** An amount with two decimals in fen. */
  static long fen(String amount) {
    assertThat(amount).matches("-?[0-9]+\\.[0-9]{2}");
    return Long.parseLong(amount.replace(".", ""));
  }
}
