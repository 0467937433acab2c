package cohealth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Generated inputs, kept from run to run as long as the generator gives the same ones: a small
 * world tells, whose hash names the folder.
 */
final class Worlds {
  private final Path program;
  private final Path folder;
  private final Path log;

  private Worlds(Path program, Path folder, Path log) {
    this.program = program;
    this.folder = folder;
    this.log = log;
  }

  static Worlds in(Path bench, Path program, Path log) throws IOException, InterruptedException {
    Path probe = bench.resolve("probe");
    new Worlds(program, probe, log).generate(probe, 1000, 10_000, false);
    String key;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(probe.resolve("households.csv")));
      digest.update(Files.readAllBytes(probe.resolve("claims.csv")));
      key = HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Path data = bench.resolve("data-" + key);
    Files.createDirectories(data);
    return new Worlds(program, data, log);
  }

  /** The folder of a world, generated when it is not there. */
  Path of(long persons, long claims, boolean shuffled) throws IOException, InterruptedException {
    Path world = folder.resolve(persons + "-" + claims + (shuffled ? "-shuffled" : ""));
    if (!Files.exists(world.resolve("claims.csv"))) {
      generate(world, persons, claims, shuffled);
    }
    return world;
  }

  private void generate(Path world, long persons, long claims, boolean shuffled)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "generate",
                "--persons",
                Long.toString(persons),
                "--claims",
                Long.toString(claims),
                "--seed",
                "1",
                "--output-dir",
                world.toString(),
                "--force"));
    if (shuffled) {
      command.add("--shuffled");
    }
    Sample.of(command, Map.of(), log);
  }
}
