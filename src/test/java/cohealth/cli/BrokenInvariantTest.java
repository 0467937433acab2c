package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broken program: one class of it is replaced by a wrong one, as the product has no switch for
 * that. The run ends with code 70 and one line, and nothing is written.
 */
class BrokenInvariantTest {
  private static final String SAMPLE = "01-panzhihua-family";

  /** From the second claim on cash pays a fen that nobody billed. */
  private static final String WRONG_CASH =
      """
      package cohealth.settlement;

      record CashPayer() implements Payer {
        @Override
        public void pay(Turn turn) {
          turn.payRestInCash();
          if (turn.claim.ordinal() > 0) {
            turn.payFromFund(
                cohealth.ledger.Account.CASH, "", cohealth.event.Component.SELF_FUNDED, 1);
          }
        }
      }
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aBrokenInvariantStopsTheRun() throws Exception {
    CliFolder inputs = inputs();
    inputs.write("old.csv", "old\n");
    var before = inputs.names();
    for (String threads : List.of("1", "4")) {
      Result run =
          run(
              "C",
              inputs.arguments(
                  "-o",
                  inputs.path("old.csv"),
                  "--force",
                  "--postings",
                  inputs.path("postings.csv"),
                  "--closing",
                  inputs.path("state.json"),
                  "--threads",
                  threads));

      assertThat(run.code()).isEqualTo(70);
      assertThat(run.err())
          .isEqualTo(
              "cohealth: a fault of the program: PARTS_ADD_UP does not hold at claim C***02;"
                  + " nothing was written. Please report it.\n");
      assertThat(run.out()).isEmpty();
      assertThat(inputs.names()).isEqualTo(before);
      assertThat(inputs.read("old.csv")).isEqualTo("old\n");
    }
  }

  @Test
  void itIsToldInChineseAndWithItsIdOnRequest() throws Exception {
    CliFolder inputs = inputs();
    Result run = run("zh_CN.UTF-8", inputs.arguments("--show-ids"));
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).isEqualTo("cohealth：程序故障：PARTS_ADD_UP 在结算 C002 处不成立，没有写出任何内容。请报告此问题。\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void questionsAreNotAnsweredEither() throws Exception {
    CliFolder inputs = inputs();
    String[] args = inputs.arguments();
    args[0] = "quota";
    Result run = run("C", args);
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("PARTS_ADD_UP does not hold at claim C***02");
    assertThat(run.out()).isEmpty();
  }

  private CliFolder inputs() throws IOException {
    Path made = Files.createDirectory(folder.resolve("inputs"));
    return CliFolder.copyOfSample(made, SAMPLE);
  }

  private record Result(int code, String out, String err) {}

  /** Runs the program with the wrong class in it. */
  private Result run(String locale, String... args) throws Exception {
    Path wrong = compiled("CashPayer", WRONG_CASH);
    try (URLClassLoader loader =
        new URLClassLoader(urls(wrong), ClassLoader.getPlatformClassLoader())) {
      Class<?> runs = loader.loadClass(CommandLineRun.class.getName());
      Object run =
          Objects.requireNonNull(
              runs.getMethod("in", String.class, String.class, String[].class)
                  .invoke(null, locale, "", args));
      return new Result((int) get(run, "code"), (String) get(run, "out"), (String) get(run, "err"));
    }
  }

  private static Object get(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getMethod(name);
    return Objects.requireNonNull(accessor.invoke(record));
  }

  private Path compiled(String name, String source) throws IOException {
    Path classes = Files.createTempDirectory(folder, "wrong");
    Path file = Files.writeString(classes.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  told,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-d",
                      classes.toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(done).as(told.toString()).isTrue();
    }
    return classes;
  }

  private static URL[] urls(Path first) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(first.toUri().toURL()));
    String path = System.getProperty("java.class.path");
    for (String entry : Arrays.asList(path.split(java.io.File.pathSeparator, -1))) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
