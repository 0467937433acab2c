package cohealth.spark;

import java.io.Serializable;

/**
 * A piece of a file with what is needed to read its rows.
 *
 * @param segment the number of the text of its table that its rows belong to, see {@link Segment}
 * @param firstLine the number of its first line, from 1
 * @param charset the encoding of its file
 * @param joined a quote may hold line ends
 */
record ReadPiece(FilePiece piece, int segment, int firstLine, String charset, boolean joined)
    implements Serializable {}
