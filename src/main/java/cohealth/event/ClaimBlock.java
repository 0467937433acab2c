package cohealth.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive rows of the claims files in columns of plain numbers: about 25 bytes a claim,
 * where a {@link Claim} takes five times as much. What a row holds is the same as that of a claim,
 * but for its ordinal and what it takes back, which depend on other rows. Never changes.
 */
public final class ClaimBlock {
  /** A flag: {@link Claim#diseaseApproved}. */
  public static final int DISEASE_APPROVED = 1;

  /** A flag: {@link Claim#selected}. */
  public static final int SELECTED = 2;

  /** A flag: {@link Claim#filed}. */
  public static final int FILED = 4;

  /** A flag: not {@link Claim#designated}. */
  public static final int NOT_DESIGNATED = 8;

  /** A flag: not {@link Claim#ownCredential}. */
  public static final int OTHER_CREDENTIAL = 16;

  /** A flag: not {@link Claim#useAccount}. */
  public static final int NO_ACCOUNT = 32;

  private static final int REVERSAL = 64;

  /** {@link #person} of a row that the block does not hold. */
  public static final int ABSENT = -1;

  private final int[] persons;
  private final long base;
  private final int[] seconds;
  private final short[] types;
  private final short[] levels;
  private final byte[] flags;
  private final int[] eligible;
  private final int[] selfFunded;
  private final @Nullable Column firstSelfPay;
  private final @Nullable Column overLimit;
  private final @Nullable Column diseases;
  private final @Nullable Column prescriberLevels;
  private final @Nullable Column careRegions;
  private final @Nullable Column facilities;
  private final @Nullable Column visits;

  private ClaimBlock(Builder of) {
    int n = of.size;
    persons = Arrays.copyOf(of.persons, n);
    base = of.base;
    seconds = Arrays.copyOf(of.seconds, n);
    types = Arrays.copyOf(of.types, n);
    levels = Arrays.copyOf(of.levels, n);
    flags = Arrays.copyOf(of.flags, n);
    eligible = Arrays.copyOf(of.eligible, n);
    selfFunded = Arrays.copyOf(of.selfFunded, n);
    firstSelfPay = of.firstSelfPay.used(n);
    overLimit = of.overLimit.used(n);
    diseases = of.diseases.used(n);
    prescriberLevels = of.prescriberLevels.used(n);
    careRegions = of.careRegions.used(n);
    facilities = of.facilities.used(n);
    visits = of.visits.used(n);
  }

  private ClaimBlock(ClaimBlock of, @Nullable Column facilities, @Nullable Column visits) {
    persons = of.persons;
    base = of.base;
    seconds = of.seconds;
    types = of.types;
    levels = of.levels;
    flags = of.flags;
    eligible = of.eligible;
    selfFunded = of.selfFunded;
    firstSelfPay = of.firstSelfPay;
    overLimit = of.overLimit;
    diseases = of.diseases;
    prescriberLevels = of.prescriberLevels;
    careRegions = of.careRegions;
    this.facilities = facilities;
    this.visits = visits;
  }

  /** The same rows with numbers for facilities and visits, 0 = not given. */
  public ClaimBlock with(int[] facilityNumbers, int[] visitNumbers) {
    return new ClaimBlock(this, new Column(facilityNumbers, null), new Column(visitNumbers, null));
  }

  /** How many rows there are. */
  public int size() {
    return persons.length;
  }

  /** About how much memory the rows take. */
  public long bytes() {
    long bytes = size() * (4L * Integer.BYTES + 2 * Short.BYTES + 1);
    bytes += bytes(firstSelfPay) + bytes(overLimit) + bytes(diseases) + bytes(prescriberLevels);
    return bytes + bytes(careRegions) + bytes(facilities) + bytes(visits);
  }

  private static long bytes(@Nullable Column column) {
    return column == null ? 0 : column.bytes();
  }

  /** The patient of a row. */
  public int person(int row) {
    return persons[row];
  }

  /** The service time of a row. */
  public long moment(int row) {
    return base + seconds[row];
  }

  /** Whether the block holds the row; others are to be had elsewhere. */
  public boolean has(int row) {
    return persons[row] != ABSENT;
  }

  /** Whether a row takes another one back. */
  public boolean isReversal(int row) {
    return (flags[row] & REVERSAL) != 0;
  }

  /** The claim's type, as {@link Claim#type}. */
  public int type(int row) {
    return types[row];
  }

  /** The claim's level, as {@link Claim#level}. */
  public int level(int row) {
    return levels[row];
  }

  /** The whole bill; of a reversal what its row says. */
  public long totalFen(int row) {
    return (long) eligible[row] + at(firstSelfPay, row) + at(overLimit, row) + selfFunded[row];
  }

