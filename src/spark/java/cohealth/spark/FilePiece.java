package cohealth.spark;

import java.io.Serializable;

/** The rows of a file that begin in a range of its bytes: what one task reads. */
record FilePiece(InputFile file, long from, long to) implements Serializable {}
