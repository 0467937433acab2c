package cohealth.io;

import cohealth.event.StandardLevel;
import cohealth.event.Vocabulary;
import cohealth.money.Rounding;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.Pharmacy;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyDocument.Step;
import cohealth.policy.PolicyDocument.Text;
import cohealth.policy.PolicyDocument.Unknown;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.Wallet;
import cohealth.policy.PolicyDocument.Word;
import cohealth.time.Day;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one version; the words that its other parts refer to are read first. */
final class PolicyVersionPart {
  private static final String PHARMACY = PolicyValues.written(StandardLevel.PHARMACY);

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;
  private final Vocabulary vocabulary = new Vocabulary();
  private final ClaimWords claimWords = new ClaimWords(vocabulary);
  private final Map<String, String> sources = new LinkedHashMap<>();

  PolicyVersionPart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
  }

  /** The version with all defaults. */
  Version read(PolicyNode node) {
    PolicyFields fields =
        scope.fields(
            node,
            "from",
            "to",
            "groups",
            "bands",
            "pharmacy",
            "types",
            "visits",
            "benefits",
            "chain",
            "binding",
            "offsite",
            "accrual",
            "premium",
            "wallet",
            "rounding",
            "unknown");
    int from = fields.required("from", Day.UNKNOWN, values::day);
    int to = fields.optional("to", Day.OPEN_END, values::day);
    reading.fromTo(fields.node("from"), from, fields.node("to"), to);
    declareUnreadable(fields, "groups", scope.groups());
    declareUnreadable(fields, "bands", scope.bands());
    declareUnreadable(fields, "benefits", scope.benefits());
    List<Group> groups = fields.required("groups", List.of(), new PolicyGroupPart(scope)::read);
    Map<String, Integer> levelLines = new HashMap<>();
    Map<String, Band> bands = fields.required("bands", Map.of(), value -> bands(value, levelLines));
    Pharmacy pharmacy = fields.maybe("pharmacy", value -> pharmacy(value, levelLines));
    List<Word> types = fields.optional("types", List.of(), value -> values.list(value, this::type));
    boolean mergeVisits = fields.optional("visits", false, this::visits);
    PolicyBenefitPart benefitPart = new PolicyBenefitPart(scope);
    List<Benefit> benefits =
        fields.required("benefits", List.of(), value -> values.list(value, benefitPart::read));
    List<Step> chain =
        fields.optional("chain", PolicyChainPart.byDefault(), new PolicyChainPart(scope)::read);
    Family family =
        fields.optional("binding", PolicyFamilyPart.DEFAULT, new PolicyFamilyPart(scope)::read);
    List<Offsite> offsite =
        fields.optional("offsite", List.of(), new PolicyOffsitePart(scope)::read);
    Rounding rounding = fields.optional("rounding", Rounding.HALF_UP, this::rounding);
    PolicyAccountPart accounts = new PolicyAccountPart(scope);
    List<AccrualRow> accrual = fields.optional("accrual", List.of(), accounts::accrual);
    List<Premium> premiums = fields.optional("premium", List.of(), accounts::premiums);
    Wallet wallet = fields.optional("wallet", PolicyAccountPart.NO_LIMITS, accounts::wallet);
    List<Unknown> unknown =
        fields.optional("unknown", List.of(), value -> values.filledList(value, this::unknown));
    return new Version(
        from,
        to,
        groups,
        bands,
        pharmacy,
        types,
        mergeVisits,
        benefits,
        chain,
        family,
        offsite,
        rounding,
        accrual,
        premiums,
        wallet,
        unknown,
        Collections.unmodifiableMap(sources));
  }

  private static void declareUnreadable(PolicyFields fields, String key, PolicyNames names) {
    PolicyNode value = fields.node(key);
    if (value == null || (value.fields().isEmpty() && value.items().isEmpty())) {
      names.knowAnything();
    }
  }

  private Map<String, Band> bands(PolicyNode node, Map<String, Integer> levelLines) {
    Map<String, Band> bands = new LinkedHashMap<>();
    if (values.is(node, PolicyNode.Kind.OBJECT)) {
      for (PolicyNode.Field field : node.fields()) {
        String name = values.nameOfKey(field);
        scope.bands().declare(name, field.place());
        bands.put(name, band(field.value(), levelLines));
      }
    }
    return Collections.unmodifiableMap(bands);
  }

  private Band band(PolicyNode node, Map<String, Integer> levelLines) {
    PolicyFields fields = scope.fields(node, "levels", "title", "source");
    return new Band(
        fields.required(
            "levels",
            List.of(),
            value -> values.filledList(value, level -> level(level, levelLines))),
        fields.maybe("title", values::bothLanguages),
        scope.source(fields));
  }

  private String level(PolicyNode node, Map<String, Integer> levelLines) {
    String level = values.name(node);
    if (node.kind() == PolicyNode.Kind.TEXT) {
      Integer number = claimWords.levels().find(level);
      String word = number == null ? level : vocabulary.levels().word(number);
      if (!word.equals(level)) {
        reading.report(ProblemCode.POLICY_OTHER_WORD, node.place(), level, word);
      }
      Integer first = levelLines.putIfAbsent(level, node.place().line());
      if (first != null) {
        reading.report(
            ProblemCode.POLICY_LEVEL_TWICE, node.place(), level, Integer.toString(first));
      }
    }
    return level;
  }

  private Pharmacy pharmacy(PolicyNode node, Map<String, Integer> levelLines) {
    PolicyFields fields = scope.fields(node, "as", "without", "source");
    fields.required("as", "", value -> only("prescriber", value));
    Integer line = levelLines.get(PHARMACY);
    if (line != null) {
      reading.report(ProblemCode.POLICY_PHARMACY_TWICE, node.place(), Integer.toString(line));
    }
    return new Pharmacy(fields.maybe("without", scope.bands()::refer), scope.source(fields));
  }

  private Word type(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "name", "title");
    PolicyNode name = fields.node("name");
    if (name != null && claimWords.types().find(name.text()) != null) {
      reading.report(ProblemCode.POLICY_STANDARD_TYPE, name.place(), name.text());
      return new Word(name.text(), title(fields));
    }
    return new Word(scope.declare(fields, scope.types()), title(fields));
  }

  private Text title(PolicyFields fields) {
    return fields.required("title", new Text("", ""), values::bothLanguages);
  }

  private boolean visits(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "merge", "source");
    fields.required("merge", "", value -> only("day_and_facility", value));
    keepSource("visits", fields);
    return true;
  }

  private Rounding rounding(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "mode", "source");
    keepSource("rounding", fields);
    return fields.required(
        "mode", Rounding.HALF_UP, value -> values.oneOf(Arrays.asList(Rounding.values()), value));
  }

  private void keepSource(String key, PolicyFields fields) {
    String source = scope.source(fields);
    if (source != null) {
      sources.put(key, source);
    }
  }

  private Unknown unknown(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "benefit", "group", "band", "zh", "en");
    return new Unknown(
        fields.required("benefit", "", scope.benefits()::refer),
        new PolicyRowPart(scope).selector(fields),
        new Text(fields.required("zh", "", values::text), fields.required("en", "", values::text)));
  }

  private String only(String word, PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.TEXT) && !node.text().equals(word)) {
      values.notAmong(node, List.of(word));
    }
    return node.text();
  }
}
