package cohealth.spark;

import cohealth.io.ActivitiesCsv;
import cohealth.io.Messages;
import cohealth.io.PostingsCsv;
import cohealth.io.RowFormat;
import cohealth.io.SettlementCsv;
import cohealth.io.StateSeal;
import cohealth.io.TakenRows;
import cohealth.report.Ids;
import cohealth.report.SettlementColumn;
import cohealth.run.RunOutputs;
import cohealth.run.RunResult;
import cohealth.run.SettlementRun;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of one attempt of a task, in the formats of the command line. They have the number of
 * the attempt in their names and stay in the job's own folder, so that of several attempts each
 * writes its own; the driver takes those of the attempt whose result it got.
 */
final class PartOutputs implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final RunSettings settings;
  private final Configuration configuration;
  private final int part;
  private final long attempt;
  private final Messages messages;
  private final Map<OutputNames.Kind, OutputStream> open = new EnumMap<>(OutputNames.Kind.class);
  private final PartResult result;
  private byte @Nullable [] stateHead;
  private @Nullable StateSeal stateSeal;

  PartOutputs(RunSettings settings, Configuration configuration, long attempt, PartResult result) {
    this.settings = settings;
    this.configuration = configuration;
    this.part = result.part;
    this.attempt = attempt;
    this.result = result;
    this.messages = new Messages(settings.language());
  }

  /** Settles a batch into the files. */
  RunResult settle(SettlementRun run, TakenRows taken, RowPlaces places) throws IOException {
    Ids ids = run.inputs().ids();
    RowFormat<Settlement> format =
        new SettlementCsv(
            settings.fullColumns ? SettlementColumn.full() : SettlementColumn.standard(), ids);
    RunOutputs outputs =
        RunOutputs.formatted(
            new WithoutHeader<>(format),
            stream(OutputNames.Kind.SETTLEMENTS, format.before()),
            false);
    if (settings.outputs.postings() != null) {
      OutputStream target = stream(OutputNames.Kind.POSTINGS, "");
      outputs.withPostings(new PlacedPostings(new PostingsCsv(ids), target, run, places));
    }
    if (settings.outputs.activities() != null) {
      ActivitiesCsv rows = run.inputs().activityFormat();
      outputs.withActivities(
          new WithoutHeader<>(rows), stream(OutputNames.Kind.ACTIVITIES, rows.before()), false);
    }
    ByteArrayOutputStream refused = new ByteArrayOutputStream();
    if (settings.rejects) {
      outputs.withRejects(refused, messages, false, taken::told);
    }
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    if (settings.outputs.closing() != null) {
      outputs.withClosing(state);
    }
    RunResult done = run.settle(outputs);
    if (settings.outputs.closing() != null) {
      writeState(state.toByteArray());
    }
    if (settings.rejects) {
      String text = refused.toString(StandardCharsets.UTF_8);
      int header = text.indexOf('\n') + 1;
      stream(OutputNames.Kind.REJECTS, text.substring(0, header))
          .write(text.substring(header).getBytes(StandardCharsets.UTF_8));
    }
    return done;
  }

  /** The lines of the state of a batch, without its end; the first batch has the head of all. */
  private void writeState(byte[] lines) throws IOException {
    int headEnd = 1;
    while (lines[headEnd - 1] != '\n') {
      headEnd++;
    }
    int endStart = lines.length - 1;
    while (lines[endStart - 1] != '\n') {
      endStart--;
    }
    byte[] head = Arrays.copyOf(lines, headEnd);
    if (stateHead == null) {
      stateHead = head;
      stateSeal = new StateSeal(stream(OutputNames.Kind.CLOSING, ""));
      stateSeal.write(head);
    } else if (!Arrays.equals(stateHead, head)) {
      throw new IllegalStateException("the families of a run have different states");
    }
    Objects.requireNonNull(stateSeal).write(lines, headEnd, endStart - headEnd);
  }

  /** The file of an output; the first batch begins it. */
  private OutputStream stream(OutputNames.Kind kind, String header) throws IOException {
    OutputStream known = open.get(kind);
    if (known != null) {
      return known;
    }
    String name = "part-%05d-attempt-%d".formatted(part, attempt);
    Path path = new Path(new Path(settings.outputs.working(), kind.folder()), name);
    FileSystem system = path.getFileSystem(configuration);
    OutputStream out = new BufferedOutputStream(system.create(path, true), BUFFER);
    open.put(kind, out);
    result.files.put(kind, name);
    out.write(header.getBytes(StandardCharsets.UTF_8));
    return out;
  }

  /** Writes everything to its end; before that nobody takes the files. */
  @Override
  public void close() throws IOException {
    if (stateSeal != null) {
      result.stateChecksum = stateSeal.end();
    }
    for (OutputStream out : open.values()) {
      out.close();
    }
    open.clear();
  }

  /** Rows of a file that has its header. */
  private record WithoutHeader<T>(RowFormat<T> format) implements RowFormat<T> {
    @Override
    public String before() {
      return "";
    }

    @Override
    public void append(RowText out, T row) {
      format.append(out, row);
    }

    @Override
    public String between() {
      return format.between();
    }

    @Override
    public String after(boolean any) {
      return format.after(any);
    }
  }
}
