package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats of results: the same values in all of them. */
class FormatsTest {
  private static final String STANDARD =
      "claim_id,person_id,service_time,benefit_year,status,total,eligible,deductible,pool,"
          + "supplement,own_prior,own_current,own_wallet,family,cash,family_detail,"
          + "deductible_left,cap_left,own_balance,reasons";
  private static final String FULL =
      STANDARD
          + ",copay,over_cap,denied,first_self_pay,over_limit,self_funded,policy,policy_version,"
          + "group,band,benefit,rate";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void copyTheFamily() {
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
  }

  @Test
  void csvHasExactlyTheseColumns() {
    assertThat(header(folder.settle("--format", "csv").out())).isEqualTo(STANDARD);
    assertThat(header(folder.settle("--format", "csv", "--columns", "cohealth").out()))
        .isEqualTo(STANDARD);
    assertThat(header(folder.settle("--format", "csv", "--columns", "full").out())).isEqualTo(FULL);
  }

  @Test
  void csvHasUnixLineEndsAndNoMark() {
    String csv = folder.settle("--format", "csv").out();
    assertThat(csv).endsWith("\n").doesNotContain("\r", "\uFEFF", "\"");
    assertThat(csv.lines()).hasSize(23);
  }

  @Test
  void jsonHoldsTheValuesOfCsv() throws JsonProcessingException {
    for (String columns : List.of("cohealth", "full")) {
      String csv = folder.settle("--format", "csv", "--columns", columns).out();
      String json = folder.settle("--format", "json", "--columns", columns).out();

      JsonNode document = JSON.readTree(json);
      assertThat(document.fieldNames())
          .toIterable()
          .containsExactly("schema_version", "settlements");
      assertThat(document.get("schema_version").intValue()).isEqualTo(1);
      assertSame(CliFolder.rows(csv), document.get("settlements"), List.of());
    }
  }

  @Test
  void jsonLinesHoldTheValuesOfCsv() throws JsonProcessingException {
    for (String columns : List.of("cohealth", "full")) {
      String csv = folder.settle("--format", "csv", "--columns", columns).out();
      String lines = folder.settle("--format", "ndjson", "--columns", columns).out();

      assertThat(lines).endsWith("}\n");
      List<JsonNode> rows = new ArrayList<>();
      for (String line : lines.lines().toList()) {
        JsonNode row = JSON.readTree(line);
        assertThat(row.get("schema_version").intValue()).isEqualTo(1);
        rows.add(row);
      }
      assertSame(CliFolder.rows(csv), rows, List.of("schema_version"));
    }
  }

  @Test
  void noClaimsAreValidInEveryFormat() throws JsonProcessingException {
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    assertThat(folder.settle("--format", "csv").out()).isEqualTo(STANDARD + "\n");
    assertThat(JSON.readTree(folder.settle("--format", "json").out()).get("settlements")).isEmpty();
    assertThat(folder.settle("--format", "ndjson").out()).isEmpty();
    assertThat(folder.settle("--format", "table").out()).hasLineCount(2);
  }

  @Test
  void theExtensionOfTheOutputDecidesWithoutFormat() throws IOException {
    String csv = folder.settle("--format", "csv").out();
    String json = folder.settle("--format", "json").out();
    String lines = folder.settle("--format", "ndjson").out();
    String table = folder.settle().out();

    assertThat(written("a.csv")).isEqualTo(csv);
    assertThat(written("b.CSV.gz")).isEqualTo(csv);
    assertThat(written("c.json")).isEqualTo(json);
    assertThat(written("d.ndjson.gz")).isEqualTo(lines);
    assertThat(written("e.txt")).isEqualTo(table);
    assertThat(written("f")).isEqualTo(table);
    assertThat(written("g.json", "--format", "csv")).isEqualTo(csv);
    assertThat(written("h.csv", "--format", "table")).isEqualTo(table);
  }

  @Test
  void theMarkStandsOnceAtTheStartOfCsvOnly() {
    String csv = folder.settle("--format", "csv").out();
    assertThat(folder.settle("--format", "csv", "--bom").out()).isEqualTo("\uFEFF" + csv);
    assertThat(folder.settle("--format", "json", "--bom").out()).startsWith("{");
    assertThat(folder.settle("--format", "table", "--bom").out()).startsWith("claim ");

    folder.settle(
        "--bom", "--postings", folder.path("postings.csv"), "--rejects", folder.path("no.csv"));
    assertThat(folder.read("postings.csv")).startsWith("\uFEFFseq,");
    assertThat(folder.read("no.csv")).isEqualTo("\uFEFFfile,line,column,field,code,message\n");
  }

  @Test
  void noMachineFormatIsTranslated() {
    for (String format : List.of("csv", "json", "ndjson")) {
      String english = folder.settle("--format", format, "--columns", "full").out();
      assertThat(folder.settle("--format", format, "--columns", "full", "--lang", "zh").out())
          .isEqualTo(english);
    }
  }

  @Test
  void nationalColumnsAreTheSameInAllFormats() throws JsonProcessingException {
    String csv = folder.settle("--format", "csv", "--columns", "national").out();
    String json = folder.settle("--format", "json", "--columns", "national").out();
    assertSame(CliFolder.rows(csv), JSON.readTree(json).get("settlements"), List.of());
    String table = folder.settle("--columns", "national").out();
    assertThat(table).isEqualTo(folder.settle().out());
  }

  private String written(String name, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("--output", folder.path(name)));
    args.addAll(List.of(more));
    CommandLineRun run = folder.settle(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    byte[] bytes = CliFolder.bytes(temporary.resolve(name));
    if (name.endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void assertSame(List<Row> csv, Iterable<JsonNode> json, List<String> more) {
    Iterator<JsonNode> rows = json.iterator();
    for (Row wanted : csv) {
      JsonNode row = rows.next();
      List<String> names = new ArrayList<>(more);
      names.addAll(wanted.cells().keySet());
      assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(names);
      wanted
          .cells()
          .forEach(
              (name, value) -> assertThat(asCell(name, row.get(name))).as(name).isEqualTo(value));
    }
    assertThat(rows.hasNext()).isFalse();
  }

  /** A JSON value as CSV has it; the kind of value must be the documented one. */
  private static String asCell(String name, JsonNode value) {
    if (name.equals("family_detail")) {
      assertThat(value.isArray()).isTrue();
      List<String> draws = new ArrayList<>();
      value.forEach(
          draw -> draws.add(draw.get("payer_id").textValue() + ":" + money(draw.get("amount"))));
      return String.join(";", draws);
    }
    if (name.equals("reasons") || name.equals("rate")) {
      assertThat(value.isArray()).isTrue();
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(item.textValue()));
      return String.join(";", items);
    }
    if (value.isNull()) {
      return "";
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    return name.equals("benefit_year") ? Integer.toString(value.intValue()) : money(value);
  }

  private static String money(JsonNode value) {
    assertThat(value.isBigDecimal()).isTrue();
    return value.decimalValue().toPlainString();
  }

  private static String header(String csv) {
    return csv.lines().findFirst().orElse("");
  }
}
