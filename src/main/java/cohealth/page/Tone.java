package cohealth.page;

import java.util.Locale;

/** What a drawn value stands for; the style sheet gives it a colour, light and dark. */
public enum Tone {
  /** The pooled fund. */
  POOL,
  /** Supplementary funds. */
  SUPPLEMENT,
  /** The patient's own account. */
  OWN,
  /** Accounts of relatives. */
  FAMILY,
  /** Cash. */
  CASH,
  /** The whole, or anything alone. */
  ONE,
  /** Better off. */
  GAIN,
  /** Worse off. */
  LOSE,
  /** Steps from little to much. */
  STEP_1,
  /** More. */
  STEP_2,
  /** More still. */
  STEP_3,
  /** Nearly all. */
  STEP_4,
  /** All. */
  STEP_5;

  /** One of several that have no colour of their own, told apart as long as there are few. */
  static Tone of(int number) {
    Tone[] apart = {POOL, CASH, OWN, FAMILY, SUPPLEMENT, ONE};
    return apart[number % apart.length];
  }

  /** The name in the style sheet. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
