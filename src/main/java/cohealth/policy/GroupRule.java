package cohealth.policy;

import cohealth.person.Person;
import cohealth.policy.PolicyDocument.Condition;
import cohealth.time.Day;

/** Whether a person belongs to a group on a day (rules: section 4). */
record GroupRule(Condition when) {
  boolean isFor(Person person, int day) {
    return holdsWithoutBirth(person) && holdsBirth(person, day);
  }

  /** Whether only the missing birth date keeps us from telling whether the person belongs. */
  boolean needsBirthDate(Person person) {
    return person.birthDay() == Day.UNKNOWN && asksBirth() && holdsWithoutBirth(person);
  }

  private boolean asksBirth() {
    return when.ageFrom() >= 0
        || when.ageBelow() >= 0
        || when.bornFrom() != Day.OPEN_START
        || when.bornTo() != Day.OPEN_END;
  }

  private boolean holdsWithoutBirth(Person person) {
    if (!when.categories().isEmpty()
        && (person.category() == null || !when.categories().contains(person.category()))) {
      return false;
    }
    if (!when.plans().isEmpty() && !when.plans().contains(person.plan())) {
      return false;
    }
    if (when.contracted() != null && when.contracted() != person.contracted()) {
      return false;
    }
    boolean asksRetired = when.retiredFrom() != Day.OPEN_START || when.retiredTo() != Day.OPEN_END;
    return !asksRetired
        || (person.retiredOn() != Day.UNKNOWN
            && person.retiredOn() >= when.retiredFrom()
            && person.retiredOn() <= when.retiredTo());
  }

  private boolean holdsBirth(Person person, int day) {
    if (!asksBirth()) {
      return true;
    }
    int born = person.birthDay();
    if (born == Day.UNKNOWN || born < when.bornFrom() || born > when.bornTo()) {
      return false;
    }
    if (when.ageFrom() < 0 && when.ageBelow() < 0) {
      return true;
    }
    int age = Day.age(born, day);
    return (when.ageFrom() < 0 || age >= when.ageFrom())
        && (when.ageBelow() < 0 || age < when.ageBelow());
  }
}
