package cohealth.advice;

import cohealth.advice.Outcome.Pair;
import cohealth.event.Claim;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Entitlements;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Settlement;
import cohealth.time.Moment;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of an authorised amount each pair of payer and beneficiary needs: the most that was used
 * at any time in an account year of the payer. A reversal gives back to the year of its claim.
 */
final class AuthorisedUse {
  private final FamilyWorld world;
  private final Entitlements entitlements;
  private final Map<Key, Long> used = new HashMap<>();
  private final Map<Integer, Integer> dayOfClaim = new HashMap<>();
  private final TreeMap<Pair, Long> most = new TreeMap<>();

  private record Key(Pair pair, int year) {}

  AuthorisedUse(FamilyWorld world) {
    this.world = world;
    this.entitlements = new Entitlements(world.book());
  }

  void settled(Claim claim, Settlement row) {
    if (row.familyDraws().isEmpty()) {
      return;
    }
    int day = Moment.day(row.moment());
    dayOfClaim.put(claim.ordinal(), day);
    int ofClaim = claim.isReversal() ? dayOfClaim.getOrDefault(claim.reverses(), day) : day;
    row.familyDraws().forEach(draw -> add(draw, row.person(), ofClaim));
  }

  void applied(ActivityResult result) {
    int day = Moment.day(result.activity().moment());
    result.payers().forEach(draw -> add(draw, result.activity().person(), day));
  }

  Map<Pair, Long> most() {
    return most;
  }

  private void add(FamilyDraw draw, int beneficiary, int day) {
    Pair pair = new Pair(draw.payer(), beneficiary);
    int year = entitlements.accountYear(world.person(draw.payer()), day);
    long now = used.merge(new Key(pair, year), draw.amountFen(), Math::addExact);
    most.merge(pair, now, Math::max);
  }
}
