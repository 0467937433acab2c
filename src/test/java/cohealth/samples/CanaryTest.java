package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.reliability.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and ids in every sample and in the whole gallery of errors are marked, and the marks are
 * looked for wherever they must not be: in messages of every command in both languages, in names of
 * files, and names also in every output.
 */
@Tag("reliability")
class CanaryTest {
  private static final String NAME_MARK = "旃檀";
  private static final String ID_MARK = "KANARI";
  private static final Pattern ID =
      Pattern.compile("(?<=^|,)([A-Z]{1,2})([0-9]{2,6})(?=,|$)", Pattern.MULTILINE);
  private static final List<String> PEOPLE = List.of("households.csv", "home.csv");

  @TempDir Path temporary = Path.of("");
  private final Map<String, Integer> done = new TreeMap<>();
  private Figure figure = Figure.of("canaries", 0, 0);

  @Test
  void noNameAndNoIdIsTold() {
    figure = Figure.of("canaries", 1_000, 0);
    int folder = 0;
    for (SampleFolder sample : SampleFolder.all()) {
      everyCommand(sample, temporary.resolve("s" + folder++));
    }
    for (ErrorFolder error : ErrorFolder.all()) {
      refused(error, temporary.resolve("e" + folder++));
    }
    figure.close("runs over " + folder + " folders with marked people");
    assertThat(done)
        .containsOnlyKeys(
            "settle",
            "verify",
            "compare",
            "advise",
            "report",
            "quota",
            "check",
            "explain",
            "reconcile",
            "policy");
  }

  private void everyCommand(SampleFolder sample, Path copy) {
    marked(sample.path(), copy);
    SampleFolder inputs = new SampleFolder(copy);
    String claim = read(copy.resolve("claims.csv")).lines().skip(1).findFirst().orElse("x");
    Path out = copy.resolve("out");
    make(out);
    for (String language : List.of("en", "zh")) {
      List<String> lang = List.of("--lang", language, "--force");
      told(inputs.settle(with(lang, "-f", "table")), false);
      for (String format : List.of("csv", "json", "ndjson")) {
        told(
            inputs.settle(
                with(
                    lang,
                    "-o",
                    at(out, "o." + format),
                    "--columns",
                    "full",
                    "--postings",
                    at(out, "p.csv"),
                    "--journal",
                    at(out, "j"),
                    "--totals",
                    "person+household+payer=" + at(out, "t.csv"),
                    "--rejects",
                    at(out, "r.csv"),
                    "--activities-out",
                    at(out, "a.csv"),
                    "--closing",
                    at(out, "state"),
                    "--manifest",
                    at(out, "m.json"))),
            false);
        told(with(lang.subList(0, 2), "verify", at(out, "m.json")), true);
        write(out.resolve("t.csv"), read(out.resolve("t.csv")) + "\n");
        told(with(lang.subList(0, 2), "verify", at(out, "m.json"), "-f", "json"), true);
      }
      for (String format : List.of("text", "csv", "json")) {
        List<String> set = List.of("--set", "510400/employee/general/deductible/active=7.00");
        String[] compare = with(lang, "-f", format, "--differences", at(out, "people.csv"));
        told(command(inputs, "compare", with(List.of(compare), set.toArray(String[]::new))), true);
      }
      String set = "510400/employee/general/deductible/active=7.00";
      told(command(inputs, "report", with(lang, "--set", set)), true);
      told(command(inputs, "report", with(lang, "-o", at(out, "b.html"))), false);
      for (String household : households(copy)) {
        told(command(inputs, "advise", with(lang, "--household", household, "--quiet")), false);
        told(
            command(
                inputs, "report", with(lang, "--household", household, "-o", at(out, "h.html"))),
            false);
      }
      told(
          command(inputs, "advise", with(lang, "--household", "H" + ID_MARK + "x9", "-f", "json")),
          false);
      told(inputs.quota(with(lang, "-f", "csv", "-o", at(out, "q.csv"))), false);
      told(inputs.quota("--lang", language, "--person", "P" + ID_MARK + "x9"), false);
      told(command(inputs, "check", with(lang, "-f", "table", "--junit", at(out, "c.xml"))), true);
      told(
          command(inputs, "explain", "--lang", language, "--quiet", claim.split(",", -1)[0]),
          false);
      told(command(inputs, "explain", "--lang", language, "--quiet", ID_MARK + "x"), false);
      Path actual = copy.resolve("expected.csv");
      told(inputs.reconcile(actual, with(lang, "-o", at(out, "d.csv"))), false);
      write(actual, read(actual).replaceFirst("[1-9]\\.", "0."));
      told(
          inputs.reconcile(actual, with(lang, "-o", at(out, "d.csv"), "--junit", at(out, "d.xml"))),
          false);
      told(with(lang, "policy", "test", copy.toString(), "--junit", at(out, "t.xml")), false);
    }
    // outputs for people's own use have ids, but no names; those of a state are its very purpose
    for (String name : files(out)) {
      String text = read(out.resolve(name));
      boolean told = name.endsWith(".xml") || name.equals("r.csv") || name.equals("m.json");
      boolean hit = text.contains(NAME_MARK) || (told && text.contains(ID_MARK));
      figure.tried(
          (hit && !name.equals("state")) || name.contains(ID_MARK) || name.contains(NAME_MARK)
              ? sample + ": " + name + " has a mark: " + around(text)
              : "");
    }
    remove(copy);
  }

