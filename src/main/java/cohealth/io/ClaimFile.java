package cohealth.io;

import static cohealth.io.ClaimColumn.CLAIM_ID;
import static cohealth.io.ClaimColumn.FACILITY_ID;
import static cohealth.io.ClaimColumn.PERSON_ID;
import static cohealth.io.ClaimColumn.REVERSES;
import static cohealth.io.ClaimColumn.SERVICE_TIME;
import static cohealth.io.ClaimColumn.VISIT_ID;

import cohealth.event.Claim;
import cohealth.event.ClaimBlock;
import cohealth.event.KeptClaims;
import cohealth.text.IdTable;
import cohealth.time.DayText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one claims file row by row (docs/files.md). The first reading registers every claim id and
 * finds the problems, and may keep the claims. Where they are not kept, a second one gives the same
 * rows with {@link Claim#reverses} resolved over all files. Plain rows come from {@link
 * PlainPieces}, all others from the table. Rows are refused one by one; what makes the rest of a
 * file unreadable goes to the problems of the run.
 */
public final class ClaimFile implements AutoCloseable {
  /** {@link #person} when no person is known. */
  public static final int NOBODY = -1;

  /** {@link #moment} when the time cannot be read. */
  public static final long NO_MOMENT = DayText.INVALID;

  private static final List<ClaimColumn> COLUMNS = List.of(ClaimColumn.values());

  private static final int AHEAD = 32;

  private final CsvTable table;
  private final ClaimContext context;
  private final Shown shown;
  private final boolean registers;
  private final RowProblems problems = new RowProblems();
  private final FieldText fields;
  private final ClaimRow row;
  private final boolean placed;
  private final @Nullable KeptClaims kept;
  private final IntConsumer coming;
  private @Nullable PlainPieces pieces;
  private @Nullable PlainRows rows;
  private @Nullable ClaimBlock block;
  private int[] facilities = new int[0];
  private int[] visits = new int[0];
  private int next;
  private int line = 1;
  private boolean tabled;
  private boolean looked;
  private int ordinal;
  private int person = NOBODY;
  private long moment = NO_MOMENT;
  private @Nullable Claim claim;

  private ClaimFile(
      CsvTable table,
      ClaimContext context,
      ReadOptions options,
      int firstOrdinal,
      boolean registers,
      @Nullable KeptClaims kept,
      IntConsumer coming)
      throws UnreadableFile {
    this.kept = kept;
    this.coming = coming;
    this.table = table;
    this.context = context;
    this.shown = options.shown();
    this.registers = registers;
    this.ordinal = firstOrdinal - 1;
    this.fields = new FieldText(table, problems);
    this.row = new ClaimRow(table, fields, context);
    this.placed = context.visits() != null || context.facilities() != null;
    this.pieces =
        PlainClaims.canRead(options.delimiter())
            ? table.pieces(() -> reader(options.delimiter()), context.workers())
            : null;
    this.tabled = pieces == null;
  }

  private PlainClaims reader(char delimiter) {
    return new PlainClaims(table.columns(ClaimColumn.values()), delimiter, context);
  }

