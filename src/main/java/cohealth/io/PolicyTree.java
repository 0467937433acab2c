package cohealth.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON text into nodes that know their places; Jackson's own tree forgets them. */
final class PolicyTree {
  /** Objects and lists within one another; policies need nine. */
  static final int DEEPEST = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;
  private final PolicyReading reading;
  private final List<Integer> lineStarts = new ArrayList<>();

  private PolicyTree(String text, PolicyReading reading) {
    this.text = text;
    this.reading = reading;
    lineStarts.add(0);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lineStarts.add(i + 1);
    }
  }

  /** The document's root, or null when the text is not JSON; what is wrong is reported. */
  static @Nullable PolicyNode read(String text, PolicyReading reading) {
    return new PolicyTree(text, reading).read();
  }

  private @Nullable PolicyNode read() {
    try (JsonParser parser = JSON.createParser(text)) {
      PolicyNode root = null;
      try {
        if (parser.nextToken() == null) {
          reading.report(ProblemCode.JSON_ENDS, end());
          return null;
        }
        root = value(parser, null, "");
        if (parser.nextToken() != null) {
          reading.report(ProblemCode.JSON_GOES_ON, place(parser.currentTokenLocation(), null, ""));
        }
      } catch (JsonProcessingException e) {
        report(e, root != null, parser.currentTokenLocation());
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value at whose first token the parser stands. */
  private PolicyNode value(JsonParser parser, @Nullable PolicyPlace parent, String step)
      throws IOException {
    PolicyPlace place = place(parser.currentTokenLocation(), parent, step);
    return switch (parser.currentToken()) {
      case START_OBJECT ->
          new PolicyNode(PolicyNode.Kind.OBJECT, "", place, fields(parser, place), List.of());
      case START_ARRAY -> {
        List<PolicyNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser, place, Integer.toString(items.size())));
        }
        yield new PolicyNode(PolicyNode.Kind.LIST, "", place, List.of(), List.copyOf(items));
      }
      case VALUE_STRING -> scalar(PolicyNode.Kind.TEXT, parser, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(PolicyNode.Kind.NUMBER, parser, place);
      case VALUE_TRUE, VALUE_FALSE -> scalar(PolicyNode.Kind.YES_OR_NO, parser, place);
      default -> scalar(PolicyNode.Kind.NULL, parser, place);
    };
  }

  private static PolicyNode scalar(PolicyNode.Kind kind, JsonParser parser, PolicyPlace place)
      throws IOException {
    return new PolicyNode(kind, parser.getText(), place, List.of(), List.of());
  }

  private List<PolicyNode.Field> fields(JsonParser parser, PolicyPlace object) throws IOException {
    List<PolicyNode.Field> fields = new ArrayList<>();
    Map<String, PolicyPlace> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      PolicyPlace place = place(parser.currentTokenLocation(), object, key);
      parser.nextToken();
      PolicyNode value = value(parser, object, key);
      PolicyPlace first = seen.putIfAbsent(key, place);
      if (first == null) {
        fields.add(new PolicyNode.Field(key, place, value));
      } else {
        reading.report(ProblemCode.JSON_DUPLICATE_KEY, place, key, Integer.toString(first.line()));
      }
    }
    return List.copyOf(fields);
  }

  private void report(JsonProcessingException e, boolean complete, JsonLocation token) {
    JsonLocation location = e.getLocation();
    int offset = location == null ? text.length() : (int) location.getCharOffset();
    if (complete) {
      reading.report(ProblemCode.JSON_GOES_ON, at(offset));
    } else if (e instanceof StreamConstraintsException) {
      // the exception itself has no place
      int deepest = (int) token.getCharOffset();
      reading.report(ProblemCode.JSON_TOO_DEEP, at(deepest), Integer.toString(DEEPEST));
    } else if (e instanceof JsonEOFException || offset >= text.length()) {
      reading.report(ProblemCode.JSON_ENDS, end());
    } else {
      int start = offset;
      if (!isWord(offset) || isWord(offset - 1)) {
        while (isWord(start - 1)) { // the parser tells of a word at its end
          start--;
        }
      }
      int stop = start + 1;
      while (isWord(start) && isWord(stop)) {
        stop++;
      }
      reading.report(ProblemCode.JSON_SYNTAX, at(start), text.substring(start, stop));
    }
  }

  private boolean isWord(int offset) {
    return offset >= 0
        && offset < text.length()
        && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '_');
  }

  private PolicyPlace end() {
    return at(text.stripTrailing().length());
  }

  private PolicyPlace place(JsonLocation location, @Nullable PolicyPlace parent, String step) {
    PolicyPlace at = at((int) location.getCharOffset());
    return new PolicyPlace(at.line(), at.column(), parent, step);
  }

  private PolicyPlace at(int offset) {
    int low = 0;
    int high = lineStarts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int column = text.codePointCount(lineStarts.get(low), Math.min(offset, text.length())) + 1;
    return PolicyPlace.root(low + 1, column);
  }
}