  private void refused(ErrorFolder error, Path copy) {
    marked(error.path(), copy);
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      CommandLineRun run = new ErrorFolder(copy).run(copy, locale);
      tried(run, error + " " + locale, false);
    }
    remove(copy);
  }

  private void told(String[] args, boolean alsoOut) {
    CommandLineRun run = CommandLineRun.of(args);
    if (run.code() == 0) {
      done.merge(args[0], 1, Integer::sum);
    }
    tried(run, String.join(" ", args), alsoOut);
  }

  private void tried(CommandLineRun run, String what, boolean alsoOut) {
    String told = run.err() + (alsoOut ? run.out() : "");
    boolean hit = told.contains(ID_MARK) || (told + run.out()).contains(NAME_MARK);
    boolean fault = run.code() == 70;
    figure.tried(
        hit || fault ? what + ": exit " + run.code() + ", " + around(told + run.out()) : "");
  }

  /** The line with the first mark. */
  private static String around(String text) {
    return text.lines()
        .filter(line -> line.contains(ID_MARK) || line.contains(NAME_MARK))
        .findFirst()
        .orElse(text);
  }

  /** A copy in which ids of two or more digits and all names have a mark. */
  private static void marked(Path folder, Path copy) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        Path target = copy.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
          continue;
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".csv") && isUtf8(bytes)) {
          String text = new String(bytes, StandardCharsets.UTF_8);
          Matcher ids = ID.matcher(PEOPLE.contains(name) ? withNames(text) : text);
          bytes = ids.replaceAll("$1" + ID_MARK + "$2").getBytes(StandardCharsets.UTF_8);
          bytes =
              new String(bytes, StandardCharsets.UTF_8)
                  .replaceAll("([,;])P([0-9]{2,6}):", "$1P" + ID_MARK + "$2:")
                  .getBytes(StandardCharsets.UTF_8);
        }
        Files.write(target, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static String withNames(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int column = List.of(lines.get(0).split(",", -1)).indexOf("name");
    for (int i = 1; i < lines.size() && column >= 0; i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length > column && !lines.get(i).contains("\"")) {
        cells[column] = cells[column].isEmpty() ? "" : "李" + NAME_MARK;
        lines.set(i, String.join(",", cells));
      }
    }
    return String.join("\n", lines);
  }

  private static String[] command(SampleFolder inputs, String command, String... more) {
    String[] args = inputs.settle(more);
    args[0] = command;
    return args;
  }

  private static String[] with(List<String> last, String... first) {
    return Stream.concat(Stream.of(first), last.stream()).toArray(String[]::new);
  }

  /** The first households; a sample of a thousand would ask for the same a thousand times. */
  private static Set<String> households(Path folder) {
    Set<String> found = new TreeSet<>();
    read(folder.resolve("households.csv"))
        .lines()
        .skip(1)
        .limit(20)
        .forEach(row -> found.add(row.split(",", -1)[0]));
    return found;
  }

  private static String at(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  private static Set<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
