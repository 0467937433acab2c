package cohealth.spark;

import cohealth.io.RawRows;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of pieces of files and what their ids say. A row travels as its own text in UTF-8
 * with its place; nobody looks into it before its batch is read.
 */
final class PieceReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Segment> segments;
  private final char delimiter;
  private final Broadcast<SerializableConfiguration> configuration;

  PieceReader(
      List<Segment> segments, char delimiter, Broadcast<SerializableConfiguration> configuration) {
    this.segments = new ArrayList<>(segments);
    this.delimiter = delimiter;
    this.configuration = configuration;
  }

  /** Takes one row. */
  private interface Taker<T> {
    /** What becomes of the row, or null. */
    @Nullable T take(RowKeys keys, byte[] bytes, int from, int to, int line);
  }

  /** The rows with the families where they are known: family, table, segment, file, line, body. */
  Iterator<Row> rows(ReadPiece piece, FamilyLookup families) throws IOException {
    int table = piece.piece().file().table().ordinal();
    int file = piece.piece().file().number();
    return new Rows<>(
        piece,
        (keys, bytes, from, to, line) ->
            RowFactory.create(
                families.of(keys.home(bytes, from, to)),
                table,
                piece.segment(),
                file,
                line,
                Arrays.copyOfRange(bytes, from, to)));
  }

  /** Who is of which household: person, household. */
  Iterator<Row> members(ReadPiece piece) throws IOException {
    return links(
        piece,
        found ->
            new RowKeys.Links() {
              @Override
              public void member(long person, long household) {
                found.add(RowFactory.create(person, household));
              }
            });
  }

  /** Who is named together: one, other. */
  Iterator<Row> links(ReadPiece piece) throws IOException {
    return links(
        piece,
        found ->
            new RowKeys.Links() {
              @Override
              public void linked(long one, long other) {
                found.add(RowFactory.create(one, other));
              }
            });
  }

  /** Whose rows have or name the ids of claims and activities: id, person. */
  Iterator<Row> named(ReadPiece piece) throws IOException {
    return links(
        piece,
        found ->
            new RowKeys.Links() {
              @Override
              public void named(long id, long person) {
                found.add(RowFactory.create(id, person));
              }
            });
  }

  /** The regions in which people are insured, at first or after a change. */
  Iterator<String> regions(ReadPiece piece) throws IOException {
    TreeSet<String> regions = new TreeSet<>();
    RowKeys.Links links =
        new RowKeys.Links() {
          @Override
          public void region(String region) {
            regions.add(region);
          }
        };
    Rows<String> rows =
        new Rows<>(
            piece,
            (keys, bytes, from, to, line) -> {
              keys.tell(bytes, from, to, links);
              return null;
            });
    while (rows.hasNext()) {
      rows.next();
    }
    return regions.iterator();
  }

  /** Makes what adds to a list. */
  private interface Collector {
    RowKeys.Links into(List<Row> found);
  }

  private Iterator<Row> links(ReadPiece piece, Collector collector) throws IOException {
    List<Row> found = new ArrayList<>();
    RowKeys.Links links = collector.into(found);
    return new Rows<>(
        piece,
        (keys, bytes, from, to, line) -> {
          keys.tell(bytes, from, to, links);
          return null;
        },
        found);
  }

  private Segment segment(ReadPiece piece) {
    for (Segment segment : segments) {
      if (segment.table() == piece.piece().file().table() && segment.number() == piece.segment()) {
        return segment;
      }
    }
    throw new IllegalStateException("a piece without a segment");
  }

  /** What becomes of the rows of a piece, one after the other. */
  private final class Rows<T> implements Iterator<T> {
    private final FileRows rows;
    private final Taker<T> taker;
    private final List<T> found;
    private final RowKeys keys;
    private final @Nullable Charset charset;
    private int line;
    private int taken;
    private boolean ended;
    private @Nullable T next;

    Rows(ReadPiece piece, Taker<T> taker) throws IOException {
      this(piece, taker, new ArrayList<>());
    }

    /** What the taker finds may also be put into a list, from which it comes first. */
    Rows(ReadPiece piece, Taker<T> taker, List<T> found) throws IOException {
      this.taker = taker;
      this.found = found;
      this.keys = new RowKeys(segment(piece), delimiter);
      this.line = piece.firstLine();
      Charset given = Charset.forName(piece.charset());
      this.charset = given.equals(StandardCharsets.UTF_8) ? null : given;
      this.rows = FileRows.open(piece.piece(), piece.joined(), configuration.value().value());
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        if (taken < found.size()) {
          next = found.get(taken++);
        } else if (ended) {
          return false;
        } else {
          found.clear();
          taken = 0;
          try {
            read();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      return true;
    }

    @Override
    public T next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      T given = next;
      next = null;
      return given;
    }

    private void read() throws IOException {
      if (!rows.next()) {
        ended = true;
        rows.close();
        return;
      }
      RawRows row = rows.row();
      int at = line;
      line += row.lines();
      boolean isHeader = at == 1;
      if (isHeader || row.isBlank(delimiter)) {
        return;
      }
      byte[] bytes = row.bytes();
      int from = rows.textFrom();
      int to = row.to();
      if (charset != null) {
        bytes = new String(bytes, from, to - from, charset).getBytes(StandardCharsets.UTF_8);
        from = 0;
        to = bytes.length;
      }
      next = taker.take(keys, bytes, from, to, at);
    }
  }
}
