package cohealth.io;

import org.jspecify.annotations.Nullable;

/**
 * Where a JSON value begins. The pointer is put together only when somebody asks.
 *
 * @param line from 1
 * @param column the character in the line, from 1
 * @param parent the object or list that holds the value; null at the root
 * @param step the key or the index in the parent
 */
record PolicyPlace(int line, int column, @Nullable PolicyPlace parent, String step) {
  /** The whole document. */
  static PolicyPlace root(int line, int column) {
    return new PolicyPlace(line, column, null, "");
  }

  /** The JSON pointer (RFC 6901), as {@code /versions/0/from}; empty at the root. */
  String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
