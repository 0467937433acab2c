package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.person.People;
import cohealth.text.IdTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers take anything: whatever a file holds, it is read or refused with a place. */
class ReaderFuzzTest {
  static final String[] NASTY = {
    "",
    " ",
    "\t",
    "\"",
    "\"\"",
    ",",
    "\n",
    "\r\n",
    "\r",
    "\0",
    ";",
    ":",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "＝1",
    "\u001b[31m",
    "\u202e",
    "\u200b",
    "\uFEFF",
    "1,234.56",
    "1e50000000",
    "１２.５",
    "+5",
    "5.",
    ".5",
    "0x10",
    "NaN",
    "￥5",
    "12.345",
    "-0.00",
    "-5",
    "9".repeat(30),
    "2025-02-30",
    "45730",
    "45730.25",
    "14/03/25",
    "2025-3-4",
    "2025/1234",
    "2025/1/",
    "2025-03-14T",
    "2025-03-14 24:00",
    "T",
    " T ",
    "5.10E+17",
    "510402199001011000",
    "yes",
    "是",
    "11",
    "9901",
    "general",
    "三级甲等",
    "P0001",
    "C1",
    "\uD800",
    "𠮷",
    "x".repeat(70_000),
    "\"a\"b",
    "a\"b",
    "\"a",
    "E+",
    "1E+",
    ".E+1",
    "/////",
    "--------",
    "T00:00:00"
  };
  private static final List<String> GOOD =
      List.of(
          "C0,P0001,2025-03-14,general,primary,100,80,20,0,0,510400,yes,F1,",
          "C1,P0002,2025-03-14 09:26,急诊,三级,5.5,,,,,,,,",
          "C2,P0001,20250315,,,,,,,,,,,C1");
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,eligible,self_funded,over_limit,"
          + "first_self_pay,care_region,filed,facility_id,reverses";

  private static final List<List<String>> ACTIVITY =
      List.of(
          List.of("activity_id", "A1", "A2", "A3", "A4", "A5", "A6", "A7"),
          List.of("time", "2025-03-14", "2025-03-14 09:26"),
          List.of("kind", "credit", "premium", "transfer", "change", "变更"),
          List.of("person_id", "P0001", "P0002"),
          List.of("payer_id", "P0001", "P0002", ""),
          List.of("mode", "personal", "家庭", "", ""),
          List.of("purse", "wallet", "当年", "", ""),
          List.of("amount", "0.01", "400", "", ""),
          List.of("plan_year", "2026", "", ""),
          List.of("field", "status", "region", "benefit_to", "慢特病病种", "wallet", "", ""),
          List.of("value", "510400", "2025-12-31", "暂停", "是", "", ""));

  private static final Messages ZH = new Messages(Language.ZH);

  @TempDir java.nio.file.Path folder;

