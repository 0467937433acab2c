package cohealth.io;

/**
 * What tells whether a file is the same.
 *
 * @param size in bytes, as on the disk
 * @param rows without the header; {@link #NO_ROWS} where the form has none
 * @param sha256 of the bytes as on the disk, in hexadecimal digits
 */
public record Fingerprint(long size, long rows, String sha256) {
  /** The form of the file has no rows, or they could not be counted. */
  public static final long NO_ROWS = -1;
}
