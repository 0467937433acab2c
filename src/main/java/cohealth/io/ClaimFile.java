package cohealth.io;

import static cohealth.io.ClaimColumn.CLAIM_ID;
import static cohealth.io.ClaimColumn.PERSON_ID;
import static cohealth.io.ClaimColumn.REVERSES;
import static cohealth.io.ClaimColumn.SERVICE_TIME;

import cohealth.event.Claim;
import cohealth.time.DayText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one claims file row by row (docs/files.md). All files are read twice: the first pass
 * registers every claim id and finds the problems, the second gives the same rows with {@link
 * Claim#reverses} resolved over all files. Rows are refused one by one; what makes the rest of a
 * file unreadable goes to the problems of the run.
 */
public final class ClaimFile implements AutoCloseable {
  /** {@link #person} when no person is known. */
  public static final int NOBODY = -1;

  /** {@link #moment} when the time cannot be read. */
  public static final long NO_MOMENT = DayText.INVALID;

  private final CsvTable table;
  private final ClaimContext context;
  private final Shown shown;
  private final boolean registers;
  private final RowProblems problems = new RowProblems();
  private final FieldText fields;
  private final ClaimRow row;
  private int ordinal;
  private String id = "";
  private int person = NOBODY;
  private long moment = NO_MOMENT;
  private @Nullable Claim claim;

  private ClaimFile(
      CsvTable table,
      ClaimContext context,
      ReadOptions options,
      int firstOrdinal,
      boolean registers) {
    this.table = table;
    this.context = context;
    this.shown = options.shown();
    this.registers = registers;
    this.ordinal = firstOrdinal - 1;
    this.fields = new FieldText(table, problems);
    this.row = new ClaimRow(table, fields, context);
  }

  /**
   * Opens the next file of the first pass. Its rows are numbered on from {@link RowIds#size};
   * {@link Claim#reverses} is {@link Claim#UNKNOWN} for every row that takes another one back.
   *
   * @param problems takes what concerns the whole file; no --rejects can help there
   * @return null when the header is refused
   */
  public static @Nullable ClaimFile first(
      InputText text, ReadOptions options, ClaimContext context, Problems problems)
      throws UnreadableFile {
    context.ids().startFile(text.name());
    return open(text, options, context, context.ids().size(), true, problems);
  }

  /**
   * Opens a file that the first pass has read for the second one.
   *
   * @param firstOrdinal of its first row, as in the first pass
   * @throws UnreadableFile also when the header is not what it was
   */
  public static ClaimFile again(
      InputText text, ReadOptions options, ClaimContext context, int firstOrdinal)
      throws UnreadableFile {
    ClaimFile file = open(text, options, context, firstOrdinal, false, new Problems());
    if (file == null) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, text.name());
    }
    return file;
  }

  private static @Nullable ClaimFile open(
      InputText text,
      ReadOptions options,
      ClaimContext context,
      int firstOrdinal,
      boolean registers,
      Problems problems)
      throws UnreadableFile {
    CsvTable table = CsvTable.open(text, List.of(ClaimColumn.values()), options, problems);
    return table == null ? null : new ClaimFile(table, context, options, firstOrdinal, registers);
  }

  /** Goes to the next row; false at the end, or where the file cannot be read on. */
  public boolean next() throws UnreadableFile {
    if (!table.next()) {
      return false;
    }
    ordinal++;
    problems.clear();
    claim = null;
    Problem shape = table.shapeProblem();
    if (shape == null) {
      read();
    } else {
      problems.accept(shape);
      guess();
    }
    return true;
  }

  /** The row's number over all files. */
  public int ordinal() {
    return ordinal;
  }

  /** The line in which the row begins, from 1. */
  public int line() {
    return table.line();
  }

  /** The claim id as written; empty when there is none. */
  public String id() {
    return id;
  }

  /** The patient's number, or {@link #NOBODY}; known for many refused rows, too. */
  public int person() {
    return person;
  }

  /** The service time, or {@link #NO_MOMENT}; known for many refused rows, too. */
  public long moment() {
    return moment;
  }

  /** The claim, or null when the row is refused. */
  public @Nullable Claim claim() {
    return claim;
  }

  /** Why the row is refused, in the order of its cells; empty when it is not. */
  public List<Problem> problems() {
    return problems.sorted();
  }

  /**
   * A problem of this row that is found later, at the cell of a field.
   *
   * @param field the English name of a column
   * @throws IllegalArgumentException when claims have no such column
   */
  public Problem at(String field, ProblemCode code, String... args) {
    for (ClaimColumn column : ClaimColumn.values()) {
      if (column.field().equals(field)) {
        return table.problem(column, code, args);
      }
    }
    throw new IllegalArgumentException(field);
  }

  /** The text of a field in this row, for such a problem; not yet {@link Shown shown}. */
  public String text(String field) {
    for (ClaimColumn column : ClaimColumn.values()) {
      if (column.field().equals(field)) {
        return table.value(column);
      }
    }
    throw new IllegalArgumentException(field);
  }

  /** Closes the file and checks that it has not changed. */
  @Override
  public void close() throws UnreadableFile {
    table.close();
  }

  private void read() throws UnreadableFile {
    id = table.value(CLAIM_ID);
    checkId();
    person = readPerson();
    moment = fields.moment(SERVICE_TIME);
    String reversed = fields.id(REVERSES);
    Claim read =
        reversed != null && reversed.isEmpty()
            ? row.ordinary(ordinal, person, moment)
            : row.reversal(
                ordinal, person, moment, reversed == null ? Claim.UNKNOWN : ordinalOf(reversed));
    if (problems.isEmpty()) {
      claim = read;
    }
  }

  /** A row with too few or too many cells: its person and time, if they seem to be in place. */
  private void guess() {
    id = table.value(CLAIM_ID);
    person = context.people().indexOf(table.value(PERSON_ID));
    moment = DayText.moment(table.value(SERVICE_TIME));
    if (registers) {
      context.ids().addNone(table.line());
    }
  }

  private void checkId() throws UnreadableFile {
    String checked = fields.id(CLAIM_ID);
    if (checked == null) {
      if (registers) {
        context.ids().addNone(table.line());
      }
      return;
    }
    RowIds ids = context.ids();
    int earlier = registers ? ids.add(checked, table.line()) : ids.find(checked);
    if (!registers && earlier == RowIds.NONE) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, table.file());
    }
    if (earlier != (registers ? RowIds.NONE : ordinal)) {
      RowIds.Place place = ids.place(earlier);
      fields.refuse(
          CLAIM_ID,
          ProblemCode.DUPLICATE_CLAIM,
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
    int found = context.people().indexOf(text);
    if (found < 0) {
      fields.refuse(PERSON_ID, ProblemCode.UNKNOWN_PERSON, shown.id(text));
    }
    return found;
  }

  private int ordinalOf(String reversed) {
    int found = registers ? RowIds.NONE : context.ids().find(reversed);
    return found == RowIds.NONE ? Claim.UNKNOWN : found;
  }
}