  /**
   * A row as a claim.
   *
   * @param ordinal see {@link Claim#ordinal}
   * @param reverses see {@link Claim#reverses}
   */
  public Claim claim(int row, int ordinal, int reverses) {
    int bits = flags[row];
    boolean reversal = (bits & REVERSAL) != 0;
    return new Claim(
        ordinal,
        persons[row],
        base + seconds[row],
        types[row],
        levels[row],
        at(prescriberLevels, row) + Vocabulary.NONE,
        at(diseases, row) + Vocabulary.NONE,
        (bits & DISEASE_APPROVED) != 0,
        at(facilities, row),
        at(visits, row),
        (bits & SELECTED) != 0,
        totalFen(row),
        reversal ? 0 : eligible[row],
        at(firstSelfPay, row),
        at(overLimit, row),
        reversal ? 0 : selfFunded[row],
        at(careRegions, row),
        (bits & FILED) != 0,
        (bits & NOT_DESIGNATED) == 0,
        (bits & OTHER_CREDENTIAL) == 0,
        (bits & NO_ACCOUNT) == 0,
        reverses);
  }

  private static int at(@Nullable Column column, int row) {
    return column == null ? 0 : column.at(row);
  }

  /**
   * A column that most blocks do not need. One in which few rows have a value holds those, a bit
   * for each row that tells whether it is among them, and how many are before each 64 rows.
   */
  private static final class Column {
    private final int[] values;
    private final long @Nullable [] has;
    private final short[] before;

    Column(int[] values, long @Nullable [] has) {
      this.values = values;
      this.has = has;
      this.before = new short[has == null ? 0 : has.length];
      int count = 0;
      for (int i = 0; i < before.length && has != null; i++) {
        before[i] = (short) count;
        count += Long.bitCount(has[i]);
      }
    }

    int at(int row) {
      if (has == null) {
        return values[row];
      }
      long word = has[row >> 6];
      long bit = 1L << row;
      return (word & bit) == 0
          ? 0
          : values[(before[row >> 6] & 0xFFFF) + Long.bitCount(word & (bit - 1))];
    }

    long bytes() {
      return (long) values.length * Integer.BYTES
          + (long) before.length * (Long.BYTES + Short.BYTES);
    }
  }

  /** Makes blocks, one after the other. Not for several threads. */
  public static final class Builder {
    private int size;
    private int room = 64;
    private long base;
    private int[] persons = new int[room];
    private int[] seconds = new int[room];
    private short[] types = new short[room];
    private short[] levels = new short[room];
    private byte[] flags = new byte[room];
    private int[] eligible = new int[room];
    private int[] selfFunded = new int[room];
    private final Sparse firstSelfPay = new Sparse();
    private final Sparse overLimit = new Sparse();
    private final Sparse diseases = new Sparse();
    private final Sparse prescriberLevels = new Sparse();
    private final Sparse careRegions = new Sparse();
    private final Sparse facilities = new Sparse();
    private final Sparse visits = new Sparse();

    /** How many rows were added. */
    public int size() {
      return size;
    }

    /** Adds a row that the block does not hold. */
    public void skip() {
      grow();
      persons[size++] = ABSENT;
    }

    /**
     * Adds a reversal.
     *
     * @return false when its numbers are larger than any in an ordinary file; nothing is added then
     */
    public boolean reversal(int person, long moment, long totalFen) {
      return ordinary(
          person, moment, Vocabulary.NONE, Vocabulary.NONE, REVERSAL, 0, 0, 0, totalFen);
    }

    /**
     * Adds an ordinary row; what most rows do not have is given with the methods below.
     *
     * @param flags the sum of those that hold
     * @return as {@link #reversal}
     */
    public boolean ordinary(
        int person,
        long moment,
        int type,
        int level,
        int flags,
        long eligibleFen,
        long firstSelfPayFen,
        long overLimitFen,
        long selfFundedFen) {
      grow();
      if (size == 0) {
        base = moment;
      }
      long second = moment - base;
      long large = eligibleFen | firstSelfPayFen | overLimitFen | selfFundedFen;
      if ((int) second != second || large > Integer.MAX_VALUE || (short) type != type) {
        return false;
      }
      persons[size] = person;
      seconds[size] = (int) second;
      types[size] = (short) type;
      levels[size] = (short) level;
      this.flags[size] = (byte) flags;
      eligible[size] = (int) eligibleFen;
      selfFunded[size] = (int) selfFundedFen;
      firstSelfPay.put(size, (int) firstSelfPayFen, room);
      overLimit.put(size, (int) overLimitFen, room);
      size++;
      return true;
    }

