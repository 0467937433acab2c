package cohealth.run;

import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.io.ClaimFile;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Membership;
import cohealth.settlement.Memberships;
import cohealth.settlement.Reason;
import cohealth.time.Moment;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a readable claim must be for the policy of its patient on its day (rules: section 4). */
final class ClaimChecks {
  private final RunInputs inputs;
  private final RunRequest request;
  private final Beginning beginning;
  private final Memberships memberships;

  /** Those of a claim under one of the run's policies. */
  ClaimChecks(RunInputs inputs, PolicyBook book, RunRequest request) {
    this.inputs = inputs;
    this.request = request;
    this.beginning = inputs.beginning(request);
    this.memberships = new Memberships(inputs.roster(), book);
  }

  /** Why the sound row that the file stands at is refused, or null. */
  @Nullable Problem fault(ClaimFile file) throws UnreadableFile {
    long moment = file.moment();
    ProblemCode early = beginning.fault(moment);
    if (early != null) {
      return file.at("service_time", early, Moment.text(moment), beginning.limit(early));
    }
    if (file.isReversal()) {
      return null;
    }
    Membership patient = memberships.of(file.person(), moment);
    PolicyVersion version = patient.version();
    if (!knowsType(version, file.type())) {
      return wordFault(file, version, "type", types(version));
    }
    if (!knowsLevel(version, file.level())) {
      return wordFault(file, version, "facility_level", levels(version));
    }
    return patient.groupThatNeedsBirthDate() == null
        ? null
        : file.at(
            "person_id",
            ProblemCode.BIRTH_DATE_NEEDED,
            request.options().shown().id(inputs.people().get(file.person()).id()));
  }

  /** Says that a row of the person is coming, see {@link Memberships#look}. */
  void coming(int person) {
    memberships.look(person);
  }

  private static Problem wordFault(
      ClaimFile file, @Nullable PolicyVersion version, String field, String known)
      throws UnreadableFile {
    return file.at(
        field,
        ProblemCode.WORD_OF_OTHER_POLICY,
        Shown.cell(file.text(field)),
        version == null ? Reason.NO_POLICY.name() : version.policy().document().id(),
        known);
  }

  /** The types that claims may have, to be shown. */
  static String types(@Nullable PolicyVersion version) {
    Stream<String> own =
        version == null
            ? Stream.of()
            : version.written().types().stream().map(PolicyDocument.Word::name);
    return joined(StandardType.values(), own);
  }

  /** The facility levels that claims may have, to be shown. */
  static String levels(@Nullable PolicyVersion version) {
    Stream<String> own =
        version == null
            ? Stream.of()
            : version.written().bands().values().stream().flatMap(band -> band.levels().stream());
    return joined(StandardLevel.values(), own);
  }

  private static String joined(Enum<?>[] standard, Stream<String> own) {
    Stream<String> words =
        Arrays.stream(standard).map(word -> word.name().toLowerCase(Locale.ROOT));
    return Stream.concat(words, own).distinct().collect(Collectors.joining(", "));
  }

  static boolean knowsType(@Nullable PolicyVersion version, int type) {
    return version == null ? type < StandardType.values().length : version.knowsType(type);
  }

  static boolean knowsLevel(@Nullable PolicyVersion version, int level) {
    return version == null ? level < StandardLevel.values().length : version.knowsLevel(level);
  }
}
