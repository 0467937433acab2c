package cohealth.person;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** All bindings of a run, by beneficiary and by payer. */
public final class Bindings {
  private final List<Binding> all;
  private final List<List<Binding>> byBeneficiary;
  private final List<List<Binding>> byPayer;

  /**
   * The bindings in the order of their file.
   *
   * @param people how many persons there are
   */
  public Bindings(List<Binding> all, int people) {
    this.all = List.copyOf(all);
    this.byBeneficiary = grouped(this.all, people, Binding::beneficiary);
    this.byPayer = grouped(this.all, people, Binding::payer);
  }

  private static List<List<Binding>> grouped(
      List<Binding> all, int people, ToIntFunction<Binding> person) {
    List<List<Binding>> groups = new ArrayList<>(Collections.nCopies(people, List.of()));
    for (Binding binding : all) {
      int index = person.applyAsInt(binding);
      List<Binding> group = groups.get(index);
      if (group.isEmpty()) {
        group = new ArrayList<>(2);
        groups.set(index, group);
      }
      group.add(binding);
    }
    return groups;
  }

  /**
   * The bindings that the household file implies when there is no bindings file: each member with a
   * share order helps every other member (rules: section 6).
   */
  public static Bindings derived(People people) {
    return derived(people, people.size());
  }

  /** The same, where only the first so many people stand in the household file. */
  public static Bindings derived(People people, int inFile) {
    List<Person> members = people.all().subList(0, inFile);
    Map<String, List<Person>> households = new LinkedHashMap<>();
    for (Person person : members) {
      households.computeIfAbsent(person.householdId(), h -> new ArrayList<>(4)).add(person);
    }
    List<Binding> derived = new ArrayList<>();
    for (Person payer : members) {
      if (payer.shareOrder() == 0) {
        continue;
      }
      List<Person> household = households.getOrDefault(payer.householdId(), List.of());
      int parents = count(household, Relation.PARENT);
      int grandparents = count(household, Relation.GRANDPARENT);
      for (Person beneficiary : household) {
        if (beneficiary.index() != payer.index()) {
          derived.add(derive(derived.size(), payer, beneficiary, parents, grandparents));
        }
      }
    }
    return new Bindings(derived, people.size());
  }

  private static int count(List<Person> members, Relation relation) {
    return (int) members.stream().filter(member -> member.relation() == relation).count();
  }

  private static Binding derive(
      int index, Person payer, Person beneficiary, int parents, int grandparents) {
    return new Binding(
        index,
        payer.index(),
        beneficiary.index(),
        Kinship.between(payer.relation(), beneficiary.relation(), parents, grandparents),
        payer.shareOrder(),
        payer.shareLimitFen(),
        false,
        beneficiary.confirmed(),
        Day.OPEN_START,
        Day.OPEN_START,
        Day.OPEN_END,
        false);
  }

  /** All of them, in order. */
  public List<Binding> all() {
    return all;
  }

  /** Who may help this person, in the order of the file. */
  public List<Binding> ofBeneficiary(int person) {
    return byBeneficiary.get(person);
  }

  /** Whom this person may help, in the order of the file. */
  public List<Binding> ofPayer(int person) {
    return byPayer.get(person);
  }
}
