package cohealth.cli;

import static cohealth.cli.CliFolder.fen;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --journal}: the ledger as double entries, as readers of plain-text accounting take it. */
class JournalTest {
  private static final Pattern HEAD =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}) (?:(opening balances|account year \\S+)|\\((\\S+)\\)"
              + " (claim|rejected claim|reversal|credit|premium|transfer) (\\S+)"
              + "  ; time:[0-9]{2}:[0-9]{2}:[0-9]{2})");
  private static final Pattern LINE =
      Pattern.compile("    (\\S+)  (-?[0-9]+\\.[0-9]{2}) CNY(?: = (-?[0-9]+\\.[0-9]{2}) CNY)?");

  @TempDir Path temporary = Path.of("");

  /** What the journal of a run holds, after it was found to be sound. */
  private record Journal(int transactions, int assertions, int yearStarts, Map<String, Long> sums) {
    /** The sum of all accounts below a name. */
    long below(String name) {
      return sums.entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(name + ":"))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** Reads a journal and asserts all that hledger would check, and more. */
  private static Journal sound(String text) {
    Map<String, Long> sums = new HashMap<>();
    String date = "";
    int transactions = 0;
    int assertions = 0;
    int yearStarts = 0;
    long open = 0;
    List<String> lines = text.lines().toList();
    assertThat(lines.subList(0, 3))
        .containsExactly(
            "; what cohealth settled, as double entries",
            "decimal-mark .",
            "commodity 1000.00 CNY");
    for (String line : lines.subList(3, lines.size())) {
      if (line.isEmpty()) {
        assertThat(open).as("the transaction before " + transactions).isZero();
        continue;
      }
      Matcher posting = LINE.matcher(line);
      if (!posting.matches()) {
        Matcher head = HEAD.matcher(line);
        assertThat(head.matches()).as(line).isTrue();
        assertThat(head.group(1)).as(line).isGreaterThanOrEqualTo(date);
        date = head.group(1);
        transactions++;
        yearStarts += line.contains(" account year ") ? 1 : 0;
        continue;
      }
      String account = posting.group(1);
      long amount = fen(posting.group(2));
      long sum = sums.merge(account, amount, Long::sum);
      open += amount;
      boolean purse = account.startsWith("assets:purse:");
      assertThat(posting.group(3) != null).as("an assertion: " + line).isEqualTo(purse);
      if (purse) {
        assertThat(sum).as(line).isEqualTo(fen(posting.group(3))).isNotNegative();
        assertions++;
      }
    }
    assertThat(open).isZero();
    return new Journal(transactions, assertions, yearStarts, sums);
  }

  @Test
  void aFamilysYear() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.settle("--journal", folder.path("j.journal"));
    String text = folder.read("j.journal");
    assertThat(text)
        .startsWith(
            """
            ; what cohealth settled, as double entries
            decimal-mark .
            commodity 1000.00 CNY

            2025-01-06 opening balances
                assets:purse:P001:prior  1200.00 CNY = 1200.00 CNY
                assets:purse:P001:current  640.00 CNY = 640.00 CNY
                assets:purse:P002:current  420.00 CNY = 420.00 CNY
                assets:purse:P003:prior  860.00 CNY = 860.00 CNY
                assets:purse:P004:prior  80.00 CNY = 80.00 CNY
                assets:purse:P004:current  45.50 CNY = 45.50 CNY
                assets:purse:P007:prior  25.00 CNY = 25.00 CNY
                assets:purse:P007:current  60.00 CNY = 60.00 CNY
                equity:opening  -3330.50 CNY

            2025-01-06 (C001) claim P001  ; time:09:12:00
                assets:purse:P001:prior  -120.00 CNY = 1080.00 CNY
                expenses:care:P001:deductible  120.00 CNY

            2025-02-11 (C002) claim P001  ; time:10:40:00
                income:fund:pool:510400-employee  -175.00 CNY
            """)
        .contains(
            """

            2025-06-03 (C011) reversal P003  ; time:10:05:00
                income:fund:pool:510400-employee  935.00 CNY
            """,
            """

            2025-08-19 (C016) rejected claim P002  ; time:13:40:00
                assets:cash:P002  -96.00 CNY
            """)
        .endsWith(" CNY\n");
    Journal journal = sound(text);
    assertThat(journal.transactions()).isEqualTo(1 + 22);
    assertThat(journal.below("income")).isEqualTo(-3133_16);
    assertThat(journal.below("expenses")).isEqualTo(9359_63);
    assertThat(journal.below("assets:cash")).isEqualTo(-2895_97);
    assertThat(journal.below("assets:purse")).isEqualTo(3330_50 - 2403_87 - 926_63);
  }

  static List<String> samples() throws IOException {
    return PostingsTest.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theJournalOfASampleIsSound(String sample) throws IOException {
    CliFolder folder = CliFolder.copyOfSample(temporary, sample);
    Path policies = Path.of("samples", sample, "policies");
    List<String> args = new ArrayList<>(List.of("-f", "csv", "--journal", folder.path("j")));
    if (policies.toFile().exists()) {
      args.addAll(List.of("--policy", policies.toString()));
    }
    Path openingDate = Path.of("samples", sample, "opening-date.txt");
    if (Files.exists(openingDate)) {
      args.addAll(List.of("--opening-date", Files.readString(openingDate).strip()));
    }
    CommandLineRun run = folder.settle(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertSums(run.out(), sound(folder.read("j")));
  }

  /** What the journal says of all payers is what the results say. */
  private static void assertSums(String csv, Journal journal) {
    Map<String, Long> sums = new HashMap<>();
    for (Row row : CliFolder.rows(csv)) {
      for (String column : List.of("total", "pool", "supplement", "cash")) {
        sums.merge(column, fen(row.get(column)), Long::sum);
      }
    }
    assertThat(journal.below("expenses:care")).isEqualTo(sums.get("total"));
    assertThat(-journal.below("income:fund:pool")).isEqualTo(sums.get("pool"));
    assertThat(-journal.below("income:fund:supplement")).isEqualTo(sums.get("supplement"));
    assertThat(-journal.below("assets:cash")).isEqualTo(sums.get("cash"));
  }

  /** The arguments that settle a world and write its journal. */
  static String[] arguments(CliFolder folder, RandomWorld.World world) {
    List<String> args = new ArrayList<>(List.of("-f", "csv", "--journal", folder.path("j")));
    args.add("--force");
    LocalDate openingDate = world.openingDate();
    if (openingDate != null) {
      args.addAll(List.of("--opening-date", openingDate.toString()));
    }
    return args.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74})
  void theJournalOfARandomWorldIsSound(long seed) {
    RandomWorld.World world = RandomWorld.of(seed, 60);
    CliFolder folder = CliFolder.of(temporary, world);
    CommandLineRun run = folder.settle(arguments(folder, world));
    assertThat(run.code()).as(run.err()).isZero();
    Journal journal = sound(folder.read("j"));
    assertThat(journal.assertions()).isGreaterThan(100);
    assertSums(run.out(), journal);
  }

  @Test
  void activitiesAndYearsAreInTheJournal() throws IOException {
    int yearStarts = 0;
    Set<String> kinds = new TreeSet<>();
    for (long seed = 81; seed < 89; seed++) {
      RandomWorld.World world = RandomWorld.withActivities(seed, 60);
      Path place = Files.createDirectory(temporary.resolve("w" + seed));
      CliFolder folder = CliFolder.of(place, world);
      CommandLineRun run = folder.settle(arguments(folder, world));
      assertThat(run.code()).as(run.err()).isZero();
      Journal journal = sound(folder.read("j"));
      assertSums(run.out(), journal);
      yearStarts += journal.yearStarts();
      journal.sums().keySet().forEach(account -> kinds.add(account.split(":", 3)[1]));
    }
    assertThat(yearStarts).isGreaterThan(20);
    assertThat(kinds)
        .containsExactly("care", "cash", "credit", "fund", "opening", "premium", "purse");
  }

  @Test
  void theOpeningDateIsTheDayOfTheOpeningBalances() {
    CliFolder folder = familyOverTwoYears();
    folder.settle("--journal", folder.path("j"), "--opening-date", "2025-06-01");
    assertThat(folder.read("j"))
        .endsWith(
            """

            2025-06-01 opening balances
                assets:purse:P1:prior  100.00 CNY = 100.00 CNY
                assets:purse:P1:current  50.00 CNY = 50.00 CNY
                equity:opening  -150.00 CNY

            2025-12-01 (C1) claim P1  ; time:00:00:00
                assets:purse:P1:prior  -100.00 CNY = 0.00 CNY
                assets:purse:P1:current  -20.00 CNY = 30.00 CNY
                expenses:care:P1:denied  120.00 CNY

            2026-01-02 account year P1
                assets:purse:P1:current  -30.00 CNY = 0.00 CNY
                assets:purse:P1:prior  30.00 CNY = 30.00 CNY

            2026-01-02 (C2) reversal P1  ; time:00:00:00
                assets:purse:P1:prior  100.00 CNY = 130.00 CNY
                assets:purse:P1:prior  20.00 CNY = 150.00 CNY
                expenses:care:P1:denied  -120.00 CNY
            """);
  }

  private CliFolder familyOverTwoYears() {
    CliFolder folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,prior_balance,current_balance
        H1,P1,employee,990100,100.00,50.00
        """);
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total,reverses
        C1,P1,2025-12-01,general,primary,120.00,
        C2,P1,2026-01-02,,,,C1
        """);
    return folder;
  }

  @Test
  void withoutEventsTheBalancesHaveADayOnlyByTheOpeningDate() {
    CliFolder folder = familyOverTwoYears();
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    folder.settle("--journal", folder.path("a"));
    assertThat(folder.read("a")).endsWith("commodity 1000.00 CNY\n");
    folder.settle("--journal", folder.path("b"), "--opening-date", "2025-06-01");
    assertThat(folder.read("b")).contains("\n2025-06-01 opening balances\n");
    assertThat(sound(folder.read("b")).assertions()).isEqualTo(2);
  }

  @Test
  void theJournalMayGoToStandardOutput() {
    CliFolder folder = familyOverTwoYears();
    String[] day = {"--opening-date", "2025-06-01"};
    folder.settle("--journal", folder.path("j"), day[0], day[1]);
    String out =
        folder.settle("-o", folder.path("r"), "--bom", "--journal", "-", day[0], day[1]).out();
    assertThat(out).isEqualTo(folder.read("j"));
  }

  /** A person and a claim whose ids hold everything that ids may hold and journals may mind. */
  static CliFolder strangeIds(Path temporary) {
    CliFolder folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,insurance,region,prior_balance
        H1,(王|五)[2025-02-30]%!*,employee,990100,100.00
        H2,𠮷'~{}<>`$^&?/\\_=,employee,990100,100.00
        """);
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        门诊)(1|date=x,(王|五)[2025-02-30]%!*,2025-01-01,general,primary,30.00
        *2,𠮷'~{}<>`$^&?/\\_=,2025-01-02,general,primary,130.00
        """);
    return folder;
  }

  @Test
  void whateverAnIdHoldsIsNoSignOfTheJournal() {
    CliFolder folder = strangeIds(temporary);
    CommandLineRun run = folder.settle("--journal", folder.path("j"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.read("j"))
        .endsWith(
            """

            2025-01-01 (门诊%29%281%7Cdate=x) claim %28王%7C五%29%5B2025-02-30%5D%25!*  ; time:00:00:00
                assets:purse:%28王%7C五%29%5B2025-02-30%5D%25!*:prior  -30.00 CNY = 70.00 CNY
                expenses:care:%28王%7C五%29%5B2025-02-30%5D%25!*:denied  30.00 CNY

            2025-01-02 (*2) claim 𠮷'~{}<>`$^&?/\\_=  ; time:00:00:00
                assets:purse:𠮷'~{}<>`$^&?/\\_=:prior  -100.00 CNY = 0.00 CNY
                assets:cash:𠮷'~{}<>`$^&?/\\_=  -30.00 CNY
                expenses:care:𠮷'~{}<>`$^&?/\\_=:denied  130.00 CNY
            """);
    sound(folder.read("j"));
  }
}
