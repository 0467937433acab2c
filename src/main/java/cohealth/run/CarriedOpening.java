package cohealth.run;

import cohealth.io.DamagedState;
import cohealth.io.StateLine;
import cohealth.ledger.Carried;
import cohealth.ledger.Ledger;
import cohealth.person.People;
import cohealth.policy.PolicyBook;
import cohealth.settlement.Opening;
import cohealth.settlement.Past;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A run that goes on from a state.
 *
 * @param newOpenedOn as of when the balances of people are whom the state does not know
 * @param past the claims of earlier runs that this one takes back
 */
record CarriedOpening(
    CarriedState state, People people, BindingKeys keys, int newOpenedOn, Map<Integer, Past> past)
    implements Opening {
  /** The opening of a run under a policy: its state, or nothing but the opening day. */
  static Opening of(
      RunRequest request, RunInputs inputs, ClaimSurvey survey, PolicyBook book, BindingKeys keys)
      throws IOException {
    CarriedState state = inputs.state();
    if (state == null) {
      return Opening.first(request.openingDay());
    }
    return new CarriedOpening(
        state,
        inputs.people(),
        keys,
        request.openingDay(),
        new PastClaims(inputs.people(), book, keys, inputs.claimContext().vocabulary())
            .read(state, inputs.claimContext().ids(), survey.reversed(), survey.earlier()));
  }

  @Override
  public int openedOn(int person) {
    return state.opened(person) ? asOfDay() : newOpenedOn;
  }

  @Override
  public void restore(Ledger ledger) {
    Owed owed = new Owed(past.values());
    try {
      state
          .file()
          .readPeople(
              (line, number) -> {
                if (line instanceof StateLine.OfPerson person) {
                  int index = people.indexOf(person.person().id());
                  ledger.restore(index, person.carried(), asOfDay());
                  owed.hold(index, person.carried());
                } else if (line instanceof StateLine.OfUse use) {
                  int binding = keys.number(use.key());
                  for (Carried.Use each : use.uses()) {
                    ledger.restoreUse(binding, each);
                    owed.hold(binding, each);
                  }
                }
              });
      if (!owed.isHeld()) {
        throw new DamagedState(state.file(), "claims took more than was counted");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int asOfDay() {
    return Moment.day(state.file().head().asOf());
  }
}
