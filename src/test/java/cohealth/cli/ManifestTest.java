package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code settle --manifest} and {@code verify}. */
class ManifestTest {
  private static final String MANIFEST = "manifest.json";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void copyTheFamily() {
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
  }

  @Test
  void aManifestTellsWhatWasReadAndWritten() {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    settled("-o", folder.path("out.csv"), "--postings", folder.path("postings.csv.gz"));

    JsonNode manifest = manifest();
    assertThat(manifest.path("cohealth_manifest").asInt()).isEqualTo(1);
    assertThat(manifest.path("command").asText()).isEqualTo("settle");
    assertThat(manifest.path("options").toString())
        .isEqualTo("{\"format\":\"csv\",\"columns\":\"cohealth\"}");
    assertThat(files(manifest, "inputs")).containsExactly("households csv 7", "claims csv 22");
    assertThat(files(manifest, "outputs")).containsExactly("settlements csv 22", "postings csv 73");
    for (String list : List.of("inputs", "outputs")) {
      for (JsonNode file : manifest.path(list)) {
        byte[] bytes = CliFolder.bytes(Path.of(file.path("path").asText()));
        assertThat(file.path("size").asLong()).isEqualTo(bytes.length);
        assertThat(file.path("sha256").asText()).isEqualTo(sha256(bytes));
      }
    }
    JsonNode given = manifest.path("policies").get(1);
    assertThat(manifest.path("policies").get(0).toString())
        .startsWith("{\"id\":\"510400-employee\",\"path\":null,\"sha256\":");
    assertThat(manifest.path("policies").get(0).path("sha256").asText())
        .isEqualTo(
            sha256(
                CliFolder.bytes(
                    Path.of("src/main/resources/cohealth/policies/510400-employee.json"))));
    assertThat(given.path("id").asText()).isEqualTo("990100-employee");
    assertThat(given.path("sha256").asText())
        .isEqualTo(sha256(CliFolder.bytes(temporary.resolve(CliFolder.POLICY))));
    List<Row> rows = CliFolder.rows(folder.read("out.csv"));
    JsonNode totals = manifest.path("control_totals");
    assertThat(totals.path("rows").asInt()).isEqualTo(rows.size());
    for (String column :
        List.of("total", "pool", "own_prior", "own_current", "family", "cash", "supplement")) {
      long sum = rows.stream().mapToLong(row -> CliFolder.fen(row.get(column))).sum();
      assertThat(CliFolder.fen(totals.path(column).asText())).as(column).isEqualTo(sum);
    }
    assertSame("files and built-in policies looked at: 6; differences: 0");
  }

