package cohealth.io;

/**
 * Something that is not as a manifest says.
 *
 * @param role of the file, {@code policy}, or {@code control_totals} for sums of the results
 * @param path of the file as the manifest has it; of a built-in policy its id
 * @param what {@code missing}, {@code size}, {@code rows}, {@code sha256}, or the name of a sum
 * @param expected as the manifest says; empty when it is missing
 * @param found as it is; empty when it is missing
 */
public record ManifestDifference(
    String role, String path, String what, String expected, String found) {}
