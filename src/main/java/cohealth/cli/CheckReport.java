package cohealth.cli;

import cohealth.io.CheckFinding;
import cohealth.io.JunitXml.Check;
import cohealth.io.JunitXml.Outcome;
import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Problems;
import cohealth.run.InputCheck;
import cohealth.time.Day;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A check of inputs for a build server: one check for each file and one for the bindings. It shows
 * no paths, only names of files.
 *
 * @param files the inputs as the user named them
 */
record CheckReport(Messages messages, List<String> files) {
  private static final String BINDINGS = "bindings";

  List<Check> of(InputCheck check, Problems problems) {
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    files.forEach(file -> byFile.put(file, new ArrayList<>()));
    for (Problem problem : problems.first()) {
      byFile
          .computeIfAbsent(problem.file(), file -> new ArrayList<>())
          .add(messages.text(withoutPath(problem)));
    }
    List<Check> checks = new ArrayList<>();
    byFile.forEach((file, lines) -> checks.add(check(lastName(file), lines)));
    if (check.day() == Day.UNKNOWN) {
      String untested = messages.get("check.summary.untested", problems.count());
      checks.add(new Check(BINDINGS, Outcome.ERROR, List.of(untested)));
    } else {
      checks.add(check(BINDINGS, check.bindings().stream().map(this::line).toList()));
    }
    return checks;
  }

  private String line(CheckFinding found) {
    return new CheckFinding(
            withoutPath(found.problem()),
            found.reason(),
            found.payerId(),
            found.beneficiaryId(),
            found.worksFrom())
        .line(messages);
  }

  private static Check check(String name, List<String> lines) {
    return new Check(name, lines.isEmpty() ? Outcome.OK : Outcome.FAILURE, lines);
  }

  private static Problem withoutPath(Problem problem) {
    return new Problem(
        problem.code(),
        lastName(problem.file()),
        problem.line(),
        problem.column(),
        problem.field(),
        problem.args());
  }

  private static String lastName(String file) {
    Path path = Path.of(file);
    return String.valueOf(Objects.requireNonNullElse(path.getFileName(), path));
  }
}
