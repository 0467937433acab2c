package cohealth.cli;

import cohealth.advice.Advice;
import cohealth.advice.Advisor;
import cohealth.advice.FamilyWorld;
import cohealth.advice.Goal;
import cohealth.event.Vocabulary;
import cohealth.io.Messages;
import cohealth.io.Problems;
import cohealth.report.AdviceTree;
import cohealth.report.QuotaRows;
import cohealth.report.YearLeft;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.settlement.Standing;
import cohealth.settlement.Standings;
import cohealth.time.Day;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth advise}: in what order a household's accounts would have helped best. */
@Command(name = "advise", sortOptions = false)
final class AdviseCommand implements PlainCommand {
  private static final String HOUSEHOLD = "--household";
  private static final String ELDER_AGE = "--elder-age";
  private static final int WIDTH = 80;
  private static final int ELDER = 60;
  private static final int OLDEST = 150;

  private final Terminal terminal;
  private final Messages messages;

  @Option(names = HOUSEHOLD, paramLabel = "ID", required = true)
  @Nullable String household;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--goal", paramLabel = "GOAL")
  @Nullable Goal goal;

  @Option(names = ELDER_AGE, paramLabel = "YEARS")
  @Nullable Long elderAge;

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable String asOf;

  @Mixin SentenceOptions answer = new SentenceOptions();

  @Mixin TalkOptions talk = new TalkOptions();

  AdviseCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case HOUSEHOLD -> household = words.value();
      case "--goal" -> goal = words.oneOf(Goal.values());
      case ELDER_AGE -> elderAge = words.number();
      case "--as-of" -> asOf = words.value();
      default -> {
        return input.take(option, words) || answer.take(option, words) || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public boolean isComplete() {
    return household != null;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth advise")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    String wanted = String.valueOf(household);
    answer.check(reader);
    int wantedDay = asOf == null ? Day.UNKNOWN : reader.day("--as-of", asOf);
    Advisor advisor = new Advisor(goal == null ? Goal.ELDERS : goal, age());
    if (input.opening != null) {
      throw new WrongUsage(messages.get("advise.noOpening"));
    }
    RunRequest request = reader.request(input, talk.showIds, false, false);
    SettlementRun run = SettlementRun.check(request, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    int day = day(run, wantedDay);
    String unknown =
        new ChosenPeople(run.inputs().people(), List.of(), List.of(wanted))
            .unknown(messages, request.options().shown());
    if (unknown != null) {
      terminal.err().println("cohealth: " + unknown);
      return ExitCode.REFUSED;
    }
    FamilyWorld world = run.family(wanted, problems);
    if (world == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    Advice advice = advisor.advise(world, request.bindings() == null);
    answer.write(terminal, messages, WIDTH, tree(run, world, day, wanted).of(advice), request);
    speaker.tellNotes(problems);
    return ExitCode.DONE;
  }

  private AdviceTree tree(SettlementRun run, FamilyWorld world, int day, String wanted) {
    Vocabulary.Words diseases = run.inputs().vocabulary().diseases();
    PersonLabel label = new PersonLabel(run.inputs().people(), talk.showNames);
    YearLeft left = new YearLeft(messages::get, label::of, new QuotaRows(diseases));
    return new AdviceTree(messages::get, label::of, left, remaining(world, day, diseases), wanted);
  }

  private static List<Standing> remaining(FamilyWorld world, int day, Vocabulary.Words diseases) {
    if (day == Day.UNKNOWN) {
      return List.of();
    }
    Standings standings = world.settleUpTo(day).standings();
    return world.members().stream().map(member -> standings.of(member, day, diseases)).toList();
  }

  /** The day whose end is asked about; {@link Day#UNKNOWN} when nothing has happened. */
  private int day(SettlementRun run, int wanted) throws WrongUsage {
    if (wanted == Day.UNKNOWN) {
      return run.lastDay();
    }
    if (wanted < run.firstDay()) {
      throw new WrongUsage(
          messages.get("quota.tooEarly", Day.text(wanted), Day.text(run.firstDay())));
    }
    return wanted;
  }

  private int age() throws WrongUsage {
    Long age = elderAge;
    if (age == null) {
      return ELDER;
    }
    if (goal != null && goal != Goal.ELDERS) {
      throw new WrongUsage(messages.get("advise.noElders", ELDER_AGE, Goal.ELDERS));
    }
    if (age < 0 || age > OLDEST) {
      throw new WrongUsage(messages.get("usage.range", ELDER_AGE, age, 0, OLDEST));
    }
    return age.intValue();
  }
}
