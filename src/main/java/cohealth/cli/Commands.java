package cohealth.cli;

import cohealth.io.Messages;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with what surrounds the run. */
final class Commands implements IFactory {
  private final Map<Class<?>, Supplier<?>> made;

  Commands(Terminal terminal, Messages messages) {
    made =
        Map.ofEntries(
            Map.entry(SettleCommand.class, () -> new SettleCommand(terminal, messages)),
            Map.entry(CheckCommand.class, () -> new CheckCommand(terminal, messages)),
            Map.entry(QuotaCommand.class, () -> new QuotaCommand(terminal, messages)),
            Map.entry(ExplainCommand.class, () -> new ExplainCommand(terminal, messages)),
            Map.entry(ReconcileCommand.class, () -> new ReconcileCommand(terminal, messages)),
            Map.entry(PolicyListCommand.class, () -> new PolicyListCommand(terminal, messages)),
            Map.entry(PolicyShowCommand.class, () -> new PolicyShowCommand(terminal, messages)),
            Map.entry(PolicyCheckCommand.class, () -> new PolicyCheckCommand(terminal, messages)),
            Map.entry(PolicyTestCommand.class, () -> new PolicyTestCommand(terminal, messages)),
            Map.entry(GenerateCommand.class, () -> new GenerateCommand(terminal, messages)),
            Map.entry(HelpCommand.class, () -> new HelpCommand(terminal, messages)),
            Map.entry(HelpErrorsCommand.class, () -> new HelpErrorsCommand(terminal, messages)),
            Map.entry(TemplateCommand.class, () -> new TemplateCommand(terminal, messages)),
            Map.entry(CompletionCommand.class, () -> new CompletionCommand(terminal, messages)));
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Supplier<?> own = made.get(type);
    return own == null ? CommandLine.defaultFactory().create(type) : type.cast(own.get());
  }
}
