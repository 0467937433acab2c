package cohealth.io;

import cohealth.event.Vocabulary;
import cohealth.money.AmountText;
import org.jspecify.annotations.Nullable;

/**
 * A visit in three words: facility level, claim type and amount, the first two in any of the words
 * that claims take.
 */
public record VisitText(String level, String type, String amount) {
  /** The visit, or null when there are not three words. */
  public static @Nullable VisitText of(String text) {
    String[] words = text.strip().split("[ \t\u3000]+", -1);
    return words.length == 3 ? new VisitText(words[0], words[1], words[2]) : null;
  }

  /** The amount; {@link AmountText#INVALID} when it is none, or nothing. */
  public long totalFen() {
    long fen = AmountText.fen(amount);
    return fen == 0 ? AmountText.INVALID : fen;
  }

  /** The level's number, or {@link Vocabulary#NONE}. */
  public int level(Vocabulary vocabulary) {
    return number(new ClaimWords(vocabulary).levels(), level);
  }

  /** The type's number, or {@link Vocabulary#NONE}. */
  public int type(Vocabulary vocabulary) {
    return number(new ClaimWords(vocabulary).types(), type);
  }

  private static int number(WordList<Integer> words, String word) {
    Integer number = words.find(word);
    return number == null ? Vocabulary.NONE : number;
  }
}
