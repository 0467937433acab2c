package cohealth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  static List<String> lines(String java) {
    return List.of(
        "date:      " + LocalDate.now(),
        "processor: "
            + first("/proc/cpuinfo", "model name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores",
        "memory:    " + first("/proc/meminfo", "MemTotal"),
        "system:    " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "java:      " + java);
  }

  private static String first(String file, String key) {
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.startsWith(key)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      // not on this system
    }
    return "unknown";
  }
}
