package cohealth.cli;

import cohealth.io.Messages;
import cohealth.run.ReformRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which two policies are compared. */
final class ReformOptions {
  private static final String ALONE = "--alone";
  private static final int USUALLY_ALONE = 12;
  private static final int MOST_ALONE = 1000;

  @Option(names = "--baseline", arity = "1..*", paramLabel = "NAME|FILE|FOLDER")
  List<String> baseline = new ArrayList<>();

  @Option(names = "--reform", arity = "1..*", paramLabel = "NAME|FILE|FOLDER")
  List<String> reform = new ArrayList<>();

  @Option(names = "--set", arity = "1..*", paramLabel = "CHANGE")
  List<String> settings = new ArrayList<>();

  @Option(names = ALONE, paramLabel = "N")
  @Nullable Long alone;

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--baseline" -> baseline = words.values();
      case "--reform" -> reform = words.values();
      case "--set" -> settings = words.values();
      case ALONE -> alone = words.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether anything of a comparison was written. */
  boolean isGiven() {
    return !baseline.isEmpty() || !reform.isEmpty() || !settings.isEmpty() || alone != null;
  }

  /** What is wrong with these options is told before anything is read. */
  ReformRequest wanted(RequestReader reader, Messages messages) throws WrongUsage {
    for (List<String> names : List.of(baseline, reform)) {
      for (String name : names) {
        reader.path(name);
      }
    }
    if (reform.isEmpty() && settings.isEmpty()) {
      throw new WrongUsage(messages.get("compare.nothing"));
    }
    if (alone != null && (alone < 0 || alone > MOST_ALONE)) {
      throw new WrongUsage(messages.get("usage.range", ALONE, alone, 0, MOST_ALONE));
    }
    return new ReformRequest(
        List.copyOf(baseline),
        List.copyOf(reform),
        List.copyOf(settings),
        alone == null ? USUALLY_ALONE : alone.intValue());
  }
}
