package cohealth.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the command line: options with a value each, in any order. */
final class JobOptions implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<String> MANY =
      Set.of("households", "bindings", "claims", "activities", "policy");
  private static final Set<String> ONE =
      Set.of(
          "output",
          "format",
          "columns",
          "postings",
          "activities-out",
          "rejects",
          "opening",
          "closing",
          "opening-date",
          "charset",
          "delimiter",
          "lang",
          "partitions",
          "batch-bytes",
          "piece-bytes",
          "broadcast-people",
          "driver-edges");
  private static final Set<String> FLAGS = Set.of("force", "show-ids");

  private final HashMap<String, ArrayList<String>> values = new HashMap<>();

  /** What is wrong with the command line. */
  static final class WrongUsage extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUsage(String text) {
      super(text);
    }
  }

  private JobOptions() {}

  static JobOptions of(String... words) throws WrongUsage {
    JobOptions options = new JobOptions();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      int equals = word.indexOf('=');
      String name =
          word.startsWith("--") ? word.substring(2, equals < 0 ? word.length() : equals) : "";
      if (FLAGS.contains(name) && equals < 0) {
        options.values.put(name, new ArrayList<>());
        continue;
      }
      if (!MANY.contains(name) && !ONE.contains(name)) {
        throw new WrongUsage("unknown option " + word);
      }
      if (equals < 0 && i + 1 == words.length) {
        throw new WrongUsage("--" + name + " needs a value");
      }
      String value = equals < 0 ? words[++i] : word.substring(equals + 1);
      if (value.isEmpty()) {
        throw new WrongUsage("--" + name + " is empty");
      }
      List<String> given = options.values.computeIfAbsent(name, key -> new ArrayList<>());
      if (ONE.contains(name) && !given.isEmpty()) {
        throw new WrongUsage("--" + name + " is given twice");
      }
      given.add(value);
    }
    options.check();
    return options;
  }

  private void check() throws WrongUsage {
    if (!has("output")) {
      throw new WrongUsage("--output is missing");
    }
    if (!has("claims")) {
      throw new WrongUsage("--claims is missing");
    }
    if (!has("households") && !has("opening")) {
      throw new WrongUsage("--households is missing");
    }
    if (has("opening") || has("closing")) {
      throw new WrongUsage("jobs carry no state: --opening and --closing are not there yet");
    }
    oneOf("format", "csv", "parquet");
    oneOf("columns", "cohealth", "full");
    oneOf("lang", "en", "zh");
    delimiter();
    for (String number :
        List.of("partitions", "batch-bytes", "piece-bytes", "broadcast-people", "driver-edges")) {
      number(number, 1);
    }
  }

  private void oneOf(String name, String... words) throws WrongUsage {
    String value = one(name);
    if (value != null && !List.of(words).contains(value)) {
      throw new WrongUsage("--" + name + " is one of " + String.join(", ", words));
    }
  }

  /** All values of an option, in the order in which they were given. */
  List<String> all(String name) {
    return values.getOrDefault(name, new ArrayList<>());
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The only value of an option, or null. */
  @Nullable String one(String name) {
    List<String> given = all(name);
    return given.isEmpty() ? null : given.get(0);
  }

  String one(String name, String otherwise) {
    String given = one(name);
    return given == null ? otherwise : given;
  }

  long number(String name, long otherwise) throws WrongUsage {
    String given = one(name);
    if (given == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(given);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongUsage("--" + name + " is a whole number");
  }

  char delimiter() throws WrongUsage {
    String given = one("delimiter", ",");
    if (given.equals("tab")) {
      return '\t';
    }
    if (given.length() == 1 && ",;|^~\t".contains(given)) {
      return given.charAt(0);
    }
    throw new WrongUsage("--delimiter is one of , ; | ^ ~ tab");
  }
}
