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
        Map.of(
            SettleCommand.class,
            () -> new SettleCommand(terminal, messages),
            PolicyListCommand.class,
            () -> new PolicyListCommand(terminal, messages),
            PolicyShowCommand.class,
            () -> new PolicyShowCommand(terminal, messages),
            PolicyCheckCommand.class,
            () -> new PolicyCheckCommand(terminal, messages),
            PolicyTestCommand.class,
            () -> new PolicyTestCommand(terminal, messages));
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Supplier<?> own = made.get(type);
    return own == null ? CommandLine.defaultFactory().create(type) : type.cast(own.get());
  }
}
