package cohealth.io;

import static cohealth.io.ActivityColumn.ACTIVITY_ID;
import static cohealth.io.ActivityColumn.PAYER_ID;
import static cohealth.io.ActivityColumn.PERSON_ID;
import static cohealth.io.ActivityColumn.TIME;

import cohealth.event.Activity;
import cohealth.person.People;
import cohealth.time.DayText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one activities file row by row, once (docs/files.md). Rows are refused one by one; what
 * makes the rest of a file unreadable goes to the problems of the run.
 */
public final class ActivityFile implements AutoCloseable {
  /** {@link #person} and {@link #payer} when nobody is known. */
  public static final int NOBODY = Activity.NOBODY;

  /** {@link #moment} when the time cannot be read. */
  public static final long NO_MOMENT = DayText.INVALID;

  private final CsvTable table;
  private final People people;
  private final RowIds ids;
  private final Shown shown;
  private final RowProblems problems = new RowProblems();
  private final FieldText fields;
  private final ActivityRow row;
  private int ordinal;
  private String id = "";
  private int person = NOBODY;
  private long moment = NO_MOMENT;
  private @Nullable Activity activity;

  private ActivityFile(CsvTable table, ReadOptions options, People people, RowIds ids) {
    this.table = table;
    this.people = people;
    this.ids = ids;
    this.shown = options.shown();
    this.ordinal = ids.size() - 1;
    this.fields = new FieldText(table, problems);
    this.row = new ActivityRow(table, fields, people, shown);
  }

  /**
   * Opens the next activities file. Its rows are numbered on from {@link RowIds#size}.
   *
   * @param people who may be named
   * @param ids of all activities files of the run; takes those of this one
   * @param problems takes what concerns the whole file; no --rejects can help there
   * @return null when the header is refused
   */
  public static @Nullable ActivityFile open(
      InputText text, ReadOptions options, People people, RowIds ids, Problems problems)
      throws UnreadableFile {
    ids.startFile(text.name());
    CsvTable table = CsvTable.open(text, List.of(ActivityColumn.values()), options, problems);
    return table == null ? null : new ActivityFile(table, options, people, ids);
  }

  /** Goes to the next row; false at the end, or where the file cannot be read on. */
  public boolean next() throws UnreadableFile {
    if (!table.next()) {
      return false;
    }
    ordinal++;
    problems.clear();
    activity = null;
    Problem shape = table.shapeProblem();
    if (shape == null) {
      read();
    } else {
      problems.accept(shape);
      guess();
    }
    return true;
  }

  /** The row's number over all activities files. */
  public int ordinal() {
    return ordinal;
  }

  /** The line in which the row begins, from 1. */
  public int line() {
    return table.line();
  }

  /** The activity id as written; empty when there is none. */
  public String id() {
    return id;
  }

  /** The person's number, or {@link #NOBODY}; known for many refused rows, too. */
  public int person() {
    return person;
  }

  /**
   * The number of the payer whom the row names, or {@link #NOBODY}; known for many refused rows,
   * too: who is named together is connected.
   */
  public int payer() {
    return people.indexOf(table.value(PAYER_ID));
  }

  /** The time, or {@link #NO_MOMENT}; known for many refused rows, too. */
  public long moment() {
    return moment;
  }

  /** The activity, or null when the row is refused. */
  public @Nullable Activity activity() {
    return activity;
  }

  /** Why the row is refused, in the order of its cells; empty when it is not. */
  public List<Problem> problems() {
    return problems.sorted();
  }

  /**
   * A problem of this row that is found later, at the cell of a field.
   *
   * @param field the English name of a column
   * @throws IllegalArgumentException when activities have no such column
   */
  public Problem at(String field, ProblemCode code, String... args) {
    for (ActivityColumn column : ActivityColumn.values()) {
      if (column.field().equals(field)) {
        return table.problem(column, code, args);
      }
    }
    throw new IllegalArgumentException(field);
  }

  /** Closes the file and checks that it has not changed. */
  @Override
  public void close() throws UnreadableFile {
    table.close();
  }

  private void read() {
    id = table.value(ACTIVITY_ID);
    checkId();
    person = readPerson();
    moment = fields.moment(TIME);
    Activity read = row.read(ordinal, person, moment);
    if (problems.isEmpty()) {
      activity = read;
    }
  }

  /** A row with too few or too many cells: its person and time, if they seem to be in place. */
  private void guess() {
    id = table.value(ACTIVITY_ID);
    person = people.indexOf(table.value(PERSON_ID));
    moment = DayText.moment(table.value(TIME));
    ids.addNone(table.line());
  }

  private void checkId() {
    String checked = fields.id(ACTIVITY_ID);
    if (checked == null) {
      ids.addNone(table.line());
      return;
    }
    int earlier = ids.add(checked, table.line());
    if (earlier != RowIds.NONE) {
      RowIds.Place place = ids.place(earlier);
      fields.refuse(
          ACTIVITY_ID,
          ProblemCode.DUPLICATE_ACTIVITY,
          shown.id(checked),
          Shown.escaped(place.file()),
          Integer.toString(place.line()));
    }
  }

  private int readPerson() {
    String text = fields.id(PERSON_ID);
    if (text == null) {
      return NOBODY;
    }
    int found = people.indexOf(text);
    if (found < 0) {
      fields.refuse(PERSON_ID, ProblemCode.UNKNOWN_PERSON, shown.id(text));
    }
    return found;
  }
}
