package cohealth.spark;

import cohealth.io.LooseCells;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the ids that bring rows together: 64 bits of a hash. Two ids with the same number
 * only bring families together that need not be; what happens in a batch goes by the ids
 * themselves.
 */
final class RowKeys {
  /** Of rows that name nobody. */
  static final long NOBODY = 0;

  /** Ids of different kinds have different numbers. */
  private enum Kind {
    PERSON,
    HOUSEHOLD,
    CLAIM,
    ACTIVITY
  }

  /** What a row's ids say. */
  interface Links {
    /** The person belongs to a household. */
    default void member(long person, long household) {}

    /** Two people are named by one row. */
    default void linked(long one, long other) {}

    /** A row of the person has the id of a claim or an activity, or takes it back. */
    default void named(long id, long person) {}

    /** People are insured there. */
    default void region(String region) {}
  }

  private final Table table;
  private final @Nullable LooseCells cells;
  private final int household;
  private final int person;
  private final int other;
  private final int id;
  private final int reverses;
  private final int region;
  private final int changed;

  /** The ids of rows under a header; of a header that is refused there are none. */
  RowKeys(Segment segment, char delimiter) {
    this.table = segment.table();
    this.cells =
        LooseCells.of(
            table.columns(), segment.header().getBytes(StandardCharsets.UTF_8), delimiter);
    this.household = cell(Table.HOUSEHOLDS, "household_id");
    this.person =
        table == Table.BINDINGS ? cell(Table.BINDINGS, "payer_id") : cell(table, "person_id");
    this.other =
        Math.max(cell(Table.BINDINGS, "beneficiary_id"), cell(Table.ACTIVITIES, "payer_id"));
    this.id = Math.max(cell(Table.CLAIMS, "claim_id"), cell(Table.ACTIVITIES, "activity_id"));
    this.reverses = cell(Table.CLAIMS, "reverses");
    this.region = Math.max(cell(Table.HOUSEHOLDS, "region"), cell(Table.ACTIVITIES, "value"));
    this.changed = cell(Table.ACTIVITIES, "field");
  }

  private int cell(Table wanted, String field) {
    return table == wanted && cells != null ? cells.cellOf(field) : -1;
  }

  /** Whose row it is; the row goes where this person's family goes. */
  long home(byte[] row, int from, int to) {
    long home = key(Kind.PERSON, row, from, to, person);
    if (home == NOBODY) {
      home = key(Kind.PERSON, row, from, to, other);
    }
    return home == NOBODY ? key(Kind.HOUSEHOLD, row, from, to, household) : home;
  }

  /** Tells all that the row says about who belongs together. */
  void tell(byte[] row, int from, int to, Links links) {
    long home = home(row, from, to);
    switch (table) {
      case HOUSEHOLDS -> {
        links.member(home, key(Kind.HOUSEHOLD, row, from, to, household));
        tellRegion(row, from, to, links);
      }
      case BINDINGS -> tellOther(row, from, to, home, links);
      case ACTIVITIES -> {
        tellOther(row, from, to, home, links);
        tellId(Kind.ACTIVITY, row, from, to, id, home, links);
        if (isFound(row, from, to, changed) && isRegion(cells().text())) {
          tellRegion(row, from, to, links);
        }
      }
      case CLAIMS -> {
        tellId(Kind.CLAIM, row, from, to, id, home, links);
        tellId(Kind.CLAIM, row, from, to, reverses, home, links);
      }
      case STATE -> throw new IllegalStateException("a line of a state has no cells");
    }
  }

  /** The number of a person's id. */
  static long person(String id) {
    return number(Kind.PERSON, id);
  }

  /** The number of a claim's id. */
  static long claim(String id) {
    return number(Kind.CLAIM, id);
  }

  /** The number of an activity's id. */
  static long activity(String id) {
    return number(Kind.ACTIVITY, id);
  }

  private static long number(Kind kind, String id) {
    byte[] text = id.getBytes(StandardCharsets.UTF_8);
    return number(kind, text, 0, text.length);
  }

  private void tellOther(byte[] row, int from, int to, long home, Links links) {
    long second = key(Kind.PERSON, row, from, to, other);
    if (second != NOBODY && second != home) {
      links.linked(home, second);
    }
  }

  private void tellId(Kind kind, byte[] row, int from, int to, int cell, long home, Links links) {
    long number = key(kind, row, from, to, cell);
    if (number != NOBODY) {
      links.named(number, home);
    }
  }

  private void tellRegion(byte[] row, int from, int to, Links links) {
    if (isFound(row, from, to, region)) {
      links.region(cells().text());
    }
  }

  /** How a change names the attribute, as {@code docs/files.md} has it. */
  private static boolean isRegion(String field) {
    return field.equalsIgnoreCase("region") || field.equals("参保地");
  }

  private long key(Kind kind, byte[] row, int from, int to, int cell) {
    if (!isFound(row, from, to, cell)) {
      return NOBODY;
    }
    LooseCells found = cells();
    return number(kind, found.bytes(), found.from(), found.to());
  }

  private boolean isFound(byte[] row, int from, int to, int cell) {
    return cell >= 0 && cells().find(row, from, to, cell);
  }

  private LooseCells cells() {
    if (cells == null) {
      throw new IllegalStateException("a header that is refused");
    }
    return cells;
  }

  private static long number(Kind kind, byte[] bytes, int from, int to) {
    return XXH64.hashUnsafeBytes(
        bytes, (long) Platform.BYTE_ARRAY_OFFSET + from, to - from, kind.ordinal() + 1);
  }
}
