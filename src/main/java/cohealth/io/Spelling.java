package cohealth.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How near two words are, for "did you mean". */
public final class Spelling {
  /** More edits than this are no slip of the hand. */
  static final int MOST_EDITS = 2;

  private Spelling() {}

  /** The words that are at most {@value #MOST_EDITS} edits away, nearest first, then as given. */
  public static List<String> near(String word, Collection<String> words) {
    List<String> near = new ArrayList<>();
    for (int edits = 0; edits <= MOST_EDITS; edits++) {
      for (String candidate : words) {
        // a word of which most letters differ is another word
        if (edits * 2 < Math.max(candidate.length(), 2) && edits(word, candidate) == edits) {
          near.add(candidate);
        }
      }
    }
    return near;
  }

  /**
   * How many letters must be put in, left out or changed; anything above the limit is limit + 1.
   */
  static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MOST_EDITS || a.length() > 64) {
      return MOST_EDITS + 1;
    }
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
    return Math.min(last[b.length()], MOST_EDITS + 1);
  }
}
