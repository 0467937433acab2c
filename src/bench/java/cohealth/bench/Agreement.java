package cohealth.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compares two files of results by their columns. */
final class Agreement {
  private static final List<String> COLUMNS =
      List.of(
          "claim_id",
          "total",
          "eligible",
          "deductible",
          "pool",
          "supplement",
          "own_prior",
          "own_current",
          "own_wallet",
          "family",
          "cash",
          "family_detail");

  private Agreement() {}

  /**
   * Compares the amounts of every row; neither file has quotes.
   *
   * @return how many rows
   * @throws IOException when they are not the same
   */
  static long of(Path one, Path other) throws IOException {
    try (BufferedReader first = Files.newBufferedReader(one);
        BufferedReader second = Files.newBufferedReader(other)) {
      int[] places = places(first.readLine());
      int[] others = places(second.readLine());
      long rows = 0;
      while (true) {
        String a = first.readLine();
        String b = second.readLine();
        if (a == null || b == null) {
          if (a != null || b != null) {
            throw new IOException(one + " and " + other + " have different numbers of rows");
          }
          return rows;
        }
        rows++;
        String[] left = a.split(",", -1);
        String[] right = b.split(",", -1);
        for (int i = 0; i < places.length; i++) {
          if (!left[places[i]].equals(right[others[i]])) {
            throw new IOException("row " + rows + " differs:\n" + a + "\n" + b);
          }
        }
      }
    }
  }

  private static int[] places(String header) throws IOException {
    List<String> names = Arrays.asList(header.split(",", -1));
    int[] places = COLUMNS.stream().mapToInt(names::indexOf).toArray();
    if (Arrays.stream(places).anyMatch(place -> place < 0)) {
      throw new IOException("not results: " + header);
    }
    return places;
  }
}
