package cohealth.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.money.AmountFault;
import cohealth.money.AmountText;
import cohealth.naive.RandomWorld;
import cohealth.person.People;
import cohealth.text.IdTable;
import cohealth.time.DayFault;
import cohealth.time.DayText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What reads one kind of input, for inputs of any kind. */
enum FuzzedReader {
  HOUSEHOLDS {
    @Override
    List<byte[]> good() {
      return samples("households.csv");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      InputText text = InputText.of(input, NAME, problems);
      if (text != null) {
        HouseholdFile.read(text, ReadOptions.DEFAULT, problems);
      }
    }
  },

  BINDINGS {
    @Override
    List<byte[]> good() {
      return samples("bindings.csv");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      InputText text = InputText.of(input, NAME, problems);
      if (text != null) {
        BindingFile.read(text, ReadOptions.DEFAULT, PEOPLE, problems);
      }
    }
  },

  CLAIMS {
    @Override
    List<byte[]> good() {
      return samples("claims.csv");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      InputText text = InputText.of(input, NAME, problems);
      if (text == null) {
        return;
      }
      Vocabulary vocabulary = new Vocabulary();
      vocabulary.types().add("dialysis");
      vocabulary.diseases().add("糖尿病");
      ClaimContext context =
          new ClaimContext(
              new Roster(PEOPLE, List.of()),
              vocabulary,
              new RowIds(),
              new IdTable(),
              new IdTable(),
              new Workers(1, 300 + input.length % 500));
      all(
          ClaimFile.first(text, ReadOptions.DEFAULT, context, problems, null, person -> {}),
          problems);
      if (problems.count() == 0) {
        all(ClaimFile.again(text, ReadOptions.DEFAULT, context, 0), new Problems());
      }
    }

    private void all(@Nullable ClaimFile opened, Problems problems) throws IOException {
      if (opened == null) {
        return;
      }
      try (ClaimFile file = opened) {
        while (file.next()) {
          check(file.claim() == null == !file.problems().isEmpty(), "a claim or its problems");
          file.problems().forEach(problems::add);
        }
      }
    }
  },

  ACTIVITIES {
    @Override
    List<byte[]> good() {
      return samples("activities.csv");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      InputText text = InputText.of(input, NAME, problems);
      if (text == null) {
        return;
      }
      try (ActivityFile file =
          ActivityFile.open(text, ReadOptions.DEFAULT, PEOPLE, new RowIds(), problems)) {
        while (file != null && file.next()) {
          check(file.activity() == null == !file.problems().isEmpty(), "one or its problems");
          file.problems().forEach(problems::add);
        }
      }
    }
  },

  ACTUAL {
    @Override
    List<byte[]> good() {
      return samples("expected.csv");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      InputText text = InputText.of(input, NAME, problems);
      if (text != null) {
        ActualFile.read(text, ACTUAL_NAMES, ReadOptions.DEFAULT, problems);
      }
    }
  },

  AMOUNT {
    @Override
    List<byte[]> good() {
      return texts("0", "12.34", "99999999999999.99", "-5.00", "1000", "0.01", "12.3");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) {
      String text = new String(input, UTF_8);
      long fen = AmountText.fen(text);
      AmountFault fault = AmountText.fault(text);
      check((fen == AmountText.INVALID) == (fault != null), "an amount or a fault");
      boolean plain = text.matches("[0-9]{1,14}(\\.[0-9]{1,2})?");
      check(plain == (fen != AmountText.INVALID), "digits with at most two decimals");
      if (plain) {
        check(new BigDecimal(text).movePointRight(2).longValueExact() == fen, "the same amount");
      }
      long signed = AmountText.signedFen(text);
      check(fen == AmountText.INVALID || signed == fen, "a sign is not needed");
      outcome(problems, fault == null ? "read" : fault.name());
    }
  },

  DAY {
    @Override
    List<byte[]> good() {
      return texts(
          "2025-03-14",
          "2024/2/29",
          "20250314",
          "2025-03-14T09:26:53",
          "2025-03-14 09:26",
          "45730");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) {
      String text = new String(input, UTF_8);
      int day = DayText.day(text);
      long moment = DayText.moment(text);
      DayFault fault = DayText.fault(text);
      check(moment == DayText.INVALID == (fault != null), "a moment or a fault");
      check(day == DayText.INVALID_DAY || moment != DayText.INVALID, "a day is a moment");
      check(day != DayText.INVALID_DAY == isDay(text), "a day that exists");
      boolean time =
          text.length() > 9 && text.matches("[^T ]*[T ]([01]\\d|2[0-3])(:[0-5]\\d){1,2}");
      boolean whole = time && isDay(text.split("[T ]", 2)[0]);
      check(moment != DayText.INVALID == (isDay(text) || whole), "a time that exists");
      outcome(problems, fault == null ? day == DayText.INVALID_DAY ? "time" : "day" : fault.name());
    }

    private boolean isDay(String text) {
      if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(/[0-9]{1,2}){2}|[0-9]{8}")) {
        return false;
      }
      String[] parts =
          text.length() == 8 && text.indexOf('/') < 0
              ? new String[] {text.substring(0, 4), text.substring(4, 6), text.substring(6)}
              : text.split("[-/]", -1);
      try {
        LocalDate.of(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return !parts[0].equals("0000");
      } catch (DateTimeException e) {
        return false;
      }
    }
  },

