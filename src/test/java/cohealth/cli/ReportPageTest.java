package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The three pages of {@code cohealth report} in a browser. Pictures of them are left in {@code
 * target/report}, for people to look at.
 */
class ReportPageTest {
  private static final Path PICTURES = Path.of("target", "report");
  private static final String DEDUCTIBLE = "510400/employee/general/deductible/active=300.00";
  private static final String RATE = "510400/employee/general/rate/active/lower=65%";

  /** Every table of the page, as its cells say to machines. */
  private static final String TABLES =
      """
      [...document.querySelectorAll('[data-table]')].map(table => {
        const value = cell => cell.querySelector('data')
            ? Number(cell.querySelector('data').value)
            : cell.querySelector('bdi').dataset.value || null;
        const rows = table.tagName === 'DL'
            ? [Object.fromEntries([...table.querySelectorAll('dd')]
                .map(cell => [cell.dataset.column, value(cell)]))]
            : [...table.tBodies[0].rows].map(row => Object.fromEntries([...row.cells]
                .map((cell, i) => [table.tHead.rows[0].cells[i].dataset.column, value(cell)])));
        return {table: table.dataset.table, of: table.dataset.of, rows};
      })
      """;

  /** How far the bars of the page are from as long as their numbers say, in pixels. */
  private static final String WRONG_BARS =
      """
      [...document.querySelectorAll('.bars')].flatMap(drawing => {
        const bars = [...drawing.querySelectorAll('.track:not(.fill) rect')].map(bar => ({
            width: bar.getBoundingClientRect().width,
            size: Math.abs(Number(bar.textContent.match(/-?[0-9,.]+$/)[0].replaceAll(',', '')))}));
        const largest = bars.reduce((a, b) => a.size > b.size ? a : b, {size: 0});
        return bars.filter(bar =>
            Math.abs(bar.width - bar.size / largest.size * largest.width) > 1.5);
      })
      """;

  /** Texts that cannot be read well before what is behind them: less than 4.5 to 1. */
  private static final String PALE =
      """
      (() => {
        const light = text => {
          const [r, g, b] = text.match(/[0-9.]+/g).map(Number).map(c => c / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = element => {
          const color = getComputedStyle(element).backgroundColor;
          return color === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : color;
        };
        return [...document.querySelectorAll('h1,h2,p,a,dt,dd,th,td,li,.label,.value,figcaption')]
            .filter(element => {
              const one = light(getComputedStyle(element).color) + 0.05;
              const other = light(behind(element)) + 0.05;
              return Math.max(one, other) / Math.min(one, other) < 4.5;
            })
            .map(element => element.outerHTML.slice(0, 80));
      })()
      """;

  @TempDir static Path profile = Path.of("");
  private static @Nullable Browser browser;

  @TempDir Path temporary = Path.of("");

