package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.ReadBytes;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.io.Workers;
import cohealth.run.RunRequest;
import cohealth.run.Source;
import cohealth.time.Day;
import cohealth.time.DayText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the input options into what a run reads. */
final class RequestReader {
  private static final String STANDARD_STREAM = "-";

  private final StandardInput standardInput;
  private final Messages messages;
  private final ReadBytes bytes;

  RequestReader(StandardInput standardInput, Messages messages) {
    this(standardInput, messages, new ReadBytes());
  }

  RequestReader(StandardInput standardInput, Messages messages, ReadBytes bytes) {
    this.standardInput = standardInput;
    this.messages = messages;
    this.bytes = bytes;
  }

  /** What a run settles: households, or a state that has them, and claims. */
  RunRequest request(InputOptions options, boolean showIds, boolean rejects, boolean closing)
      throws WrongUsage, IOException {
    return request(options, showIds, rejects, closing, true);
  }

  /** What a question is about: claims may be left out. */
  RunRequest question(InputOptions options, boolean showIds) throws WrongUsage, IOException {
    return request(options, showIds, false, false, false);
  }

  private RunRequest request(
      InputOptions options, boolean showIds, boolean rejects, boolean closing, boolean needsClaims)
      throws WrongUsage, IOException {
    ReadOptions reading =
        new ReadOptions(
            charset(options), delimiter(options), new Shown(showIds), bytes, threads(options));
    int openingDay = openingDay(options);
    String householdsName = options.households;
    List<String> missing = new ArrayList<>();
    if (householdsName == null && options.opening == null) {
      missing.add("--households");
    }
    if (needsClaims && options.claims.isEmpty()) {
      missing.add("--claims");
    }
    if (!missing.isEmpty()) {
      throw new WrongUsage(messages.get("usage.missing", String.join(", ", missing)));
    }
    Source households = householdsName == null ? null : source(householdsName);
    List<Source> claims = new ArrayList<>();
    for (String name : options.claims) {
      claims.add(source(name));
    }
    List<Source> activities = new ArrayList<>();
    for (String name : options.activities) {
      activities.add(source(name));
    }
    for (String name : options.policies) {
      checkNotEmpty(name);
    }
    String bindings = options.bindings;
    String opening = options.opening;
    return new RunRequest(
        households,
        List.copyOf(claims),
        bindings == null ? null : source(bindings),
        List.copyOf(activities),
        List.copyOf(options.policies),
        opening == null ? null : source(opening),
        closing,
        openingDay,
        reading,
        rejects);
  }

  /** Counts what is read. */
  ReadBytes bytes() {
    return bytes;
  }

  /** The path of an input or output. */
  Path path(String name) throws WrongUsage {
    checkNotEmpty(name);
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new WrongUsage(messages.get("usage.unexpected", Shown.cell(name)));
    }
  }

  /** An input file; {@code -} is standard input. */
  Source source(String name) throws WrongUsage, IOException {
    if (!name.equals(STANDARD_STREAM)) {
      return new Source(name, path(name));
    }
    if (standardInput.isTaken()) {
      throw new WrongUsage(messages.get("usage.oneStdin"));
    }
    return new Source(name, standardInput.path());
  }

  /** The empty name would be the current folder; a script's variable is not set. */
  private void checkNotEmpty(String name) throws WrongUsage {
    if (name.isEmpty()) {
      throw new WrongUsage(messages.get("usage.noName"));
    }
  }

  private @Nullable Charset charset(InputOptions options) throws WrongUsage {
    String name = options.charset;
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new WrongUsage(
          messages.get("usage.choice", "--charset", Shown.cell(name), "UTF-8, GB18030, GBK"));
    }
  }

  private char delimiter(InputOptions options) throws WrongUsage {
    String text = options.delimiter;
    if (text == null) {
      return ',';
    }
    if (text.equals("tab") || text.equals("\t")) {
      return '\t';
    }
    if (text.length() == 1 && ",;|^~".contains(text)) {
      return text.charAt(0);
    }
    throw new WrongUsage(
        messages.get("usage.choice", "--delimiter", Shown.cell(text), ", ; | ^ ~ tab"));
  }

  private int threads(InputOptions options) throws WrongUsage {
    Long threads = options.threads;
    if (threads == null) {
      return Math.min(Runtime.getRuntime().availableProcessors(), Workers.MOST);
    }
    if (threads < 1 || threads > Workers.MOST) {
      throw new WrongUsage(messages.get("usage.range", "--threads", threads, 1, Workers.MOST));
    }
    return threads.intValue();
  }

  private int openingDay(InputOptions options) throws WrongUsage {
    String text = options.openingDate;
    if (text == null) {
      return Day.UNKNOWN;
    }
    return day("--opening-date", text);
  }

  /** The day that an option names. */
  int day(String option, String text) throws WrongUsage {
    int day = DayText.day(text);
    if (day == DayText.INVALID_DAY) {
      throw new WrongUsage(messages.get("usage.day", option, Shown.cell(text)));
    }
    return day;
  }
}
