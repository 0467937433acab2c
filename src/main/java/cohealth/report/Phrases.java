package cohealth.report;

/** The sentences of a language by their keys; {@code {0}}, {@code {1}} … are filled in. */
public interface Phrases {
  /** The text under the key. */
  String get(String key, Object... args);
}
