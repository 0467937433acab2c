package cohealth.io;

import java.util.List;

/** A column of an input table: the names that its header may have and what its cells hold. */
public sealed interface Column
    permits HouseholdColumn, BindingColumn, ClaimColumn, ActivityColumn, ActualColumn {
  /** What the cells hold, as far as it matters for messages and checks. */
  enum Kind {
    /** Any value that may be shown. */
    PLAIN,
    /** An id of something; shown masked. */
    ID,
    /** An id of a person, often an identity number; shown masked. */
    PERSON_ID,
    /** A person's name; never shown, not trimmed. */
    NAME
  }

  /** The column's number in its table, from 0. */
  int ordinal();

  /** The English name, as used in messages. */
  String field();

  /** The other names: Chinese, and the national interface's if it has one. */
  List<String> aliases();

  /** The Chinese name. */
  default String chinese() {
    return aliases().get(0);
  }

  /** The field of the national interface; blank when there is none. */
  default String national() {
    return aliases().size() > 1 ? aliases().get(1) : "";
  }

  /** Whether the header must have it. */
  boolean required();

  /** What its cells hold. */
  Kind kind();
}
