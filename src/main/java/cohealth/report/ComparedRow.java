package cohealth.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a real system gave for one claim, value by value beside what was computed. */
public final class ComparedRow {
  private final List<ComparedCell> cells;
  private final Map<SettledField, ComparedCell> byField = new EnumMap<>(SettledField.class);

  /** The cells of one row; at most one for each field. */
  public ComparedRow(List<ComparedCell> cells) {
    this.cells = List.copyOf(cells);
    cells.forEach(cell -> byField.put(cell.field(), cell));
  }

  /** The values that differ, in the order of the columns. */
  public List<ComparedCell> differing() {
    return cells.stream().filter(cell -> !cell.agrees()).toList();
  }

  /** Whether the real system gave all of these. */
  boolean has(SettledField... fields) {
    for (SettledField field : fields) {
      if (!byField.containsKey(field)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of these differs. */
  boolean differs(SettledField... fields) {
    for (SettledField field : fields) {
      ComparedCell cell = byField.get(field);
      if (cell != null && !cell.agrees()) {
        return true;
      }
    }
    return false;
  }

  /** The value of a field, or null. */
  @Nullable ComparedCell cell(SettledField field) {
    return byField.get(field);
  }

  /** The values of fields that the real system gave. */
  List<ComparedCell> cells(SettledField... fields) {
    return Arrays.stream(fields).map(byField::get).filter(Objects::nonNull).toList();
  }

  /** By how many fen the real system's amounts are more, all together; 0 for what is not given. */
  long deltaFen(SettledField... fields) {
    return cells(fields).stream().mapToLong(ComparedCell::deltaFen).sum();
  }

  /** The largest difference of a bill or payment, in fen, without its sign. */
  public long largestFen() {
    return cells.stream()
        .filter(cell -> cell.field().form() == SettledField.Form.AMOUNT)
        .filter(cell -> cell.field() != SettledField.OWN_BALANCE)
        .mapToLong(cell -> Math.abs(cell.deltaFen()))
        .max()
        .orElse(0);
  }
}
