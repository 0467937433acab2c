package cohealth.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All bindings of a run, by beneficiary and by payer. */
public final class Bindings {
  private final List<Binding> all;
  private final Map<Integer, List<Binding>> byBeneficiary = new LinkedHashMap<>();
  private final Map<Integer, List<Binding>> byPayer = new LinkedHashMap<>();

  /** The bindings in the order of their file. */
  public Bindings(List<Binding> all) {
    this.all = List.copyOf(all);
    for (Binding binding : this.all) {
      byBeneficiary.computeIfAbsent(binding.beneficiary(), b -> new ArrayList<>(2)).add(binding);
      byPayer.computeIfAbsent(binding.payer(), p -> new ArrayList<>(2)).add(binding);
    }
  }

  /**
   * The bindings that the household file implies when there is no bindings file: each member with a
   * share order helps every other member (rules: section 6).
   */
  public static Bindings derived(People people) {
    Map<String, List<Person>> households = new LinkedHashMap<>();
    for (Person person : people.all()) {
      households.computeIfAbsent(person.householdId(), h -> new ArrayList<>(4)).add(person);
    }
    List<Binding> derived = new ArrayList<>();
    for (Person payer : people.all()) {
      if (payer.shareOrder() == 0) {
        continue;
      }
      List<Person> members = households.getOrDefault(payer.householdId(), List.of());
      int parents = count(members, Relation.PARENT);
      int grandparents = count(members, Relation.GRANDPARENT);
      for (Person beneficiary : members) {
        if (beneficiary.index() != payer.index()) {
          derived.add(derive(derived.size(), payer, beneficiary, parents, grandparents));
        }
      }
    }
    return new Bindings(derived);
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
        cohealth.time.Day.OPEN_START,
        cohealth.time.Day.OPEN_START,
        cohealth.time.Day.OPEN_END,
        false);
  }

  /** All of them, in order. */
  public List<Binding> all() {
    return all;
  }

  /** Who may help this person, in the order of the file. */
  public List<Binding> ofBeneficiary(int person) {
    return byBeneficiary.getOrDefault(person, List.of());
  }

  /** Whom this person may help, in the order of the file. */
  public List<Binding> ofPayer(int person) {
    return byPayer.getOrDefault(person, List.of());
  }
}
