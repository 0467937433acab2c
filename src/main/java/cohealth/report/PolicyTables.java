package cohealth.report;

import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.Pharmacy;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyDocument.Version;
import cohealth.report.TextTable.Lines;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A policy document as a page for people, each value beside the id of its source. */
public final class PolicyTables {
  private final PolicyDocument document;
  private final PolicyWords words;
  private final PolicyPage page;

  private PolicyTables(PolicyDocument document, PolicyWords words, PolicyPage page) {
    this.document = document;
    this.words = words;
    this.page = page;
  }

  /** Tells the lines of the page. */
  public static void tell(PolicyDocument document, PolicyWords words, int width, Lines lines) {
    new PolicyTables(document, words, new PolicyPage(lines, width)).tell();
  }

  private void tell() {
    page.title(words.get("title", document.id(), words.of(document.title())));
    page.paragraph("", head());
    page.paragraph("", proof());
    page.part(words.get("sources"));
    document.sources().forEach(this::source);
    for (Version version : document.versions()) {
      page.blank();
      page.blank();
      page.title(words.get("version", words.days(version.from(), version.to())));
      version(version);
    }
    if (!document.notes().isEmpty()) {
      page.blank();
      page.blank();
      page.title(words.get("notes"));
      document.notes().forEach(note -> page.paragraph("- ", words.of(note)));
    }
  }

  private String head() {
    return words.get(
        "head",
        document.region(),
        words.of(document.insurance()),
        day(document.benefitYearStart()),
        day(document.accountYearStart()));
  }

  private String proof() {
    if (document.proof().isEmpty()) {
      return words.get("proof.none");
    }
    List<String> proofs = new ArrayList<>();
    document
        .proof()
        .forEach(proof -> proofs.add(words.get("proof.one", proof.example(), proof.source())));
    return words.get("proof", words.join(proofs));
  }

  private void source(Source source) {
    page.paragraph("  ", words.get("source.head", source.id(), source.grade()));
    for (String text :
        List.of(source.title(), source.issuer(), source.clause(), source.address())) {
      if (!text.isEmpty()) {
        page.paragraph("    ", text);
      }
    }
  }

  private void version(Version version) {
    page.part(words.get("groups"));
    List<List<String>> groups = new ArrayList<>();
    ConditionText conditions = new ConditionText(words);
    for (Group group : version.groups()) {
      groups.add(
          List.of(
              group.name(),
              words.of(group.title()),
              conditions.of(group.when()),
              PolicyWords.source(group.source())));
    }
    page.table(columns("group", "name", "who", "source"), groups);
    if (!version.bands().isEmpty()) {
      page.part(words.get("bands"));
      bands(version);
    }
    new BenefitTables(version, words, page).tell();
    new PayerTables(version, words, page).tell();
    new AccountTables(version, words, page).tell();
  }

  private void bands(Version version) {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, Band> band : version.bands().entrySet()) {
      Band written = band.getValue();
      rows.add(
          List.of(
              band.getKey(),
              written.title() == null ? "" : words.of(written.title()),
              words.levels(written),
              PolicyWords.source(written.source())));
    }
    page.table(columns("band", "name", "levels", "source"), rows);
    Pharmacy pharmacy = version.pharmacy();
    if (pharmacy != null) {
      String without = pharmacy.without();
      String sentence =
          without == null ? words.get("pharmacy") : words.get("pharmacy.without", without);
      page.paragraph("  ", words.sourced(sentence, pharmacy.source()));
    }
  }

  private List<String> columns(String... keys) {
    return List.of(keys).stream().map(key -> words.get("column." + key)).toList();
  }

  private static String day(YearStart start) {
    return start.start().toString().substring(2);
  }
}
