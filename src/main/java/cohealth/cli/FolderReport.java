package cohealth.cli;

import cohealth.io.JunitXml.Check;
import cohealth.io.JunitXml.Outcome;
import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.Shown;
import cohealth.report.ResultColumn;
import cohealth.report.TextTable;
import cohealth.report.TextTable.Column;
import cohealth.run.Difference;
import cohealth.run.GoldenFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of golden folders: lines for people, and checks for a build server, which show no ids
 * of people and claims and no paths.
 */
final class FolderReport {
  private static final String INDENT = "      ";

  private final Messages messages;
  private final Shown shown;
  private final StringBuilder text = new StringBuilder();
  private final List<Check> checks = new ArrayList<>();
  private ExitCode code = ExitCode.DONE;

  FolderReport(Messages messages, Shown shown) {
    this.messages = messages;
    this.shown = shown;
  }

  /** The inputs of the folder could be settled. */
  void settled(GoldenFolder folder, GoldenFolder.Result result) {
    List<Difference> differences = new ArrayList<>(result.ofClaims());
    differences.addAll(result.ofActivities());
    if (differences.isEmpty()) {
      line(messages.get("policy.test.ok", folder.name(), result.claims()));
      check(folder, Outcome.OK, List.of());
      return;
    }
    line(messages.get("policy.test.differs", folder.name(), differences.size()));
    table("claim", result.ofClaims());
    table("activity", result.ofActivities());
    check(folder, Outcome.FAILURE, differences.stream().map(this::masked).toList());
    worse(ExitCode.NOT_HELD);
  }

  /** The inputs were refused; says so. */
  String refused(GoldenFolder folder, List<Problem> problems) {
    check(folder, Outcome.ERROR, problems.stream().map(this::withoutPath).toList());
    worse(ExitCode.REFUSED);
    return messages.get("policy.test.refused", folder.name());
  }

  /** A file could not be read; says so. */
  String unreadable(GoldenFolder folder, Problem fault) {
    check(folder, Outcome.ERROR, List.of(withoutPath(fault)));
    worse(ExitCode.FILE);
    return messages.get("policy.test.unreadable", folder.name());
  }

  String text() {
    return text.toString();
  }

  List<Check> checks() {
    return checks;
  }

  String summary() {
    long ok = checks.stream().filter(check -> check.outcome() == Outcome.OK).count();
    return messages.get("policy.test.summary", checks.size(), ok, checks.size() - ok);
  }

  /** The worst that happened: a file, then input, then a difference. */
  ExitCode code() {
    return code;
  }

  private void worse(ExitCode found) {
    List<ExitCode> mildFirst =
        List.of(ExitCode.DONE, ExitCode.NOT_HELD, ExitCode.REFUSED, ExitCode.FILE);
    if (mildFirst.indexOf(found) > mildFirst.indexOf(code)) {
      code = found;
    }
  }

  private void table(String what, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    for (String key : List.of(what, "column", "expected", "found")) {
      columns.add(new Column(messages.get("policy.test." + key), false));
    }
    TextTable table = new TextTable(columns, row -> line(INDENT + row));
    for (Difference difference : differences) {
      table.row(
          List.of(
              Shown.cell(difference.id()),
              header(difference.column()),
              value(difference.expected(), "policy.test.extraRow"),
              value(difference.found(), "policy.test.noRow")));
    }
    table.end();
  }

  private String masked(Difference difference) {
    ResultColumn<?> column = difference.column();
    String id = shown.id(difference.id());
    if (column == null) {
      String key = difference.found() == null ? "policy.test.noRow" : "policy.test.extraRow";
      return id + " " + messages.get(key);
    }
    if (column.namesPeople() && !shown.showIds()) {
      return id + " " + header(column);
    }
    return messages.get(
        "policy.test.line",
        id,
        header(column),
        value(difference.expected(), "policy.test.extraRow"),
        value(difference.found(), "policy.test.noRow"));
  }

  private String value(@Nullable String value, String whenNone) {
    return value == null ? messages.get(whenNone) : Shown.escaped(value);
  }

  private static String header(@Nullable ResultColumn<?> column) {
    return column == null ? "" : column.header();
  }

  private String withoutPath(Problem problem) {
    return messages.text(
        new Problem(
            problem.code(),
            lastName(Path.of(problem.file())),
            problem.line(),
            problem.column(),
            problem.field(),
            problem.args()));
  }

  private void check(GoldenFolder folder, Outcome outcome, List<String> details) {
    checks.add(new Check(lastName(folder.path().toAbsolutePath().normalize()), outcome, details));
  }

  private static String lastName(Path path) {
    return String.valueOf(Objects.requireNonNullElse(path.getFileName(), path));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
