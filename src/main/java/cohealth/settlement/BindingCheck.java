package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.policy.Policy;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which bindings do not work at the end of a day, and from when on they would: asked of the tests
 * that claims are settled with (rules: section 6). Bindings that show a credential only are left
 * out: they are not meant to share money.
 */
public final class BindingCheck {
  private static final int NEVER = Day.UNKNOWN;

  private final Roster roster;
  private final Bindings bindings;
  private final PolicyBook book;
  private final Entitlements entitlements;
  private final BindingTests tests;
  private final Map<Integer, List<Integer>> changeDays = new HashMap<>();

  /** The bindings of a run, and all changes of its people. */
  public BindingCheck(
      Roster roster, Bindings bindings, PolicyBook book, List<Activity.Change> changes) {
    this.roster = roster;
    this.bindings = bindings;
    this.book = book;
    this.entitlements = new Entitlements(book);
    this.tests = new BindingTests(roster, bindings, book, new Memberships(roster, book));
    for (Activity.Change change : changes) {
      changeDays
          .computeIfAbsent(change.person(), person -> new ArrayList<>())
          .add(Moment.day(change.moment()));
    }
  }

  /**
   * What became of the bindings, in their order.
   *
   * @param faults those that do not work
   * @param due those that work, but will not from a day within a year on, since the beneficiary
   *     will be old enough to have to confirm
   * @param tested how many were tested
   */
  public record Result(List<BindingFault> faults, List<BindingFault> due, int tested) {}

  /** Tests all bindings as at the end of the day. */
  public Result on(int day) {
    List<@Nullable Reason> reasons = new ArrayList<>(bindings.all().size());
    bindings.all().forEach(binding -> reasons.add(null));
    for (Person person : roster.people().all()) {
      List<Binding> all = bindings.ofBeneficiary(person.index());
      List<@Nullable Reason> found = all.isEmpty() ? List.of() : reasons(person.index(), day);
      for (int i = 0; i < all.size(); i++) {
        reasons.set(all.get(i).index(), found.get(i));
      }
    }
    List<BindingFault> faults = new ArrayList<>();
    List<BindingFault> due = new ArrayList<>();
    int tested = 0;
    for (Binding binding : bindings.all()) {
      Reason reason = reasons.get(binding.index());
      if (reason == Reason.CREDENTIAL_ONLY) {
        continue;
      }
      tested++;
      if (reason != null) {
        BindingFault fault = fault(binding, day, reason);
        if (fault.reason() != Reason.NOT_IN_FORCE || !isContinued(binding, day)) {
          faults.add(fault);
        }
      } else if (isConfirmationDue(binding, day)) {
        due.add(
            new BindingFault(binding, mustConfirmOn(binding, day), Reason.NOT_CONFIRMED, NEVER));
      }
    }
    return new Result(List.copyOf(faults), List.copyOf(due), tested);
  }

  /** Whether a binding would work for a claim of the moment if there were no other one. */
  public static boolean worksAlone(
      Binding binding, Roster roster, PolicyBook book, Memberships memberships, long moment) {
    List<Binding> alone = List.of(binding.between(0, binding.payer(), binding.beneficiary()));
    BindingTests tests =
        new BindingTests(roster, new Bindings(alone, roster.people().size()), book, memberships);
    TimelinePlace place = TimelinePlace.ofClaim(moment);
    PolicyVersion version = memberships.of(binding.beneficiary(), place).version();
    return tests.faults(alone, version, place).get(0) == null;
  }

  /** The person at the end of a day. */
  public Person at(int person, int day) {
    return roster.at(person, endOf(day));
  }

  /** The person's own policy at the end of a day, or null. */
  public @Nullable PolicyVersion version(int person, int day) {
    return entitlements.version(at(person, day), day);
  }

  /**
   * The first day on which the beneficiary must have confirmed, by the payer's policy of the day;
   * {@link Day#UNKNOWN} when nobody knows.
   */
  public int mustConfirmOn(Binding binding, int day) {
    int born = at(binding.beneficiary(), day).birthDay();
    PolicyVersion payerVersion = version(binding.payer(), day);
    return born == Day.UNKNOWN || payerVersion == null
        ? Day.UNKNOWN
        : Day.birthday(born, payerVersion.family().confirmAge());
  }

  private static TimelinePlace endOf(int day) {
    return TimelinePlace.ofClaim(Moment.startOf(day + 1) - 1);
  }

  private List<@Nullable Reason> reasons(int beneficiary, int day) {
    return tests.faults(bindings.ofBeneficiary(beneficiary), version(beneficiary, day), endOf(day));
  }

  private @Nullable Reason reason(Binding binding, int day) {
    List<Binding> all = bindings.ofBeneficiary(binding.beneficiary());
    return reasons(binding.beneficiary(), day).get(all.indexOf(binding));
  }

  /**
   * Whether another row of the same two people is in force on the day, or follows one that is over:
   * then the row that is not in force is their history or future, and nothing is missing.
   */
  private boolean isContinued(Binding binding, int day) {
    boolean over = binding.validTo() < day;
    return bindings.ofBeneficiary(binding.beneficiary()).stream()
        .filter(other -> other.payer() == binding.payer() && !other.credentialOnly())
        .anyMatch(
            other ->
                (other.validFrom() <= day && day <= other.validTo())
                    || (over && other.validFrom() > binding.validTo()));
  }

  private BindingFault fault(Binding binding, int day, Reason reason) {
    int worksFrom = worksFrom(binding, day);
    boolean later = reason == Reason.NOT_IN_FORCE && binding.validFrom() > day;
    Reason then = later && worksFrom == NEVER ? reason(binding, binding.validFrom()) : null;
    return then == null
        ? new BindingFault(binding, day, reason, worksFrom)
        : new BindingFault(binding, binding.validFrom(), then, NEVER);
  }

  /** The first later day on which the binding works, of those on which anything may change. */
  private int worksFrom(Binding binding, int day) {
    NavigableSet<Integer> days = new TreeSet<>(List.of(binding.validFrom(), binding.confirmedOn()));
    bindings.ofPayer(binding.payer()).forEach(other -> addEnd(other, days));
    bindings.ofBeneficiary(binding.beneficiary()).forEach(other -> addEnd(other, days));
    for (int person : new int[] {binding.payer(), binding.beneficiary()}) {
      days.addAll(changeDays.getOrDefault(person, List.of()));
      Person now = at(person, day);
      Policy policy =
          now.insurance() == Insurance.NONE ? null : book.find(now.region(), now.insurance());
      if (policy != null) {
        policy.document().versions().forEach(version -> days.add(version.from()));
      }
    }
    for (int later : days.tailSet(day, false)) {
      if (reason(binding, later) == null) {
        return later;
      }
    }
    return NEVER;
  }

  private static void addEnd(Binding other, NavigableSet<Integer> days) {
    if (other.validTo() != Day.OPEN_END) {
      days.add(other.validTo() + 1);
    }
  }

  private boolean isConfirmationDue(Binding binding, int day) {
    boolean confirmed = binding.confirmed() && binding.confirmedOn() <= day;
    int from = confirmed ? Day.UNKNOWN : mustConfirmOn(binding, day);
    return from > day
        && from <= Day.of(Day.date(day).plusYears(1))
        && reason(binding, from) == Reason.NOT_CONFIRMED;
  }
}
