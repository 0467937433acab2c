package cohealth.page;

/**
 * A column of a table.
 *
 * @param key its name in machine formats
 * @param tone the colour in which it is drawn
 */
public record Column(String key, String title, Tone tone) {

  /** A column that is not drawn, or in the first colour. */
  public Column(String key, String title) {
    this(key, title, Tone.ONE);
  }
}
