package cohealth.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All bindings: those of the bindings file, or the derived ones of sections 6 and 9. */
final class Bindings {
  /** Section 9: relation of the payer, relation of the beneficiary, what the latter is to him. */
  private static final String TABLE =
      """
      self        spouse=spouse parent=parent child=child sibling=sibling \
      grandparent=grandparent grandchild=grandchild
      spouse      self=spouse child=child grandchild=grandchild
      parent      self=child parent=spouse child=grandchild sibling=child
      child       self=parent spouse=parent parent=grandparent child=sibling
      sibling     self=sibling parent=parent sibling=sibling grandparent=grandparent
      grandparent self=grandchild sibling=grandchild grandparent=spouse
      grandchild  self=grandparent spouse=grandparent
      """;

  /** The table by payer and beneficiary. */
  private static final Map<String, String> RELATIONS = relations();

  private final Map<String, List<Binding>> ofBeneficiary = new HashMap<>();
  private final Map<String, List<Binding>> ofPayer = new HashMap<>();

  Bindings(Map<String, Person> people, @Nullable String csv) {
    for (Binding binding : csv == null ? derived(people.values()) : written(people, csv)) {
      ofBeneficiary
          .computeIfAbsent(binding.beneficiary().id(), id -> new ArrayList<>())
          .add(binding);
      ofPayer.computeIfAbsent(binding.payer().id(), id -> new ArrayList<>()).add(binding);
    }
  }

  List<Binding> ofBeneficiary(Person person) {
    return ofBeneficiary.getOrDefault(person.id(), List.of());
  }

  List<Binding> ofPayer(Person person) {
    return ofPayer.getOrDefault(person.id(), List.of());
  }

  private static Person known(Map<String, Person> people, String id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("unknown person in the bindings");
    }
    return person;
  }

  private static List<Binding> written(Map<String, Person> people, String csv) {
    List<Binding> bindings = new ArrayList<>();
    for (Table.Row row : Table.read(csv)) {
      bindings.add(
          new Binding(
              row.number(),
              known(people, row.get("payer_id")),
              known(people, row.get("beneficiary_id")),
              row.get("relation"),
              row.get("order"),
              row.get("limit"),
              row.get("limit_period").equals("claim"),
              null,
              Text.date(row.get("confirmed_on")),
              Text.date(row.get("valid_from")),
              Text.date(row.get("valid_to")),
              row.get("kind").equals("credential_only")));
    }
    return bindings;
  }

  /** Everybody with a share order helps every other member; payers and members in file order. */
  private static List<Binding> derived(Iterable<Person> people) {
    Map<String, List<Person>> households = new HashMap<>();
    for (Person person : people) {
      households.computeIfAbsent(person.household(), id -> new ArrayList<>()).add(person);
    }
    List<Binding> bindings = new ArrayList<>();
    for (Person payer : people) {
      List<Person> members = households.getOrDefault(payer.household(), List.of());
      for (Person member : payer.shareOrder().isEmpty() ? List.<Person>of() : members) {
        if (!member.id().equals(payer.id())) {
          bindings.add(
              new Binding(
                  bindings.size(),
                  payer,
                  member,
                  relation(payer.relation(), member.relation(), members),
                  payer.shareOrder(),
                  payer.shareLimit(),
                  false,
                  member.confirmed(),
                  null,
                  null,
                  null,
                  false));
        }
      }
    }
    return bindings;
  }

  /** What a member is to a payer; {@code -} when that is not known. */
  private static String relation(String payer, String member, List<Person> members) {
    boolean same = payer.equals(member);
    if (same && (payer.equals("parent") || payer.equals("grandparent"))) {
      if (members.stream().filter(each -> each.relation().equals(payer)).count() > 2) {
        return "-";
      }
    }
    return RELATIONS.getOrDefault(payer + " " + member, "-");
  }

  private static Map<String, String> relations() {
    Map<String, String> relations = new HashMap<>();
    for (String line : TABLE.strip().split("\n", -1)) {
      List<String> words = List.of(line.split(" +", -1));
      for (String word : words.subList(1, words.size())) {
        int equals = word.indexOf('=');
        relations.put(words.get(0) + " " + word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return Map.copyOf(relations);
  }
}
