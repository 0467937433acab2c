package cohealth.generation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes claims in pieces that several threads make; the pieces are written in their order. */
final class ClaimWriter {
  private static final int ROWS = 8192;
  private static final int BYTES_OF_ROW = 112;

  private final Population population;
  private final long seed;
  private final long rows;
  private final Patients patients;
  private final Shuffle shuffle;
  private final boolean shuffled;

  ClaimWriter(Population population, long seed, long rows, Patients patients, boolean shuffled) {
    this.population = population;
    this.seed = seed;
    this.rows = rows;
    this.patients = patients;
    this.shuffled = shuffled;
    this.shuffle = new Shuffle(seed, rows);
  }

  void write(OutputStream out) throws IOException {
    out.write(RowBytes.utf8(ClaimRows.HEADER));
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<RowBytes>> pieces = new ArrayDeque<>();
      Deque<Piece> free = new ArrayDeque<>();
      for (int i = 0; i < threads + 2; i++) {
        free.add(new Piece());
      }
      Deque<Piece> busy = new ArrayDeque<>();
      for (long next = 0; next < rows || !pieces.isEmpty(); ) {
        if (next < rows && !free.isEmpty()) {
          Piece piece = free.remove();
          long first = next;
          pieces.add(workers.submit(() -> piece.fill(first)));
          busy.add(piece);
          next += ROWS;
        } else {
          done(pieces.remove()).writeTo(out);
          free.add(busy.remove());
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static RowBytes done(Future<RowBytes> piece) throws IOException {
    try {
      return piece.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error; // as from this thread: no memory, for example
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Rows that one thread makes. */
  private final class Piece {
    private final ClaimRows claims = new ClaimRows(population, seed, rows, patients);
    private final RowBytes bytes = new RowBytes(ROWS * BYTES_OF_ROW);

    RowBytes fill(long first) {
      bytes.clear();
      long last = Math.min(first + ROWS, rows);
      for (long place = first; place < last; place++) {
        claims.add(shuffled ? shuffle.row(place) : place, bytes);
      }
      return bytes;
    }
  }
}
