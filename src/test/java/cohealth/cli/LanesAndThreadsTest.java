package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same claims give the same bytes, however they are read (as plain bytes, through the
 * tokenizer, by both in turn, a second time) and by however many threads.
 */
class LanesAndThreadsTest {
  private static final String PERSONS = "600";
  private static final String ROWS = "23500";

  /** Claims are read in pieces of half a megabyte, which several threads share. */
  private static final int SEVERAL_PIECES = 2_000_000;

  private static final List<Integer> THREADS = List.of(1, 2, 3, 8);
  private static final List<String> OUTPUTS = List.of("out.csv", "postings.csv", "state.json");

  @TempDir Path temporary = Path.of("");

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
  void everyLaneAndNumberOfThreadsGivesTheSameBytes(int seed, boolean shuffled) {
    World world = world(seed, shuffled);
    byte[] plain = world.claims();
    assertThat(plain.length).isGreaterThan(SEVERAL_PIECES);
    Map<String, byte[]> lanes = new LinkedHashMap<>();
    lanes.put("plain.csv", plain);
    lanes.put("header.csv", quotedHeader(plain));
    lanes.put("middle.csv", quotedMiddle(plain));
    lanes.put("crlf.csv", bytes(text(plain).replace("\n", "\r\n")));
    lanes.put("odd.csv", withOddRows(plain));
    lanes.put("packed.csv.gz", packed(plain));
    lanes.forEach(world.folder::write);

    Map<String, String> found = new LinkedHashMap<>();
    for (int threads : THREADS) {
      found.put("plain.csv " + threads, world.everything("plain.csv", threads));
      found.put("header.csv " + threads, world.everything("header.csv", threads));
    }
    found.put("middle.csv 1", world.everything("middle.csv", 1));
    found.put("middle.csv 8", world.everything("middle.csv", 8));
    found.put("odd.csv 1", world.everything("odd.csv", 1));
    found.put("odd.csv 8", world.everything("odd.csv", 8));
    found.put("odd.csv 2, again", world.everything("odd.csv", 2, "--rejects"));
    found.put("crlf.csv 2", world.everything("crlf.csv", 2));
    found.put("packed.csv.gz 3", world.everything("packed.csv.gz", 3));
    // with rejects nothing is kept, so the claims are read once more
    found.put("plain.csv 8, again", world.everything("plain.csv", 8, "--rejects"));
    found.put("middle.csv 3, again", world.everything("middle.csv", 3, "--rejects"));
    String first = found.values().iterator().next();
    assertThat(found).allSatisfy((run, hashes) -> assertThat(hashes).isEqualTo(first));

    Map<String, String> bare = new LinkedHashMap<>();
    for (int threads : List.of(1, 8)) {
      bare.put("plain.csv " + threads, hash(bytes(world.rows("plain.csv", threads))));
    }
    bare.put("middle.csv 2", hash(bytes(world.rows("middle.csv", 2))));
    String rows = bare.values().iterator().next();
    assertThat(bare).allSatisfy((run, hash) -> assertThat(hash).isEqualTo(rows));
  }

  /** Otherwise no world would show that an order matters. */
  @Test
  void otherSeedsAndOrdersGiveOtherBytes() {
    World world = world(1, false);
    World shuffled = world(1, true);
    World other = world(2, false);
    assertThat(
            Stream.of(world, shuffled, other)
                .map(each -> hash(bytes(each.rows(CliFolder.CLAIMS, 2))))
                .distinct())
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void shuffledClaimsAreSettledAsThoseInOrder(int seed) {
    String ordered = world(seed, false).rows(CliFolder.CLAIMS, 3, "--columns", "full");
    String shuffled = world(seed, true).rows(CliFolder.CLAIMS, 2, "--columns", "full");
    assertThat(shuffled).isNotEqualTo(ordered);
    assertThat(hash(sorted(shuffled))).isEqualTo(hash(sorted(ordered)));
  }

  /** Bad rows in several pieces: they and what they block are the same, with their places. */
  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void badRowsAreSetAsideAtTheSamePlaces(int seed, boolean shuffled) {
    World world = world(seed, shuffled);
    String[] lines = text(world.claims()).split("\n", -1);
    for (int row = 4_000; row < lines.length; row += 7_000) {
      lines[row] = lines[row].substring(0, lines[row].indexOf(',')) + ",nobody,x" + lines[row];
      lines[row + 1] = lines[row + 1].replaceAll("\\.(\\d\\d),", ".$10,"); // a third decimal
    }
    byte[] bad = bytes(String.join("\n", lines));
    List<String> found = new ArrayList<>();
    for (byte[] claims : List.of(bad, quotedHeader(bad))) {
      world.folder.write(CliFolder.CLAIMS, claims);
      for (int threads : List.of(1, 8)) {
        CommandLineRun run =
            world.settle(
                CliFolder.CLAIMS,
                threads,
                "-o",
                world.folder.path("out.csv"),
                "--force",
                "--rejects",
                world.folder.path("rejects.csv"));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTS.code());
        found.add(world.hash("out.csv") + " " + world.hash("rejects.csv"));
      }
    }
    assertThat(world.folder.read("rejects.csv")).contains(",E2").contains(",BLOCKED,");
    assertThat(found).containsOnly(found.get(0));
  }

