package cohealth.io;

import cohealth.comparison.ActivityCounts;
import cohealth.comparison.AmountBand;
import cohealth.comparison.BeforeAfter;
import cohealth.comparison.CapChange;
import cohealth.comparison.Comparison;
import cohealth.comparison.Decomposition;
import cohealth.comparison.Dimension;
import cohealth.comparison.Month;
import cohealth.comparison.Outcome;
import cohealth.comparison.PaidBy;
import cohealth.comparison.PayerSums;
import cohealth.comparison.PolicyChange;
import cohealth.comparison.Slice;
import cohealth.money.Fen;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as one JSON document: all that is known of it, amounts as numbers in yuan. */
public final class ComparisonJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private ComparisonJson(JsonGenerator out) {
    this.out = out;
  }

  /** Writes the document; the stream is not closed. */
  public static void write(Comparison comparison, OutputStream target) throws IOException {
    JsonGenerator out = FACTORY.createGenerator(target);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.setPrettyPrinter(new DefaultPrettyPrinter());
    new ComparisonJson(out).document(comparison);
    out.writeRaw('\n');
    out.flush();
  }

  private void document(Comparison comparison) throws IOException {
    out.writeStartObject();
    out.writeNumberField("schema_version", SettlementJson.SCHEMA_VERSION);
    out.writeStringField("behaviour", "unchanged");
    changes(comparison);
    out.writeNumberField("claims", comparison.rows());
    out.writeNumberField("changed_claims", comparison.changedRows());
    amount("total", comparison.billedFen());
    paid(comparison.paid());
    outcome("people", comparison.people());
    outcome("households", comparison.households());
    bands(comparison);
    caps(comparison.caps());
    out.writeArrayFieldStart("months");
    for (Month month : comparison.months()) {
      out.writeStartObject();
      out.writeStringField("month", month.month());
      out.writeNumberField("claims", month.claims());
      paid(month.paid());
      out.writeEndObject();
    }
    out.writeEndArray();
    for (Dimension dimension : Dimension.values()) {
      out.writeArrayFieldStart("by_" + dimension);
      for (Slice slice : comparison.slices(dimension)) {
        slice(slice);
      }
      out.writeEndArray();
    }
    decomposition(comparison.decomposition());
    activities(comparison.activities());
    out.writeEndObject();
  }

  private void changes(Comparison comparison) throws IOException {
    out.writeArrayFieldStart("changes");
    for (PolicyChange change : comparison.changes()) {
      out.writeStartObject();
      out.writeNumberField("number", change.number());
      out.writeStringField("path", change.path());
      textOrNull("before", change.before());
      textOrNull("after", change.after());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void paid(BeforeAfter paid) throws IOException {
    out.writeObjectFieldStart("paid");
    sums("before", paid.before());
    sums("after", paid.after());
    sums("difference", paid.difference());
    out.writeEndObject();
  }

  private void sums(String name, @Nullable PayerSums sums) throws IOException {
    if (sums == null) {
      out.writeNullField(name);
      return;
    }
    out.writeObjectFieldStart(name);
    for (PaidBy payer : PaidBy.values()) {
      amount(payer.toString(), sums.fen(payer));
    }
    out.writeEndObject();
  }

  private void outcome(String name, Outcome outcome) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("with_claims", outcome.counted());
    out.writeNumberField("gain", outcome.gain());
    out.writeNumberField("lose", outcome.lose());
    out.writeNumberField("same", outcome.same());
    amount("gained", outcome.gainedFen());
    amount("lost", outcome.lostFen());
    amount("most_gained", outcome.mostGainedFen());
    amount("most_lost", outcome.mostLostFen());
    out.writeEndObject();
  }

  private void bands(Comparison comparison) throws IOException {
    out.writeArrayFieldStart("bands");
    for (AmountBand band : comparison.bands()) {
      out.writeStartObject();
      amount("above", band.aboveFen());
      if (band.upToFen() == Long.MAX_VALUE) {
        out.writeNullField("up_to");
      } else {
        amount("up_to", band.upToFen());
      }
      out.writeNumberField("gain", band.gain());
      out.writeNumberField("lose", band.lose());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void caps(@Nullable CapChange caps) throws IOException {
    if (caps == null) {
      out.writeNullField("caps");
      return;
    }
    out.writeObjectFieldStart("caps");
    out.writeNumberField("before", caps.before());
    out.writeNumberField("after", caps.after());
    out.writeNumberField("newly", caps.newly());
    out.writeNumberField("no_longer", caps.noLonger());
    out.writeEndObject();
  }

  private void slice(Slice slice) throws IOException {
    out.writeStartObject();
    textOrNull("key", slice.key());
    out.writeNumberField("people", slice.people());
    outcome("outcome", slice.outcome());
    caps(slice.caps());
    paid(slice.paid());
    out.writeEndObject();
  }

  private void decomposition(Decomposition decomposition) throws IOException {
    out.writeObjectFieldStart("decomposition");
    out.writeStringField("told", decomposition.told().name().toLowerCase(Locale.ROOT));
    out.writeNumberField("most", decomposition.most());
    out.writeArrayFieldStart("parts");
    for (Decomposition.Part part : decomposition.parts()) {
      out.writeStartObject();
      out.writeArrayFieldStart("numbers");
      for (int number : part.numbers()) {
        out.writeNumber(number);
      }
      out.writeEndArray();
      sums("difference", part.difference());
      out.writeEndObject();
    }
    out.writeEndArray();
    sums("interaction", decomposition.interaction());
    out.writeEndObject();
  }

  private void activities(ActivityCounts activities) throws IOException {
    out.writeObjectFieldStart("activities");
    out.writeNumberField("accepted_before", activities.acceptedBefore());
    out.writeNumberField("accepted_after", activities.acceptedAfter());
    amount("moved_before", activities.movedBeforeFen());
    amount("moved_after", activities.movedAfterFen());
    out.writeEndObject();
  }

  private void amount(String name, long fen) throws IOException {
    out.writeFieldName(name);
    out.writeNumber(Fen.text(fen));
  }

  private void textOrNull(String name, String text) throws IOException {
    if (text.isEmpty()) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, text);
    }
  }
}
