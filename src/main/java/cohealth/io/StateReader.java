package cohealth.io;

import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.Carried;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Binding;
import cohealth.person.Insured;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.policy.AccumulatorSlots;
import cohealth.settlement.Split;
import cohealth.settlement.Status;
import cohealth.time.Day;
import cohealth.time.PeriodKind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} has written, line by line. */
final class StateReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonFactory FACTORY = MAPPER.getFactory();
  private static final int MOST_PERIODS = 1 << 23;

  private final ToIntFunction<String> visitNumber;
  private final ToIntFunction<String> facilityNumber;
  private int slots;

  /**
   * A reader of one file.
   *
   * @param visitNumber numbers of visit ids, from 1
   * @param facilityNumber numbers of facility ids, from 1
   */
  StateReader(ToIntFunction<String> visitNumber, ToIntFunction<String> facilityNumber) {
    this.visitNumber = visitNumber;
    this.facilityNumber = facilityNumber;
  }

  /** Any line but the last; claims as {@link #claim}. */
  StateLine read(byte[] line, int length) throws StateFault {
    StateNode node = node(line, length);
    if (node.has("person") && !node.has("claim")) {
      return person(node);
    }
    if (node.has("binding")) {
      return binding(node);
    }
    if (node.has("use")) {
      return new StateLine.OfUse(
          key(node.get("use")),
          node.list("used", use -> new Carried.Use(year(use.at(0)), use.at(1).amount())));
    }
    if (node.has("activity")) {
      return new StateLine.OfActivity(node.id("activity"));
    }
    throw new StateFault("an unknown kind of line");
  }

  /** The first line. */
  StateLine.Head head(byte[] line, int length) throws StateFault {
    StateNode node = node(line, length);
    List<AccumulatorSlots.Slot> read =
        node.list(
            "accumulators",
            slot ->
                new AccumulatorSlots.Slot(
                    slot.at(0).text(), slot.at(1).text(), slot.at(2).word(PeriodKind.class)));
    slots = read.size();
    if (new HashSet<>(read).size() != slots) {
      throw new StateFault("an accumulator twice");
    }
    return new StateLine.Head(
        node.moment("as_of"), node.list("regions", region -> region.whole(0, 999_999)), read);
  }

  /** Which claim a line is of and what became of it, without what it took. */
  StateLine.OfClaim claim(byte[] line, int length) throws StateFault {
    String id = "";
    String person = "";
    Status status = null;
    Long total = null;
    String reverses = null;
    try (JsonParser parser = FACTORY.createParser(line, 0, length)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean number = value == JsonToken.VALUE_NUMBER_INT;
        if (value != JsonToken.VALUE_STRING && !(number && name.equals("total"))) {
          return claim(id, person, status, total, reverses);
        }
        switch (name) {
          case "claim" -> id = parser.getText();
          case "person" -> person = parser.getText();
          case "status" -> status = Status.valueOf(InsuredText.upper(parser.getText()));
          case "total" -> total = parser.getLongValue();
          case "reverses" -> reverses = parser.getText();
          default -> {
            return claim(id, person, status, total, reverses);
          }
        }
      }
      return claim(id, person, status, total, reverses);
    } catch (IOException | IllegalArgumentException e) {
      throw new StateFault("a claim", e);
    }
  }

  private static StateLine.OfClaim claim(
      String id,
      String person,
      @Nullable Status status,
      @Nullable Long total,
      @Nullable String reverses)
      throws StateFault {
    if (status == null || total == null || !isPossible(status, total, reverses)) {
      throw new StateFault("a claim");
    }
    return new StateLine.OfClaim(
        StateNode.checkedId(id), StateNode.checkedId(person), status, total, reverses, null);
  }

  /** A claim costs something; a row that took one back has its negated total and names it. */
  private static boolean isPossible(Status status, long total, @Nullable String reverses) {
    return switch (status) {
      case SETTLED -> total > 0 && reverses == null;
      case REJECTED -> total >= 0 && reverses == null;
      case REVERSED_OUT -> total < 0 && reverses != null;
    };
  }

  /** The same with what it took. */
  StateLine.OfClaim wholeClaim(byte[] line, int length) throws StateFault {
    StateLine.OfClaim claim = claim(line, length);
    StateNode node = node(line, length);
    if (node.has("time") != (claim.status() == Status.SETTLED)) {
      throw new StateFault("what a claim took");
    }
    return node.has("time")
        ? new StateLine.OfClaim(
            claim.id(),
            claim.person(),
            claim.status(),
            claim.totalFen(),
            claim.reverses(),
            detail(node))
        : claim;
  }

  private StateLine.Detail detail(StateNode node) throws StateFault {
    StateNode bill = node.get("bill");
    StateNode split = node.get("split");
    List<String> rules = node.list("rules", StateNode::text);
    if (!rules.isEmpty() && rules.size() != 5) {
      throw new StateFault("rules");
    }
    boolean ruled = !rules.isEmpty();
    return new StateLine.Detail(
        node.moment("time"),
        year(node.get("benefit_year")),
        bill.at(0).part(),
        bill.at(1).part(),
        bill.at(2).part(),
        bill.at(3).part(),
        new Split(
            split.at(0).part(),
            split.at(1).part(),
            split.at(2).part(),
            split.at(3).part(),
            split.at(4).part()),
        ruled ? rules.get(0) : null,
        ruled ? readDay(rules.get(1)) : Day.UNKNOWN,
        ruled ? rules.get(2) : "",
        ruled ? rules.get(3) : "",
        ruled ? rules.get(4) : "",
        node.text("type"),
        node.text("level"),
        node.list("rates", rate -> rate.whole(0, 10_000)),
        node.list("paid", StateReader::paid),
        started(node),
        node.list("counted", this::counted),
        node.list(
            "used", used -> new StateLine.Used(key(used), year(used.at(3)), used.at(4).part())),
        node.list(
            "visited",
            visited ->
                new StateLine.Visited(
                    slot(visited.at(0)),
                    year(visited.at(1)),
                    visited.at(2).whole(1, Integer.MAX_VALUE))),
        node.has("limits") ? limits(node.get("limits")) : null);
  }

  private StateLine.Limits limits(StateNode node) throws StateFault {
    return new StateLine.Limits(
        node.list("deductibles", this::counted), node.list("caps", this::counted));
  }

  private static StateLine.Paid paid(StateNode node) throws StateFault {
    Account account = node.at(0).word(Account.class);
    boolean fund = account == Account.POOL || account == Account.SUPPLEMENT;
    String holder = fund ? node.at(1).text() : node.at(1).id();
    long fen = node.at(4).number();
    if (fen >= 0) {
      throw new StateFault("a payment");
    }
    return new StateLine.Paid(
        account,
        fund ? null : holder,
        fund ? holder : "",
        node.at(2).json().isNull() ? null : node.at(2).word(Purse.class),
        node.at(3).word(Component.class),
        fen);
  }

  private static Map<String, Integer> started(StateNode node) throws StateFault {
    Map<String, Integer> started = new LinkedHashMap<>();
    if (node.has("years_started")) {
      StateNode holders = node.get("years_started");
      for (Map.Entry<String, JsonNode> holder : holders.json().properties()) {
        started.put(holder.getKey(), new StateNode(holder.getValue()).whole(0, 100_000));
      }
    }
    return started;
  }

  private StateLine.Counted counted(StateNode node) throws StateFault {
    return new StateLine.Counted(slot(node.at(0)), period(node.at(1)), node.at(2).amount());
  }

  private StateLine.OfPerson person(StateNode node) throws StateFault {
    Insured now = Insured.NOTHING;
    Insured inFile = Insured.NOTHING;
    StateNode changed = node.has("in_file") ? node.get("in_file") : null;
    for (Attribute attribute : Attribute.values()) {
      String key = attribute.name().toLowerCase(Locale.ROOT);
      Insured value = insured(attribute, node.textOrNull(key));
      now = now.with(attribute, value);
      inFile =
          inFile.with(
              attribute,
              changed != null && changed.has(key)
                  ? insured(attribute, changed.textOrNull(key))
                  : value);
    }
    Carried carried = carried(node);
    String name = node.textOrNull("name");
    if (name != null && name.isEmpty()) { // who has none has no such element
      throw new StateFault("a name");
    }
    Person person =
        new Person(
            0,
            node.id("person"),
            node.id("household"),
            name,
            node.day("birth_date", Day.UNKNOWN),
            node.word("relation", Relation.class),
            now,
            carried.priorFen(),
            carried.currentFen(),
            carried.walletFen(),
            node.has("share_order") ? node.get("share_order").whole(1, Integer.MAX_VALUE) : 0,
            node.has("share_limit") ? node.get("share_limit").amount() : Fen.NONE,
            node.yes("confirmed"),
            0);
    return new StateLine.OfPerson(person, inFile, node.yes("opened"), carried);
  }

  private static Insured insured(Attribute attribute, @Nullable String text) throws StateFault {
    try {
      return InsuredText.read(attribute, text);
    } catch (IllegalArgumentException e) {
      throw new StateFault("an attribute", e);
    }
  }

  private Carried carried(StateNode node) throws StateFault {
    int opened = node.has("visits") ? node.get("visits").whole(1, Integer.MAX_VALUE) : 0;
    return new Carried(
        node.get("prior").amount(),
        node.get("current").amount(),
        node.get("wallet_balance").amount(),
        node.get("years_started").whole(0, 100_000),
        node.list(
            "counts",
            count ->
                new Carried.Count(slot(count.at(0)), period(count.at(1)), count.at(2).amount())),
        node.list(
            "premiums",
            paid ->
                new Carried.PaidPremium(
                    year(paid.at(0)), paid.at(1).day(), paid.at(2).day(), paid.at(3).day())),
        node.has("transfers_today") ? node.get("transfers_today").amount() : 0,
        new Carried.Visits(
            opened,
            node.list("visit_ids", each -> named(each, visitNumber, opened)),
            node.list("visits_today", each -> named(each, facilityNumber, opened)),
            node.list(
                "live_visits",
                live ->
                    new Carried.Live(
                        slot(live.at(0)),
                        year(live.at(1)),
                        live.at(2).whole(1, opened),
                        live.at(3).whole(1, Integer.MAX_VALUE)))));
  }

  private static Carried.Named named(StateNode node, ToIntFunction<String> number, int opened)
      throws StateFault {
    return new Carried.Named(number.applyAsInt(node.at(0).id()), node.at(1).whole(1, opened));
  }

  private static StateLine.OfBinding binding(StateNode node) throws StateFault {
    StateNode pair = node.get("binding");
    boolean limited = node.has("limit");
    String payer = pair.at(0).id();
    String beneficiary = pair.at(1).id();
    int from = node.day("valid_from", Day.OPEN_START);
    int to = node.day("valid_to", Day.OPEN_END);
    if (payer.equals(beneficiary) || from > to) {
      throw new StateFault("a binding");
    }
    return new StateLine.OfBinding(
        payer,
        beneficiary,
        new Binding(
            0,
            0,
            0,
            node.has("relation") ? node.word("relation", Relation.class) : null,
            node.has("order") ? node.get("order").whole(1, Integer.MAX_VALUE) : Binding.NO_ORDER,
            limited ? node.get("limit").amount() : Fen.NONE,
            limited && node.text("limit_period").equals("claim"),
            node.yes("confirmed"),
            node.day("confirmed_on", Day.OPEN_START),
            from,
            to,
            node.text("kind").equals("credential_only")));
  }

  private static StateLine.BindingKey key(StateNode node) throws StateFault {
    JsonNode from = node.at(2).json();
    return new StateLine.BindingKey(
        node.at(0).id(), node.at(1).id(), from.isNull() ? Day.OPEN_START : node.at(2).day());
  }

  private int slot(StateNode node) throws StateFault {
    return node.whole(0, slots - 1);
  }

  private static int period(StateNode node) throws StateFault {
    return node.whole(-MOST_PERIODS, MOST_PERIODS - 1);
  }

  private static int year(StateNode node) throws StateFault {
    return node.whole(-1, 9999);
  }

  private static int readDay(String text) throws StateFault {
    try {
      return InsuredText.readDay(text);
    } catch (IllegalArgumentException e) {
      throw new StateFault("a day", e);
    }
  }

  private static StateNode node(byte[] line, int length) throws StateFault {
    try {
      JsonNode read = MAPPER.readTree(line, 0, length);
      if (!read.isObject()) {
        throw new StateFault("an object");
      }
      return new StateNode(read);
    } catch (IOException e) {
      throw new StateFault("JSON", e);
    }
  }
}