    /** Adds a claim, as {@link #reversal} and {@link #ordinary}. */
    public boolean claim(Claim claim) {
      if (claim.isReversal()) {
        return reversal(claim.person(), claim.moment(), claim.totalFen());
      }
      int bits =
          (claim.diseaseApproved() ? DISEASE_APPROVED : 0)
              | (claim.selected() ? SELECTED : 0)
              | (claim.filed() ? FILED : 0)
              | (claim.designated() ? 0 : NOT_DESIGNATED)
              | (claim.ownCredential() ? 0 : OTHER_CREDENTIAL)
              | (claim.useAccount() ? 0 : NO_ACCOUNT);
      boolean fits =
          ordinary(
              claim.person(),
              claim.moment(),
              claim.type(),
              claim.level(),
              bits,
              claim.eligibleFen(),
              claim.firstSelfPayFen(),
              claim.overLimitFen(),
              claim.selfFundedFen());
      if (fits) {
        disease(claim.disease());
        prescriberLevel(claim.prescriberLevel());
        careRegion(claim.careRegion());
        facilities.put(size - 1, claim.facility(), room);
        visits.put(size - 1, claim.visit(), room);
      }
      return fits;
    }

    /** Adds a row of a block, as {@link #reversal} and {@link #ordinary}. */
    boolean copy(ClaimBlock from, int row) {
      boolean fits =
          ordinary(
              from.persons[row],
              from.moment(row),
              from.types[row],
              from.levels[row],
              from.flags[row],
              from.eligible[row],
              at(from.firstSelfPay, row),
              at(from.overLimit, row),
              from.selfFunded[row]);
      if (fits) {
        diseases.put(size - 1, at(from.diseases, row), room);
        prescriberLevels.put(size - 1, at(from.prescriberLevels, row), room);
        careRegions.put(size - 1, at(from.careRegions, row), room);
        facilities.put(size - 1, at(from.facilities, row), room);
        visits.put(size - 1, at(from.visits, row), room);
      }
      return fits;
    }

    /** The row is of the person; {@link #ABSENT} when the block does not hold it after all. */
    public void person(int row, int person) {
      persons[row] = person;
    }

    /** The row has one flag more. */
    public void flag(int row, int flag) {
      flags[row] |= (byte) flag;
    }

    /** When the claim of the row is. */
    public long moment(int row) {
      return base + seconds[row];
    }

    /** Whether the row is a reversal. */
    public boolean isReversal(int row) {
      return (flags[row] & REVERSAL) != 0;
    }

    /** See {@link ClaimBlock#totalFen}. */
    public long totalFen(int row) {
      return (long) eligible[row] + selfFunded[row] + firstSelfPay.get(row) + overLimit.get(row);
    }

    /** Whether the row is held so far. */
    public boolean has(int row) {
      return persons[row] != ABSENT;
    }

    /** The row added last has a disease. */
    public void disease(int disease) {
      diseases.put(size - 1, disease - Vocabulary.NONE, room);
    }

    /** The row added last has a prescriber's level. */
    public void prescriberLevel(int level) {
      prescriberLevels.put(size - 1, level - Vocabulary.NONE, room);
    }

    /** The row added last has a region of care. */
    public void careRegion(int region) {
      careRegions.put(size - 1, region, room);
    }

    /** The rows added since the last block. */
    public ClaimBlock build() {
      ClaimBlock block = new ClaimBlock(this);
      size = 0;
      return block;
    }

    private void grow() {
      if (size < room) {
        return;
      }
      room *= 2;
      persons = Arrays.copyOf(persons, room);
      seconds = Arrays.copyOf(seconds, room);
      types = Arrays.copyOf(types, room);
      levels = Arrays.copyOf(levels, room);
      flags = Arrays.copyOf(flags, room);
      eligible = Arrays.copyOf(eligible, room);
      selfFunded = Arrays.copyOf(selfFunded, room);
    }
  }

  /** Such a column while it is made: numbers, 0 where nothing was put. */
  private static final class Sparse {
    /** Fewer than one row of so many: then only those are kept. */
    private static final int FEW = 4;

    /** The places of more rows do not fit into a {@code short}. */
    private static final int MOST_ROWS = 1 << 16;

    private int[] values = new int[0];
    private int count;

    void put(int row, int value, int room) {
      if (value == 0) {
        return;
      }
      if (row >= values.length) {
        values = Arrays.copyOf(values, room);
      }
      values[row] = value;
      count++;
    }

    int get(int row) {
      return row < values.length ? values[row] : 0;
    }

    /** The first rows, or null when nothing was put; empty again afterwards. */
    @Nullable Column used(int rows) {
      if (count == 0) {
        return null;
      }
      Column used =
          count < rows / FEW && rows <= MOST_ROWS
              ? few(rows)
              : new Column(Arrays.copyOf(values, rows), null);
      Arrays.fill(values, 0);
      count = 0;
      return used;
    }

    private Column few(int rows) {
      int[] few = new int[count];
      long[] has = new long[(rows + 63) >> 6];
      int next = 0;
      for (int row = 0; row < Math.min(rows, values.length); row++) {
        if (values[row] != 0) {
          has[row >> 6] |= 1L << row;
          few[next++] = values[row];
        }
      }
      return new Column(few, has);
    }
  }
}
