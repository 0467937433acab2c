package cohealth.cli;

import cohealth.io.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with what surrounds the run. Every start comes here, so there is no lambda. */
final class Commands implements IFactory {
  private final Terminal terminal;
  private final Messages messages;

  Commands(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  /**
   * The command of a name that can be parsed without knowing the others; null for others, which
   * only start a little later.
   */
  static @Nullable Class<?> alone(String name) {
    return switch (name) {
      case "settle" -> SettleCommand.class;
      case "check" -> CheckCommand.class;
      case "quota" -> QuotaCommand.class;
      case "explain" -> ExplainCommand.class;
      case "advise" -> AdviseCommand.class;
      case "reconcile" -> ReconcileCommand.class;
      case "verify" -> VerifyCommand.class;
      case "compare" -> CompareCommand.class;
      case "report" -> ReportCommand.class;
      case "policy" -> PolicyCommand.class;
      case "template" -> TemplateCommand.class;
      case "generate" -> GenerateCommand.class;
      default -> null;
    };
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object own = own(type);
    return own == null ? CommandLine.defaultFactory().create(type) : type.cast(own);
  }

  private @Nullable Object own(Class<?> type) {
    if (type == SettleCommand.class) {
      return new SettleCommand(terminal, messages);
    } else if (type == CheckCommand.class) {
      return new CheckCommand(terminal, messages);
    } else if (type == QuotaCommand.class) {
      return new QuotaCommand(terminal, messages);
    } else if (type == ExplainCommand.class) {
      return new ExplainCommand(terminal, messages);
    } else if (type == AdviseCommand.class) {
      return new AdviseCommand(terminal, messages);
    } else if (type == ReconcileCommand.class) {
      return new ReconcileCommand(terminal, messages);
    } else if (type == VerifyCommand.class) {
      return new VerifyCommand(terminal, messages);
    } else if (type == ReportCommand.class) {
      return new ReportCommand(terminal, messages);
    } else if (type == CompareCommand.class) {
      return new CompareCommand(terminal, messages);
    } else if (type == PolicyListCommand.class) {
      return new PolicyListCommand(terminal, messages);
    } else if (type == PolicyShowCommand.class) {
      return new PolicyShowCommand(terminal, messages);
    } else if (type == PolicyCheckCommand.class) {
      return new PolicyCheckCommand(terminal, messages);
    } else if (type == PolicyTestCommand.class) {
      return new PolicyTestCommand(terminal, messages);
    } else if (type == GenerateCommand.class) {
      return new GenerateCommand(terminal, messages);
    } else if (type == HelpCommand.class) {
      return new HelpCommand(terminal, messages);
    } else if (type == HelpErrorsCommand.class) {
      return new HelpErrorsCommand(terminal, messages);
    } else if (type == TemplateCommand.class) {
      return new TemplateCommand(terminal, messages);
    } else if (type == CompletionCommand.class) {
      return new CompletionCommand(terminal, messages);
    }
    return null;
  }
}
