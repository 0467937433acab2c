package cohealth.person;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** All bindings of a run, by beneficiary and by payer. */
public final class Bindings {
  private final List<Binding> all;
  private final Groups byBeneficiary;
  private final Groups byPayer;

  /**
   * The bindings in the order of their file.
   *
   * @param people how many persons there are
   */
  public Bindings(List<Binding> all, int people) {
    this.all = List.copyOf(all);
    this.byBeneficiary = Groups.of(this.all, people, Binding::beneficiary);
    this.byPayer = Groups.of(this.all, people, Binding::payer);
  }

  /**
   * Bindings person by person, those of one person in the order of the file; there may be millions.
   */
  private static final class Groups {
    private final Binding[] inOrder;
    // where each person's begin; one place more for the end
    private final int[] first;

    private Groups(Binding[] inOrder, int[] first) {
      this.inOrder = inOrder;
      this.first = first;
    }

    static Groups of(List<Binding> all, int people, ToIntFunction<Binding> person) {
      int[] first = new int[people + 1];
      for (Binding binding : all) {
        first[person.applyAsInt(binding) + 1]++;
      }
      for (int i = 0; i < people; i++) {
        first[i + 1] += first[i];
      }
      int[] next = first.clone();
      Binding[] inOrder = new Binding[all.size()];
      for (Binding binding : all) {
        inOrder[next[person.applyAsInt(binding)]++] = binding;
      }
      return new Groups(inOrder, first);
    }

    List<Binding> of(int person) {
      return switch (count(person)) {
        case 0 -> List.of();
        case 1 -> List.of(inOrder[first[person]]);
        default -> List.of(Arrays.copyOfRange(inOrder, first[person], first[person + 1]));
      };
    }

    Binding get(int person, int place) {
      return inOrder[first[person] + place];
    }

    int count(int person) {
      return first[person + 1] - first[person];
    }
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
    return byBeneficiary.of(person);
  }

  /** How many may help this person. */
  public int countOfBeneficiary(int person) {
    return byBeneficiary.count(person);
  }

  /** One of those who may help this person, by its place in {@link #ofBeneficiary(int)}. */
  public Binding ofBeneficiary(int person, int place) {
    return byBeneficiary.get(person, place);
  }

  /** Whom this person may help, in the order of the file. */
  public List<Binding> ofPayer(int person) {
    return byPayer.of(person);
  }
}
