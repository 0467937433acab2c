package cohealth.spark;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.Shown;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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

    private final String key;
    private final ArrayList<String> args;

    /** A text of the program's messages with what is filled in. */
    WrongUsage(String key, String... args) {
      super(key);
      this.key = key;
      this.args = new ArrayList<>(List.of(args));
    }

    String told(Messages messages) {
      return messages.get(key, args.toArray());
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
        throw new WrongUsage("usage.unknownOption", Shown.cell(word));
      }
      if (equals < 0 && i + 1 == words.length) {
        throw new WrongUsage("usage.noValue", "--" + name);
      }
      String value = equals < 0 ? words[++i] : word.substring(equals + 1);
      if (value.isEmpty()) {
        throw new WrongUsage("usage.noName");
      }
      List<String> given = options.values.computeIfAbsent(name, key -> new ArrayList<>());
      if (ONE.contains(name) && !given.isEmpty()) {
        throw new WrongUsage("usage.twice", "--" + name);
      }
      given.add(value);
    }
    options.check();
    return options;
  }

  private void check() throws WrongUsage {
    if (!has("output")) {
      throw new WrongUsage("usage.missing", "--output");
    }
    if (!has("claims")) {
      throw new WrongUsage("usage.missing", "--claims");
    }
    if (!has("households") && !has("opening")) {
      throw new WrongUsage("usage.missing", "--households");
    }
    oneOf("format", "csv", "parquet");
    oneOf("columns", "cohealth", "full");
    oneOf("lang", "en", "zh");
    delimiter();
    charset();
    for (String number :
        List.of("partitions", "batch-bytes", "piece-bytes", "broadcast-people", "driver-edges")) {
      number(number, 1);
    }
  }

  private void oneOf(String name, String... words) throws WrongUsage {
    String value = one(name);
    if (value != null && !List.of(words).contains(value)) {
      throw new WrongUsage(
          "usage.choice", "--" + name, Shown.cell(value), String.join(", ", words));
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
    throw new WrongUsage("usage.number", "--" + name, Shown.cell(given), "0");
  }

  char delimiter() throws WrongUsage {
    String given = one("delimiter", ",");
    if (given.equals("tab")) {
      return '\t';
    }
    if (given.length() == 1 && ",;|^~\t".contains(given)) {
      return given.charAt(0);
    }
    throw new WrongUsage("usage.choice", "--delimiter", Shown.cell(given), ", ; | ^ ~ tab");
  }

  /** The forced encoding, or null. */
  @Nullable String charset() throws WrongUsage {
    String given = one("charset");
    try {
      return given == null ? null : Charset.forName(given).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new WrongUsage(
          "usage.choice", "--charset", Shown.cell(String.valueOf(given)), "UTF-8, GB18030, GBK");
    }
  }

  /** The language of what is told, also of words that are wrong otherwise. */
  static Language language(String... words) {
    List<String> all = List.of(words);
    int at = all.indexOf("--lang");
    boolean chinese = all.contains("--lang=zh") || (at >= 0 && all.indexOf("zh") == at + 1);
    return chinese ? Language.ZH : Language.EN;
  }
}
