package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A state that was edited by hand and given a checksum that fits: what no run can have left is
 * refused as damaged, whatever the next run asks of it.
 */
class StateEditsTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,reverses\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  /** C1 draws family money; C3 was taken back. */
  @BeforeEach
  void leaveAState() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,current_balance,share_order,share_limit
        H1,dad,self,employee,990100,0.00,500.00,1,100.00
        H1,mum,spouse,employee,990100,30.00,0.00,,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + """
            C1,mum,2025-01-10,general,primary,300.00,
            C2,dad,2025-01-31T09:00,general,primary,50.00,
            C3,dad,2025-01-31T09:00,general,primary,50.00,
            R3,dad,2025-01-31T10:00,,,,C3
            """);
    folder.write(CliFolder.ACTIVITIES, "activity_id,time,kind,person_id,purse,amount\n");
    CommandLineRun run = folder.settle("--closing", folder.path("state.json"));
    assertThat(run.code()).as(run.err()).isZero();
    folder.write(
        CliFolder.CLAIMS,
        HEADER + "R1,mum,2025-02-01,,,,C1\nC4,mum,2025-02-02,general,primary,9.00,\n");
  }

  @Test
  void anotherStateThatARunCouldHaveLeftIsGoneOnFrom() {
    assertThat(settled("\"current\":35000", "\"current\":35001", false).code()).isZero();
    assertThat(settled("\"current\":35000", "\"current\":35001", true).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // values
        "\"current\":35000 | \"current\":-1",
        "\"current\":35000 | \"current\":1.5",
        "\"current\":35000 | \"current\":99999999999999999999",
        "\"counts\":[[1,2025,5000]] | \"counts\":[[1,2025,-1]]",
        "\"counts\":[[1,2025,5000]] | \"counts\":[[2,2025,1]]",
        "\"used\":[[2025,10000]] | \"used\":[[2025,-1]]",
        "{\"person\":\"dad\" | {\"person\":\"=dad\"",
        "{\"person\":\"dad\" | {\"person\":\"da d\"",
        "{\"person\":\"dad\" | {\"person\":\"\"",
        "\"household\":\"H1\" | \"household\":\"+H1\"",
        "\"relation\":\"self\" | \"name\":\"a\\u001bb\",\"relation\":\"self\"",
        "\"relation\":\"self\" | \"name\":\"\",\"relation\":\"self\"",
        "{\"claim\":\"C2\" | {\"claim\":\"@C2\"",
        "{\"claim\":\"C2\" | {\"claim\":7",
        "\"person\":\"dad\",\"status\" | \"person\":\"-dad\",\"status\"",
        // lines that do not fit one another
        "{\"person\":\"dad\" | {\"person\":\"mum\"",
        "{\"claim\":\"C2\" | {\"claim\":\"C1\"",
        "\"general/year\",\"year\" | \"general/deductible\",\"year\"",
        "\"binding\":[\"dad\",\"mum\"] | \"binding\":[\"mum\",\"mum\"]",
        "\"confirmed\":true,\"kind\" | \"confirmed\":true,\"valid_from\":\"2025-02-01\",\"valid_to\":\"2025-01-01\",\"kind\"",
        "\"reverses\":\"C3\" | \"reverses\":\"C9\"",
        "\"reverses\":\"C3\" | \"reverses\":\"R3\"",
        "\"total\":-5000 | \"total\":-4999",
        "\"total\":-5000 | \"total\":5000",
        "\"total\":-5000 | \"total\":0",
        ",\"reverses\":\"C3\" | ``",
        "\"status\":\"settled\",\"total\":5000 | \"status\":\"settled\",\"total\":0",
        "\"status\":\"settled\",\"total\":5000 | \"status\":\"settled\",\"total\":-5000",
        "\"status\":\"settled\",\"total\":5000 | \"status\":\"settled\",\"total\":5000,\"reverses\":\"C1\"",
        // the claim that is taken back
        "\"status\":\"settled\",\"total\":30000 | \"status\":\"rejected\",\"total\":30000",
        "\"status\":\"settled\",\"total\":30000 | \"status\":\"settled\",\"total\":30001",
        "\"bill\":[30000,0,0,0] | \"bill\":[30000,0,0,1]",
        "\"bill\":[30000,0,0,0] | \"bill\":[30001,-1,0,0]",
        "\"bill\":[30000,0,0,0] | \"bill\":[30001,1,0,0]",
        "\"bill\":[30000,0,0,0] | \"bill\":[30001,0,1,0]",
        "\"bill\":[30000,0,0,0] | \"bill\":[30001,0,0,1]",
        "[\"own\",\"mum\",\"prior\" | [\"own\",\"mum\",\"wallet\",\"copay\",0],[\"own\",\"mum\",\"prior\"",
        "\"bill\":[30000,0,0,0] | \"bill\":[9223372036854775807,9223372036854775807,30002,0]",
        "\"deductible\",-3000] | \"deductible\",-2999]",
        "\"deductible\",-3000] | \"deductible\",3000]",
        "[\"own\",\"mum\",\"prior\" | [\"own\",\"dad\",\"prior\"",
        "[\"own\",\"mum\",\"prior\" | [\"own\",\"mum\",null",
        "[\"own\",\"mum\",\"prior\" | [\"premium\",\"mum\",\"prior\"",
        "[\"family\",\"dad\",\"current\",\"deductible\" | [\"family\",\"mum\",\"current\",\"deductible\"",
        "[\"family\",\"dad\",\"current\",\"deductible\" | [\"family\",\"son\",\"current\",\"deductible\"",
        "[\"family\",\"dad\",\"current\",\"deductible\" | [\"family\",\"dad\",null,\"deductible\"",
        "[\"pool\",\"990100-employee\",null | [\"pool\",\"990100-employee\",\"prior\"",
        "[\"cash\",\"mum\",null | [\"cash\",\"dad\",null",
        "[\"cash\",\"mum\",null | [\"cash\",\"mum\",\"wallet\"",
        "\"counted\":[[1,2025,10000] | \"counted\":[[1,2025,10001]",
        "\"counted\":[[1,2025,10000] | \"counted\":[[1,2024,10000]",
        "\"counted\":[[1,2025,10000] | \"counted\":[[1,2025,-1]",
        "\"used\":[[\"dad\",\"mum\",null,2025,10000]] | \"used\":[[\"dad\",\"mum\",null,2025,10001]]",
        "\"used\":[[\"dad\",\"mum\",null,2025,10000]] | \"used\":[[\"dad\",\"mum\",null,2024,10000]]",
        "\"used\":[[\"dad\",\"mum\",null,2025,10000]] | \"used\":[[\"mum\",\"dad\",null,2025,10000]]",
        "],\"limits\" | ],\"visited\":[[1,2025,1]],\"limits\"",
      })
  void whatNoRunCanHaveLeftIsRefused(String was, String is) {
    for (boolean alone : List.of(false, true)) {
      CommandLineRun run = settled(was, is == null ? "" : is, alone);
      assertThat(run.err()).contains("edited.json: error[E503]");
      assertThat(run.code()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"person\":\"mum\"", "{\"claim\":\"C2\"", "{\"binding\""})
  void aLineTwiceIsRefused(String start) {
    List<String> lines = lines();
    int at = 0;
    while (!lines.get(at).startsWith(start)) {
      at++;
    }
    lines.add(at, lines.get(at));
    assertThat(settled(lines, true).err()).contains("edited.json: error[E503]");
  }

  @Test
  void bindingsOfAPairMayFollowOneAnotherAndNotOverlap() {
    for (String from : List.of("2025-02-01", "2025-02-02")) {
      List<String> lines = lines();
      lines.replaceAll(
          line ->
              line.startsWith("{\"binding\"")
                  ? line.replace(",\"kind\"", ",\"valid_to\":\"2025-02-01\",\"kind\"")
                      + "\n"
                      + line.replace(",\"kind\"", ",\"valid_from\":\"" + from + "\",\"kind\"")
                  : line);
      CommandLineRun run = settled(String.join("\n", lines).lines().toList(), true);
      assertThat(run.code()).as(run.err()).isEqualTo(from.endsWith("1") ? 3 : 0);
    }
  }

  @Test
  void anActivityTwiceIsRefused() {
    List<String> lines = lines();
    int claim = lines.size() - 4;
    lines.add(claim, "{\"activity\":\"A1\"}");
    assertThat(settled(lines, false).code()).isZero();
    lines.add(claim, "{\"activity\":\"A1\"}");
    assertThat(settled(lines, false).err()).contains("edited.json: error[E503]");
  }

  @Test
  void withoutTheLineOfAPersonHisBindingsAndPaymentsAreNobodys() {
    List<String> lines = lines();
    lines.removeIf(line -> line.startsWith("{\"person\":\"dad\""));
    assertThat(settled(lines, true).err()).contains("edited.json: error[E503]");
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(folder.read("state.json").lines().toList());
    lines.remove(lines.size() - 1);
    return lines;
  }

  /** The next run from the state with one text in place of another. */
  private CommandLineRun settled(String was, String is, boolean alone) {
    String state = String.join("\n", lines());
    assertThat(state).contains(was);
    int at = state.indexOf(was);
    String edited = state.substring(0, at) + is + state.substring(at + was.length());
    return settled(edited.lines().toList(), alone);
  }

  private CommandLineRun settled(List<String> lines, boolean alone) {
    folder.write("edited.json", StateMutator.sealed(lines));
    List<String> args = new ArrayList<>(List.of(folder.arguments()));
    if (alone) {
      args.subList(args.indexOf("--households"), args.indexOf("--households") + 2).clear();
    }
    args.addAll(List.of("--opening", folder.path("edited.json"), "-f", "csv", "--quiet"));
    args.addAll(List.of("--closing", folder.path("next.json"), "--force"));
    return CliFolder.run("C", "", args.toArray(String[]::new));
  }
}
