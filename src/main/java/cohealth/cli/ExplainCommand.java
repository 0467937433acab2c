package cohealth.cli;

import cohealth.io.ExplanationJson;
import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.NearIds;
import cohealth.io.OutputFiles;
import cohealth.io.Problems;
import cohealth.io.ResultSpool;
import cohealth.io.RowIds;
import cohealth.io.Shown;
import cohealth.report.Explained;
import cohealth.report.ExplanationPage;
import cohealth.report.ExplanationTree;
import cohealth.report.PolicyWords;
import cohealth.report.RefundTree;
import cohealth.run.RunInputs;
import cohealth.run.RunRequest;
import cohealth.run.SettlementRun;
import cohealth.settlement.Explanation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cohealth explain}: how one claim came to be settled as it was. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements PlainCommand {
  private static final String STANDARD_STREAM = "-";
  private static final int WIDTH = 100;
  private static final int NARROWEST = 60;

  private final Terminal terminal;
  private final Messages messages;

  @Parameters(paramLabel = "CLAIM_ID", index = "0")
  String claimId = "";

  @Mixin InputOptions input = new InputOptions();

  @Option(names = "--refund")
  boolean refund;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable ExplainFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(names = "--force")
  boolean force;

  @Mixin TalkOptions talk = new TalkOptions();

  ExplainCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--refund" -> refund = true;
      case "--format" -> format = words.oneOf(ExplainFormat.values());
      case "--output" -> output = words.value();
      case "--force" -> force = true;
      default -> {
        return takeClaim(option) || input.take(option, words) || talk.take(option, words);
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
    if (output != null) {
      reader.path(output);
    }
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
    write(tree, request);
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

  private void write(Explained tree, RunRequest request) throws IOException {
    String name = output;
    if (name == null || name.equals(STANDARD_STREAM)) {
      try (ResultSpool spool = ResultSpool.in(Terminals.temporaryFolder())) {
        write(tree, spool);
        spool.copyTo(terminal.out());
      }
      return;
    }
    try (OutputFiles files = new OutputFiles(force, request.inputPaths())) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        write(tree, files.create(Path.of(name), name));
        files.commit();
      } finally {
        interruption.close();
      }
    }
  }

  private void write(Explained tree, OutputStream out) throws IOException {
    if (chosenFormat() == ExplainFormat.JSON) {
      ExplanationJson.write(tree, out);
      return;
    }
    StringBuilder text = new StringBuilder();
    new ExplanationPage(line -> text.append(line).append('\n'), messages::get, width()).tell(tree);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The chosen one, else that of the file's extension, else text. */
  private ExplainFormat chosenFormat() {
    if (format != null) {
      return format;
    }
    boolean json = output != null && output.toLowerCase(Locale.ROOT).endsWith(".json");
    return json ? ExplainFormat.JSON : ExplainFormat.TEXT;
  }

  private int width() {
    boolean narrow = terminal.columns() > 0 && terminal.columns() < WIDTH;
    return narrow ? Math.max(NARROWEST, terminal.columns()) : WIDTH;
  }
}
