package cohealth.run;

import cohealth.io.BindingRows;
import cohealth.io.CheckFinding;
import cohealth.io.Problem;
import cohealth.person.Binding;
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyVersion;
import cohealth.report.Phrases;
import cohealth.settlement.BindingCheck;
import cohealth.settlement.BindingFault;
import cohealth.time.Day;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells bindings that do not work with their places: the cell of the bindings file, or, when they
 * follow from the households, the row of the person whom the flaw is about.
 */
final class BindingFindings {
  private final RunRequest request;
  private final RunInputs inputs;
  private final BindingCheck check;
  private final Phrases phrases;

  BindingFindings(RunRequest request, RunInputs inputs, BindingCheck check, Phrases phrases) {
    this.request = request;
    this.inputs = inputs;
    this.check = check;
    this.phrases = phrases;
  }

  /** Bindings that do not work, in their order. */
  List<CheckFinding> faults(List<BindingFault> faults) throws IOException {
    List<CheckFinding> found = new ArrayList<>(faults.size());
    try (BindingRows rows = rows()) {
      for (BindingFault fault : faults) {
        Problem problem = problem(fault, BindingFlaw.of(fault, check), rows);
        found.add(
            new CheckFinding(
                problem,
                fault.reason().name(),
                id(fault.binding().payer()),
                id(fault.binding().beneficiary()),
                fault.worksFrom() == Day.UNKNOWN ? "" : Day.text(fault.worksFrom())));
      }
    }
    return found;
  }

  /**
   * Bindings that will not work any more from a day on unless somebody confirms, in their order.
   */
  List<CheckFinding> due(List<BindingFault> due) throws IOException {
    List<CheckFinding> found = new ArrayList<>(due.size());
    try (BindingRows rows = rows()) {
      for (BindingFault fault : due) {
        Problem problem = problem(fault, BindingFlaw.CONFIRMATION_DUE, rows);
        found.add(
            new CheckFinding(
                problem, "", id(fault.binding().payer()), id(fault.binding().beneficiary()), ""));
      }
    }
    return found;
  }

  private @Nullable BindingRows rows() throws IOException {
    Source source = request.bindings();
    return source == null
        ? null
        : BindingRows.open(source.path(), source.name(), request.options());
  }

  private Problem problem(BindingFault fault, BindingFlaw flaw, @Nullable BindingRows rows)
      throws IOException {
    Binding binding = fault.binding();
    List<String> args = new ArrayList<>();
    args.add(request.options().shown().id(id(binding.payer())));
    args.add(request.options().shown().id(id(binding.beneficiary())));
    args.addAll(details(fault, flaw));
    String[] all = args.toArray(new String[0]);
    if (rows != null) {
      return rows.at(binding.index(), flaw.ofBinding(), flaw.code(), all);
    }
    int line = request.households() == null ? 0 : person(flaw.person(binding)).line();
    return Problem.at(flaw.code(), request.peopleName(), line, 0, flaw.ofPerson().field(), all);
  }

  /** What the sentence needs beside the two people. */
  private List<String> details(BindingFault fault, BindingFlaw flaw) {
    Binding binding = fault.binding();
    PolicyVersion ofPayer = check.version(binding.payer(), fault.day());
    PolicyVersion ofBeneficiary = check.version(binding.beneficiary(), fault.day());
    String payerRegion = Integer.toString(check.at(binding.payer(), fault.day()).region());
    String otherRegion = Integer.toString(check.at(binding.beneficiary(), fault.day()).region());
    return switch (flaw) {
      case OVER -> List.of(Day.text(binding.validTo()));
      case BEGINS -> List.of(Day.text(binding.validFrom()));
      case PAYER_POLICY -> List.of(payerRegion, Day.text(fault.day()));
      case RELATION ->
          List.of(word(binding.relation()), id(ofPayer), words(family(ofPayer).relations()));
      case NOT_CONFIRMED, CONFIRMATION_DUE ->
          List.of(
              Day.text(check.mustConfirmOn(binding, fault.day())),
              Integer.toString(family(ofPayer).confirmAge()));
      case MEMBERS -> List.of(id(ofPayer), most(family(ofPayer)));
      case PAYERS ->
          List.of(id(ofBeneficiary), Integer.toString(family(ofBeneficiary).maxPayers()));
      case REGION -> List.of(payerRegion, otherRegion, id(ofPayer));
      case REGION_CONDITION ->
          List.of(payerRegion, otherRegion, id(ofPayer), conditions(family(ofPayer)));
      default -> List.of();
    };
  }

  private Person person(int index) {
    return inputs.people().get(index);
  }

  private String id(int person) {
    return person(person).id();
  }

  private static String id(@Nullable PolicyVersion version) {
    return version == null ? "" : version.policy().document().id();
  }

  private static Family family(@Nullable PolicyVersion version) {
    if (version == null) {
      throw new IllegalStateException("a rule of a policy that is not there");
    }
    return version.family();
  }

  private String word(@Nullable Relation relation) {
    return phrases.get("policy.word." + String.valueOf(relation).toLowerCase(Locale.ROOT));
  }

  private String words(Collection<Relation> relations) {
    return relations.isEmpty()
        ? phrases.get("policy.none")
        : joined(relations.stream().map(this::word).toList());
  }

  private String joined(List<String> words) {
    return String.join(phrases.get("policy.comma"), words);
  }

  private String most(Family family) {
    List<String> limits = new ArrayList<>();
    if (family.maxMembers() != Integer.MAX_VALUE) {
      limits.add(Integer.toString(family.maxMembers()));
    }
    family
        .maxPerRelation()
        .forEach(
            (relation, most) ->
                limits.add(
                    phrases.get(
                        "policy.value.perRelation", word(relation), Integer.toString(most))));
    return joined(limits);
  }

  private String conditions(Family family) {
    CrossRegion rule = family.crossRegion();
    List<String> conditions = new ArrayList<>();
    if (rule.sameProvince()) {
      conditions.add(phrases.get("policy.cross.sameProvince"));
    }
    if (rule.wallet()) {
      conditions.add(phrases.get("policy.cross.wallet"));
    }
    return joined(conditions);
  }
}
