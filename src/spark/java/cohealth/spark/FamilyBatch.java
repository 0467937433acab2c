package cohealth.spark;

import cohealth.io.DamagedState;
import cohealth.io.InputBytes;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.StateSeal;
import cohealth.io.TakenRows;
import cohealth.run.RunRequest;
import cohealth.run.RunResult;
import cohealth.run.SettlementRun;
import cohealth.run.Source;
import cohealth.settlement.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some families with all their rows, and their settlement: the rows become texts under the headers
 * of their files, and those a run like any other ({@link SettlementRun}). Readers, checks, engine
 * and formats are those of the command line.
 */
final class FamilyBatch {
  private final RunSettings settings;
  private final EnumMap<Table, TreeMap<Integer, RowsText>> texts = new EnumMap<>(Table.class);
  private int bytes;

  FamilyBatch(RunSettings settings) {
    this.settings = settings;
    begin();
  }

  /** No rows. */
  private void begin() {
    texts.clear();
    for (Table table : Table.values()) {
      texts.put(table, new TreeMap<>());
    }
    for (Segment segment : settings.segments) {
      // without rows these say all the same that nobody is there, that nothing is derived, and how
      // far a state goes
      if (segment.table() != Table.CLAIMS && segment.table() != Table.ACTIVITIES) {
        text(segment.table(), segment.number());
      }
    }
    bytes = 0;
  }

  /** The next row; those of a table come in their order. */
  void add(Table table, int segment, int file, int line, byte[] body) {
    text(table, segment).add(file, line, body);
    bytes += body.length;
  }

  private RowsText text(Table table, int number) {
    Map<Integer, RowsText> all = Objects.requireNonNull(texts.get(table));
    RowsText known = all.get(number);
    if (known == null) {
      known = new RowsText(segment(table, number));
      all.put(number, known);
    }
    return known;
  }

  private Segment segment(Table table, int number) {
    for (Segment segment : settings.segments) {
      if (segment.table() == table && segment.number() == number) {
        return segment;
      }
    }
    throw new IllegalStateException("a row without a header");
  }

  boolean isFull() {
    return bytes >= settings.batchBytes;
  }

  boolean isEmpty() {
    return bytes == 0;
  }

  /** Settles the families and forgets them. */
  void settle(PartOutputs outputs, PartResult result) throws IOException {
    RowPlaces places = places();
    TakenRows taken = new TakenRows(places);
    Problems problems = new Problems();
    try {
      SettlementRun run = SettlementRun.check(request(), settings.whole(), problems);
      if (run != null) {
        count(outputs.settle(run, taken, places), result);
      }
    } catch (DamagedState e) {
      problems.add(e.problem());
    }
    tell(problems, taken, result);
    for (Problem note : problems.notes()) {
      if (note.code() == ProblemCode.STATE_BALANCES) {
        result.differingBalances += Long.parseLong(note.args().get(0));
      } else if (note.line() > 1) { // those of whole files are told once, by the driver
        result.add(taken.told(note));
      }
    }
    result.batches++;
    result.largestBatchBytes = Math.max(result.largestBatchBytes, bytes);
    begin();
  }

  /** Looks only for problems and for the last event of the families, and forgets them. */
  void check(PartResult result) throws IOException {
    Problems problems = new Problems();
    try {
      SettlementRun run = SettlementRun.check(request(), settings.whole(), problems);
      if (run != null) {
        result.lastEvent = Math.max(result.lastEvent, run.lastEvent());
      }
    } catch (DamagedState e) {
      problems.add(e.problem());
    }
    tell(problems, new TakenRows(places()), result);
    begin();
  }

  private RowPlaces places() {
    RowPlaces places = new RowPlaces(settings.fileNames);
    texts.values().forEach(all -> all.values().forEach(text -> text.tell(places)));
    return places;
  }

  private static void tell(Problems problems, TakenRows taken, PartResult result) {
    result.problemCount += problems.count();
    problems.first().forEach(problem -> result.add(taken.told(problem)));
  }

  /** What is wrong with the headers of the files, and what is to be noted about them. */
  void checkHeaders(Problems problems) throws IOException {
    for (Segment segment : settings.segments) {
      text(segment.table(), segment.number());
    }
    TakenRows taken = new TakenRows(places());
    Problems found = new Problems();
    SettlementRun.check(request(), settings.whole(), found);
    found.first().forEach(problem -> problems.add(taken.told(problem)));
    found.notes().forEach(note -> problems.add(taken.told(note)));
    begin();
  }

  private static void count(RunResult done, PartResult result) {
    result.rows += done.summary().count();
    result.settled += done.summary().count(Status.SETTLED);
    result.rejected += done.summary().count(Status.REJECTED);
    result.reversedOut += done.summary().count(Status.REVERSED_OUT);
    result.acceptedActivities += done.acceptedActivities();
    result.refusedActivities += done.refusedActivities();
    result.refused += done.refused();
    result.blocked += done.blocked();
  }

  private RunRequest request() {
    return new RunRequest(
        settings.households ? only(Table.HOUSEHOLDS) : null,
        sources(Table.CLAIMS),
        settings.bindings ? only(Table.BINDINGS) : null,
        sources(Table.ACTIVITIES),
        List.of(),
        sources(Table.STATE).isEmpty() ? null : only(Table.STATE),
        settings.outputs.closing() != null,
        settings.openingDay,
        settings.reading(),
        settings.rejects);
  }

  private @Nullable Source only(Table table) {
    List<Source> sources = sources(table);
    if (sources.size() != 1) {
      throw new IllegalStateException("the files of a table have several headers");
    }
    return sources.get(0);
  }

  private List<Source> sources(Table table) {
    List<Source> sources = new ArrayList<>();
    for (RowsText text : Objects.requireNonNull(texts.get(table)).values()) {
      sources.add(Source.of(text.segment.name(), text.bytes()));
    }
    return sources;
  }

  /** Rows under their header. */
  private static final class RowsText {
    private static final int FIRST_ROOM = 4096;

    private final Segment segment;
    private final RowPlaces.Lines lines;
    private byte[] bytes;
    private int size;
    private int line;

    RowsText(Segment segment) {
      this.segment = segment;
      this.lines = new RowPlaces.Lines(segment);
      this.bytes = new byte[FIRST_ROOM];
      this.line = 1 + segment.headerLines();
      append(segment.header().getBytes(StandardCharsets.UTF_8));
    }

    void add(int file, int fileLine, byte[] body) {
      lines.add(line, file, fileLine);
      for (byte b : body) {
        line += b == '\n' ? 1 : 0;
      }
      append(body);
    }

    private void append(byte[] more) {
      if (size + more.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more.length));
      }
      System.arraycopy(more, 0, bytes, size, more.length);
      size += more.length;
    }

    void tell(RowPlaces places) {
      places.put(segment.name(), lines);
    }

    InputBytes bytes() {
      return segment.table() == Table.STATE
          ? StateSeal.sealed(bytes, size)
          : InputBytes.of(bytes, size);
    }
  }
}
