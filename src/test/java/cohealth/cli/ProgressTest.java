package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.generation.Generator;
import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.PopulationFile;
import cohealth.io.Problems;
import cohealth.io.ReadBytes;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.report.TextWidth;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.run.Source;
import cohealth.time.Day;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The line that tells how far a run is: what it says, who sees it, and that it goes away. */
final class ProgressTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MB = 1_000_000;
  private static final String ERASE = "\r\033[K";

  /** The beginnings of the files, which are read to know their encoding and their header. */
  private static final long LOOKED_AT_AGAIN = 1 << 18;

  @TempDir Path temporary = Path.of("");

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ReadBytes bytes = new ReadBytes();

  @Test
  void nothingIsToldBeforeTwoSeconds() {
    ProgressText text = text(Language.EN, 80);
    bytes.expect(100 * MB);
    bytes.read(10 * MB);
    assertThat(text.at(2 * SECOND - 1)).isNull();
    assertThat(text.at(2 * SECOND)).isNotNull();
  }

  @Test
  void theLineTellsBytesRateAndTimeLeft() {
    ProgressText text = text(Language.EN, 80);
    bytes.expect(2_300 * MB);
    bytes.read(400 * MB);
    assertThat(text.at(4 * SECOND))
        .isEqualTo("400 MB of 2.3 GB read (17 %), 100 MB a second, about 19 s left");
  }

  @Test
  void theLineIsThereInChinese() {
    ProgressText text = text(Language.ZH, 80);
    bytes.expect(60_000 * MB);
    bytes.read(400 * MB);
    assertThat(text.at(4 * SECOND)).isEqualTo("已读 400 MB，共 60.0 GB（0%），每秒 100 MB，约剩 10 分钟");
  }

  @Test
  void whatIsInventedIsToldAsWritten() {
    bytes.expect(new Generator(PopulationFile.builtIn(), 1_000, 10_000, 1, false).expectedBytes());
    bytes.read(400_000);
    assertThat(new ProgressText(bytes, true, new Messages(Language.EN), 80, 0).at(4 * SECOND))
        .isEqualTo("400 kB of about 969 kB written (41 %), 100 kB a second, about 6 s left");
    assertThat(new ProgressText(bytes, true, new Messages(Language.ZH), 80, 0).at(4 * SECOND))
        .isEqualTo("已写 400 kB，共约 969 kB（41%），每秒 100 kB，约剩 6 秒");
  }

  /** The size of what is invented is told before it is written. */
  @Test
  void whatIsInventedHasAboutTheExpectedSize() throws Exception {
    Generator generator = new Generator(PopulationFile.builtIn(), 2_000, 20_000, 9, false);
    ByteArrayOutputStream people = new ByteArrayOutputStream();
    ByteArrayOutputStream claims = new ByteArrayOutputStream();
    generator.write(bytes.counting(people), bytes.counting(claims));
    assertThat(bytes.soFar()).isEqualTo(people.size() + claims.size());
    long tenth = generator.expectedBytes() / 10;
    assertThat(bytes.soFar())
        .isBetween(generator.expectedBytes() - tenth, generator.expectedBytes() + tenth);
  }

  @Test
  void theRateIsThatOfTheLastLooks() {
    ProgressText text = text(Language.EN, 80);
    bytes.expect(10_000 * MB);
    bytes.read(1_000 * MB);
    text.at(2 * SECOND);
    for (int i = 3; i < 13; i++) {
      bytes.read(10 * MB);
      text.at(i * SECOND);
    }
    bytes.read(10 * MB);
    assertThat(text.at(13 * SECOND)).contains(" 10 MB a second");
  }

  @Test
  void whatCannotBeKnownIsNotTold() {
    ProgressText text = text(Language.EN, 80);
    assertThat(text.at(5 * SECOND)).isNull();
    bytes.read(5 * MB);
    assertThat(text.at(6 * SECOND)).isNull();
    bytes.expect(5 * MB);
    assertThat(text.at(7 * SECOND)).isEqualTo("5 MB of 5 MB read");
  }

  @Test
  void aLineThatIsWiderThanTheScreenIsNotShown() {
    bytes.expect(100 * MB);
    bytes.read(10 * MB);
    assertThat(text(Language.ZH, 20).at(3 * SECOND)).isNull();
    String line = Objects.requireNonNull(text(Language.ZH, 60).at(3 * SECOND));
    assertThat(text(Language.ZH, TextWidth.of(line)).at(3 * SECOND)).isNull();
    assertThat(text(Language.ZH, TextWidth.of(line) + 1).at(3 * SECOND)).isEqualTo(line);
  }

  @Test
  void eachTextReplacesTheLastAndOutputRemovesIt() {
    Terminal terminal = terminal(Map.of()).withScreenForErrors();
    StatusLine line = Objects.requireNonNull(terminal.status());
    line.show("a long text");
    line.show("short");
    terminal.err().println("error");
    line.show("too late");
    line.end();
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .isEqualTo(ERASE + "a long text" + ERASE + "short" + ERASE + "error\n");
  }

  @Test
  void standardOutputRemovesItToo() throws Exception {
    Terminal terminal = terminal(Map.of()).withScreenForErrors();
    StatusLine line = Objects.requireNonNull(terminal.status());
    line.show("text");
    terminal.out().write("rows\n".getBytes(StandardCharsets.UTF_8));
    assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(ERASE + "text" + ERASE);
  }

  @Test
  void aLineThatWasNeverShownLeavesNothing() {
    Terminal terminal = terminal(Map.of()).withScreenForErrors();
    StatusLine line = Objects.requireNonNull(terminal.status());
    line.end();
    assertThat(screen.size()).isZero();
  }

  @Test
  void nobodyIsToldInABuildOnADumbTerminalInAPipeOrWhenQuiet() {
    Messages messages = new Messages(Language.EN);
    assertThat(terminal(Map.of("CI", "true")).withScreenForErrors().status()).isNull();
    assertThat(terminal(Map.of("TERM", "dumb")).withScreenForErrors().status()).isNull();
    assertThat(Progress.ofReading(bytes, terminal(Map.of()), messages)).isNull();
    assertThat(Progress.ofWriting(bytes, terminal(Map.of()), messages)).isNull();
    for (String option : List.of("--quiet", "--no-progress")) {
      assertThat(talk(option).tellsProgress()).as(option).isFalse();
    }
    assertThat(talk("--show-ids").tellsProgress()).isTrue();
  }

  @Test
  void theThreadEndsWithTheWork() throws Exception {
    Terminal onScreen = terminal(Map.of("TERM", "xterm")).withScreenForErrors();
    Progress progress =
        Objects.requireNonNull(Progress.ofReading(bytes, onScreen, new Messages(Language.EN)));
    progress.close();
    progress.thread().join(10_000);
    assertThat(progress.thread().isAlive()).isFalse();
    assertThat(progress.thread().isDaemon()).isTrue();
    assertThat(screen.size()).isZero();
  }

  /** Otherwise the line would stop short of its end, or reach it too early. */
  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void asManyBytesAreReadAsWereExpected(boolean shuffled, boolean rejects) throws Exception {
    Path world = temporary.resolve("world");
    List<String> args = new ArrayList<>(List.of("generate", "--persons", "300", "--quiet"));
    args.addAll(List.of("--claims", "20000", "--seed", "5", "--output-dir", world.toString()));
    if (shuffled) {
      args.add("--shuffled");
    }
    assertThat(CliFolder.run("C", "", args.toArray(String[]::new)).code()).isZero();
    Source households = new Source("households.csv", world.resolve("households.csv"));
    Source claims = new Source("claims.csv", world.resolve("claims.csv"));
    RunRequest request =
        new RunRequest(
            households,
            List.of(claims),
            null,
            List.of(),
            List.of(),
            null,
            false,
            Day.of(LocalDate.of(2025, 1, 1)),
            new ReadOptions(null, ',', new Shown(false), bytes, 1),
            rejects);
    SettlementRun run = Objects.requireNonNull(SettlementRun.check(request, new Problems()));
    assertThat(bytes.expected()).isEqualTo(2 * households.size() + 3 * claims.size());
    long left = bytes.expected() - bytes.soFar();
    assertThat(left).isBetween(claims.size() - LOOKED_AT_AGAIN, claims.size());
    // to the middle of the year: what is not settled counts, too
    run.settleUpTo(Day.of(LocalDate.of(2025, 6, 30)));
    assertThat(bytes.soFar()).isBetween(bytes.expected(), bytes.expected() + 2 * LOOKED_AT_AGAIN);
  }

  private ProgressText text(Language language, int columns) {
    return new ProgressText(bytes, false, new Messages(language), columns, 0);
  }

  /** What a command with the option would tell. */
  private Talk talk(String option) {
    TalkOptions options = new TalkOptions();
    new CommandLine(options).parseArgs(option);
    return new Talk(terminal(Map.of()).withScreenForErrors(), new Messages(Language.EN), options);
  }

  private Terminal terminal(Map<String, String> environment) {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(screen, true, StandardCharsets.UTF_8),
        environment,
        false,
        0,
        "C");
  }
}
