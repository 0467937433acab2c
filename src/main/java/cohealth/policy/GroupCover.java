package cohealth.policy;

import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.policy.PolicyDocument.Condition;
import cohealth.policy.PolicyDocument.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which people the groups of a version leave to later ones. Categories, contracts and ages are
 * tried one after the other; a range of days or a list of plans is taken when one group holds it
 * whole.
 */
final class GroupCover {
  private static final Condition EVERYBODY =
      new Condition(
          Set.of(),
          -1,
          -1,
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          List.of(),
          null);

  private static final List<Category> OF_EMPLOYEES =
      List.of(Category.ACTIVE, Category.RETIRED, Category.FLEXIBLE);
  private static final List<Category> OF_RESIDENTS =
      List.of(Category.MINOR, Category.ADULT, Category.SENIOR);

  private final List<Condition> conditions;
  private final List<Category> categories;
  private final List<Sample> samples = new ArrayList<>();

  /** A kind of people; ages stand for all up to the next one that a group names. */
  private record Sample(@Nullable Category category, boolean contracted, int age) {
    boolean isIn(Condition when) {
      return (when.categories().isEmpty()
              || (category != null && when.categories().contains(category)))
          && (when.contracted() == null || when.contracted() == contracted)
          && (when.ageFrom() < 0 || age >= when.ageFrom())
          && (when.ageBelow() < 0 || age < when.ageBelow());
    }
  }

  GroupCover(List<Group> groups, Insurance insurance) {
    conditions = groups.stream().map(Group::when).toList();
    TreeSet<Integer> ages = new TreeSet<>(List.of(0));
    for (Condition when : conditions) {
      ages.add(Math.max(0, when.ageFrom()));
      ages.add(Math.max(0, when.ageBelow()));
    }
    categories = insurance == Insurance.EMPLOYEE ? OF_EMPLOYEES : OF_RESIDENTS;
    List<@Nullable Category> possible = new ArrayList<>(List.of(Category.values()));
    if (insurance != Insurance.EMPLOYEE) {
      possible.add(null); // employees always have one
    }
    for (@Nullable Category category : possible) {
      for (int age : ages) {
        samples.add(new Sample(category, false, age));
        samples.add(new Sample(category, true, age));
      }
    }
  }

  /** The numbers of the groups that get nobody. */
  List<Integer> idle() {
    return IntStream.range(0, conditions.size())
        .filter(i -> isTaken(conditions.get(i), conditions.subList(0, i)))
        .boxed()
        .toList();
  }

  /** Whether every insured person has a group. */
  boolean isComplete() {
    return isTaken(EVERYBODY, conditions);
  }

  /** The categories of the insurance whose people can be in no group. */
  List<Category> withoutGroup() {
    return categories.stream()
        .filter(
            category ->
                samples.stream()
                    .filter(sample -> sample.category() == category)
                    .noneMatch(sample -> conditions.stream().anyMatch(sample::isIn)))
        .toList();
  }

  private boolean isTaken(Condition wanted, List<Condition> earlier) {
    List<Condition> wide = earlier.stream().filter(when -> holdsRest(when, wanted)).toList();
    return samples.stream()
        .filter(sample -> sample.isIn(wanted))
        .allMatch(sample -> wide.stream().anyMatch(sample::isIn));
  }

  private static boolean holdsRest(Condition outer, Condition inner) {
    return outer.bornFrom() <= inner.bornFrom()
        && outer.bornTo() >= inner.bornTo()
        && outer.retiredFrom() <= inner.retiredFrom()
        && outer.retiredTo() >= inner.retiredTo()
        && (outer.plans().isEmpty()
            || (!inner.plans().isEmpty() && outer.plans().containsAll(inner.plans())));
  }
}
