package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.ledger.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States in parts: what a folder of them says of itself, and what their lines say. */
class StatePartsTest {
  private static final String ONE = "ab".repeat(32);
  private static final String OTHER = "0f".repeat(32);

  @TempDir Path folder = Path.of("");

  @Test
  void whatIsWrittenIsRead() {
    StateParts parts =
        new StateParts(
            new TreeMap<>(Map.of(StateParts.name(0), ONE, StateParts.name(1_000_000), OTHER)));
    Problems problems = new Problems();
    assertThat(StateParts.read(parts.text(), "_state.json", problems)).isEqualTo(parts);
    assertThat(problems.count()).isZero();
    assertThat(parts.checksums().keySet())
        .containsExactly("part-00000.state.json", "part-1000000.state.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{} => E501",
        "[1] => E501",
        "nothing => E501",
        "{'cohealth_state_parts':1.5,'parts':{}} => E501",
        "{'cohealth_state_parts':0,'parts':{}} => E501",
        "{'cohealth_state_parts':2,'parts':{}} => E502",
        "{'cohealth_state_parts':1} => E503",
        "{'cohealth_state_parts':1,'parts':{}} => E503",
        "{'cohealth_state_parts':1,'parts':{'../part-00000.state.json':'SUM'}} => E503",
        "{'cohealth_state_parts':1,'parts':{'part-00000.state.json':'SUMS'}} => E503",
        "{'cohealth_state_parts':1,'parts':{'part-00000.state.json':17}} => E503",
        "{'cohealth_state_parts':1,'parts':{'part-00000.state.json':'SUM'}} {} => E501"
      })
  void anythingElseIsRefused(String text, String code) {
    Problems problems = new Problems();
    byte[] bytes = text.replace('\'', '"').replace("SUM", ONE).getBytes(StandardCharsets.UTF_8);
    assertThat(StateParts.read(bytes, "_state.json", problems)).isNull();
    assertThat(problems.first()).extracting(problem -> problem.code().code()).containsExactly(code);
  }

  @Test
  void theLinesOfAStateAreItsLines() throws IOException {
    String sample = "samples/01-panzhihua-family/";
    String state = folder.resolve("state.json").toString();
    CommandLineRun run =
        CommandLineRun.of(
            "settle",
            "--households",
            sample + "households.csv",
            "--claims",
            sample + "claims.csv",
            "--opening-date",
            "2025-01-01",
            "--closing",
            state,
            "--output",
            folder.resolve("out.csv").toString());
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(Path.of(state));
    List<String> found = new ArrayList<>();
    int claims = 0;
    int payments = 0;
    try (StateLines all = new StateLines(Files.newInputStream(Path.of(state)), state)) {
      found.add(new String(all.head(), StandardCharsets.UTF_8).strip());
      while (all.next()) {
        found.add(new String(all.line(), StandardCharsets.UTF_8).strip());
        assertThat(all.number()).isEqualTo(found.size());
        if (all.read() instanceof StateLine.OfClaim claim) {
          claims++;
          assertThat(claim.detail()).isNull();
          StateLine.OfClaim whole = (StateLine.OfClaim) all.readWhole();
          StateLine.Detail detail = whole.detail();
          boolean byOthers =
              detail != null
                  && detail.paid().stream().anyMatch(paid -> paid.account() == Account.FAMILY);
          assertThat(all.mayNamePayers()).as(whole.id()).isEqualTo(byOthers);
          payments += byOthers ? 1 : 0;
        } else {
          assertThat(all.readWhole()).isEqualTo(all.read());
        }
      }
    }
    assertThat(payments).isBetween(1, claims - 1);
    assertThat(found).isEqualTo(lines.subList(0, lines.size() - 1));
    byte[] unsealed = (String.join("\n", found) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(StateSeal.sealed(unsealed, unsealed.length).all())
        .isEqualTo(Files.readAllBytes(Path.of(state)));
  }
}
