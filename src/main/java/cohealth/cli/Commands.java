package cohealth.cli;

import cohealth.io.Messages;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with what surrounds the run. */
final class Commands implements IFactory {
  private final Terminal terminal;
  private final Messages messages;

  Commands(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == SettleCommand.class
        ? type.cast(new SettleCommand(terminal, messages))
        : CommandLine.defaultFactory().create(type);
  }
}
