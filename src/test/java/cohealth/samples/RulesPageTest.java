package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.settlement.Reason;
import cohealth.settlement.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Section 11 of docs/rules.md explains every code that a result may have, in both languages. */
class RulesPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Z_]+)` \\| [^|\\p{IsHan}]+ \\| [^|]*\\p{IsHan}[^|]* \\|$");

  private static List<String> codes() throws IOException {
    String page = Files.readString(Path.of("docs/rules.md"));
    return page.substring(page.indexOf("\n## 11."))
        .lines()
        .map(ROW::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .toList();
  }

  @Test
  void namesAllReasonsOfClaimsThenAllRefusalsOfActivitiesInTheirOrder() throws IOException {
    assertThat(codes())
        .containsExactlyElementsOf(
            Stream.<Enum<?>>concat(Stream.of(Reason.values()), Stream.of(Refusal.values()))
                .map(Enum::name)
                .toList());
  }
}
