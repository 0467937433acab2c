package cohealth.naive;

import java.util.Locale;

/** The three purses of a person. */
enum Purse {
  PRIOR,
  CURRENT,
  WALLET;

  static Purse of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
