package cohealth.cli;

import cohealth.event.Vocabulary;
import cohealth.io.Messages;
import cohealth.io.PageJson;
import cohealth.io.Problems;
import cohealth.io.Shown;
import cohealth.page.BatchPage;
import cohealth.page.BatchSums;
import cohealth.page.ComparisonPage;
import cohealth.page.HouseholdPage;
import cohealth.page.HouseholdYear;
import cohealth.page.HtmlPage;
import cohealth.page.Page;
import cohealth.person.People;
import cohealth.run.PolicyComparison;
import cohealth.run.ReformRequest;
import cohealth.run.RunInputs;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.settlement.SettlementEngine;
import cohealth.time.Day;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth report}: a batch, a household or a comparison as a page to look at. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements PlainCommand {
  private static final String HOUSEHOLD = "--household";

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = HOUSEHOLD, paramLabel = "ID")
  @Nullable String household;

  @Mixin ReformOptions policies = new ReformOptions();

  @Option(names = "--title", paramLabel = "TEXT")
  @Nullable String title;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable ReportFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(names = "--force")
  boolean force;

  @Mixin TalkOptions talk = new TalkOptions();

  ReportCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case HOUSEHOLD -> household = words.value();
      case "--title" -> title = words.value();
      case "--format" -> format = words.oneOf(ReportFormat.values());
      case "--output" -> output = words.value();
      case "--force" -> force = true;
      default -> {
        return input.take(option, words)
            || policies.take(option, words)
            || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth report")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    check(reader);
    if (policies.isGiven()) {
      return comparison(reader, problems, speaker);
    }
    RunRequest request = reader.request(input, talk.showIds, false, false);
    SettlementRun run = SettlementRun.check(request, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    String wanted = household;
    if (wanted == null) {
      return write(batch(run), request.inputPaths(), problems, speaker);
    }
    String unknown =
        new ChosenPeople(run.inputs().people(), List.of(), List.of(wanted))
            .unknown(messages, request.options().shown());
    if (unknown != null) {
      terminal.err().println("cohealth: " + unknown);
      return ExitCode.REFUSED;
    }
    return write(household(run, wanted), request.inputPaths(), problems, speaker);
  }

  /** What is wrong with the command line is told before anything is read. */
  private void check(RequestReader reader) throws WrongUsage {
    if (output != null) {
      reader.path(output);
    }
    if (household != null && policies.isGiven()) {
      throw new WrongUsage(messages.get("report.notBoth", HOUSEHOLD));
    }
    boolean page = chosenFormat() == ReportFormat.HTML;
    if (page && output == null && terminal.outIsTerminal()) {
      throw new WrongUsage(messages.get("report.noScreen"));
    }
  }

  private ExitCode comparison(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    ReformRequest wanted = policies.wanted(reader, messages);
    RunRequest request = reader.request(input, talk.showIds, false, false);
    PolicyComparison run = PolicyComparison.check(request, wanted, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    List<Path> inputs = new ArrayList<>(request.inputPaths());
    inputs.addAll(wanted.inputPaths());
    return write(
        new ComparisonPage(run.compare(), messages::get).page(), inputs, problems, speaker);
  }

  private Page batch(SettlementRun run) throws IOException {
    RunInputs inputs = run.inputs();
    BatchSums sums = new BatchSums(inputs.people(), inputs.vocabulary());
    SettlementEngine engine = run.settle(sums);
    if (run.lastDay() != Day.UNKNOWN) {
      sums.ended(engine.standings(), run.lastDay());
    }
    return new BatchPage(sums, inputs.vocabulary(), messages::get).page();
  }

  private Page household(SettlementRun run, String wanted) throws IOException {
    RunInputs inputs = run.inputs();
    People people = inputs.people();
    Vocabulary words = inputs.vocabulary();
    HouseholdYear year =
        new HouseholdYear(
            people, inputs.families(), inputs.ids(), words.diseases(), wanted, run.beginning());
    SettlementEngine engine = run.settle(year);
    if (run.lastDay() != Day.UNKNOWN) {
      year.ended(engine, run.lastDay());
    }
    PersonLabel label = new PersonLabel(people, talk.showNames);
    return new HouseholdPage(year, wanted, people, label::of, words, inputs.ids(), messages::get)
        .page();
  }

  private ExitCode write(Page page, List<Path> inputs, Problems problems, Talk speaker)
      throws IOException {
    new AnswerFile(output, force)
        .write(
            terminal,
            inputs,
            out -> {
              if (chosenFormat() == ReportFormat.JSON) {
                PageJson.write(page, out);
              } else {
                Page shown = title == null ? page : page.titled(title);
                out.write(HtmlPage.of(shown).getBytes(StandardCharsets.UTF_8));
                out.flush();
              }
            });
    speaker.tellNotes(problems);
    if (output != null) {
      speaker.say(messages.get("report.written", Shown.escaped(output)));
    }
    return ExitCode.DONE;
  }

  /** The chosen one, else that of the file's extension, else a page. */
  private ReportFormat chosenFormat() {
    if (format != null) {
      return format;
    }
    boolean json = output != null && output.toLowerCase(Locale.ROOT).endsWith(".json");
    return json ? ReportFormat.JSON : ReportFormat.HTML;
  }
}
