package cohealth.run;

import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.IOException;

/**
 * Where finished rows go: first made text, in the order of settling; then out, in that of the
 * files.
 */
interface RowOut {
  /**
   * Whether a row will be shown at all; a table may show the first ones only.
   *
   * @param place of the row among those that are settled, in the order of the files, from 0
   */
  boolean wants(int place);

  /** Makes a row text. */
  void render(RowText out, Settlement row);

  /** Whether rows may be made text by several threads, each with its own, at any time. */
  default boolean rendersAnywhere() {
    return false;
  }

  /** The next row's text, in the order of the files, as {@code length} bytes. */
  void emit(byte[] row, int from, int length) throws IOException;

  /** There are no more rows. */
  void end() throws IOException;
}
