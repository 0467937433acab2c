package cohealth.io;

import cohealth.event.ClaimBlock;

/**
 * The rows of a piece of a claims file, as far as they are plain.
 *
 * <p>The arrays belong to the piece, and nobody writes to them.
 */
final class PlainRows {
  /** Bytes of the file, the piece at their start. */
  final byte[] bytes;

  /** Where each row begins in the bytes, and where the one after the last one would. */
  final int[] starts;

  /** The plain rows; {@linkplain ClaimBlock#has absent} ones are for the other lane. */
  final ClaimBlock block;

  /** Where the ids are, two places for each row: from, to. */
  final int[] ids;

  /** All bytes were read; else only the other lane can read what stands behind the last row. */
  final boolean complete;

  PlainRows(byte[] bytes, int[] starts, ClaimBlock block, int[] ids, boolean complete) {
    this.bytes = bytes;
    this.starts = starts;
    this.block = block;
    this.ids = ids;
    this.complete = complete;
  }

  int size() {
    return block.size();
  }

  /** Where the rows end. */
  int end() {
    return starts[starts.length - 1];
  }
}
