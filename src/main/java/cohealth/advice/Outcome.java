package cohealth.advice;

import cohealth.event.Claim;
import cohealth.ledger.Ledger;
import cohealth.person.Bindings;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What became of a family under one plan.
 *
 * @param cash what each paid in cash, by number
 * @param balances what all purses of each hold after the last event
 * @param refused ordinals of the activities that were refused
 * @param help what each payer paid for each beneficiary's claims
 * @param authorised how much of an authorised amount each pair needs
 */
public record Outcome(
    List<Long> cash,
    List<Long> balances,
    BitSet refused,
    Map<Pair, Long> help,
    Map<Pair, Long> authorised) {
  /** A payer and whom he helps. */
  public record Pair(int payer, int beneficiary) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byPayer = Integer.compare(payer, other.payer);
      return byPayer != 0 ? byPayer : Integer.compare(beneficiary, other.beneficiary);
    }
  }

  /** Settles the family's events with these bindings. */
  static Outcome of(FamilyWorld world, Bindings bindings) {
    int people = world.roster().people().size();
    long[] cash = new long[people];
    BitSet refused = new BitSet();
    TreeMap<Pair, Long> help = new TreeMap<>();
    AuthorisedUse use = new AuthorisedUse(world);
    Ledger ledger =
        world
            .settle(
                bindings,
                new FamilyWorld.Heard() {
                  @Override
                  public void settled(Claim claim, Settlement row) {
                    cash[row.person()] =
                        Math.addExact(cash[row.person()], row.payments().cashFen());
                    row.familyDraws()
                        .forEach(
                            draw ->
                                help.merge(
                                    new Pair(draw.payer(), row.person()),
                                    draw.amountFen(),
                                    Math::addExact));
                    use.settled(claim, row);
                  }

                  @Override
                  public void applied(ActivityResult result) {
                    refused.set(result.ordinal(), !result.accepted());
                    use.applied(result);
                  }
                })
            .ledger();
    help.values().removeIf(fen -> fen == 0);
    return new Outcome(
        IntStream.range(0, people).mapToObj(i -> cash[i]).toList(),
        IntStream.range(0, people).mapToObj(ledger::balanceFen).toList(),
        refused,
        help,
        use.most());
  }

  /** What these people paid in cash together. */
  public long cashFen(List<Integer> people) {
    return people.stream().mapToLong(cash::get).sum();
  }

  /** What these people have left together. */
  public long balanceFen(List<Integer> people) {
    return people.stream().mapToLong(balances::get).sum();
  }
}
