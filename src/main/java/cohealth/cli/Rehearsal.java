package cohealth.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs commands over samples and throws their results away, while the Java machine notes what a
 * start needs; {@code scripts/cohealth} makes its archive from that.
 */
final class Rehearsal {
  private static final String FAMILY = "01-panzhihua-family";
  private static final String GB18030 = "02-panzhihua-family-gb18030";
  private static final String BINDINGS = "21-bindings-file";

  private Rehearsal() {}

  /**
   * Runs the commands.
   *
   * @param args the folder of the samples
   */
  public static void main(String[] args) {
    for (String locale : new String[] {"en_US.UTF-8", "zh_CN.UTF-8"}) {
      run(locale, "--version");
      run(locale, "settle", "--help");
      run(locale, "policy", "list");
      run(locale, over(args[0], FAMILY, "settle", "--format", "csv"));
      run(locale, over(args[0], FAMILY, "settle", "--columns", "full", "--format", "json"));
      run(locale, over(args[0], FAMILY, "settle"));
      run(locale, over(args[0], GB18030, "settle"));
      run(locale, over(args[0], BINDINGS, "settle"));
      run(locale, over(args[0], FAMILY, "check"));
      run(locale, over(args[0], FAMILY, "quota"));
      run(locale, over(args[0], FAMILY, "explain", "C003"));
    }
  }

  private static String[] over(String samples, String sample, String... words) {
    String folder = samples + '/' + sample;
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--households", folder + "/households.csv"));
    line.addAll(List.of("--claims", folder + "/claims.csv"));
    if (sample.equals(BINDINGS)) {
      line.addAll(List.of("--bindings", folder + "/bindings.csv"));
    }
    return line.toArray(String[]::new);
  }

  private static void run(String locale, String... words) {
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Main.run(
        words,
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            Map.of(),
            true,
            0,
            locale));
  }
}