  @Test
  void theSameRunWritesTheSameManifest() {
    settled("-o", folder.path("out.csv"), "--threads", "1");
    String first = folder.read(MANIFEST);
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      CommandLineRun run =
          CliFolder.run(
              locale,
              "",
              folder.arguments(
                  "-o",
                  folder.path("out.csv"),
                  "--manifest",
                  folder.path(MANIFEST),
                  "--force",
                  "--threads",
                  "4",
                  "--quiet"));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(folder.read(MANIFEST)).isEqualTo(first);
    }
  }

  @Test
  void everyOutputIsNamed() {
    folder.write(CliFolder.ACTIVITIES, "activity_id,time,kind,person_id,amount\n");
    folder.write(
        CliFolder.CLAIMS,
        folder.read(CliFolder.CLAIMS) + "bad,P001,2025-13-01,general,primary,,,1.00,,,,,,,,,,\n");
    CommandLineRun run =
        folder.settle(
            "-o",
            folder.path("out.ndjson"),
            "--postings",
            folder.path("p.csv"),
            "--journal",
            folder.path("j.txt"),
            "--totals",
            "person=" + folder.path("t1.csv"),
            "--totals",
            "month+level=" + folder.path("t2.csv"),
            "--activities-out",
            folder.path("a.csv"),
            "--closing",
            folder.path("state.gz"),
            "--rejects",
            folder.path("r.csv"),
            "--manifest",
            folder.path(MANIFEST));
    assertThat(run.code()).as(run.err()).isEqualTo(5);
    JsonNode manifest = manifest();
    assertThat(files(manifest, "outputs"))
        .containsExactly(
            "settlements ndjson " + folder.read("out.ndjson").lines().count(),
            "postings csv " + (folder.read("p.csv").lines().count() - 1),
            "closing state null",
            "activities-out csv 0",
            "rejects csv " + (folder.read("r.csv").lines().count() - 1),
            "journal journal null",
            "totals csv " + (folder.read("t1.csv").lines().count() - 1),
            "totals csv " + (folder.read("t2.csv").lines().count() - 1));
    assertThat(files(manifest, "inputs"))
        .containsExactly("households csv 7", "activities csv 0", "claims csv 23");
    assertThat(manifest.path("options").path("totals").asText()).isEqualTo("person month+level");
    assertSame("files and built-in policies looked at: 12; differences: 0");

    // a later run opens from the state
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        L1,P001,2025-12-31,general,primary,10.00
        """);
    folder.write(CliFolder.ACTIVITIES, "activity_id,time,kind,person_id,amount\n");
    settled("--opening", folder.path("state.gz"), "-o", folder.path("later.json"), "--force");
    assertThat(files(manifest(), "inputs")).contains("opening state null");
    assertSame("differences: 0");
  }

  @Test
  void whateverChangesIsTold() throws IOException {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    settled("-o", folder.path("out.csv"), "--postings", folder.path("p.csv"));
    for (String name : List.of("out.csv", "p.csv", "claims.csv", "households.csv", "policy.json")) {
      byte[] was = CliFolder.bytes(temporary.resolve(name));
      byte[] changed = was.clone();
      changed[was.length / 2] ^= 1;
      folder.write(name, changed);
      assertThat(differences()).as(name).isNotEmpty().allMatch(row -> row.contains(name));
      assertThat(differences()).as(name).anyMatch(row -> row.contains("sha256"));

      Files.delete(temporary.resolve(name));
      assertThat(differences()).as(name).hasSize(1).allMatch(row -> row.contains("missing"));
      folder.write(name, was);
      assertThat(differences()).isEmpty();
    }
    folder.write("p.csv", folder.read("p.csv") + "more\n");
    assertThat(differences().stream().map(row -> row.split(",", -1)[2]))
        .containsExactly("size", "rows", "sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "ndjson"})
  void theSumsAreMadeAgain(String format) {
    String name = "out." + format;
    settled("-o", folder.path(name), "--columns", "full");
    String was = folder.read(name);
    String changed =
        format.equals("csv")
            ? was.replaceFirst(",settled,120\\.00,", ",settled,120.01,")
            : was.replaceFirst("\"total\":120\\.00", "\"total\":120.01");
    assertThat(changed).isNotEqualTo(was);
    folder.write(name, changed);
    assertThat(differences().stream().map(row -> row.replaceFirst("^([a-z_]+),.*?,", "$1,")))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("settlements,sha256,"))
        .contains("control_totals,total,9359.63,9359.64");

    folder.write(name, was.replaceFirst("rejected", "settled"));
    assertThat(differences().stream().map(row -> row.replaceFirst("^([a-z_]+),.*?,", "$1,")))
        .contains("control_totals,settled,20,21", "control_totals,rejected,1,0");

    folder.write(name, was.substring(0, was.length() / 2));
    assertThat(differences()).isNotEmpty();
  }

  @Test
  void resultsWithoutTheColumnsHaveNoSums() {
    for (String[] more :
        new String[][] {
          {"-o", folder.path("n.csv"), "--columns", "national"},
          {"-o", folder.path("n.json"), "--columns", "national"},
          {"-o", folder.path("n.txt")}
        }) {
      List<String> args = new ArrayList<>(List.of(more));
      args.add("--force");
      settled(args.toArray(String[]::new));
      assertSame("control totals not recomputed");
    }
  }

  @Test
  void standardStreamsAreMeasuredAndNotLookedAtAgain() throws IOException {
    String claims = folder.read(CliFolder.CLAIMS);
    Files.delete(temporary.resolve(CliFolder.CLAIMS));
    CommandLineRun run =
        CliFolder.run(
            "C",
            claims,
            folder.arguments("-C", "-", "-f", "csv", "--manifest", folder.path(MANIFEST)));
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode manifest = manifest();
    JsonNode in = manifest.path("inputs").get(1);
    JsonNode out = manifest.path("outputs").get(0);
    assertThat(in.path("path").asText() + out.path("path").asText()).isEqualTo("--");
    assertThat(in.path("sha256").asText())
        .isEqualTo(sha256(claims.getBytes(StandardCharsets.UTF_8)));
    assertThat(out.path("sha256").asText())
        .isEqualTo(sha256(run.out().getBytes(StandardCharsets.UTF_8)));
    assertThat(out.path("rows").asInt()).isEqualTo(22);
    assertSame("not looked at: 2 of standard input and output");
  }

  @Test
  void theManifestMayGoToStandardOutput() {
    CommandLineRun run = folder.settle("-o", folder.path("out.csv"), "--manifest", "-");
    assertThat(run.code()).as(run.err()).isZero();
    CommandLineRun verified = CliFolder.run("C", run.out(), "verify", "-");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();

    CommandLineRun both = folder.settle("--manifest", "-");
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void pathsCountFromTheManifestsFolder() throws IOException {
    CommandLineRun run = folder.settle("-o", folder.path("out.csv"));
    assertThat(run.code()).isZero();
    // as if the run had been started in the folder
    Path moved = Files.createDirectory(temporary.resolve("moved"));
    settled("--force", "-o", folder.path("out.csv"));
    String text = folder.read(MANIFEST).replace(temporary + "/", "");
    Files.writeString(moved.resolve(MANIFEST), sealed(text));
    for (String name : List.of("out.csv", "claims.csv", "households.csv")) {
      Files.copy(temporary.resolve(name), moved.resolve(name));
    }
    CommandLineRun verified = CliFolder.run("C", "", "verify", moved.resolve(MANIFEST).toString());
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    Files.delete(moved.resolve("claims.csv"));
    verified = CliFolder.run("C", "", "verify", moved.resolve(MANIFEST).toString());
    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.out()).contains("claims", "claims.csv", "missing");
  }

  @Test
  void aBuiltInPolicyOfAnotherProgramIsADifference() {
    settled("-o", folder.path("out.csv"));
    String text = folder.read(MANIFEST);
    String other = text.replaceFirst("(510400-employee.*?sha256\":\")....", "$10000");
    assertThat(other).isNotEqualTo(text);
    folder.write(MANIFEST, sealed(other));
    assertThat(differences()).hasSize(1).allMatch(row -> row.startsWith("policy,510400-employee,"));
    folder.write(MANIFEST, sealed(text.replace("510400-employee", "519999-employee")));
    assertThat(differences()).containsExactly("policy,519999-employee,missing,,");
  }

  @Test
  void aRefusedRunLeavesNoManifestAndTheOldOneStays() {
    settled("-o", folder.path("out.csv"));
    String old = folder.read(MANIFEST);
    Set<String> before = folder.names();

    CommandLineRun exists =
        folder.settle("-o", folder.path("new.csv"), "--manifest", folder.path(MANIFEST));
    assertThat(exists.code()).isEqualTo(6);
    assertThat(exists.err()).contains(MANIFEST + ": error[E605] ");
    assertThat(folder.names()).isEqualTo(before);

    CommandLineRun twice =
        folder.settle("-o", folder.path("x.csv"), "--manifest", folder.path("x.csv"));
    assertThat(twice.err()).contains("x.csv: error[E607] ");
    CommandLineRun input =
        folder.settle(
            "-o", folder.path("x.csv"), "--manifest", folder.path("claims.csv"), "--force");
    assertThat(input.err()).contains("error[E606] ");
    assertThat(folder.names()).isEqualTo(before);

    folder.write(CliFolder.CLAIMS, "claim_id\n");
    CommandLineRun refused =
        folder.settle("-o", folder.path("new.csv"), "--manifest", folder.path("new.json"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(folder.names()).isEqualTo(before);
    assertThat(folder.read(MANIFEST)).isEqualTo(old);
  }

  @Test
  void differencesAreToldInEveryForm() throws IOException {
    settled("-o", folder.path("out.csv"));
    assertThat(verify("C", "-f", "csv").out()).isEqualTo("role,path,what,expected,found\n");
    assertThat(verify("C", "-f", "json").out())
        .isEqualTo("{\"schema_version\":1,\"differences\":[\n]}\n");
    assertThat(verify("C").out()).isEmpty();

    Files.delete(temporary.resolve("out.csv"));
    assertThat(verify("C", "-f", "json").out())
        .isEqualTo(
            "{\"schema_version\":1,\"differences\":[\n{\"role\":\"settlements\",\"path\":\""
                + folder.path("out.csv")
                + "\",\"what\":\"missing\",\"expected\":null,\"found\":null}\n]}\n");
    CommandLineRun table = verify("C");
    assertThat(table.code()).isEqualTo(4);
    assertThat(table.out()).startsWith("role ").contains("settlements", "missing");
    assertThat(table.err()).contains("looked at: 4; differences: 1\n");
    CommandLineRun chinese = verify("zh_CN.UTF-8");
    assertThat(chinese.out()).startsWith("用途 ");
    assertThat(chinese.err()).contains("核对文件和内置政策 4 个，不同之处 1 个\n");
    assertThat(verify("C", "--quiet").err()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNoDifference() throws IOException {
    settled("-o", folder.path("out.csv"));
    Files.delete(temporary.resolve("out.csv"));
    Files.createDirectory(temporary.resolve("out.csv"));
    CommandLineRun run = verify("C");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("out.csv: error[E603] ");
    assertThat(CliFolder.run("C", "", "verify", folder.path("none.json")).code()).isEqualTo(6);
  }

  @Test
  void packedInputsHaveTheirRows() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(CliFolder.bytes(temporary.resolve(CliFolder.CLAIMS)));
    }
    folder.write("claims.csv.gz", packed.toByteArray());
    Files.delete(temporary.resolve(CliFolder.CLAIMS));
    settled("-C", folder.path("claims.csv.gz"), "-o", folder.path("out.csv.gz"));
    assertThat(files(manifest(), "inputs")).contains("claims csv 22");
    assertSame("differences: 0");

    byte[] cut = new byte[packed.size() / 2];
    System.arraycopy(packed.toByteArray(), 0, cut, 0, cut.length);
    folder.write("claims.csv.gz", cut);
    assertThat(differences().stream().map(row -> row.replaceFirst("claims,.*?,", "")))
        .anyMatch(row -> row.startsWith("size,"))
        .contains("rows,22,");
  }

  private void settled(String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--manifest", folder.path(MANIFEST)));
    CommandLineRun run = folder.settle(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CommandLineRun verify(String locale, String... more) {
    List<String> args = new ArrayList<>(List.of("verify", folder.path(MANIFEST)));
    args.addAll(List.of(more));
    return CliFolder.run(locale, "", args.toArray(String[]::new));
  }

  private void assertSame(String told) {
    CommandLineRun run = verify("C");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told);
  }

  /** The rows of the differences as CSV, without the header. */
  private List<String> differences() {
    CommandLineRun run = verify("C", "-f", "csv");
    List<String> rows = run.out().lines().skip(1).toList();
    assertThat(run.code()).isEqualTo(rows.isEmpty() ? 0 : 4);
    return rows;
  }

  private JsonNode manifest() {
    try {
      return new ObjectMapper().readTree(folder.read(MANIFEST));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> files(JsonNode manifest, String list) {
    List<String> files = new ArrayList<>();
    for (JsonNode file : manifest.path(list)) {
      files.add(
          file.path("role").asText()
              + " "
              + file.path("form").asText()
              + " "
              + file.path("rows").asText());
    }
    return files;
  }

  private static String sealed(String text) {
    String body = text.substring(0, text.lastIndexOf("\"seal\""));
    return body + "\"seal\":\"" + sha256(body.getBytes(StandardCharsets.UTF_8)) + "\"}\n";
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
