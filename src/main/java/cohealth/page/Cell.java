package cohealth.page;

import cohealth.money.Fen;
import cohealth.money.Percentage;

/** One value of a table: what people read, and what machines get. */
public sealed interface Cell {
  /** As people read it. */
  String text();

  /** As machines get it: a number where {@link #isNumber}, else a text; empty = nothing. */
  String value();

  /** Whether {@link #value} is a number. */
  default boolean isNumber() {
    return !(this instanceof Text);
  }

  /** How much is drawn: fen of an amount, else what is counted. */
  default long size() {
    return 0;
  }

  /**
   * A text.
   *
   * @param value the code or id behind it, the same in all languages
   */
  record Text(String value, String text) implements Cell {
    /** A text that is the same for everybody. */
    public Text(String text) {
      this(text, text);
    }
  }

  /** An amount. */
  record Amount(long fen) implements Cell {
    @Override
    public String text() {
      return Thousands.amount(fen);
    }

    @Override
    public String value() {
      return Fen.text(fen);
    }

    @Override
    public long size() {
      return fen;
    }
  }

  /** How many there are. */
  record Count(long number) implements Cell {
    @Override
    public String text() {
      return Thousands.count(number);
    }

    @Override
    public String value() {
      return Long.toString(number);
    }

    @Override
    public long size() {
      return number;
    }
  }

  /** One number as per cent of another, rounded for people; nothing when there is no whole. */
  record Share(long part, long whole) implements Cell {
    @Override
    public String text() {
      return Percentage.text(part, whole);
    }

    @Override
    public String value() {
      String text = text();
      return text.endsWith("%") ? text.substring(0, text.length() - 1) : "";
    }
  }

  /** A text as it was given, or a day. */
  static Cell of(String text) {
    return new Text(text);
  }

  /** An amount, or nothing when there is none. */
  static Cell ofKnown(long fen) {
    return fen == Fen.NONE ? new Text("", "") : new Amount(fen);
  }
}
