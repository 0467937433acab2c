package cohealth.cli;

import cohealth.event.Vocabulary;
import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Problems;
import cohealth.io.Shown;
import cohealth.io.VisitText;
import cohealth.money.AmountText;
import cohealth.money.Fen;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.run.WhatIf;
import cohealth.time.Day;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohealth quota}: what people have left, and what a visit would cost. */
@Command(name = "quota", sortOptions = false)
final class QuotaCommand implements PlainCommand {
  private static final String WHAT_IF = "--what-if";
  private static final String FAIL_UNDER = "--fail-under";

  private final Terminal terminal;
  private final Messages messages;

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--as-of", paramLabel = "DATE")
  @Nullable String asOf;

  @Option(names = "--person", arity = "1..*", paramLabel = "ID")
  List<String> persons = new ArrayList<>();

  @Option(names = "--household", arity = "1..*", paramLabel = "ID")
  List<String> households = new ArrayList<>();

  @Option(names = WHAT_IF, paramLabel = "VISIT")
  @Nullable String whatIf;

  @Option(names = FAIL_UNDER, paramLabel = "AMOUNT")
  @Nullable String failUnder;

  @Mixin AnswerOptions answer = new AnswerOptions();

  @Mixin TalkOptions talk = new TalkOptions();

  QuotaCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--as-of" -> asOf = words.value();
      case "--person" -> persons = words.values();
      case "--household" -> households = words.values();
      case WHAT_IF -> whatIf = words.value();
      case FAIL_UNDER -> failUnder = words.value();
      default -> {
        return input.take(option, words) || answer.take(option, words) || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth quota")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    answer.check(reader, messages);
    int wantedDay = asOf == null ? Day.UNKNOWN : reader.day("--as-of", asOf);
    long underFen = underFen();
    VisitText visit = visit();
    RunRequest request = reader.question(input, talk.showIds);
    SettlementRun run = SettlementRun.check(request, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    int day = day(run, wantedDay);
    ChosenPeople chosen = new ChosenPeople(run.inputs().people(), persons, households);
    String unknown = chosen.unknown(messages, request.options().shown());
    if (unknown != null) {
      terminal.err().println("cohealth: " + unknown);
      return ExitCode.REFUSED;
    }
    return visit == null
        ? limits(run, request, chosen, day, underFen, problems, speaker)
        : whatIf(run, request, chosen, day, visit, problems, speaker);
  }

  private ExitCode limits(
      SettlementRun run,
      RunRequest request,
      ChosenPeople chosen,
      int day,
      long underFen,
      Problems problems,
      Talk speaker)
      throws IOException {
    LimitsAnswer limits =
        new LimitsAnswer(
            answer, messages, talk.showNames, answer.rowLimit(terminal), run, day, underFen);
    List<Integer> people = chosen.indexes();
    answer.write(terminal, request, out -> limits.write(people, out));
    speaker.tellNotes(problems);
    limits.tell(speaker, Fen.text(underFen));
    return limits.isUnder() ? ExitCode.NOT_HELD : ExitCode.DONE;
  }

  private ExitCode whatIf(
      SettlementRun run,
      RunRequest request,
      ChosenPeople chosen,
      int day,
      VisitText wanted,
      Problems problems,
      Talk speaker)
      throws IOException, WrongUsage {
    List<Integer> people = chosen.indexes();
    if (people.size() != 1) {
      throw new WrongUsage(messages.get("quota.onePerson", people.size()));
    }
    WhatIf visit = new WhatIf(run.inputs(), people.get(0), day);
    Vocabulary words = run.inputs().claimContext().vocabulary();
    int level = wanted.level(words);
    int type = wanted.type(words);
    if (!visit.knowsLevel(level)) {
      throw unknownWord(wanted.level(), visit.levels());
    }
    if (!visit.knowsType(type)) {
      throw unknownWord(wanted.type(), visit.types());
    }
    Problem fault = visit.fault(request);
    if (fault != null) {
      problems.add(fault);
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    WhatIfAnswer told =
        new WhatIfAnswer(
            answer,
            messages,
            talk.showNames,
            run,
            visit,
            day,
            visit.claim(run.nextOrdinal(), level, type, wanted.totalFen()));
    answer.write(terminal, request, told::write);
    speaker.tellNotes(problems);
    told.tell(speaker);
    return ExitCode.DONE;
  }

  private WrongUsage unknownWord(String word, String known) {
    return new WrongUsage(messages.get("usage.choice", WHAT_IF, Shown.cell(word), known));
  }

  /** The day that is asked about: that of the last event, if nobody says otherwise. */
  private int day(SettlementRun run, int wanted) throws WrongUsage {
    if (wanted == Day.UNKNOWN) {
      int last = run.lastDay();
      if (last == Day.UNKNOWN) {
        throw new WrongUsage(messages.get("quota.noDay"));
      }
      return last;
    }
    if (wanted < run.firstDay()) {
      throw new WrongUsage(
          messages.get("quota.tooEarly", Day.text(wanted), Day.text(run.firstDay())));
    }
    return wanted;
  }

  /** The amount that payment caps must have left; 0 when nobody asks. */
  private long underFen() throws WrongUsage {
    String text = failUnder;
    if (text == null) {
      return 0;
    }
    if (whatIf != null) {
      throw new WrongUsage(messages.get("quota.notBoth", WHAT_IF, FAIL_UNDER));
    }
    long fen = AmountText.fen(text);
    if (fen == AmountText.INVALID) {
      throw new WrongUsage(messages.get("usage.amount", FAIL_UNDER, Shown.cell(text)));
    }
    return fen;
  }

  private @Nullable VisitText visit() throws WrongUsage {
    String text = whatIf;
    if (text == null) {
      return null;
    }
    VisitText visit = VisitText.of(text);
    if (visit == null) {
      throw new WrongUsage(messages.get("quota.visit", WHAT_IF, Shown.cell(text)));
    }
    if (visit.totalFen() == AmountText.INVALID) {
      throw new WrongUsage(messages.get("usage.amount", WHAT_IF, Shown.cell(visit.amount())));
    }
    return visit;
  }
}
