package cohealth.cli;

import cohealth.io.JunitXml;
import cohealth.io.Messages;
import cohealth.io.OutputFiles;
import cohealth.io.PendingFile;
import cohealth.io.Problems;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.run.GoldenFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cohealth policy test}: whether golden folders still settle as somebody worked out. */
@Command(name = "test", sortOptions = false)
final class PolicyTestCommand extends PolicySubcommand {
  private static final String SUITE = "cohealth policy test";

  @Parameters(paramLabel = "FOLDER", arity = "1..*")
  List<String> names = new ArrayList<>();

  @Option(names = "--junit", paramLabel = "FILE")
  @Nullable String junit;

  @Option(names = "--force")
  boolean force;

  PolicyTestCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  ExitCode work() throws IOException, WrongUsage {
    Path target = junit == null ? null : path(junit);
    List<GoldenFolder> folders = folders();
    if (folders.isEmpty()) {
      return ExitCode.REFUSED;
    }
    List<Path> inputs = new ArrayList<>();
    for (GoldenFolder folder : folders) {
      inputs.addAll(folder.inputPaths());
    }
    try (OutputFiles files = new OutputFiles(force, inputs)) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        return test(folders, target, files);
      } finally {
        interruption.close();
      }
    }
  }

  private ExitCode test(List<GoldenFolder> folders, @Nullable Path target, OutputFiles files)
      throws IOException {
    PendingFile report = target == null ? null : files.create(target, target.toString());
    Shown shown = new Shown(talk.showIds);
    FolderReport results = new FolderReport(messages, shown);
    for (GoldenFolder folder : folders) {
      run(folder, shown, results);
    }
    if (report != null) {
      report.write(JunitXml.of(SUITE, results.checks()).getBytes(StandardCharsets.UTF_8));
    }
    files.commit(() -> print(results.text()));
    speaker().say(results.summary());
    return results.code();
  }

  private void run(GoldenFolder folder, Shown shown, FolderReport results) throws IOException {
    Problems problems = new Problems();
    try {
      GoldenFolder.Result result = folder.run(shown, problems);
      tell(problems);
      if (result == null) {
        tell(results.refused(folder, problems.first()));
      } else {
        results.settled(folder, result);
      }
    } catch (UnreadableFile e) {
      tell(problems);
      tell(messages.text(e.problem()));
      tell(results.unreadable(folder, e.problem()));
    }
  }

  /** The folders of all arguments; none when an argument is not good for it. */
  private List<GoldenFolder> folders() throws IOException, WrongUsage {
    Problems problems = new Problems();
    List<GoldenFolder> folders = new ArrayList<>();
    for (String name : names) {
      folders.addAll(GoldenFolder.named(name, path(name), problems));
    }
    tell(problems);
    return problems.count() > 0 ? List.of() : folders;
  }
}
