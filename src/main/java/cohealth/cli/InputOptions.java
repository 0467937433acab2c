package cohealth.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The inputs of a run and how they are read; the same for every command that reads them. */
final class InputOptions {
  @Option(
      names = {"-H", "--households"},
      paramLabel = "FILE")
  @Nullable String households;

  @Option(
      names = {"-C", "--claims"},
      arity = "1..*",
      paramLabel = "FILE")
  List<String> claims = new ArrayList<>();

  @Option(
      names = {"-B", "--bindings"},
      paramLabel = "FILE")
  @Nullable String bindings;

  @Option(
      names = {"-A", "--activities"},
      arity = "1..*",
      paramLabel = "FILE")
  List<String> activities = new ArrayList<>();

  @Option(
      names = {"-p", "--policy"},
      arity = "1..*",
      paramLabel = "NAME|FILE|FOLDER")
  List<String> policies = new ArrayList<>();

  @Option(names = "--opening", paramLabel = "FILE")
  @Nullable String opening;

  @Option(names = "--opening-date", paramLabel = "DATE")
  @Nullable String openingDate;

  @Option(names = "--charset", paramLabel = "CHARSET")
  @Nullable String charset;

  @Option(names = "--delimiter", paramLabel = "CHARACTER")
  @Nullable String delimiter;

  @Option(names = "--threads", paramLabel = "N")
  @Nullable Long threads;

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--households" -> households = words.value();
      case "--claims" -> claims = words.values();
      case "--bindings" -> bindings = words.value();
      case "--activities" -> activities = words.values();
      case "--policy" -> policies = words.values();
      case "--opening" -> opening = words.value();
      case "--opening-date" -> openingDate = words.value();
      case "--charset" -> charset = words.value();
      case "--delimiter" -> delimiter = words.value();
      case "--threads" -> threads = words.number();
      default -> {
        return false;
      }
    }
    return true;
  }
}
