package cohealth.cli;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.NearIds;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.io.Shown;
import cohealth.report.Explained;
import cohealth.report.ExplanationTree;
import cohealth.report.PolicyWords;
import cohealth.report.RefundTree;
import cohealth.run.RunInputs;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.settlement.Explanation;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cohealth explain}: how one claim came to be settled as it was. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements PlainCommand {
  private static final int WIDTH = 100;

  private final Terminal terminal;
  private final Messages messages;

  @Parameters(paramLabel = "CLAIM_ID", index = "0")
  String claimId = "";

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--refund")
  boolean refund;

  @Mixin SentenceOptions answer = new SentenceOptions();

  @Mixin TalkOptions talk = new TalkOptions();

  ExplainCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--refund" -> refund = true;
      default -> {
        return takeClaim(option)
            || input.take(option, words)
            || answer.take(option, words)
            || talk.take(option, words);
      }
    }
    return true;
  }

  @Override
  public boolean isComplete() {
    return !claimId.isEmpty();
  }

  /** The claim is the one word that is no option. */
  private boolean takeClaim(String word) {
    boolean isClaim = !word.isEmpty() && !word.startsWith("-") && claimId.isEmpty();
    if (isClaim) {
      claimId = word;
    }
    return isClaim;
  }

  @Override
  public Integer call() {
    Talk speaker = new Talk(terminal, messages, talk);
    return new InputWork(terminal, messages, speaker, "cohealth explain")
        .done((reader, problems) -> work(reader, problems, speaker));
  }

  private ExitCode work(RequestReader reader, Problems problems, Talk speaker)
      throws IOException, WrongUsage {
    answer.check(reader);
    RunRequest request = reader.request(input, talk.showIds, false, false);
    SettlementRun run = SettlementRun.check(request, problems);
    if (run == null) {
      speaker.tellRefusal(problems);
      return ExitCode.REFUSED;
    }
    int ordinal = run.inputs().claimIds().find(claimId);
    if (ordinal == RowIds.NONE || run.isEarlier(ordinal)) {
      terminal.err().println("cohealth: " + unknown(run, ordinal));
      return ExitCode.REFUSED;
    }
    Explained tree = refund ? refund(run, ordinal) : explained(run, ordinal);
    answer.write(terminal, messages, WIDTH, tree, request);
    speaker.tellNotes(problems);
    return ExitCode.DONE;
  }

  private String unknown(SettlementRun run, int ordinal) {
    Shown shown = new Shown(talk.showIds);
    if (ordinal != RowIds.NONE) {
      return messages.get("explain.earlier", shown.id(claimId));
    }
    String near = NearIds.of(claimId, run.inputs().claimIds().all(), shown);
    return near.isEmpty()
        ? messages.get("explain.unknown", shown.id(claimId))
        : messages.get("explain.unknown.near", shown.id(claimId), near);
  }

  private Explained explained(SettlementRun run, int ordinal) throws IOException {
    Explanation explanation = run.explain(ordinal);
    RunInputs inputs = run.inputs();
    PersonLabel label = new PersonLabel(inputs.people(), talk.showNames);
    PolicyWords words = new PolicyWords(messages::get, messages.language() == Language.ZH);
    return new ExplanationTree(
            words, messages::get, inputs.ids(), label::of, inputs.book(), inputs.vocabulary())
        .of(explanation);
  }

  private Explained refund(SettlementRun run, int ordinal) throws IOException {
    RunInputs inputs = run.inputs();
    PersonLabel label = new PersonLabel(inputs.people(), talk.showNames);
    return new RefundTree(messages::get, inputs.ids(), label::of).of(run.refund(ordinal));
  }
}
