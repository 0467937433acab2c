package cohealth.cli;

import cohealth.io.Column;
import cohealth.io.InputTable;
import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.report.FittedTable;
import cohealth.report.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cohealth template}: an input file with nothing but its header, and what it means. */
@Command(name = "template", sortOptions = false)
final class TemplateCommand extends TextCommand {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Parameters(paramLabel = "TABLE", index = "0")
  InputTable table = InputTable.HOUSEHOLDS;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(
      names = "--headers",
      paramLabel = "LANGUAGE",
      converter = TalkOptions.ToLanguage.class,
      completionCandidates = TalkOptions.Languages.class)
  Language headers = Language.EN;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--bom")
  boolean bom;

  @Option(names = "--quiet")
  boolean quiet;

  TemplateCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException, WrongUsage {
    String text = (bom ? BYTE_ORDER_MARK : "") + header();
    if (isStandard(output)) {
      print(text);
    } else {
      String name = String.valueOf(output);
      Path target = path(name);
      write(
          force, files -> files.create(target, name).write(text.getBytes(StandardCharsets.UTF_8)));
    }
    if (!quiet) {
      explain();
    }
  }

  /** No name of a column needs quotes. */
  private String header() {
    return table.columns().stream()
        .map(headers == Language.ZH ? Column::chinese : Column::field)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private void explain() {
    boolean national = table.columns().stream().anyMatch(column -> !column.national().isEmpty());
    FittedTable columns =
        new FittedTable(
            cells(
                    messages.get("template.name"),
                    messages.get("template.chinese"),
                    national ? messages.get("template.national") : null,
                    messages.get("template.meaning"))
                .stream()
                .map(title -> new TextTable.Column(title, false))
                .toList(),
            pageWidth());
    for (Column column : table.columns()) {
      columns.row(
          cells(
              column.field() + (column.required() ? "*" : ""),
              column.chinese(),
              national ? column.national() : null,
              messages.get("column." + table + "." + column.field())));
    }
    terminal.err().println();
    terminal.err().println(messages.get("template." + table));
    terminal.err().println();
    columns.tell(terminal.err()::println);
  }

  /** A row; no table has an empty column. */
  private static List<String> cells(
      String name, String chinese, @Nullable String national, String meaning) {
    return national == null
        ? List.of(name, chinese, meaning)
        : List.of(name, chinese, national, meaning);
  }
}