  private People people() throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    return Objects.requireNonNull(
        HouseholdFile.read(
            files.text(
                "households.csv",
                """
                household_id,person_id,relation,insurance,region
                A,P0001,self,employee,510400
                A,P0002,child,resident,510400
                """),
            ReadOptions.DEFAULT,
            files.problems));
  }

  /** The claims of a file; every problem must have a text in both languages. */
  private List<Claim> claims(@Nullable InputText text, People people, Problems problems)
      throws UnreadableFile {
    List<Claim> claims = new ArrayList<>();
    if (text == null) {
      return claims;
    }
    ClaimContext context =
        new ClaimContext(
            new Roster(people, List.of()),
            new Vocabulary(),
            new RowIds(),
            new IdTable(),
            new IdTable());
    try (ClaimFile file =
        ClaimFile.first(text, ReadOptions.DEFAULT, context, problems, null, person -> {})) {
      while (file != null && file.next()) {
        assertThat(file.claim() == null).isEqualTo(!file.problems().isEmpty());
        for (Problem problem : file.problems()) {
          assertThat(ZH.text(problem)).startsWith("f.csv:").doesNotContain("\u001b", "{0}");
          problems.add(problem);
        }
        if (file.claim() != null) {
          claims.add(file.claim());
        }
      }
    }
    return claims;
  }

  @Test
  void anyCellsAreReadOrRefused() throws UnreadableFile {
    long seed = 20250314;
    Random random = new Random(seed);
    People people = people();
    int cells = 0;
    for (int round = 0; round < 1_500; round++) {
      StringBuilder content = new StringBuilder(HEADER).append('\n');
      for (int row = 0; row < 10; row++) {
        for (int column = 0; column < 14; column++, cells++) {
          String nasty =
              NASTY[random.nextInt(random.nextInt(40) == 0 ? NASTY.length : NASTY.length - 8)];
          boolean quote = random.nextInt(4) > 0;
          content.append(quote ? '"' + nasty.replace("\"", "\"\"") + '"' : nasty);
          content.append(column < 13 ? "," : "\n");
        }
      }
      InputFiles files = new InputFiles(folder);
      claims(files.open("f.csv", content.toString().getBytes(UTF_8)), people, files.problems);
    }
    assertThat(cells).as("seed " + seed).isGreaterThan(200_000);
  }

  @Test
  void anyActivitiesAreReadOrRefused() throws UnreadableFile {
    Random random = new Random(20250317);
    People people = people();
    Set<Class<?>> kinds = new HashSet<>();
    String header = String.join(",", ACTIVITY.stream().map(column -> column.get(0)).toList());
    for (int round = 0; round < 1_500; round++) {
      StringBuilder content = new StringBuilder(header).append('\n');
      int wrongOnes = random.nextInt(1, 12);
      for (int row = 0; row < 10; row++) {
        for (int column = 0; column < ACTIVITY.size(); column++) {
          List<String> good = ACTIVITY.get(column);
          String cell =
              random.nextInt(wrongOnes) == 0
                  ? NASTY[random.nextInt(NASTY.length - 8)]
                  : good.get(random.nextInt(1, good.size()));
          content.append(column > 0 ? "," : "").append('"');
          content.append(cell.replace("\"", "\"\"")).append('"');
        }
        content.append('\n');
      }
      InputFiles files = new InputFiles(folder);
      InputText text = files.open("f.csv", content.toString().getBytes(UTF_8));
      if (text == null) {
        continue;
      }
      try (ActivityFile file =
          ActivityFile.open(text, ReadOptions.DEFAULT, people, new RowIds(), files.problems)) {
        while (file != null && file.next()) {
          Activity activity = file.activity();
          assertThat(activity == null).isEqualTo(!file.problems().isEmpty());
          for (Problem problem : file.problems()) {
            assertThat(ZH.text(problem)).startsWith("f.csv:").doesNotContain("\u001b", "{0}");
          }
          if (activity != null) {
            kinds.add(activity.getClass());
          }
        }
      }
    }
    assertThat(kinds).hasSize(4);
  }

  @Test
  void anyBytesAreReadOrRefused() throws UnreadableFile {
    Random random = new Random(20250315);
    People people = people();
    byte[] good = (HEADER + "\n" + String.join("\n", GOOD) + "\n").getBytes(UTF_8);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = good.clone();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      InputFiles files = new InputFiles(folder);
      claims(files.open("f.csv", bytes), people, files.problems);
      assertThat(files.messages()).allMatch(message -> message.startsWith("f.csv:"));
    }
  }

  @Test
  void aPollutedCellIsReadAsItIsOrRefusedInItsLine() throws UnreadableFile {
    Random random = new Random(20250316);
    People people = people();
    InputFiles clean = new InputFiles(folder);
    List<Claim> expected =
        claims(
            clean.text("f.csv", HEADER + "\n" + String.join("\n", GOOD) + "\n"),
            people,
            clean.problems);
    assertThat(expected).hasSize(3);
    String[] separators = {",", "\"", "\n", "\r", "\0", "\u200b", "\u202e"};
    for (int round = 0; round < 5_000; round++) {
      int line = random.nextInt(3);
      String row = GOOD.get(line);
      int at = random.nextInt(row.length() + 1);
      String polluted =
          row.substring(0, at) + separators[random.nextInt(separators.length)] + row.substring(at);
      List<String> rows = new ArrayList<>(GOOD);
      rows.set(line, polluted);
      InputFiles files = new InputFiles(folder);
      List<Claim> found =
          claims(
              files.text("f.csv", HEADER + "\n" + String.join("\n", rows) + "\n"),
              people,
              files.problems);
      if (files.problems.count() == 0) {
        assertThat(found).as(Shown.escaped(polluted)).isEqualTo(expected);
      } else {
        // a line end splits the row in two, and what follows may be read to the end of a quote
        assertThat(files.problems.first().get(0).line())
            .as(Shown.escaped(polluted) + files.messages())
            .isBetween(line + 2, line + 3);
      }
    }
  }
}
