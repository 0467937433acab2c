package cohealth.io;

import cohealth.report.CodeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that there is to say of all problem codes, in the order of {@link ProblemCode}. */
public final class CodeGuide {
  private CodeGuide() {}

  /** The codes in the language of the messages. */
  public static List<CodeEntry> in(Messages messages) throws IOException {
    Map<String, ProblemExample> examples = ProblemExample.all();
    List<CodeEntry> entries = new ArrayList<>();
    for (ProblemCode code : ProblemCode.values()) {
      ProblemExample example = examples.get(code.code());
      entries.add(
          new CodeEntry(
              code.code(),
              messages.get("severity." + code.severity()),
              messages.line(code),
              messages.help(code),
              example == null
                  ? null
                  : new CodeEntry.Example(
                      example.folder(), example.row(), example.told(messages.language()))));
    }
    return entries;
  }
}
