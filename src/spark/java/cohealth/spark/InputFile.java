package cohealth.spark;

import java.io.Serializable;
import java.util.Locale;

/**
 * A file of a table, or of several files of a folder one.
 *
 * @param number in the order of the table's files
 * @param path as the file system knows it
 * @param name as the user named it; messages use it
 */
record InputFile(Table table, int number, String path, String name, long size)
    implements Serializable {

  /** Whether it is unpacked while it is read, so that nobody can begin in its middle. */
  boolean isPacked() {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  boolean isParquet() {
    return path.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }
}
