package cohealth.io;

/** The languages of messages. Codes, column names and machine output are never translated. */
public enum Language {
  /** English. */
  EN,
  /** Simplified Chinese. */
  ZH
}