  @BeforeAll
  static void startTheBrowser() throws IOException {
    Optional<String> program = Browser.program();
    assumeTrue(program.isPresent(), "no chromium here: the pages were not opened");
    browser = new Browser(program.get(), profile);
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void endTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Browser browser() {
    if (browser == null) {
      throw new IllegalStateException("not started");
    }
    return browser;
  }

  /** The command line of a page that is not in the sample's own language. */
  private static List<String> kind(String kind) {
    return switch (kind) {
      case "household" -> List.of("--household", "H001");
      case "comparison" -> List.of("--set", DEDUCTIBLE, RATE);
      default -> List.of();
    };
  }

  private Path page(CliFolder folder, List<String> more, String name) {
    List<String> args = new ArrayList<>(more);
    args.addAll(List.of("-o", folder.path(name), "--force"));
    CommandLineRun run = folder.report(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return temporary.resolve(name);
  }

  @ParameterizedTest
  @CsvSource({
    "01-panzhihua-family, batch, en",
    "01-panzhihua-family, batch, zh",
    "01-panzhihua-family, household, en",
    "01-panzhihua-family, household, zh",
    "23-panzhihua-reform, comparison, en",
    "23-panzhihua-reform, comparison, zh",
  })
  void aPageReadsWellAndSaysWhatTheJsonSays(String sample, String kind, String language)
      throws IOException {
    CliFolder folder = CliFolder.copyOfSample(temporary, sample);
    List<String> args = new ArrayList<>(kind(kind));
    args.addAll(List.of("--lang", language));
    Path page = page(folder, args, "page.html");
    JsonNode json = new ObjectMapper().readTree(page(folder, args, "page.json").toFile());
    for (int width : new int[] {390, 1280}) {
      for (boolean dark : new boolean[] {false, true}) {
        browser().open(page, width, dark);
        String name = kind + "-" + language + "-" + width + (dark ? "-dark" : "-light");
        browser().picture(PICTURES.resolve(name + ".png"));
        assertThat(browser().complaints()).as(name).isEmpty();
        assertThat(browser().requests()).as(name).isEmpty();
        assertThat(browser().ask("document.documentElement.scrollWidth").asInt())
            .as("%s: nothing is wider than the screen", name)
            .isLessThanOrEqualTo(width);
        assertThat(browser().ask(PALE)).as(name).isEmpty();
        assertThat(browser().ask(WRONG_BARS)).as(name).isEmpty();
      }
    }
    sameTables(browser().ask(TABLES), json);
    byte[] paper = browser().print();
    Files.write(PICTURES.resolve(kind + "-" + language + ".pdf"), paper);
    String pdf = new String(paper, StandardCharsets.ISO_8859_1);
    assertThat(pdf).as("A4").containsPattern("/MediaBox \\[0 0 59[45][.0-9]* 84[12]");
  }

  private static void sameTables(JsonNode page, JsonNode json) {
    assertThat(json.get("tables")).hasSameSizeAs(page);
    for (int i = 0; i < page.size(); i++) {
      JsonNode shown = page.get(i);
      JsonNode told = json.get("tables").get(i);
      assertThat(shown.get("table")).isEqualTo(told.get("table"));
      assertThat(shown.get("of").asText()).isEqualTo(told.path("of").asText());
      assertThat(shown.get("rows")).hasSameSizeAs(told.get("rows"));
      for (int row = 0; row < told.get("rows").size(); row++) {
        sameCells(shown.get("rows").get(row), told.get("rows").get(row));
      }
    }
  }

  private static void sameCells(JsonNode shown, JsonNode told) {
    assertThat(shown.size()).isEqualTo(told.size());
    told.properties()
        .forEach(
            cell -> {
              JsonNode value = shown.get(cell.getKey());
              if (cell.getValue().isNumber()) {
                assertThat(value.asDouble()).isEqualTo(cell.getValue().asDouble());
              } else {
                assertThat(value).isEqualTo(cell.getValue());
              }
            });
  }

  @Test
  void aPageCanBeReadByEarAndByKeyboard() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    browser().open(page(folder, kind("household"), "page.html"), 1280, false);
    assertThat(browser().ask("document.documentElement.lang").asText()).isEqualTo("en");
    assertThat(browser().ask("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
    for (String unnamed :
        List.of(
            "[role=img]:not([aria-label])",
            "[role=region]:not([aria-label])",
            "[role=img][aria-label='']",
            ".wide:not([tabindex='0'])",
            "section:not([aria-labelledby])",
            "th:not([scope])")) {
      assertThat(browser().ask("document.querySelectorAll(\"" + unnamed + "\").length").asInt())
          .as(unnamed)
          .isZero();
    }
    assertThat(
            browser()
                .ask(
                    "[...document.querySelectorAll('nav a')].every(link =>"
                        + " document.querySelector(link.getAttribute('href')))")
                .asBoolean())
        .isTrue();
  }

  @Test
  void hostileNamesStayNames() {
    String script = "<script>alert(1)</script>";
    String image = "\"><img src=x onerror=alert(2)>";
    String fromTheRight = "שלום (123)";
    String longest = "欧阳上官司马诸葛".repeat(5);
    CliFolder folder = new CliFolder(temporary);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    StringBuilder households =
        new StringBuilder(
            "household_id,person_id,name,relation,insurance,region,prior_balance,share_order\n");
    StringBuilder claims =
        new StringBuilder("claim_id,person_id,service_time,type,facility_level,total\n");
    int number = 0;
    for (String name : List.of(script, image, fromTheRight, longest)) {
      number++;
      households.append(
          "H001,P%d,\"%s\",%s,employee,990100,50.00,%d\n"
              .formatted(number, name.replace("\"", "\"\""), number == 1 ? "self" : "child", 1));
      claims.append(
          "<b>C%d,P%d,2025-01-0%d,general,primary,300.00\n".formatted(number, number, number));
    }
    folder.write(CliFolder.HOUSEHOLDS, households.toString().replace(",1\n", ",\n"));
    folder.write(CliFolder.CLAIMS, claims.toString());
    for (int width : new int[] {390, 1280}) {
      browser()
          .open(
              page(folder, List.of("--household", "H001", "--show-names"), "page.html"),
              width,
              false);
      assertThat(browser().complaints()).isEmpty();
      assertThat(browser().requests()).isEmpty();
      assertThat(browser().ask("document.querySelectorAll('script, img, b').length").asInt())
          .isZero();
      assertThat(browser().ask("document.documentElement.scrollWidth").asInt())
          .isLessThanOrEqualTo(width);
      String text = browser().ask("document.body.textContent").asText();
      assertThat(text).contains(script, image, fromTheRight, longest, "<b>C1");
    }
  }
}
