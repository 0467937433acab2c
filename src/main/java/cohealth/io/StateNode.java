package cohealth.io;

import cohealth.money.AmountText;
import cohealth.time.DayText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object or list of a state file, read strictly. */
record StateNode(JsonNode json) {
  private static final Shown MASKED = new Shown(false);
  private static final long LARGEST =
      AmountText.fen("9".repeat(AmountText.MOST_YUAN_DIGITS) + ".99");

  /** Reads one element of a list. */
  interface Element<T> {
    T read(StateNode element) throws StateFault;
  }

  boolean has(String key) {
    return json.has(key);
  }

  StateNode get(String key) throws StateFault {
    JsonNode found = json.get(key);
    if (found == null) {
      throw new StateFault(key);
    }
    return new StateNode(found);
  }

  StateNode at(int place) throws StateFault {
    JsonNode found = json.get(place);
    if (found == null) {
      throw new StateFault("a list is too short");
    }
    return new StateNode(found);
  }

  String text() throws StateFault {
    if (!json.isTextual() || json.textValue().codePoints().anyMatch(Characters::isHidden)) {
      throw new StateFault("a text");
    }
    return json.textValue();
  }

  /** An id as inputs may have it: it goes into results. */
  String id() throws StateFault {
    return checkedId(text());
  }

  String id(String key) throws StateFault {
    return get(key).id();
  }

  /** The text when it can be an id. */
  static String checkedId(@Nullable String text) throws StateFault {
    if (text == null || text.isEmpty() || IdText.fault(text, false, MASKED) != null) {
      throw new StateFault("an id");
    }
    return text;
  }

  String text(String key) throws StateFault {
    return get(key).text();
  }

  /** Null when it is absent or null. */
  @Nullable String textOrNull(String key) throws StateFault {
    JsonNode found = json.get(key);
    return found == null || found.isNull() ? null : new StateNode(found).text();
  }

  long number() throws StateFault {
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw new StateFault("a whole number");
    }
    return json.longValue();
  }

  /** A number of at least 0. */
  long amount() throws StateFault {
    long number = number();
    if (number < 0) {
      throw new StateFault("an amount below zero");
    }
    return number;
  }

  /** An amount as a bill may have it. */
  long part() throws StateFault {
    long amount = amount();
    if (amount > LARGEST) {
      throw new StateFault("more than a bill can be");
    }
    return amount;
  }

  /** A number from a least one up to another one. */
  int whole(int least, int most) throws StateFault {
    long number = number();
    if (number < least || number > most) {
      throw new StateFault("a number out of range");
    }
    return (int) number;
  }

  boolean yes(String key) throws StateFault {
    JsonNode found = get(key).json;
    if (!found.isBoolean()) {
      throw new StateFault(key);
    }
    return found.booleanValue();
  }

  int day(String key, int open) throws StateFault {
    String text = textOrNull(key);
    return text == null ? open : day(text);
  }

  int day() throws StateFault {
    return day(text());
  }

  private static int day(String text) throws StateFault {
    int day = DayText.day(text);
    if (day == DayText.INVALID_DAY) {
      throw new StateFault("a day");
    }
    return day;
  }

  long moment(String key) throws StateFault {
    long moment = DayText.moment(text(key));
    if (moment == DayText.INVALID) {
      throw new StateFault(key);
    }
    return moment;
  }

  <E extends Enum<E>> E word(String key, Class<E> type) throws StateFault {
    return get(key).word(type);
  }

  <E extends Enum<E>> E word(Class<E> type) throws StateFault {
    try {
      return Enum.valueOf(type, InsuredText.upper(text()));
    } catch (IllegalArgumentException e) {
      throw new StateFault("a word", e);
    }
  }

  /** The elements of a list; none when it is absent. */
  <T> List<T> list(String key, Element<T> element) throws StateFault {
    JsonNode found = json.get(key);
    return found == null ? List.of() : new StateNode(found).list(element);
  }

  private <T> List<T> list(Element<T> element) throws StateFault {
    if (!json.isArray()) {
      throw new StateFault("a list");
    }
    List<T> elements = new ArrayList<>(json.size());
    for (JsonNode each : json) {
      elements.add(element.read(new StateNode(each)));
    }
    return List.copyOf(elements);
  }
}
