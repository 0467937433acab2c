package cohealth.spark;

import cohealth.io.Language;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.policy.PolicyDocument;
import cohealth.run.WholeRun;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every batch of a job has in common; an executor gets it once. */
final class RunSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A policy document as text. */
  record PolicyText(String name, String text) implements Serializable {}

  final ArrayList<Segment> segments;
  final String[][] fileNames;
  final ArrayList<PolicyText> policies;
  final HashSet<Integer> regions;
  final char delimiter;
  final int openingDay;
  final boolean showIds;
  final boolean households;
  final boolean bindings;
  final boolean rejects;
  final boolean fullColumns;
  final boolean chinese;
  final OutputNames outputs;
  final int batchBytes;
  private long lastEvent = Long.MIN_VALUE;
  private transient @Nullable WholeRun whole;

  RunSettings(
      List<Segment> segments,
      String[][] fileNames,
      List<PolicyText> policies,
      Set<Integer> regions,
      JobOptions options,
      int openingDay,
      OutputNames outputs)
      throws JobOptions.WrongUsage {
    this.segments = new ArrayList<>(segments);
    this.fileNames = fileNames;
    this.policies = new ArrayList<>(policies);
    this.regions = new HashSet<>(regions);
    this.delimiter = options.delimiter();
    this.openingDay = openingDay;
    this.showIds = options.has("show-ids");
    this.households = options.has("households");
    this.bindings = options.has("bindings");
    this.rejects = options.has("rejects");
    this.fullColumns = options.one("columns", "cohealth").equals("full");
    this.chinese = options.one("lang", "en").equals("zh");
    this.outputs = outputs;
    this.batchBytes = (int) options.number("batch-bytes", 4 << 20);
  }

  /** For a closing state, before the settings are sent: when the last event of the job is. */
  void setLastEvent(long moment) {
    lastEvent = moment;
    whole = null;
  }

  /** What a batch must know of the whole run; the same for all batches of an executor. */
  synchronized WholeRun whole() {
    WholeRun known = whole;
    if (known == null) {
      known = new WholeRun(documents(), regions, lastEvent);
      whole = known;
    }
    return known;
  }

  private List<PolicyDocument> documents() {
    Problems problems = new Problems();
    List<PolicyFile> given = new ArrayList<>();
    for (PolicyText text : policies) {
      PolicyFile file =
          PolicyFile.read(text.name(), text.text().getBytes(StandardCharsets.UTF_8), problems);
      if (file != null) {
        given.add(file);
      }
    }
    if (problems.count() > 0) {
      throw new IllegalStateException("policies were without problems before");
    }
    return PolicyLibrary.builtIn().forRegions(given, regions);
  }

  ReadOptions reading() {
    return new ReadOptions(null, delimiter, new Shown(showIds));
  }

  Language language() {
    return chinese ? Language.ZH : Language.EN;
  }
}
