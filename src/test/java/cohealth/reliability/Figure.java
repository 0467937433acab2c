package cohealth.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line of {@code scripts/reliability}: a promise, how often it was tried, and what broke it. It
 * is left in {@code target/reliability/NAME.figure} for that script. {@code
 * -Dcohealth.count.NAME=N} tries it another number of times, {@code -Dcohealth.seed=S} from another
 * seed.
 */
public final class Figure {
  private static final Path FOLDER = Path.of("target", "reliability");
  private static final int TOLD = 20;

  private final String name;
  private final long target;
  private final long seed;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  private Figure(String name, long target, long seed) {
    this.name = name;
    this.target = target;
    this.seed = seed;
  }

  /**
   * A figure of which nothing is done yet.
   *
   * @param usual how often it is tried when nothing else is asked
   * @param usualSeed what its random choices come from when nothing else is asked
   */
  public static Figure of(String name, long usual, long usualSeed) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Figure(
        name,
        Long.getLong("cohealth.count." + name, usual),
        Long.getLong("cohealth.seed", usualSeed));
  }

  /** A figure that cannot be tried here, and why. */
  public static void skipped(String name, String why) {
    write(name, "skipped\t" + why);
  }

  /** How often it is to be tried. */
  public long target() {
    return target;
  }

  /** What its random choices come from. */
  public long seed() {
    return seed;
  }

  /** It was tried so often more. */
  public void tried(long times) {
    done.addAndGet(times);
  }

  /** It was tried once more; the verdict says what went wrong, or is empty. */
  public void tried(String verdict) {
    done.incrementAndGet();
    if (!verdict.isEmpty()) {
      failed(verdict);
    }
  }

  /** Something went wrong. */
  public void failed(String verdict) {
    failed.incrementAndGet();
    if (failures.size() < TOLD) {
      failures.add(verdict);
    }
  }

  /** How often it was tried. */
  public long done() {
    return done.get();
  }

  /** Whether so much went wrong that there is no use in going on. */
  public boolean isHopeless() {
    return failed.get() > TOLD;
  }

  /** Leaves the figure for the script, with a remark, and fails when anything went wrong. */
  public void close(String remark) {
    close(remark, target);
  }

  /** The same where there was less to try than was asked for. */
  public void close(String remark, long all) {
    write(
        name,
        done + "\t" + all + "\t" + failed + "\t" + seed + "\t" + remark.replaceAll("\\s+", " "));
    assertThat(List.copyOf(failures)).as("%s, seed %d", name, seed).isEmpty();
    assertThat(done.get()).as("%s: tried", name).isGreaterThanOrEqualTo(all);
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ".figure");
  }

  private static void write(String name, String line) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file(name), line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
