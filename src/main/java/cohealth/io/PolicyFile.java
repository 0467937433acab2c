package cohealth.io;

import cohealth.policy.PolicyDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy document that has been read from a file, with the places of what stands in it. */
public final class PolicyFile {
  /** The largest file that is read, in bytes; the largest policy known has a hundredth of it. */
  public static final int LARGEST = 1 << 20;

  /** A place in the file; line and column from 1. */
  public record Place(int line, int column) {}

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final PolicyDocument document;
  private final PolicyNode root;

  private PolicyFile(String file, PolicyDocument document, PolicyNode root) {
    this.file = file;
    this.document = document;
    this.root = root;
  }

  /** As the user named it. */
  public String file() {
    return file;
  }

  /** Without problems, with all defaults. */
  public PolicyDocument document() {
    return document;
  }

  /** Where its id stands. */
  public Place id() {
    return place("/id");
  }

  /** Where its region stands. */
  public Place region() {
    return place("/region");
  }

  /** The ids of the sources from which values of the document come; proofs are no values. */
  public Set<String> usedSources() {
    return PolicySources.ofValues(root);
  }

  /** All that the file holds. */
  PolicyNode root() {
    return root;
  }

  /** Where the value stands to which a JSON pointer points, or the nearest one around it. */
  Place place(String pointer) {
    PolicyPlace place = root.at(pointer).place();
    return new Place(place.line(), place.column());
  }

  /** Reads a document; null when it has problems, which are all added to the collection. */
  public static @Nullable PolicyFile read(String file, byte[] bytes, Problems problems) {
    PolicyReading reading = new PolicyReading(file);
    PolicyFile result = null;
    String text = text(bytes, reading);
    PolicyNode root = text == null ? null : PolicyTree.read(text, reading);
    if (root != null) {
      PolicyDocument document = new PolicyDocumentPart(reading).read(root);
      result = new PolicyFile(file, document, root);
    }
    reading.passTo(problems);
    return reading.isClean() ? result : null;
  }

  /**
   * A document that was put together, under the same loader as one that is read; null when it has
   * problems, which are all added to the collection.
   */
  static @Nullable PolicyFile of(String file, PolicyNode root, Problems problems) {
    PolicyReading reading = new PolicyReading(file);
    PolicyDocument document = new PolicyDocumentPart(reading).read(root);
    reading.passTo(problems);
    return reading.isClean() ? new PolicyFile(file, document, root) : null;
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
