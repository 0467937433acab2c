package cohealth.advice;

import cohealth.event.Claim;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.settlement.BindingCheck;
import cohealth.settlement.Memberships;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds what a household can arrange otherwise. Only help counts that the tests of bindings would
 * let through at some claim of the household if it were the only one: what the policy forbids is no
 * choice.
 */
final class PossibleHelp {
  private final FamilyWorld world;
  private final Memberships memberships;

  PossibleHelp(FamilyWorld world) {
    this.world = world;
    this.memberships = new Memberships(world.roster(), world.book());
  }

  /** Where bindings follow from the households: one order, and every member may share. */
  Choices fromHousehold() {
    People people = world.roster().people();
    List<Person> sharing =
        people.all().stream()
            .map(
                person ->
                    world.members().contains(person.index()) && person.shareOrder() == 0
                        ? person.sharing(Binding.NO_ORDER)
                        : person)
            .toList();
    List<Binding> rows = Bindings.derived(new People(sharing)).all();
    Map<Integer, List<Integer>> rowsOfPayer = new LinkedHashMap<>();
    TreeSet<Integer> possible = new TreeSet<>();
    for (Binding row : rows) {
      if (world.members().contains(row.payer())) {
        rowsOfPayer.computeIfAbsent(row.payer(), payer -> new ArrayList<>()).add(row.index());
        if (!possible.contains(row.payer()) && works(row)) {
          possible.add(row.payer());
        }
      }
    }
    List<Helper> helpers = new ArrayList<>();
    for (int payer : possible) {
      Person person = people.get(payer);
      helpers.add(
          new Helper(
              payer,
              List.of(
                  new ShareCell(
                      person.shareOrder() != 0,
                      person.shareOrder(),
                      person.shareLimitFen(),
                      rowsOfPayer.getOrDefault(payer, List.of())))));
    }
    return new Choices(
        helpers.isEmpty() ? List.of() : List.of(new HelpGroup(HelpGroup.EVERYBODY, helpers)),
        rows,
        rows.stream().map(row -> people.get(row.payer()).shareOrder() != 0).toList(),
        people.size());
  }

  /** Where a bindings file says who helps whom: an order for each member, among its rows. */
  Choices fromBindings() {
    List<HelpGroup> groups = new ArrayList<>();
    for (int member : world.members()) {
      Map<Integer, List<Binding>> byPayer = new LinkedHashMap<>();
      for (Binding row : world.bindings().ofBeneficiary(member)) {
        if (!row.credentialOnly()) {
          byPayer.computeIfAbsent(row.payer(), payer -> new ArrayList<>()).add(row);
        }
      }
      List<Helper> helpers = new ArrayList<>();
      byPayer.forEach(
          (payer, rows) -> {
            if (rows.stream().anyMatch(this::works)) {
              helpers.add(new Helper(payer, rows.stream().map(PossibleHelp::cell).toList()));
            }
          });
      if (!helpers.isEmpty()) {
        groups.add(new HelpGroup(member, helpers));
      }
    }
    List<Binding> rows = world.bindings().all();
    return new Choices(
        groups, rows, rows.stream().map(row -> true).toList(), world.roster().people().size());
  }

  private static ShareCell cell(Binding row) {
    return new ShareCell(true, row.order(), row.limitFen(), List.of(row.index()));
  }

  private boolean works(Binding row) {
    for (Claim claim : world.claims()) {
      if (claim.person() == row.beneficiary()
          && BindingCheck.worksAlone(
              row, world.roster(), world.book(), memberships, claim.moment())) {
        return true;
      }
    }
    return false;
  }
}
