package cohealth.cli;

import java.util.concurrent.Callable;

/** A command that can take its options from {@link PlainWords}. */
interface PlainCommand extends Callable<Integer> {
  /**
   * Takes an option, or a word that stands alone; its values are the next words.
   *
   * @param option its long name, if it has several
   * @return false when the command does not know it
   */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain;

  /** Whether all that must be given was given. */
  default boolean isComplete() {
    return true;
  }
}
