package cohealth.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.person.People;
import cohealth.text.IdTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a claims file holds, the fast lane gives the same rows and the same problems at the same
 * places as the tokenizer, which defines them. A header with quotes sends the whole file to the
 * tokenizer.
 */
class FastLaneTest {
  private static final int FILES = Integer.getInteger("cohealth.files", 200_000);
  private static final String[] COLUMNS = {
    "person_id",
    "service_time",
    "type",
    "facility_level",
    "total",
    "eligible",
    "self_funded",
    "over_limit",
    "first_self_pay",
    "facility_id",
    "visit_id",
    "disease",
    "prescriber_level",
    "selected",
    "care_region",
    "filed",
    "designated",
    "credential_id",
    "use_account",
    "reverses",
    "refd_setl_flag",
    "remark"
  };
  private static final String[][] GOOD = {
    {"P0001", "P0002", "510402199001011237", "P0003"},
    {
      "2025-03-14",
      "2025-03-14T09:26:53",
      "2025-03-14 09:26:53",
      "2025-03-14 09:26",
      "2025/3/14",
      "20250314",
      "2024-02-29",
      "2025-12-31T23:59:59"
    },
    {"general", "急诊", "CHRONIC", "pharmacy", "11", "dialysis", "two_disease"},
    {"primary", "三级甲等", "tertiary_a", "village", "clinic", "pharmacy"},
    {"100", "100.00", "0.01", "5.5", "99999999999999.99", "30000000", "1.2"},
    {"", "80.00", "100", "0", "0.01", "5.5"},
    {"", "", "20", "0.00", "12.34"},
    {"", "", "0", "1.00"},
    {"", "", "5", "0.5"},
    {"", "F1", "F-2", "H_3"},
    {"", "V1", "V2"},
    {"", "", "糖尿病", "高血压", "E11.9", "a b"},
    {"", "", "secondary"},
    {"", "yes", "否", "1"},
    {"", "", "510400", "100000", "999999"},
    {"", "是", "0"},
    {"", "no", "TRUE"},
    {"", "", "P0001", "P0002", "510402199001011237"},
    {"", "0", "yes"},
    {"", "", "", "C1", "C2", "C-1"},
    {"", "", "0", "1", "no"},
    {"", "备注", "a;b", "  "}
  };
  private static final String[] ODD = {
    " ",
    "\t",
    "\"",
    "\"\"",
    "\"x\"",
    ",",
    ",,",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "\u0001",
    ";",
    ":",
    "=1",
    "＝1",
    "@a",
    "-",
    "+",
    "\u001b[31m",
    "\u200b",
    "\uFEFF",
    "\u00a0",
    "１",
    "-5",
    "-0.00",
    "5.",
    ".5",
    "1e5",
    "1E+5",
    "12.345",
    "999999999999999",
    "9".repeat(40),
    "2025-02-30",
    "2025-13-01",
    "2025-00-10",
    "2025-3-4",
    "2025-03-14T24:00:00",
    "2025-03-14T09:60:00",
    "2025-03-14T09:26",
    "2025-03-14T09:26:5x",
    "0000-01-01",
    "45730",
    "0",
    "099999",
    "5104000",
    "P",
    "P0001 ",
    " P0001",
    "C1",
    "x".repeat(70),
    "x".repeat(70_000),
    "号",
    "\uD83D\uDE00",
    "yes ",
    "GENERAL",
    "Ｙ",
    "9901",
    "510402199001011000",
    "2025-03-14T09:26:53Z",
    "\u0085",
    "\u2028"
  };

  @TempDir java.nio.file.Path folder;
  private People people;
  private int rowsSeen;
  private int soundRows;
  private int problemsSeen;

