package cohealth.io;

import cohealth.policy.PolicyDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A policy document that has been read from a file, with the places of what must differ from other
 * documents.
 *
 * @param file as the user named it
 * @param document without problems, with all defaults
 * @param id where its id stands
 * @param region where its region stands
 */
public record PolicyFile(String file, PolicyDocument document, Place id, Place region) {
  /** The largest file that is read, in bytes; the largest policy known has a hundredth of it. */
  public static final int LARGEST = 1 << 20;

  /** A place in the file; line and column from 1. */
  public record Place(int line, int column) {}

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Reads a document; null when it has problems, which are all added to the collection. */
  public static @Nullable PolicyFile read(String file, byte[] bytes, Problems problems) {
    PolicyReading reading = new PolicyReading(file);
    PolicyFile result = null;
    String text = text(bytes, reading);
    PolicyNode root = text == null ? null : PolicyTree.read(text, reading);
    if (root != null) {
      PolicyDocument document = new PolicyDocumentPart(reading).read(root);
      result = new PolicyFile(file, document, place(root, "id"), place(root, "region"));
    }
    reading.passTo(problems);
    return reading.isClean() ? result : null;
  }

  private static Place place(PolicyNode root, String key) {
    PolicyNode value = root.get(key);
    PolicyPlace place = value == null ? root.place() : value.place();
    return new Place(place.line(), place.column());
  }

  private static @Nullable String text(byte[] bytes, PolicyReading reading) {
    if (bytes.length > LARGEST) {
      reading.report(
          ProblemCode.POLICY_TOO_LARGE,
          PolicyPlace.root(0, 0),
          Integer.toString(bytes.length),
          Integer.toString(LARGEST));
      return null;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = 1 + text.codePointCount(text.lastIndexOf('\n') + 1, text.length());
      reading.report(ProblemCode.POLICY_NOT_UTF8, PolicyPlace.root(line, column));
      return null;
    }
    return text;
  }
}