  /** Nothing is settled, and each fault has the same place in every lane. */
  @Test
  void refusalsAreToldInTheSameWords() {
    World world = world(3, false);
    String[] lines = text(world.claims()).split("\n", -1);
    for (int row = 5_000; row < lines.length; row += 6_000) {
      lines[row] = lines[row].replaceAll("\\.(\\d\\d),", ".$10,");
    }
    byte[] bad = bytes(String.join("\n", lines));
    List<String> told = new ArrayList<>();
    for (byte[] claims : List.of(bad, quotedHeader(bad))) {
      world.folder.write(CliFolder.CLAIMS, claims);
      for (int threads : List.of(1, 8)) {
        CommandLineRun run = world.settle(CliFolder.CLAIMS, threads);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED.code());
        told.add(run.err());
      }
    }
    assertThat(told.get(0)).contains(":5001:", ":11001:", ":17001:", ":23001:");
    assertThat(told).containsOnly(told.get(0));
  }

  /** Invented people and claims. */
  private record World(CliFolder folder) {
    byte[] claims() {
      return CliFolder.bytes(Path.of(folder.path(CliFolder.CLAIMS)));
    }

    /** The hashes of the results, the ledger and the state. */
    String everything(String claims, int threads, String... rejects) {
      List<String> more = new ArrayList<>(List.of("--force", "--columns", "full"));
      more.addAll(List.of("-o", folder.path(OUTPUTS.get(0))));
      more.addAll(List.of("--postings", folder.path(OUTPUTS.get(1))));
      more.addAll(List.of("--closing", folder.path(OUTPUTS.get(2))));
      for (String option : rejects) {
        more.addAll(List.of(option, folder.path("rejects.csv")));
      }
      CommandLineRun run = settle(claims, threads, more.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isZero();
      return OUTPUTS.stream().map(this::hash).toList().toString();
    }

    /** The results as CSV. */
    String rows(String claims, int threads, String... more) {
      List<String> options = new ArrayList<>(List.of("-f", "csv", "--quiet"));
      options.addAll(List.of(more));
      CommandLineRun run = settle(claims, threads, options.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).hasLineCount(Integer.parseInt(ROWS) + 1);
      return run.out();
    }

    CommandLineRun settle(String claims, int threads, String... more) {
      List<String> args = new ArrayList<>(List.of("settle", "--opening-date", "2025-01-01"));
      args.addAll(List.of("-H", folder.path(CliFolder.HOUSEHOLDS), "-C", folder.path(claims)));
      args.addAll(List.of("--threads", Integer.toString(threads)));
      args.addAll(List.of(more));
      return CliFolder.run("C", "", args.toArray(String[]::new));
    }

    String hash(String name) {
      return LanesAndThreadsTest.hash(CliFolder.bytes(Path.of(folder.path(name))));
    }
  }

  private World world(int seed, boolean shuffled) {
    Path folder = temporary.resolve(seed + (shuffled ? "s" : "o"));
    List<String> args = new ArrayList<>(List.of("generate", "--quiet", "--persons", PERSONS));
    args.addAll(List.of("--claims", ROWS, "--seed", Integer.toString(seed)));
    args.addAll(List.of("--output-dir", folder.toString()));
    if (shuffled) {
      args.add("--shuffled");
    }
    CommandLineRun run = CliFolder.run("C", "", args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.exists(folder.resolve(CliFolder.CLAIMS))).isTrue();
    return new World(new CliFolder(folder));
  }

  /** From the first quote on the tokenizer reads: here from the first row. */
  private static byte[] quotedHeader(byte[] claims) {
    return bytes(text(claims).replaceFirst("claim_id,", "\"claim_id\","));
  }

  /** Some rows between plain ones are left to the tokenizer, one by one and several in turn. */
  private static byte[] withOddRows(byte[] plain) {
    String[] lines = text(plain).split("\n", -1);
    for (int row = 1; row < lines.length - 1; row++) {
      lines[row] = row % 97 == 0 || row % 1_000 < 3 ? " " + lines[row] : lines[row];
    }
    return bytes(String.join("\n", lines));
  }

  /** Some rows in the middle have a quoted cell: in the second, the third and the fourth piece. */
  private static byte[] quotedMiddle(byte[] claims) {
    String[] lines = text(claims).split("\n", -1);
    for (int row = lines.length / 3; row < lines.length - 1; row += lines.length / 4) {
      lines[row] = lines[row].replaceFirst("^([^,]*),", "\"$1\",");
    }
    return bytes(String.join("\n", lines));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] sorted(String rows) {
    String[] lines = rows.split("\n", -1);
    Arrays.sort(lines);
    return bytes(String.join("\n", lines));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
