package cohealth.run;

import cohealth.event.Claim;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.io.StateLine;
import cohealth.io.StateLine.Counted;
import cohealth.io.StateLine.Detail;
import cohealth.io.StateLine.Paid;
import cohealth.io.StateSeal;
import cohealth.io.StateWriter;
import cohealth.ledger.Ledger;
import cohealth.ledger.Movements;
import cohealth.ledger.Posting;
import cohealth.person.Binding;
import cohealth.person.Insured;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.PolicyVersion;
import cohealth.report.Ids;
import cohealth.settlement.LimitsLeft;
import cohealth.settlement.Past;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.Status;
import cohealth.text.IdTable;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the state that a run leaves (rules: section 8). Claims are written as they are settled,
 * aside; they become the last part of the state.
 */
final class ClosingState implements SettlementEngine.Keeper {
  private final RunInputs inputs;
  private final Ids ids;
  private final BindingKeys keys;
  private final RunOutputs.Closing target;
  private final StateWriter claimWriter;

  ClosingState(RunInputs inputs, BindingKeys keys, RunOutputs.Closing target) throws IOException {
    this.inputs = inputs;
    this.ids = inputs.ids();
    this.keys = keys;
    this.target = target;
    this.claimWriter = writer(target.claims());
  }

  private StateWriter writer(OutputStream out) throws IOException {
    IdTable visits = Objects.requireNonNull(inputs.claimContext().visits());
    IdTable facilities = Objects.requireNonNull(inputs.claimContext().facilities());
    return new StateWriter(
        out, number -> visits.text(number - 1), number -> facilities.text(number - 1));
  }

  @Override
  public void keep(Past past) {
    Settlement row = past.settlement();
    try {
      claimWriter.write(
          new StateLine.OfClaim(
              ids.claim(row.ordinal()),
              ids.person(row.person()),
              row.status(),
              row.totalFen(),
              past.reverses() == Claim.NOTHING ? null : ids.claim(past.reverses()),
              row.status() == Status.SETTLED ? detail(past) : null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Detail detail(Past past) {
    Settlement row = past.settlement();
    PolicyVersion version = row.version();
    Taken taken = new Taken();
    past.taken().tell(taken);
    LimitsLeft limits = past.limits();
    return new Detail(
        row.moment(),
        row.benefitYear(),
        row.eligibleFen(),
        row.firstSelfPayFen(),
        row.overLimitFen(),
        row.selfFundedFen(),
        row.split(),
        version == null ? null : version.policy().document().id(),
        version == null ? Day.UNKNOWN : version.written().from(),
        version == null ? "" : version.groupName(row.group()),
        version == null ? "" : version.bandName(row.band()),
        version == null ? "" : version.benefitName(row.benefit()),
        type(row.type()),
        level(row.level()),
        row.rates(),
        past.postings().stream().map(this::paid).toList(),
        taken.started,
        taken.counted,
        taken.used,
        taken.visited,
        limits == null
            ? null
            : new StateLine.Limits(asked(limits.deductibles()), asked(limits.caps())));
  }

  private String type(int type) {
    return type == Vocabulary.NONE ? "" : inputs.claimContext().vocabulary().types().word(type);
  }

  private String level(int level) {
    return level == Vocabulary.NONE ? "" : inputs.claimContext().vocabulary().levels().word(level);
  }

  private Paid paid(Posting posting) {
    return new Paid(
        posting.account(),
        posting.holder() < 0 ? null : ids.person(posting.holder()),
        posting.fund(),
        posting.purse(),
        Objects.requireNonNull(posting.component()),
        posting.amountFen());
  }

  private static List<Counted> asked(List<LimitsLeft.Asked> limits) {
    return limits.stream()
        .map(limit -> new Counted(limit.slot(), limit.period(), limit.limitFen()))
        .toList();
  }

  /** What a claim took, by ids. */
  private final class Taken implements Movements.Listener {
    private final Map<String, Integer> started = new LinkedHashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private final List<StateLine.Used> used = new ArrayList<>();
    private final List<StateLine.Visited> visited = new ArrayList<>();

    @Override
    public void purse(int holder, Purse purse, int yearsStarted, long fen) {
      if (yearsStarted > 0) {
        started.put(ids.person(holder), yearsStarted);
      }
    }

    @Override
    public void accumulator(int person, int slot, int period, long fen) {
      counted.add(new Counted(slot, period, fen));
    }

    @Override
    public void binding(int binding, int accountYear, long fen) {
      StateLine.BindingKey key = Objects.requireNonNull(keys.key(binding));
      used.add(new StateLine.Used(key, accountYear, fen));
    }

    @Override
    public void visit(int person, int slot, int year, int visit) {
      visited.add(new StateLine.Visited(slot, year, visit));
    }
  }

  /**
   * All events have happened: writes the state.
   *
   * @param asOf time of the last event of this run or of the state that it went on from
   * @param activities the ids of those that have happened in this run
   */
  void end(SettlementEngine engine, ClaimSurvey survey, long asOf, List<String> activities)
      throws IOException {
    int day = Moment.day(asOf);
    engine.passTo(day, survey::openedOn);
    StateSeal seal = new StateSeal(target.out());
    StateWriter out = writer(seal);
    out.write(
        new StateLine.Head(
            asOf, List.copyOf(new TreeSet<>(inputs.regions())), inputs.book().slots().all()));
    writePeople(engine.ledger(), day, survey, out);
    writeBindings(engine.ledger(), out);
    CarriedState carried = inputs.state();
    if (carried != null) {
      for (String activity : carried.activities()) {
        out.write(new StateLine.OfActivity(activity));
      }
    }
    for (String activity : activities) {
      out.write(new StateLine.OfActivity(activity));
    }
    out.flush();
    if (carried != null) {
      carried.file().copyClaims(seal);
    }
    claimWriter.flush();
    target.kept().copyTo(seal);
    seal.end();
  }

  private void writePeople(Ledger ledger, int day, ClaimSurvey survey, StateWriter out)
      throws IOException {
    var carried = ledger.carried(day);
    TimelinePlace end = new TimelinePlace(Long.MAX_VALUE, Integer.MAX_VALUE);
    for (Person first : inputs.people().all()) {
      Person person = inputs.roster().at(first.index(), end);
      boolean opened = survey.openedOn(person.index()) != Day.UNKNOWN;
      out.write(
          new StateLine.OfPerson(person, inFile(first), opened, carried.apply(person.index())));
    }
  }

  private Insured inFile(Person person) {
    CarriedState state = inputs.state();
    return state == null ? person.insured() : state.inFile(person);
  }

  private void writeBindings(Ledger ledger, StateWriter out) throws IOException {
    for (Binding binding : inputs.bindings().all()) {
      out.write(
          new StateLine.OfBinding(
              ids.person(binding.payer()), ids.person(binding.beneficiary()), binding));
    }
    var uses = ledger.carriedUses();
    for (int i = 0; i < keys.size(); i++) {
      StateLine.@Nullable BindingKey key = keys.key(i);
      var used = uses.apply(i);
      if (key != null && !used.isEmpty()) {
        out.write(new StateLine.OfUse(key, used));
      }
    }
  }
}
