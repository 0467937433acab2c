package cohealth.cli;

import cohealth.generation.Generator;
import cohealth.generation.Population;
import cohealth.io.Messages;
import cohealth.io.PendingFile;
import cohealth.io.PopulationFile;
import cohealth.io.ReadBytes;
import cohealth.io.Shown;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cohealth generate}: invented people and claims, of any number. */
@Command(name = "generate", sortOptions = false)
final class GenerateCommand extends TextCommand {
  private static final String HOUSEHOLDS = "households.csv";
  private static final String CLAIMS = "claims.csv";

  @Option(names = "--persons", paramLabel = "N", required = true)
  Long persons = 0L;

  @Option(names = "--claims", paramLabel = "N", required = true)
  Long claims = 0L;

  @Option(names = "--seed", paramLabel = "N", required = true)
  Long seed = 0L;

  @Option(names = "--output-dir", paramLabel = "FOLDER", required = true)
  String folder = "";

  @Option(names = "--region", paramLabel = "CODE")
  @Nullable String region;

  @Option(names = "--shuffled")
  boolean shuffled;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--no-progress")
  boolean noProgress;

  GenerateCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException, WrongUsage {
    inRange("--persons", persons, 1, Generator.MOST_PERSONS);
    inRange("--claims", claims, 0, Generator.MOST_CLAIMS);
    inRange("--seed", seed, 0, Long.MAX_VALUE);
    Generator generator =
        new Generator(population(), Math.toIntExact(persons), claims, seed, shuffled);
    Path target = path(folder);
    int[] households = new int[1];
    ReadBytes written = new ReadBytes();
    written.expect(generator.expectedBytes());
    Progress progress =
        quiet || noProgress ? null : Progress.ofWriting(written, terminal, messages);
    try {
      write(
          force,
          files -> {
            files.makeFolder(target, folder);
            PendingFile people = files.create(target.resolve(HOUSEHOLDS), name(target, HOUSEHOLDS));
            PendingFile rows = files.create(target.resolve(CLAIMS), name(target, CLAIMS));
            households[0] = generator.write(written.counting(people), written.counting(rows));
          });
    } finally {
      if (progress != null) {
        progress.close();
      }
    }
    if (!quiet) {
      terminal.err().println(messages.get("generate.done", persons, households[0], claims));
    }
  }

  private Population population() throws WrongUsage {
    Population everywhere = PopulationFile.builtIn();
    String place = region;
    if (place == null) {
      return everywhere;
    }
    if (!place.matches("[1-9][0-9]{5}")) {
      throw new WrongUsage(messages.get("usage.region", "--region", Shown.cell(place)));
    }
    return everywhere.in(place);
  }

  private static String name(Path folder, String file) {
    return folder.resolve(file).toString();
  }

  private void inRange(String option, long value, long least, long most) throws WrongUsage {
    if (value < least || value > most) {
      throw new WrongUsage(messages.get("usage.range", option, value, least, most));
    }
  }
}
