package cohealth.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A Spark of its own for some tests: in this process, or with executors in others. */
final class JobSession implements AutoCloseable {
  private static final int SHUFFLES = 2;

  private final SparkSession session;

  private JobSession(SparkSession session) {
    this.session = session;
  }

  /** Starts Spark under a master, with further settings as {@code key=value}. */
  static JobSession on(String master, String... settings) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master(master)
            .appName("cohealth tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", SHUFFLES)
            // the data is tiny: making code for it takes longer than working without
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config(
                "spark.local.dir", Path.of("target", "spark", "local").toAbsolutePath().toString());
    if (master.startsWith("local-cluster")) {
      makeHome(Path.of(System.getenv("SPARK_HOME")));
      builder.config("spark.executor.extraClassPath", classFolders());
    }
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      builder.config(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return new JobSession(builder.getOrCreate());
  }

  /** What became of a job. */
  record Run(int code, List<String> told) {}

  /** Runs a job. */
  Run run(List<String> words) {
    List<String> told = new ArrayList<>();
    int code = SettleJob.run(session, words.toArray(String[]::new), told::add);
    return new Run(code, told);
  }

  SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    session.stop();
  }

  /** Executors look for Spark in a folder of jars, which these tests do not have. */
  private static void makeHome(Path home) {
    try {
      Path jars = Files.createDirectories(home.resolve("jars"));
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (entry.endsWith(".jar")) {
          Path jar = Path.of(entry).toAbsolutePath();
          try {
            Files.createSymbolicLink(jars.resolve(String.valueOf(jar.getFileName())), jar);
          } catch (FileAlreadyExistsException e) {
            // of an earlier session
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classFolders() {
    List<String> folders = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.endsWith(".jar")) {
        folders.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, folders);
  }
}
