package cohealth.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an input, as a value: what, where, what was found, what to write instead.
 * The text in the user's language is made by {@link Messages}.
 *
 * @param code what is wrong
 * @param file the file as the user named it
 * @param line from 1; 0 = the file as a whole
 * @param column the character in the line where the cell or value begins, from 1; 0 = the whole
 *     line
 * @param field the column's name or the JSON pointer, or null
 * @param args what was found and what to write instead, for the message's places {0}, {1} …; text
 *     that came from a file is already {@link Shown shown}
 */
public record Problem(
    ProblemCode code,
    String file,
    int line,
    int column,
    @Nullable String field,
    List<String> args) {

  /** A problem at a place. */
  public static Problem at(
      ProblemCode code, String file, int line, int column, @Nullable String field, String... args) {
    return new Problem(code, file, line, column, field, List.of(args));
  }
}
