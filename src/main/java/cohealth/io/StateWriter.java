package cohealth.io;

import cohealth.ledger.Carried;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Binding;
import cohealth.person.Insured;
import cohealth.person.Person;
import cohealth.policy.AccumulatorSlots;
import cohealth.time.Day;
import cohealth.time.Moment;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines of a state file: JSON objects, money in whole fen. What is not given is left out.
 */
public final class StateWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;
  private final IntFunction<String> visitId;
  private final IntFunction<String> facilityId;

  /**
   * Writes to a stream that the caller closes.
   *
   * @param visitId the text of a visit's number
   * @param facilityId the text of a facility's number
   */
  public StateWriter(
      OutputStream target, IntFunction<String> visitId, IntFunction<String> facilityId)
      throws IOException {
    this.out = FACTORY.createGenerator(target);
    out.setRootValueSeparator(new SerializedString(""));
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.visitId = visitId;
    this.facilityId = facilityId;
  }

  /** Writes one line. */
  public void write(StateLine line) throws IOException {
    out.writeStartObject();
    if (line instanceof StateLine.Head head) {
      head(head);
    } else if (line instanceof StateLine.OfPerson person) {
      person(person);
    } else if (line instanceof StateLine.OfBinding binding) {
      binding(binding);
    } else if (line instanceof StateLine.OfUse use) {
      use(use);
    } else if (line instanceof StateLine.OfActivity activity) {
      text("activity", activity.id());
    } else if (line instanceof StateLine.OfClaim claim) {
      claim(claim);
    }
    out.writeEndObject();
    out.writeRaw('\n');
  }

  /** Everything that was written goes to the stream. */
  public void flush() throws IOException {
    out.flush();
  }

  private void head(StateLine.Head head) throws IOException {
    out.writeNumberField(StateFile.HEAD, StateFile.VERSION);
    text("as_of", Moment.text(head.asOf()));
    array("regions", head.regions(), region -> out.writeNumber(region));
    array("accumulators", head.slots(), this::slot);
  }

  private void slot(AccumulatorSlots.Slot slot) throws IOException {
    out.writeStartArray();
    out.writeString(slot.document());
    out.writeString(slot.name());
    out.writeString(word(slot.period()));
    out.writeEndArray();
  }

  private void person(StateLine.OfPerson line) throws IOException {
    Person person = line.person();
    text("person", person.id());
    text("household", person.householdId());
    text("name", person.name());
    text("birth_date", InsuredText.day(person.birthDay(), Day.UNKNOWN));
    text("relation", word(person.relation()));
    for (Attribute attribute : Attribute.values()) {
      text(key(attribute), InsuredText.of(attribute, person.insured()));
    }
    changed(person.insured(), line.inFile());
    if (person.shareOrder() != 0) {
      out.writeNumberField("share_order", person.shareOrder());
    }
    if (person.shareLimitFen() != Fen.NONE) {
      out.writeNumberField("share_limit", person.shareLimitFen());
    }
    out.writeBooleanField("confirmed", person.confirmed());
    out.writeBooleanField("opened", line.opened());
    carried(line.carried());
  }

  /** What the household file says where activities have changed it. */
  private void changed(Insured now, Insured inFile) throws IOException {
    if (now.equals(inFile)) {
      return;
    }
    out.writeObjectFieldStart("in_file");
    for (Attribute attribute : Attribute.values()) {
      String before = InsuredText.of(attribute, inFile);
      if (!Objects.equals(before, InsuredText.of(attribute, now))) {
        out.writeStringField(key(attribute), before);
      }
    }
    out.writeEndObject();
  }

  private void carried(Carried carried) throws IOException {
    out.writeNumberField("prior", carried.priorFen());
    out.writeNumberField("current", carried.currentFen());
    out.writeNumberField("wallet_balance", carried.walletFen());
    out.writeNumberField("years_started", carried.yearsStarted());
    array(
        "counts",
        carried.accumulators(),
        count -> numbers(count.slot(), count.period(), count.fen()));
    array(
        "premiums",
        carried.premiums(),
        paid -> {
          out.writeStartArray();
          out.writeNumber(paid.planYear());
          out.writeString(Day.text(paid.from()));
          out.writeString(Day.text(paid.to()));
          out.writeString(Day.text(paid.benefitsFrom()));
          out.writeEndArray();
        });
    if (carried.transfersToday() > 0) {
      out.writeNumberField("transfers_today", carried.transfersToday());
    }
    Carried.Visits visits = carried.visits();
    if (visits.opened() > 0) {
      out.writeNumberField("visits", visits.opened());
      named("visit_ids", visits.named(), visitId);
      named("visits_today", visits.today(), facilityId);
      array(
          "live_visits",
          visits.live(),
          live -> numbers(live.slot(), live.year(), live.visit(), live.claims()));
    }
  }

  /** Ids and their visits in an order of their own: numbers of ids are those of one run. */
  private void named(String key, List<Carried.Named> ids, IntFunction<String> text)
      throws IOException {
    List<Carried.Named> inOrder = new ArrayList<>(ids);
    inOrder.sort(
        Comparator.comparingInt(Carried.Named::visit).thenComparing(each -> text.apply(each.id())));
    array(
        key,
        inOrder,
        each -> {
          out.writeStartArray();
          out.writeString(text.apply(each.id()));
          out.writeNumber(each.visit());
          out.writeEndArray();
        });
  }

  private void binding(StateLine.OfBinding line) throws IOException {
    Binding binding = line.binding();
    out.writeArrayFieldStart("binding");
    out.writeString(line.payer());
    out.writeString(line.beneficiary());
    out.writeEndArray();
    text("relation", InsuredText.word(binding.relation()));
    if (binding.order() != Binding.NO_ORDER) {
      out.writeNumberField("order", binding.order());
    }
    if (binding.limitFen() != Fen.NONE) {
      out.writeNumberField("limit", binding.limitFen());
      text("limit_period", binding.limitPerClaim() ? "claim" : "year");
    }
    out.writeBooleanField("confirmed", binding.confirmed());
    text("confirmed_on", InsuredText.day(binding.confirmedOn(), Day.OPEN_START));
    text("valid_from", InsuredText.day(binding.validFrom(), Day.OPEN_START));
    text("valid_to", InsuredText.day(binding.validTo(), Day.OPEN_END));
    text("kind", binding.credentialOnly() ? "credential_only" : "mutual_aid");
  }

  private void use(StateLine.OfUse line) throws IOException {
    out.writeArrayFieldStart("use");
    key(line.key());
    out.writeEndArray();
    array("used", line.uses(), use -> numbers(use.accountYear(), use.fen()));
  }

  private void key(StateLine.BindingKey key) throws IOException {
    out.writeString(key.payer());
    out.writeString(key.beneficiary());
    out.writeString(InsuredText.day(key.validFrom(), Day.OPEN_START));
  }

  private void claim(StateLine.OfClaim claim) throws IOException {
    text("claim", claim.id());
    text("person", claim.person());
    text("status", word(claim.status()));
    out.writeNumberField("total", claim.totalFen());
    text("reverses", claim.reverses());
    StateLine.Detail detail = claim.detail();
    if (detail == null) {
      return;
    }
    text("time", Moment.text(detail.moment()));
    out.writeNumberField("benefit_year", detail.benefitYear());
    out.writeFieldName("bill");
    numbers(
        detail.eligibleFen(),
        detail.firstSelfPayFen(),
        detail.overLimitFen(),
        detail.selfFundedFen());
    out.writeFieldName("split");
    numbers(
        detail.split().deductibleFen(),
        detail.split().copayFen(),
        detail.split().overCapFen(),
        detail.split().deniedFen(),
        detail.split().enteredFen());
    text("type", detail.type());
    text("level", detail.level());
    if (detail.policy() != null) {
      array(
          "rules",
          List.of(
              detail.policy(),
              Day.text(detail.policyFrom()),
              detail.group(),
              detail.band(),
              detail.benefit()),
          out::writeString);
    }
    array("rates", detail.rates(), rate -> out.writeNumber(rate));
    array("paid", detail.paid(), this::paid);
    if (!detail.started().isEmpty()) {
      out.writeObjectFieldStart("years_started");
      for (var holder : detail.started().entrySet()) {
        out.writeNumberField(holder.getKey(), holder.getValue());
      }
      out.writeEndObject();
    }
    array("counted", detail.counted(), this::counted);
    array(
        "used",
        detail.used(),
        used -> {
          out.writeStartArray();
          key(used.key());
          out.writeNumber(used.accountYear());
          out.writeNumber(used.fen());
          out.writeEndArray();
        });
    array(
        "visited",
        detail.visited(),
        visited -> numbers(visited.slot(), visited.year(), visited.visit()));
    StateLine.Limits limits = detail.limits();
    if (limits != null) {
      out.writeObjectFieldStart("limits");
      array("deductibles", limits.deductibles(), this::counted);
      array("caps", limits.caps(), this::counted);
      out.writeEndObject();
    }
  }

  private void paid(StateLine.Paid paid) throws IOException {
    out.writeStartArray();
    out.writeString(word(paid.account()));
    out.writeString(paid.holder() == null ? paid.fund() : paid.holder());
    out.writeString(InsuredText.word(paid.purse()));
    out.writeString(word(paid.component()));
    out.writeNumber(paid.fen());
    out.writeEndArray();
  }

  private void counted(StateLine.Counted counted) throws IOException {
    numbers(counted.slot(), counted.period(), counted.fen());
  }

  /** Writes one element. */
  private interface Element<T> {
    void write(T element) throws IOException;
  }

  /** A list; an empty one is left out. */
  private <T> void array(String key, List<T> elements, Element<T> each) throws IOException {
    if (elements.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(key);
    for (T element : elements) {
      each.write(element);
    }
    out.writeEndArray();
  }

  private void numbers(long... values) throws IOException {
    out.writeArray(values, 0, values.length);
  }

  private void text(String key, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(key, value);
    }
  }

  private static String key(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
