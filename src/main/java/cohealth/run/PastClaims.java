package cohealth.run;

import cohealth.event.Claim;
import cohealth.event.Vocabulary;
import cohealth.io.DamagedState;
import cohealth.io.RowIds;
import cohealth.io.StateLine;
import cohealth.io.StateLine.Counted;
import cohealth.io.StateLine.Detail;
import cohealth.io.StateLine.Paid;
import cohealth.ledger.Account;
import cohealth.ledger.Movements;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.People;
import cohealth.person.Purse;
import cohealth.policy.Policy;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.LimitsLeft;
import cohealth.settlement.Past;
import cohealth.settlement.Payments;
import cohealth.settlement.Reasons;
import cohealth.settlement.Settlement;
import cohealth.settlement.Split;
import cohealth.settlement.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims of earlier runs as this run's engine knows its own, so that they can be taken back. */
final class PastClaims {
  private final People people;
  private final PolicyBook book;
  private final BindingKeys keys;
  private final Vocabulary vocabulary;

  PastClaims(People people, PolicyBook book, BindingKeys keys, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.people = people;
    this.book = book;
    this.keys = keys;
  }

  /** Those that a row of this run wants to take back, by ordinal. */
  Map<Integer, Past> read(CarriedState state, RowIds ids, BitSet wanted, int earlier)
      throws IOException {
    Map<Integer, Past> past = new HashMap<>();
    if (wanted.nextSetBit(0) < 0 || wanted.nextSetBit(0) >= earlier) {
      return past;
    }
    state
        .file()
        .readWholeClaims(
            id -> wanted.get(ids.find(id)),
            (line, number) -> {
              if (line instanceof StateLine.OfClaim claim) {
                int ordinal = ids.find(claim.id());
                Past read = past(claim, ordinal, state.isReversed(ordinal));
                if (!isPossible(read)) {
                  throw new DamagedState(state.file(), "a claim that cannot have been settled so");
                }
                past.put(ordinal, read);
              }
            });
    return past;
  }

  /** What a refund will rely on: the parts add up, and everybody who paid is known. */
  private static boolean isPossible(Past past) {
    Settlement row = past.settlement();
    if (row.person() < 0 || row.status() != Status.SETTLED) {
      return row.person() >= 0;
    }
    long billed =
        row.eligibleFen() + row.firstSelfPayFen() + row.overLimitFen() + row.selfFundedFen();
    long paid = 0;
    for (Posting posting : past.postings()) {
      if (!isPossible(posting, row.person())) {
        return false;
      }
      paid = Math.subtractExact(paid, posting.amountFen());
    }
    return billed == row.totalFen() && paid == billed;
  }

  private static boolean isPossible(Posting posting, int patient) {
    boolean ofPatient = posting.holder() == patient;
    return switch (posting.account()) {
      case POOL, SUPPLEMENT -> posting.purse() == null;
      case OWN -> posting.purse() != null && ofPatient;
      case FAMILY -> posting.purse() != null && posting.holder() >= 0 && !ofPatient;
      case CASH -> posting.purse() == null && ofPatient;
      case CREDIT, PREMIUM, TRANSFER -> false;
    };
  }

  private Past past(StateLine.OfClaim claim, int ordinal, boolean reversed) {
    int person = people.indexOf(claim.person());
    Detail detail = claim.detail();
    if (detail == null) {
      return new Past(
          settlement(claim, ordinal, person, NOTHING, List.of()),
          Movements.told(listener -> {}),
          null,
          List.of(),
          Claim.NOTHING,
          reversed);
    }
    List<Posting> postings = detail.paid().stream().map(this::posting).toList();
    StateLine.Limits limits = detail.limits();
    return new Past(
        settlement(claim, ordinal, person, detail, postings),
        Movements.told(listener -> tell(detail, postings, person, listener)),
        limits == null
            ? null
            : new LimitsLeft(person, asked(limits.deductibles()), asked(limits.caps())),
        postings,
        Claim.NOTHING,
        reversed);
  }

