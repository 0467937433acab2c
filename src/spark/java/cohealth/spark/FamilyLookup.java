package cohealth.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Numbers that belong to numbers, as families to people, in memory where there are not too many.
 */
final class FamilyLookup implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Everybody is a family alone. */
  static final FamilyLookup NONE = new FamilyLookup(new long[0], new long[0]);

  private final long[] people;
  private final long[] families;

  /**
   * The families of people.
   *
   * @param people in ascending order
   */
  FamilyLookup(long[] people, long[] families) {
    this.people = people;
    this.families = families;
  }

  /** Pairs of numbers one behind the other. */
  record Pairs(List<long[]> parts) {
    /** The first two columns of some rows. */
    static Pairs of(Dataset<Row> rows) {
      return new Pairs(
          rows.javaRDD().mapPartitions(part -> List.of(packed(part)).iterator()).collect());
    }

    private static long[] packed(java.util.Iterator<Row> rows) {
      long[] found = new long[64];
      int size = 0;
      while (rows.hasNext()) {
        Row row = rows.next();
        found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
        found[size++] = row.getLong(0);
        found[size++] = row.getLong(1);
      }
      return Arrays.copyOf(found, size);
    }

    long[] all() {
      long[] all = new long[parts.stream().mapToInt(part -> part.length).sum()];
      int at = 0;
      for (long[] part : parts) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
      return all;
    }
  }

  /** Those of pairs of a person and a family. */
  static FamilyLookup of(Dataset<Row> rows) {
    long[] pairs = Pairs.of(rows).all();
    long[] people = new long[pairs.length / 2];
    for (int i = 0; i < people.length; i++) {
      people[i] = pairs[2 * i];
    }
    Arrays.sort(people);
    long[] families = new long[people.length];
    for (int i = 0; i < pairs.length; i += 2) {
      families[Arrays.binarySearch(people, pairs[i])] = pairs[i + 1];
    }
    return new FamilyLookup(people, families);
  }

  /** The person's family; the person where none is known. */
  long of(long person) {
    int found = Arrays.binarySearch(people, person);
    return found < 0 ? person : families[found];
  }
}
