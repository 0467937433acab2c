package cohealth.io;

import cohealth.person.Insurance;
import cohealth.policy.GradeOrder;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyDocument.Proof;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyDocument.Text;
import cohealth.policy.PolicyDocument.Version;
import cohealth.time.Day;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the outermost object of a policy document. */
final class PolicyDocumentPart {
  private static final String FORMAT = "1";
  private static final List<Insurance> INSURANCES = List.of(Insurance.EMPLOYEE, Insurance.RESIDENT);
  private static final List<String> GRADES = GradeOrder.bestFirst();

  private final PolicyReading reading;
  private final PolicyValues values;
  private final PolicyNames sources;
  private final PolicyCounters counters;

  PolicyDocumentPart(PolicyReading reading) {
    this.reading = reading;
    this.values = new PolicyValues(reading);
    this.sources = new PolicyNames(reading, ProblemCode.POLICY_UNKNOWN_SOURCE);
    this.counters = new PolicyCounters(reading);
  }

  /** The document; what is wrong with it is reported. */
  PolicyDocument read(PolicyNode root) {
    PolicyFields fields =
        PolicyFields.of(
            root,
            reading,
            "$schema",
            "format",
            "id",
            "region",
            "insurance",
            "title",
            "benefitYearStart",
            "accountYearStart",
            "sources",
            "notes",
            "versions",
            "proof");
    fields.maybe("$schema", values::text);
    fields.required("format", FORMAT, this::format);
    String id = fields.required("id", "", values::id);
    int region = fields.required("region", 0, values::region);
    Insurance insurance =
        fields.required("insurance", Insurance.EMPLOYEE, node -> values.oneOf(INSURANCES, node));
    Text title = fields.required("title", new Text("", ""), values::bothLanguages);
    YearStart benefitYear =
        fields.optional("benefitYearStart", YearStart.JANUARY, values::yearStart);
    YearStart accountYear = fields.optional("accountYearStart", benefitYear, values::yearStart);
    if (!fields.has("sources")) {
      sources.knowAnything();
    }
    List<Source> sourceList =
        fields.required("sources", List.of(), node -> values.list(node, this::source));
    List<Text> notes =
        fields.optional("notes", List.of(), node -> values.list(node, values::bothLanguages));
    List<Version> versions = fields.required("versions", List.of(), this::versions);
    PolicyNode insured = fields.node("insurance");
    if (insured != null && insured.text().equals(PolicyValues.written(Insurance.EMPLOYEE))) {
      refusePremiums(fields.node("versions"));
    }
    List<Proof> proof =
        fields.optional("proof", List.of(), node -> values.filledList(node, this::proof));
    return new PolicyDocument(
        id, region, insurance, title, benefitYear, accountYear, sourceList, notes, versions, proof);
  }

  private String format(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.NUMBER) && !node.text().equals(FORMAT)) {
      reading.report(ProblemCode.POLICY_OTHER_FORMAT, node.place(), node.text(), FORMAT);
    }
    return node.text();
  }

  private Source source(PolicyNode node) {
    PolicyFields fields =
        PolicyFields.of(node, reading, "id", "title", "grade", "issuer", "clause", "address");
    PolicyNode id = fields.node("id");
    if (id != null && id.kind() == PolicyNode.Kind.TEXT) {
      sources.declare(id.text(), id.place());
    }
    return new Source(
        fields.required("id", "", values::name),
        fields.required("title", "", values::text),
        fields.required("grade", "", this::grade),
        fields.optional("issuer", "", values::text),
        fields.optional("clause", "", values::text),
        fields.optional("address", "", values::text));
  }

  private String grade(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.TEXT) && !GRADES.contains(node.text())) {
      values.notAmong(node, GRADES);
    }
    return node.text();
  }

  private Proof proof(PolicyNode node) {
    PolicyFields fields = PolicyFields.of(node, reading, "example", "source");
    return new Proof(
        fields.required("example", "", values::name),
        fields.required("source", "", sources::refer));
  }

  private List<Version> versions(PolicyNode list) {
    List<Version> versions = new ArrayList<>();
    Map<Integer, PolicyPlace> planYears = new HashMap<>();
    int latestFrom = Day.UNKNOWN;
    int latestTo = Day.UNKNOWN;
    for (PolicyNode node : values.filledList(list, Function.identity())) {
      PolicyScope scope = PolicyScope.version(reading, sources, counters);
      Version version = new PolicyVersionPart(scope).read(node);
      versions.add(version);
      checkPlanYears(node.get("premium"), version.premiums(), planYears);
      PolicyNode from = node.get("from");
      if (from == null || version.from() == Day.UNKNOWN) {
        continue;
      }
      if (version.from() < latestFrom) {
        reading.report(
            ProblemCode.POLICY_VERSION_ORDER, from.place(), from.text(), Day.text(latestFrom));
      } else if (latestTo == Day.OPEN_END) {
        reading.report(ProblemCode.POLICY_VERSION_AFTER_OPEN, from.place(), from.text());
      } else if (version.from() <= latestTo) {
        reading.report(
            ProblemCode.POLICY_VERSION_OVERLAP, from.place(), from.text(), Day.text(latestTo));
      }
      latestFrom = Math.max(latestFrom, version.from());
      latestTo = Math.max(latestTo, version.to());
    }
    return List.copyOf(versions);
  }

  /** A plan year stands once in the document, since its premium may be paid on any day. */
  private void checkPlanYears(
      @Nullable PolicyNode list, List<Premium> premiums, Map<Integer, PolicyPlace> planYears) {
    for (int i = 0; list != null && i < premiums.size(); i++) {
      int year = premiums.get(i).planYear();
      PolicyNode written = list.items().get(i).get("planYear");
      if (written != null && year != 0) {
        PolicyPlace first = planYears.putIfAbsent(year, written.place());
        if (first != null) {
          reading.report(
              ProblemCode.POLICY_PLAN_YEAR_TWICE,
              written.place(),
              written.text(),
              Integer.toString(first.line()));
        }
      }
    }
  }

  private void refusePremiums(@Nullable PolicyNode versions) {
    for (PolicyNode version : versions == null ? List.<PolicyNode>of() : versions.items()) {
      for (PolicyNode.Field field : version.fields()) {
        if (field.key().equals("premium")) {
          reading.report(ProblemCode.POLICY_PREMIUM_EMPLOYEE, field.place());
        }
      }
    }
  }
}