  @BeforeEach
  void people() throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    people =
        Objects.requireNonNull(
            HouseholdFile.read(
                files.text(
                    "households.csv",
                    """
                    household_id,person_id,relation,insurance,region,diseases
                    A,P0001,self,employee,510400,糖尿病
                    A,P0002,child,resident,510400,
                    B,510402199001011237,self,employee,510400,a b;高血压
                    B,P0003,spouse,employee,510400,
                    """),
                ReadOptions.DEFAULT,
                files.problems));
  }

  @Test
  void bothLanesGiveTheSameRowsAndProblems() throws UnreadableFile {
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      String header = String.join(",", header(random));
      byte[] body = body(random, header.split(",", -1)).getBytes(UTF_8);
      Workers workers = new Workers(1 + seed % 2, 40 + random.nextInt(4000));
      boolean placed = random.nextBoolean();
      String fast = told(header, body, workers, placed);
      String slow = told(header.replace("person_id", "\"person_id\""), body, workers, placed);
      assertThat(fast).as("seed %s", seed).isEqualTo(slow);
    }
    // the files were worth the while
    assertThat(soundRows).isGreaterThan(FILES / 4);
    assertThat(rowsSeen - soundRows).isGreaterThan(FILES / 4);
    assertThat(problemsSeen).isGreaterThan(FILES / 50);
  }

  private static List<String> header(Random random) {
    List<String> names = new ArrayList<>(List.of("claim_id"));
    for (int i = 0; i < COLUMNS.length; i++) {
      boolean required = i < 5;
      if (required || random.nextInt(3) > 0) {
        names.add(random.nextInt(names.size() + 1), COLUMNS[i]);
      }
    }
    return names;
  }

  private static String body(Random random, String[] header) {
    StringBuilder text = new StringBuilder();
    int rows = random.nextInt(6);
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    int faults = random.nextInt(3);
    for (int row = 0; row < rows; row++) {
      for (int cell = 0; cell < header.length; cell++) {
        text.append(cell == 0 ? "" : ",");
        boolean odd = faults > 0 && random.nextInt(header.length * 2) == 0;
        text.append(odd ? ODD[random.nextInt(ODD.length)] : good(random, header[cell], row));
      }
      text.append(end);
    }
    for (int i = random.nextInt(3); i > 0 && faults > 1 && !text.isEmpty(); i--) {
      mutate(random, text);
    }
    return text.toString();
  }

  private static String good(Random random, String column, int row) {
    if (column.equals("claim_id")) {
      return random.nextInt(12) == 0 ? "C1" : "C" + (row + 1);
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      if (COLUMNS[i].equals(column)) {
        return GOOD[i][random.nextInt(GOOD[i].length)];
      }
    }
    throw new IllegalArgumentException(column);
  }

  private static void mutate(Random random, StringBuilder text) {
    int at = random.nextInt(text.length());
    if (random.nextInt(500) == 0) {
      text.insert(at, "x".repeat(70_000));
    }
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, ODD[random.nextInt(ODD.length)]);
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.setLength(at);
      default -> text.setCharAt(at, (char) random.nextInt(128));
    }
  }

  /** Everything that a file tells in both passes. */
  private String told(String header, byte[] body, Workers workers, boolean placed)
      throws UnreadableFile {
    ReadOptions options = ReadOptions.DEFAULT;
    Problems problems = new Problems();
    byte[] head = (header + "\n").getBytes(UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    InputText text = InputText.of(bytes, "claims.csv", problems);
    StringBuilder told = new StringBuilder();
    if (text != null) {
      Vocabulary vocabulary = new Vocabulary();
      vocabulary.types().add("dialysis");
      vocabulary.levels().add("clinic");
      vocabulary.diseases().add("糖尿病");
      ClaimContext context =
          new ClaimContext(
              new Roster(people, List.of()),
              vocabulary,
              new RowIds(),
              placed ? new IdTable() : null,
              placed ? new IdTable() : null,
              workers);
      tell(ClaimFile.first(text, options, context, problems, null, person -> {}), context, told);
      tell(ClaimFile.again(text, options, context, 0), context, told);
    }
    problemsSeen += (int) problems.count();
    return told.append(InputFiles.lines(problems.first()))
        .append(InputFiles.lines(problems.notes()))
        .toString();
  }

  private void tell(@Nullable ClaimFile opened, ClaimContext context, StringBuilder told)
      throws UnreadableFile {
    if (opened == null) {
      return;
    }
    try (ClaimFile file = opened) {
      while (file.next()) {
        rowsSeen++;
        soundRows += file.isSound() ? 1 : 0;
        told.append(file.ordinal())
            .append(' ')
            .append(file.line())
            .append(' ')
            .append(file.person())
            .append(' ')
            .append(file.moment())
            .append(' ')
            .append(InputFiles.lines(file.problems()))
            .append(file.claim());
        if (file.isSound()) {
          told.append(file.isReversal()).append(file.totalFen()).append(file.type());
          told.append(file.level());
        }
        told.append(file.at("total", ProblemCode.SUM_OFF, "", "", ""))
            .append(file.text("reverses"))
            .append('\n');
      }
    }
    for (int i = 0; i < context.ids().size(); i++) {
      told.append(context.ids().id(i)).append(context.ids().place(i));
    }
  }
}
