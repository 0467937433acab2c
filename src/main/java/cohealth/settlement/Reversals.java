package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.event.Vocabulary;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.time.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes earlier claims back: exactly what they took, or not at all (rules: section 8). */
final class Reversals {
  private final Map<Integer, Past> past;
  private final Ledger ledger;
  private final Controls controls;
  private final Rollover rollover;
  private final Memberships memberships;
  private final Entitlements entitlements;

  /**
   * Reversals on a ledger.
   *
   * @param past claims that may be taken back, by ordinal
   */
  Reversals(
      Map<Integer, Past> past,
      Ledger ledger,
      Controls controls,
      Rollover rollover,
      Memberships memberships,
      Entitlements entitlements) {
    this.past = new HashMap<>(past);
    this.ledger = ledger;
    this.controls = controls;
    this.rollover = rollover;
    this.memberships = memberships;
    this.entitlements = entitlements;
  }

  /**
   * What became of a reversal.
   *
   * @param postings what moved, or null when nothing did or nobody asked
   * @param reverses ordinal of the claim that was taken back, or {@link Claim#NOTHING}
   */
  record Outcome(Settlement row, @Nullable List<Posting> postings, int reverses) {}

  /** The claims that may be taken back, by ordinal. */
  Map<Integer, Past> past() {
    return past;
  }

  /** A settled row that a later one wants to take back. */
  void remember(Past row) {
    past.put(row.settlement().ordinal(), row);
  }

  /** Takes over what another engine settled of its people. */
  void absorb(Reversals other) {
    other.past.forEach(
        (ordinal, row) -> {
          if (row.reversed() || !past.containsKey(ordinal)) {
            past.put(ordinal, row);
          }
        });
  }

  /**
   * Takes the claim back that the row names, or tells why not.
   *
   * @param ownBefore what the person's purses held before the row
   */
  Outcome of(Claim reversal, boolean wantsPostings, long ownBefore) {
    Past target = past.get(reversal.reverses());
    Reason refusal = refusal(reversal, target);
    if (refusal != null || target == null) {
      Reason reason = refusal == null ? Reason.UNKNOWN_CLAIM : refusal;
      Settlement row = refused(reversal, reason);
      RowChecks.settled(row, 0, ownBefore);
      return new Outcome(row, null, Claim.NOTHING);
    }
    passYearsOfPayers(target, reversal.moment());
    List<Posting> postings = wantsPostings ? Postings.givingBack(target, ledger) : null;
    controls.counts(-target.taken().countedFen());
    controls.uses(-target.taken().usedFen());
    ledger.giveBack(target.taken());
    past.put(reversal.reverses(), target.takenBack());
    Settlement row = reversed(reversal, target);
    RowChecks.reversed(row, target.settlement(), ownBefore);
    return new Outcome(row, postings, reversal.reverses());
  }

  /** A payer's money goes to where it would be now, so the payer's years must have passed. */
  private void passYearsOfPayers(Past target, long moment) {
    for (FamilyDraw draw : target.settlement().familyDraws()) {
      rollover.pass(draw.payer(), Moment.day(moment));
    }
  }

  private static @Nullable Reason refusal(Claim reversal, @Nullable Past target) {
    if (target == null) {
      return Reason.UNKNOWN_CLAIM;
    }
    if (target.settlement().person() != reversal.person()) {
      return Reason.OTHER_PERSON;
    }
    if (!target.reversible()) {
      return Reason.NOT_REVERSIBLE;
    }
    return target.reversed() ? Reason.ALREADY_REVERSED : null;
  }

  private Settlement reversed(Claim reversal, Past target) {
    Settlement original = target.settlement();
    LimitsLeft limits = target.limits();
    return new Settlement(
        reversal.ordinal(),
        reversal.person(),
        reversal.moment(),
        original.benefitYear(),
        Status.REVERSED_OUT,
        -original.totalFen(),
        -original.eligibleFen(),
        -original.firstSelfPayFen(),
        -original.overLimitFen(),
        -original.selfFundedFen(),
        original.split().negated(),
        original.payments().negated(),
        original.familyDraws().stream()
            .map(draw -> new FamilyDraw(draw.payer(), -draw.amountFen()))
            .toList(),
        limits == null ? Fen.NONE : limits.deductibleFen(ledger),
        limits == null ? Fen.NONE : limits.capFen(ledger),
        ledger.balanceFen(reversal.person()),
        Reasons.NONE,
        original.version(),
        original.group(),
        original.band(),
        original.benefit(),
        original.rates(),
        original.type(),
        original.level());
  }

  private Settlement refused(Claim reversal, Reason reason) {
    int day = Moment.day(reversal.moment());
    Membership person = memberships.of(reversal.person(), reversal.moment());
    int year = entitlements.benefitYear(person.version(), day);
    return new Settlement(
        reversal.ordinal(),
        reversal.person(),
        reversal.moment(),
        year,
        Status.REJECTED,
        0,
        0,
        0,
        0,
        0,
        Split.NONE,
        Payments.allCash(0),
        List.of(),
        Fen.NONE,
        Fen.NONE,
        ledger.balanceFen(reversal.person()),
        Reasons.of(reason),
        null,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        List.of(),
        Vocabulary.NONE,
        Vocabulary.NONE);
  }
}
