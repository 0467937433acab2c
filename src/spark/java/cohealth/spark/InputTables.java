package cohealth.spark;

import cohealth.io.EncodingCheck;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * All files of the tables, looked at once: how their bytes are to be read, piece by piece. What
 * concerns a whole file (its encoding, a damaged gzip, blank rows in its middle) is found here with
 * the codes of the command line; rows are read by the readers, in their batches.
 */
final class InputTables {
  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> configuration;
  private final @Nullable String forced;
  private final char delimiter;
  private final Problems problems;
  private final List<ReadPiece> pieces = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();

  InputTables(
      JavaSparkContext spark,
      Broadcast<SerializableConfiguration> configuration,
      @Nullable String forced,
      char delimiter,
      Problems problems) {
    this.spark = spark;
    this.configuration = configuration;
    this.forced = forced;
    this.delimiter = delimiter;
    this.problems = problems;
  }

  /** The pieces of all files that can be read. */
  List<ReadPiece> pieces() {
    return pieces;
  }

  /** The texts that batches are made of. */
  List<Segment> segments() {
    return segments;
  }

  /** Looks at all bytes of a table's files. */
  void add(List<InputFile> files, long pieceBytes) {
    List<FilePiece> cut = new ArrayList<>();
    for (InputFile file : files) {
      long step = file.isPacked() ? Math.max(1, file.size()) : pieceBytes;
      for (long from = 0; from == 0 || from < file.size(); from += step) {
        cut.add(new FilePiece(file, from, Math.min(file.size(), from + step)));
      }
    }
    Map<Integer, List<PieceFacts>> byFile = new TreeMap<>();
    for (PieceFacts facts : scan(cut, false)) {
      byFile.computeIfAbsent(facts.piece().file().number(), key -> new ArrayList<>()).add(facts);
    }
    List<FilePiece> whole = new ArrayList<>();
    for (InputFile file : files) {
      if (of(byFile, file).stream().anyMatch(PieceFacts::oddQuotes)) {
        whole.add(new FilePiece(file, 0, file.size()));
      }
    }
    Map<Integer, PieceFacts> joined = new HashMap<>();
    for (PieceFacts facts : scan(whole, true)) {
      joined.put(facts.piece().file().number(), facts);
    }
    Map<Integer, Encoding> encodings = encodings(files, byFile);
    for (InputFile file : files) {
      PieceFacts one = joined.get(file.number());
      file(
          file,
          one == null ? of(byFile, file) : List.of(one),
          one != null,
          encodings.get(file.number()));
    }
  }

  private static List<PieceFacts> of(Map<Integer, List<PieceFacts>> byFile, InputFile file) {
    return byFile.getOrDefault(file.number(), List.of());
  }

  private List<PieceFacts> scan(List<FilePiece> cut, boolean joined) {
    if (cut.isEmpty()) {
      return List.of();
    }
    Broadcast<SerializableConfiguration> known = configuration;
    char between = delimiter;
    List<PieceFacts> facts =
        new ArrayList<>(
            spark
                .parallelize(cut, cut.size())
                .map(piece -> PieceFacts.of(piece, joined, between, known.value().value()))
                .collect());
    facts.sort(Comparator.comparingLong(each -> each.piece().from()));
    return facts;
  }

  /** The encoding of a file, or why there is none. */
  private record Encoding(int file, @Nullable String charset, @Nullable ToldProblem problem)
      implements java.io.Serializable {}

  /** Most files are UTF-8 in all their pieces; others are read once more from their start. */
  private Map<Integer, Encoding> encodings(
      List<InputFile> files, Map<Integer, List<PieceFacts>> byFile) {
    boolean utf8 = forced == null || Charset.forName(forced).equals(StandardCharsets.UTF_8);
    List<InputFile> others = new ArrayList<>();
    for (InputFile file : files) {
      List<PieceFacts> facts = of(byFile, file);
      if (facts.stream().allMatch(each -> each.fault() == null)
          && !(utf8 && facts.stream().allMatch(PieceFacts::utf8))) {
        others.add(file);
      }
    }
    Map<Integer, Encoding> found = new HashMap<>();
    if (!others.isEmpty()) {
      String wanted = forced;
      Broadcast<SerializableConfiguration> known = configuration;
      spark
          .parallelize(others, others.size())
          .map(file -> encoding(file, wanted, known.value().value()))
          .collect()
          .forEach(encoding -> found.put(encoding.file(), encoding));
    }
    return found;
  }

  private static Encoding encoding(
      InputFile file, @Nullable String forced, Configuration configuration) throws IOException {
    EncodingCheck.Found found =
        new EncodingCheck(() -> FileRows.bytes(file, configuration), file.name())
            .find(forced == null ? null : Charset.forName(forced));
    Charset charset = found.charset();
    Problem problem = found.problem();
    return new Encoding(
        file.number(),
        charset == null ? null : charset.name(),
        problem == null ? null : ToldProblem.of(problem));
  }

  private void file(
      InputFile file, List<PieceFacts> facts, boolean joined, @Nullable Encoding encoding) {
    for (PieceFacts each : facts) {
      if (each.fault() != null) {
        problems.add(each.fault().problem());
        return;
      }
    }
    if (encoding != null && encoding.problem() != null) {
      problems.add(encoding.problem().problem());
    }
    String charset = encoding == null ? StandardCharsets.UTF_8.name() : encoding.charset();
    if (charset == null) {
      return;
    }
    if (forced == null && charset.equals(EncodingCheck.GB18030.name())) {
      problems.add(Problem.at(ProblemCode.READ_AS_GB18030, file.name(), 0, 0, null));
    }
    PieceFacts first = facts.get(0);
    String raw = first.header() == null ? "" : first.header();
    String header = new String(raw.getBytes(StandardCharsets.ISO_8859_1), Charset.forName(charset));
    int segment = segment(file, header, first.headerLines());
    int line = 1;
    List<Integer> blanks = new ArrayList<>();
    int lastRow = 0;
    for (PieceFacts each : facts) {
      pieces.add(new ReadPiece(each.piece(), segment, line, charset, joined));
      for (int blank : each.blanks()) {
        blanks.add(line + blank);
      }
      if (each.lastRow() >= 0) {
        lastRow = line + each.lastRow();
      }
      line += each.lines();
    }
    for (int blank : blanks) {
      if (blank < lastRow && blank > 1) {
        problems.add(Problem.at(ProblemCode.BLANK_ROW, file.name(), blank, 0, null));
      }
    }
    if (facts.get(facts.size() - 1).openEnd()) {
      problems.add(Problem.at(ProblemCode.NO_LINE_END, file.name(), 0, 0, null));
    }
  }

  private int segment(InputFile file, String header, int lines) {
    Segment last = null;
    for (Segment segment : segments) {
      last = segment.table() == file.table() ? segment : last;
    }
    if (last != null && last.header().equals(header)) {
      return last.number();
    }
    int number = last == null ? 0 : last.number() + 1;
    segments.add(new Segment(file.table(), number, file.number(), header, lines));
    return number;
  }
}
