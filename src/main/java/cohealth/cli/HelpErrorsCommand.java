package cohealth.cli;

import cohealth.io.CodeGuide;
import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.ProblemCode;
import cohealth.io.Shown;
import cohealth.io.Spelling;
import cohealth.report.CodeEntry;
import cohealth.report.CodeMarkdown;
import cohealth.report.CodePages;
import cohealth.settlement.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code cohealth help errors}: what the codes in messages mean, and what to do instead. */
@Command(name = "errors", sortOptions = false)
final class HelpErrorsCommand extends TextCommand {
  private static final int MOST_SUGGESTIONS = 5;

  @Parameters(paramLabel = "CODE", arity = "0..*", completionCandidates = Codes.class)
  List<String> names = new ArrayList<>();

  @Option(names = "--markdown")
  boolean markdown;

  HelpErrorsCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException, WrongUsage {
    if (markdown) {
      if (!names.isEmpty()) {
        throw new UnmatchedArgumentException(spec.commandLine(), names);
      }
      print(markdown());
      return;
    }
    List<CodeEntry> entries = CodeGuide.in(messages);
    StringBuilder out = new StringBuilder();
    if (names.isEmpty()) {
      // whoever searches in it wants a code and its text on one line
      int width = terminal.columns() == 0 ? Integer.MAX_VALUE : pageWidth();
      new CodePages(messages::get, width).list(entries, line -> out.append(line).append('\n'));
    }
    CodePages pages = new CodePages(messages::get, pageWidth());
    for (String name : names) {
      out.append(out.isEmpty() ? "" : "\n\n");
      String meaning = reason(name);
      if (meaning == null) {
        pages.page(entries.get(code(name).ordinal()), line -> out.append(line).append('\n'));
      } else {
        pages.reason(name, meaning, line -> out.append(line).append('\n'));
      }
    }
    print(out);
  }

  /** Results have codes, too: what a reason means, or null when it is none. */
  private @Nullable String reason(String name) {
    return Arrays.stream(Reason.values()).anyMatch(reason -> reason.name().equals(name))
        ? messages.get("reason." + name)
        : null;
  }

  private static String markdown() throws IOException {
    Messages en = new Messages(Language.EN);
    Messages zh = new Messages(Language.ZH);
    return new CodeMarkdown(en::get, zh::get).page(CodeGuide.in(en), CodeGuide.in(zh));
  }

  private ProblemCode code(String name) throws WrongUsage {
    ProblemCode code = ProblemCode.of(name);
    if (code == null) {
      List<String> near = Spelling.near(name.toUpperCase(Locale.ROOT), codes().toList());
      String sentence = messages.get("usage.unknownCode", Shown.cell(name));
      throw new WrongUsage(
          near.isEmpty()
              ? sentence
              : sentence
                  + messages.get(
                      "usage.nearCodes",
                      String.join(", ", near.subList(0, Math.min(near.size(), MOST_SUGGESTIONS)))));
    }
    return code;
  }

  private static Stream<String> codes() {
    return Arrays.stream(ProblemCode.values()).map(ProblemCode::code);
  }

  /** All codes, for completion. */
  static final class Codes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return codes().iterator();
    }
  }
}
