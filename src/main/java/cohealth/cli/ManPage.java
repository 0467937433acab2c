package cohealth.cli;

import cohealth.io.Messages;
import cohealth.report.TextWrap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of a command in roff (man(7)), from the same model and texts as its help. */
final class ManPage {
  private static final String SECTION = "1";

  /** {@code Exit codes: 0 done …} at the end of the help becomes a section of its own. */
  private static final Pattern TITLED =
      Pattern.compile("([^:：\\n]{1,20})[:：] ?\\n?(.*)", Pattern.DOTALL);

  /** Stands where a line of Chinese may end, until everything else is escaped. */
  private static final String BREAK = "\u0001";

  private final CommandSpec command;
  private final Messages messages;
  private final StringBuilder out = new StringBuilder();

  ManPage(CommandSpec command, Messages messages) {
    this.command = command;
    this.messages = messages;
  }

  /** As {@code cohealth-policy-list.1}. */
  String fileName() {
    return name(command) + "." + SECTION;
  }

  String text() {
    UsageMessageSpec usage = command.usageMessage();
    String title = escaped(name(command).toUpperCase(Locale.ROOT));
    line(".TH " + title + " " + SECTION + " \"\" \"" + new Version().getVersion()[0] + "\"");
    line(".nh"); // the names of commands are never broken
    line(".ad l");
    section("man.name");
    String header = String.join(" ", usage.header()).replaceFirst("[.。]$", "");
    line(escaped(name(command)) + " \\- " + prose(header));
    section("man.synopsis");
    line(String.join("\n.br\n", synopsis().stream().map(text -> ".B " + escaped(text)).toList()));
    List<String> description = paragraphs(usage.description());
    if (!description.isEmpty()) {
      section("man.description");
      paragraph(description.get(0));
      for (String text : description.subList(1, description.size())) {
        line(".PP");
        paragraph(text);
      }
    }
    arguments();
    options();
    commands();
    paragraphs(usage.footer()).forEach(this::footer);
    seeAlso();
    return out.toString();
  }

  private List<String> synopsis() {
    List<String> own = paragraphs(command.usageMessage().customSynopsis());
    return own.isEmpty()
        ? List.of(new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).strip())
        : own.stream().flatMap(String::lines).map(String::strip).toList();
  }

  private void arguments() {
    if (!command.positionalParameters().isEmpty()) {
      section("man.arguments");
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        item(value(parameter), parameter.description());
      }
    }
  }

  private void options() {
    section("man.options");
    for (OptionSpec option : inOrder(command.options())) {
      List<String> names = new ArrayList<>();
      for (String name : option.names()) {
        names.add(bold(name));
      }
      String value = option.arity().max() == 0 ? "" : "=" + value(option);
      item(String.join(", ", names) + value, option.description());
    }
  }

  private void commands() {
    if (!command.subcommands().isEmpty()) {
      section("man.commands");
      for (CommandLine below : command.subcommands().values()) {
        CommandSpec spec = below.getCommandSpec();
        item(bold(spec.qualifiedName()), spec.usageMessage().header());
      }
    }
  }

  private void footer(String text) {
    Matcher titled = TITLED.matcher(text);
    if (titled.matches()) {
      line(".SH " + escaped(String.valueOf(titled.group(1)).toUpperCase(Locale.ROOT)));
      paragraph(String.valueOf(titled.group(2)));
    } else {
      section("man.notes");
      paragraph(text);
    }
  }

  private void seeAlso() {
    List<String> others = new ArrayList<>();
    CommandSpec parent = command.parent();
    if (parent != null) {
      others.add(reference(parent));
    }
    command.subcommands().values().forEach(below -> others.add(reference(below.getCommandSpec())));
    if (!others.isEmpty()) {
      section("man.seeAlso");
      line(String.join(",\n", others));
    }
  }

  private void section(String key) {
    line(".SH " + escaped(messages.get(key)));
  }

  private void item(String title, String[] description) {
    line(".TP");
    line(title);
    line(prose(String.join(" ", description)));
  }

  /** A paragraph; lines that are moved in stay as they are. */
  private void paragraph(String text) {
    boolean example = false;
    for (String part : text.lines().toList()) {
      if (part.startsWith(" ") != example) {
        example = !example;
        line(example ? ".nf" : ".fi");
      }
      line(example ? escaped(part) : prose(part));
    }
    if (example) {
      line(".fi");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** The options as the help shows them: some commands put common ones at the end. */
  private static List<OptionSpec> inOrder(List<OptionSpec> options) {
    return options.stream().sorted(Comparator.comparingInt(OptionSpec::order)).toList();
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private static String reference(CommandSpec command) {
    return bold(name(command)) + "(" + SECTION + ")";
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String value(ArgSpec argument) {
    String more = argument.arity().max() > 1 ? "..." : "";
    return "\\fI" + escaped(argument.paramLabel()) + "\\fR" + more;
  }

  private static List<String> paragraphs(String[] texts) {
    String text = String.join("\n", texts).replace("%n", "\n").replace("%%", "%");
    return Pattern.compile("\n{2,}")
        .splitAsStream(text)
        .map(part -> part.replaceFirst("^\n", "").stripTrailing())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Text that is filled into lines; between Chinese characters roff must be told where. */
  private static String prose(String text) {
    return escaped(TextWrap.marked(text, BREAK)).replace(BREAK, "\\:");
  }

  /** Text in which nothing is a request, and hyphens can be copied as they are. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
