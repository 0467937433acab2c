package cohealth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one run of a command took.
 *
 * @param wallNanos from its start to its end
 * @param cpuMillis user and system time of it and of what it waited for; -1: this system does not
 *     tell
 * @param peakKib the largest resident size of its process; -1: this system does not tell
 */
record Sample(long wallNanos, long cpuMillis, long peakKib) {
  private static final Path SELF = Path.of("/proc/self/stat");
  private static final int CHILD_USER = 13; // of the fields behind the command's name
  private static final int CHILD_SYSTEM = 14;
  private static final int POLL_MILLIS = 5;
  private static final long MILLIS_OF_TICK = 10; // USER_HZ is 100 wherever there is /proc

  /**
   * Runs a command and waits for it; no other child may run meanwhile.
   *
   * @param environment put over this process's own
   * @param log takes what the command writes
   * @throws IOException also when the command fails
   */
  static Sample of(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(log.toFile());
    long cpuBefore = childrenMillis();
    long start = System.nanoTime();
    Process process = builder.start();
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long peak = -1;
    // The peak only grows: the last look before the end is at most some milliseconds too early.
    Thread watcher = Thread.currentThread();
    long[] seen = {peak};
    Thread poll =
        new Thread(
            () -> {
              while (process.isAlive() && watcher.isAlive()) {
                seen[0] = Math.max(seen[0], peakKib(status));
                try {
                  Thread.sleep(POLL_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    poll.start();
    int code = process.waitFor();
    long wall = System.nanoTime() - start;
    poll.join();
    long cpuAfter = childrenMillis();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + "; see " + log);
    }
    return new Sample(wall, cpuBefore < 0 ? -1 : cpuAfter - cpuBefore, seen[0]);
  }

  /** Processor time of all children that were waited for. */
  private static long childrenMillis() throws IOException {
    if (!Files.isReadable(SELF)) {
      return -1;
    }
    String stat = Files.readString(SELF);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[CHILD_USER]) + Long.parseLong(fields[CHILD_SYSTEM]))
        * MILLIS_OF_TICK;
  }

  private static long peakKib(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // it has ended, or there is no /proc
    }
    return -1;
  }
}
