package cohealth.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of many paths are nearest to one that names nothing. */
final class NearPaths {
  private static final int MOST = 5;

  private NearPaths() {}

  /** The nearest ones, nearest first, those as near as one another in their order. */
  static List<String> of(String path, Collection<String> paths) {
    return paths.stream()
        .distinct()
        .sorted(Comparator.comparingInt(each -> edits(path, each)))
        .limit(MOST)
        .toList();
  }

  /** How many letters must be put in, left out or changed. */
  private static int edits(String a, String b) {
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
      }
      int[] swap = last;
      last = row;
      row = swap;
    }
    return last[b.length()];
  }
}
