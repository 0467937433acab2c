package cohealth.person;

import cohealth.text.IdTable;
import cohealth.time.Day;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** All bindings of a run, by beneficiary and by payer. */
public final class Bindings {
  private final List<Binding> all;
  private final Grouping byBeneficiary;
  private final Grouping byPayer;

  /**
   * The bindings in the order of their file.
   *
   * @param people how many persons there are
   */
  public Bindings(List<Binding> all, int people) {
    this.all = List.copyOf(all);
    this.byBeneficiary = new Grouping(people, all.size(), i -> this.all.get(i).beneficiary());
    this.byPayer = new Grouping(people, all.size(), i -> this.all.get(i).payer());
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
    int[] householdOf = new int[inFile];
    Grouping households = households(people, householdOf);
    List<Binding> derived = new ArrayList<>();
    for (int i = 0; i < inFile; i++) {
      Person payer = people.get(i);
      if (payer.shareOrder() == 0) {
        continue;
      }
      int from = households.start(householdOf[i]);
      int to = households.end(householdOf[i]);
      int parents = 0;
      int grandparents = 0;
      for (int at = from; at < to; at++) {
        Relation relation = people.get(households.member(at)).relation();
        parents += relation == Relation.PARENT ? 1 : 0;
        grandparents += relation == Relation.GRANDPARENT ? 1 : 0;
      }
      for (int at = from; at < to; at++) {
        Person beneficiary = people.get(households.member(at));
        if (beneficiary.index() != i) {
          derived.add(derive(derived.size(), payer, beneficiary, parents, grandparents));
        }
      }
    }
    return new Bindings(derived, people.size());
  }

  /** The households of the first people; tells also the household of each. */
  private static Grouping households(People people, int[] householdOf) {
    IdTable ids = new IdTable();
    String last = "";
    int household = ids.add(last);
    for (int i = 0; i < householdOf.length; i++) {
      String id = people.get(i).householdId();
      if (!id.equals(last)) { // members stand together in most files
        last = id;
        household = ids.add(id);
      }
      householdOf[i] = household;
    }
    return new Grouping(ids.size(), householdOf.length, i -> householdOf[i]);
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
    return group(byBeneficiary, person);
  }

  /** How many may help this person. */
  public int countOfBeneficiary(int person) {
    return byBeneficiary.end(person) - byBeneficiary.start(person);
  }

  /** One of those who may help this person, by its place in {@link #ofBeneficiary(int)}. */
  public Binding ofBeneficiary(int person, int place) {
    return all.get(byBeneficiary.member(byBeneficiary.start(person) + place));
  }

  /** Whom this person may help, in the order of the file. */
  public List<Binding> ofPayer(int person) {
    return group(byPayer, person);
  }

  private List<Binding> group(Grouping grouping, int person) {
    int start = grouping.start(person);
    int end = grouping.end(person);
    return start == end ? List.of() : new Group(grouping, start, end);
  }

  /** The bindings of one person. */
  private final class Group extends AbstractList<Binding> implements RandomAccess {
    private final Grouping grouping;
    private final int start;
    private final int end;

    Group(Grouping grouping, int start, int end) {
      this.grouping = grouping;
      this.start = start;
      this.end = end;
    }

    @Override
    public Binding get(int index) {
      return all.get(grouping.member(start + Objects.checkIndex(index, end - start)));
    }

    @Override
    public int size() {
      return end - start;
    }
  }
}