  /**
   * Opens the next file of the first pass. Its rows are numbered on from {@link RowIds#size};
   * {@link Claim#reverses} is {@link Claim#UNKNOWN} for every row that takes another one back.
   *
   * @param problems takes what concerns the whole file; no --rejects can help there
   * @param kept takes all claims, or null
   * @param coming hears of most patients shortly before their rows, of many at a time
   * @return null when the header is refused
   */
  public static @Nullable ClaimFile first(
      InputText text,
      ReadOptions options,
      ClaimContext context,
      Problems problems,
      @Nullable KeptClaims kept,
      IntConsumer coming)
      throws UnreadableFile {
    context.ids().startFile(text.name());
    CsvTable table = CsvTable.open(text, COLUMNS, options, problems);
    return table == null
        ? null
        : new ClaimFile(table, context, options, context.ids().size(), true, kept, coming);
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
    CsvTable table = CsvTable.open(text, COLUMNS, options, new Problems());
    if (table == null) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, text.name());
    }
    return new ClaimFile(table, context, options, firstOrdinal, false, null, person -> {});
  }

  /** Goes to the next row; false at the end, or where the file cannot be read on. */
  public boolean next() throws UnreadableFile {
    while (true) {
      if (tabled) {
        if (table.next()) {
          readFromTable();
          return true;
        }
        if (pieces == null || table.isBroken()) {
          return false;
        }
        tabled = false;
      }
      PlainRows piece = rows;
      if (piece == null || next == piece.size()) {
        if (!nextPiece()) {
          return false;
        }
      } else if (piece.block.has(next) && readPlain(piece)) {
        return true;
      } else {
        table(piece);
      }
    }
  }

  /** The row's number over all files. */
  public int ordinal() {
    return ordinal;
  }

  /** The line in which the row begins, from 1. */
  public int line() {
    return tabled ? table.line() : line;
  }

  /** The patient's number, or {@link #NOBODY}; known for many refused rows, too. */
  public int person() {
    return person;
  }

  /** The service time, or {@link #NO_MOMENT}; known for many refused rows, too. */
  public long moment() {
    return moment;
  }

  /** Whether the row can be settled; else it is refused. */
  public boolean isSound() {
    return !tabled || claim != null;
  }

  /** The claim, or null when the row is refused. */
  public @Nullable Claim claim() {
    if (claim == null && !tabled && block != null) {
      claim = block.claim(next - 1, ordinal, isReversal() ? reversedOrdinal() : Claim.NOTHING);
    }
    return claim;
  }

  /** Whether a row that is sound takes another one back. */
  public boolean isReversal() {
    return (tabled || block == null)
        ? claim != null && claim.isReversal()
        : block.isReversal(next - 1);
  }

  /** Of a sound reversal: the id that its row names. */
  public String reversedId() throws UnreadableFile {
    PlainRows piece = rows;
    if (tabled || piece == null) {
      return text(REVERSES.field());
    }
    int from = table.start(piece.bytes, piece.starts[next - 1], table.cellOf(REVERSES));
    int to = table.end(piece.bytes, from);
    return new String(piece.bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** The whole bill of a row that is sound; of a reversal what it says, or 0. */
  public long totalFen() {
    return (tabled || block == null) ? sound().totalFen() : block.totalFen(next - 1);
  }

  /** The type of a row that is sound, see {@link Claim#type}. */
  public int type() {
    return (tabled || block == null) ? sound().type() : block.type(next - 1);
  }

  /** The level of a row that is sound, see {@link Claim#level}. */
  public int level() {
    return (tabled || block == null) ? sound().level() : block.level(next - 1);
  }

  private Claim sound() {
    return Objects.requireNonNull(claim, "a row that is refused");
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
  public Problem at(String field, ProblemCode code, String... args) throws UnreadableFile {
    look();
    for (ClaimColumn column : ClaimColumn.values()) {
      if (column.field().equals(field)) {
        return table.problem(column, code, args);
      }
    }
    throw new IllegalArgumentException(field);
  }

  /** The text of a field in this row, for such a problem; not yet {@link Shown shown}. */
  public String text(String field) throws UnreadableFile {
    look();
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
    table.close(pieces);
  }

  /** Goes to the next piece, or to what only the table can read; false at the end. */
  private boolean nextPiece() throws UnreadableFile {
    PlainPieces from = Objects.requireNonNull(pieces);
    rows = table.next(from, rows);
    next = 0;
    PlainRows piece = rows;
    if (piece != null) {
      block = piece.block;
      if (placed) {
        facilities = new int[piece.size()];
        visits = new int[piece.size()];
        block = piece.block.with(facilities, visits);
      }
      if (kept != null) {
        kept.add(ordinal + 1, block);
      }
      return true;
    }
    long rest = from.rest();
    if (rest < 0) {
      return false;
    }
    table.close(from, rest, line + 1);
    pieces = null;
    tabled = true;
    return true;
  }

  /** Hands the row at this place, and those after it that are not plain, over to the table. */
  private void table(PlainRows piece) throws UnreadableFile {
    int first = next++;
    while (next < piece.size() && !piece.block.has(next)) {
      next++;
    }
    table.resume(piece.bytes, piece.starts[first], piece.starts[next], line + 1);
    line += next - first;
    tabled = true;
  }

  /** A plain row; false when its id cannot be used. */
  private boolean readPlain(PlainRows piece) {
    int at = next;
    int from = piece.ids[2 * at];
    int to = piece.ids[2 * at + 1];
    RowIds ids = context.ids();
    boolean fits =
        registers
            ? ids.addIfNew(piece.bytes, from, to, line + 1) == RowIds.NONE
            : ids.isAt(ordinal + 1, piece.bytes, from, to);
    if (!fits) {
      return false;
    }
    next++;
    line++;
    ordinal++;
    looked = false;
    if (at % AHEAD == 0) {
      announce(piece.block, at);
    }
    problems.clear();
    claim = null;
    person = piece.block.person(at);
    moment = piece.block.moment(at);
    if (placed && !piece.block.isReversal(at)) {
      facilities[at] = number(piece, at, FACILITY_ID, context.facilities());
      visits[at] = number(piece, at, VISIT_ID, context.visits());
    }
    return true;
  }

  /** Many at a time: the processor waits once for all of them. */
  private void announce(ClaimBlock of, int from) {
    int to = Math.min(of.size(), from + AHEAD);
    for (int at = from; at < to; at++) {
      if (of.has(at)) {
        coming.accept(of.person(at));
      }
    }
  }

  private int number(PlainRows piece, int at, ClaimColumn column, @Nullable IdTable numbers) {
    int cell = table.cellOf(column);
    if (cell < 0 || numbers == null) {
      return 0;
    }
    int from = table.start(piece.bytes, piece.starts[at], cell);
    int to = table.end(piece.bytes, from);
    if (from == to) {
      return 0;
    }
    int known = numbers.addIfNew(piece.bytes, from, to);
    return known == IdTable.NONE ? numbers.size() : known + 1;
  }

  /** Of a plain reversal: what its row takes back. */
  private int reversedOrdinal() {
    PlainRows piece = rows;
    int cell = table.cellOf(REVERSES);
    if (registers || piece == null) {
      return Claim.UNKNOWN;
    }
    int from = table.start(piece.bytes, piece.starts[next - 1], cell);
    int found = context.ids().find(piece.bytes, from, table.end(piece.bytes, from));
    return found == RowIds.NONE ? Claim.UNKNOWN : found;
  }

  /** Lets the table stand at a plain row, for its text and places. */
  private void look() throws UnreadableFile {
    PlainRows piece = rows;
    if (!tabled && !looked && piece != null) {
      table.resume(piece.bytes, piece.starts[next - 1], piece.starts[next], line);
      table.next();
      looked = true;
    }
  }

  private void readFromTable() throws UnreadableFile {
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
    if (claim != null && kept != null) {
      kept.add(claim);
    }
  }

  private void read() throws UnreadableFile {
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
