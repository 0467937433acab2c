package cohealth.generation;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes people and claims. Memory grows with the number of people alone, by some bytes for each,
 * and for a moment 12 more.
 *
 * @param persons from 1 to {@link #MOST_PERSONS}
 * @param claims from 0 to {@link #MOST_CLAIMS}; refunds are among them
 * @param shuffled the same claims in a random order, instead of in order of time
 */
public record Generator(
    Population population, int persons, long claims, long seed, boolean shuffled) {
  /** More would not fit a usual memory. */
  public static final int MOST_PERSONS = 200_000_000;

  /** Numbers of rows have 31 bits. */
  public static final int MOST_CLAIMS = 2_000_000_000;

  private static final long BYTES_OF_PERSON = 89;
  private static final long BYTES_OF_CLAIM = 88;

  /** Checks the sizes. */
  public Generator {
    if (persons < 1 || persons > MOST_PERSONS || claims < 0 || claims > MOST_CLAIMS) {
      throw new IllegalArgumentException(persons + " persons, " + claims + " claims");
    }
  }

  /** About how many bytes both tables have together. */
  public long expectedBytes() {
    return persons * BYTES_OF_PERSON + claims * BYTES_OF_CLAIM;
  }

  /** Writes both tables and gives the number of households. */
  public int write(OutputStream households, OutputStream claimRows) throws IOException {
    Patients patients = new Patients(persons);
    int count = new Households(population, seed, patients, households).write(persons);
    patients.complete();
    new ClaimWriter(population, seed, claims, patients, shuffled).write(claimRows);
    return count;
  }
}
