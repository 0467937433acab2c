package cohealth.run;

import cohealth.io.Workers;
import cohealth.person.People;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes settled rows text, many at a time and on several threads where that is allowed, and hands
 * them on in the order in which they came.
 */
final class RowPieces {
  private static final int ROWS = 1 << 11;
  private static final int AHEAD = 32;

  /** Takes the finished rows. */
  interface Taker {
    /** The next row. */
    void take(int ordinal, byte[] bytes, int from, int length) throws IOException;
  }

  private final RowOut rows;
  private final People people;
  private final Taker taker;
  private final Workers.Line<Piece> line;
  private final int pieceRows;
  private final Queue<Piece> used = new ConcurrentLinkedQueue<>();
  private Piece filling = new Piece();

  /**
   * No rows yet.
   *
   * @param people whose ids the rows show
   */
  RowPieces(RowOut rows, People people, Workers workers, Taker taker) {
    this.rows = rows;
    this.people = people;
    this.taker = taker;
    // others than formats look at each row when it is settled
    this.pieceRows = rows.rendersAnywhere() ? ROWS : 1;
    this.line = (rows.rendersAnywhere() ? workers : new Workers(1)).line();
  }

  void add(Settlement row) throws IOException {
    filling.settled[filling.size++] = row;
    if (filling.size == pieceRows) {
      give();
    }
  }

  /** There are no more rows. */
  void end() throws IOException {
    give();
    while (!line.isEmpty()) {
      take();
    }
  }

  private void give() throws IOException {
    Piece piece = filling;
    line.give(() -> piece.render(rows, people));
    while (line.isFull()) {
      take();
    }
    Piece other = used.poll();
    filling = other == null ? new Piece() : other;
  }

  private void take() throws IOException {
    Piece done = line.take();
    int from = 0;
    for (int i = 0; i < done.size; i++) {
      taker.take(done.ordinals[i], done.text.bytes(), from, done.ends[i] - from);
      from = done.ends[i];
    }
    done.size = 0;
    used.add(done);
  }

  /** Some rows, first as they were settled, then as text. */
  private static final class Piece {
    private final Settlement[] settled = new Settlement[ROWS];
    private final int[] ordinals = new int[ROWS];
    private final int[] ends = new int[ROWS];
    private final RowText text = new RowText();
    private int size;

    /** Keeps looks from being left out; its value means nothing. */
    @SuppressWarnings("UnusedVariable")
    private int looked;

    /** Many at a time: the processor waits once for all of them. */
    private void announce(People people, int from, int to) {
      for (int i = from; i < to; i++) {
        looked ^= people.lookAtId(settled[i].person(), false);
      }
      for (int i = from; i < to; i++) {
        looked ^= people.lookAtId(settled[i].person(), true);
      }
    }

    Piece render(RowOut rows, People people) {
      text.clear();
      for (int i = 0; i < size; i++) {
        if (i % AHEAD == 0) {
          announce(people, i, Math.min(size, i + AHEAD));
        }
        rows.render(text, settled[i]);
        ordinals[i] = settled[i].ordinal();
        ends[i] = text.size();
      }
      Arrays.fill(settled, 0, size, null);
      return this;
    }
  }
}
