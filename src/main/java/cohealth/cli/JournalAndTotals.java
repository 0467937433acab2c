package cohealth.cli;

import cohealth.io.FileForm;
import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.Shown;
import cohealth.report.TotalKey;
import cohealth.report.Totals;
import cohealth.run.RunInputs;
import cohealth.run.RunOutputs;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The journal and the sums by keys that a run may write beside its results. */
final class JournalAndTotals {
  @Option(names = "--journal", paramLabel = "FILE")
  @Nullable String journal;

  @Option(names = "--totals", paramLabel = "KEYS=FILE")
  List<String> totals = new ArrayList<>();

  private final List<Request> requests = new ArrayList<>();

  /** Opens an output. */
  interface Opener {
    OutputStream open(String role, String name, FileForm form) throws OutputFailed;
  }

  /** What one {@code --totals} asks for. */
  private record Request(List<TotalKey> keys, String file) {}

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--journal" -> journal = words.value();
      case "--totals" -> totals.add(words.value());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Finds out what is asked for; before anything else. */
  void read(Messages messages) throws WrongUsage {
    for (String text : totals) {
      requests.add(request(text, messages));
    }
  }

  /** The files to be written. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    if (journal != null) {
      files.add(journal);
    }
    requests.forEach(request -> files.add(request.file()));
    return files;
  }

  /** The keys of all sums, in order. */
  String keys() {
    return requests.stream()
        .map(
            request ->
                request.keys().stream().map(TotalKey::toString).collect(Collectors.joining("+")))
        .collect(Collectors.joining(" "));
  }

  /** Adds them to what the run writes. */
  void addTo(RunOutputs outputs, RunInputs inputs, boolean bom, Opener opener) throws OutputFailed {
    if (journal != null) {
      outputs.withJournal(opener.open("journal", journal, FileForm.JOURNAL), inputs.ids());
    }
    for (Request request : requests) {
      Totals sums = new Totals(request.keys(), inputs.people(), inputs.claimContext().vocabulary());
      outputs.withTotals(sums, opener.open("totals", request.file(), FileForm.CSV), bom);
    }
  }

  /** {@code person+month=totals.csv}. */
  private static Request request(String text, Messages messages) throws WrongUsage {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new WrongUsage(messages.get("usage.totals", Shown.cell(text)));
    }
    List<TotalKey> keys = new ArrayList<>();
    for (String name : text.substring(0, equals).split("\\+", -1)) {
      TotalKey key = key(name);
      if (key == null) {
        throw new WrongUsage(messages.get("usage.choice", "--totals", Shown.cell(name), known()));
      }
      if (keys.contains(key)) {
        throw new WrongUsage(messages.get("usage.twice", "--totals " + key));
      }
      keys.add(key);
    }
    return new Request(List.copyOf(keys), text.substring(equals + 1));
  }

  private static @Nullable TotalKey key(String name) {
    for (TotalKey key : TotalKey.values()) {
      if (key.toString().equals(name)) {
        return key;
      }
    }
    return null;
  }

  private static String known() {
    return Arrays.stream(TotalKey.values())
        .map(TotalKey::toString)
        .collect(Collectors.joining(", "));
  }
}
