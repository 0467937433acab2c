package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.reliability.Figure;
import cohealth.text.IdTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 10,000 damaged states every one is refused, whatever was done to it. */
class DamagedStateTest {
  private static final long SEED = 20250314;
  private static final int STATES = 10_000;

  @TempDir Path folder = Path.of("");

  @Test
  void everyDamageIsSeen() throws IOException {
    Path state = folder.resolve("state.json");
    CommandLineRun run =
        CommandLineRun.of(
            "settle",
            "--households",
            "samples/01-panzhihua-family/households.csv",
            "--claims",
            "samples/01-panzhihua-family/claims.csv",
            "--closing",
            state.toString());
    assertThat(run.code()).isZero();
    byte[] sound = Files.readAllBytes(state);
    assertThat(opens(state)).isTrue();

    Figure figure = Figure.of("states", STATES, SEED);
    Random random = new Random(figure.seed());
    while (figure.done() < figure.target() && !figure.isHopeless()) {
      byte[] damaged = damage(sound, random);
      if (!Arrays.equals(damaged, sound)) {
        Files.write(state, damaged);
        figure.tried(opens(state) ? "state " + figure.done() + " was opened" : "");
      }
    }
    figure.close("flipped, cut, grown, without a part, swapped");
  }

  private static boolean opens(Path state) throws IOException {
    Problems problems = new Problems();
    StateFile file = StateFile.open(state, "state.json", new IdTable(), new IdTable(), problems);
    assertThat(problems.count()).isEqualTo(file == null ? 1 : 0);
    return file != null;
  }

  private static byte[] damage(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> with(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
      case 1 -> with(bytes, at, (byte) ('0' + random.nextInt(10)));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
      case 4 -> without(bytes, at, at + 1 + random.nextInt(bytes.length - at));
      default -> swapped(bytes, at, random.nextInt(bytes.length));
    };
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] swapped(byte[] bytes, int one, int other) {
    byte kept = bytes[one];
    bytes[one] = bytes[other];
    bytes[other] = kept;
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] rest = new byte[bytes.length - (to - from)];
    System.arraycopy(bytes, 0, rest, 0, from);
    System.arraycopy(bytes, to, rest, from, bytes.length - to);
    return rest;
  }
}
