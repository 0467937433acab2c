package cohealth.run;

import java.nio.file.Path;

/**
 * An input file.
 *
 * @param name as the user named it; messages use it
 * @param path where its bytes are
 */
public record Source(String name, Path path) {}
