package cohealth.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads for work that can be cut into independent pieces. The results come out in the order in
 * which the pieces were given, so that nothing depends on how many threads there are.
 */
public final class Workers {
  /** The most threads that can be asked for. */
  public static final int MOST = 256;

  private static final int PIECES_AHEAD = 2;
  private static final int PIECE_BYTES = 1 << 19;

  private final int threads;
  private final int pieceBytes;
  private final @Nullable ThreadPoolExecutor others;

  /**
   * Some threads, the caller's among them.
   *
   * @param threads from 1; with 1 the caller does all the work itself
   */
  public Workers(int threads) {
    this(threads, PIECE_BYTES);
  }

  /** Some threads that read files in pieces of so many bytes. */
  Workers(int threads, int pieceBytes) {
    this.threads = threads;
    this.pieceBytes = pieceBytes;
    this.others = threads > 1 ? others(threads - 1) : null;
  }

  /** How many bytes a piece of a file has at most. */
  int pieceBytes() {
    return pieceBytes;
  }

  /** A line of pieces; several may be open at the same time. */
  public <R> Line<R> line() {
    return new Line<>();
  }

  private static ThreadPoolExecutor others(int count) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "cohealth-worker");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Pieces of work in their order. Only one thread gives and takes.
   *
   * @param <R> what comes out of each
   */
  public final class Line<R> {
    private final Queue<FutureTask<R>> waiting = new ArrayDeque<>();

    private Line() {}

    /** Whether enough pieces are under way for now. */
    public boolean isFull() {
      return waiting.size() >= (threads == 1 ? 1 : PIECES_AHEAD * threads);
    }

    /** Whether no piece is under way. */
    public boolean isEmpty() {
      return waiting.isEmpty();
    }

    /** Gives a piece. */
    public void give(Callable<R> piece) {
      FutureTask<R> task = new FutureTask<>(piece);
      waiting.add(task);
      if (others != null) {
        others.execute(task);
      }
    }

    /**
     * Takes the result of the piece that was given first; the caller does it if nobody has begun.
     *
     * @throws IOException what the piece threw
     */
    public R take() throws IOException {
      FutureTask<R> task = waiting.remove();
      task.run();
      for (FutureTask<R> later : waiting) {
        if (task.isDone()) {
          break;
        }
        later.run(); // rather than wait; does nothing when somebody has begun
      }
      try {
        return task.get();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException fault) {
          throw fault;
        }
        if (cause instanceof RuntimeException fault) {
          throw fault;
        }
        if (cause instanceof Error fault) {
          throw fault;
        }
        throw new UncheckedIOException(new IOException(cause));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException();
      }
    }

    /** Takes no more results: what nobody has begun is not done. */
    public void drop() {
      waiting.forEach(task -> task.cancel(false));
      waiting.clear();
    }
  }
}