  private static final Detail NOTHING =
      new Detail(
          0,
          0,
          0,
          0,
          0,
          0,
          Split.NONE,
          null,
          0,
          "",
          "",
          "",
          "",
          "",
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          null);

  private Posting posting(Paid paid) {
    String holder = paid.holder();
    return new Posting(
        paid.account(),
        holder == null ? -1 : people.indexOf(holder),
        paid.purse(),
        paid.fund(),
        paid.component(),
        paid.fen(),
        Fen.NONE);
  }

  private static List<LimitsLeft.Asked> asked(List<Counted> limits) {
    return limits.stream()
        .map(limit -> new LimitsLeft.Asked(limit.slot(), limit.period(), limit.fen()))
        .toList();
  }

  private void tell(
      Detail detail, List<Posting> postings, int person, Movements.Listener listener) {
    for (Posting posting : postings) {
      Purse purse = posting.purse();
      if (purse != null && posting.holder() >= 0) {
        String holder = people.get(posting.holder()).id();
        listener.purse(
            posting.holder(), purse, detail.started().getOrDefault(holder, 0), posting.amountFen());
      }
    }
    for (Counted counted : detail.counted()) {
      listener.accumulator(person, counted.slot(), counted.period(), counted.fen());
    }
    for (StateLine.Used used : detail.used()) {
      listener.binding(keys.number(used.key()), used.accountYear(), used.fen());
    }
    for (StateLine.Visited visited : detail.visited()) {
      listener.visit(person, visited.slot(), visited.year(), visited.visit());
    }
  }

  private Settlement settlement(
      StateLine.OfClaim claim, int ordinal, int person, Detail detail, List<Posting> postings) {
    PolicyVersion version = version(detail);
    return new Settlement(
        ordinal,
        person,
        detail.moment(),
        detail.benefitYear(),
        claim.status(),
        claim.totalFen(),
        detail.eligibleFen(),
        detail.firstSelfPayFen(),
        detail.overLimitFen(),
        detail.selfFundedFen(),
        detail.split(),
        payments(postings),
        draws(postings),
        Fen.NONE,
        Fen.NONE,
        0,
        Reasons.NONE,
        version,
        version == null ? Vocabulary.NONE : version.groupNumber(detail.group()),
        version == null ? Vocabulary.NONE : version.bandNumber(detail.band()),
        version == null ? Vocabulary.NONE : version.benefitNumber(detail.benefit()),
        detail.rates(),
        vocabulary.types().find(detail.type()),
        vocabulary.levels().find(detail.level()));
  }

  private @Nullable PolicyVersion version(Detail detail) {
    String id = detail.policy();
    Policy policy = id == null ? null : book.find(id);
    return policy == null ? null : policy.on(detail.policyFrom());
  }

  private static Payments payments(List<Posting> postings) {
    return new Payments(
        paid(postings, Account.POOL, null),
        paid(postings, Account.SUPPLEMENT, null),
        paid(postings, Account.OWN, Purse.PRIOR),
        paid(postings, Account.OWN, Purse.CURRENT),
        paid(postings, Account.OWN, Purse.WALLET),
        paid(postings, Account.FAMILY, null),
        paid(postings, Account.CASH, null));
  }

  /** What an account paid; of a purse alone when one is named. */
  private static long paid(List<Posting> postings, Account account, @Nullable Purse purse) {
    long sum = 0;
    for (Posting posting : postings) {
      if (posting.account() == account && (purse == null || posting.purse() == purse)) {
        sum = Math.subtractExact(sum, posting.amountFen());
      }
    }
    return sum;
  }

  private static List<FamilyDraw> draws(List<Posting> postings) {
    Map<Integer, Long> byPayer = new LinkedHashMap<>();
    for (Posting posting : postings) {
      if (posting.account() == Account.FAMILY) {
        byPayer.merge(posting.holder(), -posting.amountFen(), Math::addExact);
      }
    }
    List<FamilyDraw> draws = new ArrayList<>();
    byPayer.forEach((payer, fen) -> draws.add(new FamilyDraw(payer, fen)));
    return List.copyOf(draws);
  }
}
