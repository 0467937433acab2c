package cohealth.report;

/** The words of a language by their keys; titles and meanings, never codes. */
public interface Words {
  /** The text under the key. */
  String get(String key);
}