  ID {
    @Override
    List<byte[]> good() {
      return texts("P0001", "510402199001011237", "人员-1", "C1", "5.10E+17", "510402199001011000");
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) {
      String text = new String(input, UTF_8);
      if (text.isEmpty()) {
        return;
      }
      Shown masking = new Shown(false);
      IdText.Fault fault = IdText.fault(text, input.length % 2 == 0, masking);
      if (fault == null) {
        check(text.codePointCount(0, text.length()) <= IdText.LONGEST, "at most 64 characters");
        check(!text.matches("(?s)[=+@＝＋－＠-].*"), "no formula");
        check(text.codePoints().noneMatch(FuzzedReader::isHidden), "only visible characters");
        check(text.chars().noneMatch(c -> c == ',' || c == '"' || c == ':' || c == ';'), "no mark");
        String shown = masking.id(text);
        check(text.length() < 5 || !shown.contains(text), "masked");
      } else {
        problems.add(new Problem(fault.code(), NAME, 1, 1, "person_id", fault.args()));
      }
    }
  },

  POLICY {
    @Override
    List<byte[]> good() {
      List<byte[]> all = new ArrayList<>();
      for (String name : List.of("659004-resident", "620000-resident", "510400-employee")) {
        all.add(file(Path.of("src/main/resources/cohealth/policies", name + ".json")));
      }
      for (int seed = 1; seed <= 4; seed++) {
        all.add(RandomWorld.withActivities(seed, 1).policies().get(0).getBytes(UTF_8));
      }
      return all;
    }

    @Override
    void read(byte[] input, Path folder, Problems problems) {
      PolicyFile file = PolicyFile.read(NAME, input, problems);
      if (file != null) {
        PolicyFindings.of(file).forEach(problems::add);
      }
    }
  },

  STATE {
    @Override
    List<byte[]> good() {
      return STATES;
    }

    /** As it is, and with a checksum that fits, as somebody who changes one would make it. */
    @Override
    void read(byte[] input, Path folder, Problems problems) throws IOException {
      Path file = folder.resolve("state-" + Thread.currentThread().getId() + ".json");
      Files.write(file, input.length % 8 == 0 ? input : sealed(input));
      StateFile state = StateFile.open(file, NAME, new IdTable(), new IdTable(), problems);
      if (state == null) {
        return;
      }
      try {
        state.readPeople((line, number) -> {});
        state.readClaims((line, number) -> {});
        state.readWholeClaims(id -> true, (line, number) -> {});
      } catch (DamagedState e) {
        problems.add(e.problem());
      }
    }

    private byte[] sealed(byte[] input) throws IOException {
      int end = input.length;
      while (end > 0 && input[end - 1] == '\n') {
        end--;
      }
      while (end > 0 && input[end - 1] != '\n') {
        end--;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (StateSeal seal = new StateSeal(out)) {
        seal.write(input, 0, end);
        seal.end();
      }
      return out.toByteArray();
    }
  };

  static final String NAME = "f";
  private static final int ROWS = 6;
  private static final List<String> ACTUAL_NAMES =
      List.of(firstLine(samples("expected.csv").get(0)).split(",", -1));
  private static final People PEOPLE = people();
  private static final List<byte[]> STATES = states();

  /** Inputs without a fault. */
  abstract List<byte[]> good();

  /** Reads it; whatever is wrong with it is a problem. */
  abstract void read(byte[] input, Path folder, Problems problems) throws IOException;

  /** An outcome that is no problem of a file. */
  private static void outcome(Problems problems, String name) {
    problems.add(Problem.at(ProblemCode.READ_AS_GB18030, name, 0, 0, null));
  }

  static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || Character.isWhitespace(c);
  }

  private static String firstLine(byte[] bytes) {
    return new String(bytes, UTF_8).lines().findFirst().orElse("");
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
  }

  /** The first rows of the samples' files of a name. */
  private static List<byte[]> samples(String name) {
    try (Stream<Path> files = Files.walk(Path.of("samples"))) {
      List<byte[]> found = new ArrayList<>();
      files
          .filter(path -> path.endsWith(name) && !path.toString().contains("errors"))
          .sorted()
          .forEach(path -> found.add(firstRows(file(path))));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] firstRows(byte[] bytes) {
    String[] lines = new String(bytes, ISO_8859_1).split("(?<=\n)", -1);
    return String.join("", Arrays.asList(lines).subList(0, Math.min(lines.length, ROWS)))
        .getBytes(ISO_8859_1);
  }

  private static byte[] file(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the first samples, so that their rows can be right. */
  private static People people() {
    Problems problems = new Problems();
    try {
      InputText text =
          InputText.of(file(Path.of("samples/01-panzhihua-family/households.csv")), NAME, problems);
      return Objects.requireNonNull(
          HouseholdFile.read(Objects.requireNonNull(text), ReadOptions.DEFAULT, problems));
    } catch (UnreadableFile e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> states() {
    List<byte[]> states = new ArrayList<>();
    try {
      Path folder = Files.createTempDirectory("states");
      for (String sample : List.of("01-panzhihua-family", "21-bindings-file")) {
        Path inputs = Path.of("samples", sample);
        Path state = folder.resolve("state.json");
        List<String> args = new ArrayList<>(List.of("settle", "--quiet", "-f", "csv"));
        args.addAll(List.of("-H", inputs.resolve("households.csv").toString()));
        args.addAll(List.of("-C", inputs.resolve("claims.csv").toString()));
        if (Files.exists(inputs.resolve("bindings.csv"))) {
          args.addAll(List.of("-B", inputs.resolve("bindings.csv").toString()));
        }
        args.addAll(List.of("--closing", state.toString()));
        check(cohealth.cli.CommandLineRun.of(args.toArray(String[]::new)).code() == 0, sample);
        states.add(file(state));
        Files.delete(state);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return states;
  }
}
