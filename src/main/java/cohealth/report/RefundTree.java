package cohealth.report;

import cohealth.money.Fen;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.time.Moment;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What a refund gives back, and the later claims that it leaves as they were settled.
 *
 * @param person how a person is shown
 */
public record RefundTree(Phrases phrases, Ids ids, IntFunction<String> person) {
  private static final int MINUTES = 16;

  /** The whole answer. */
  public Explained of(RefundEffect effect) {
    Settlement claim = effect.claim();
    Statement tree =
        new Statement("refund")
            .word("claim_id", ids.claim(claim.ordinal()))
            .amount("total", claim.totalFen());
    if (claim.status() != Status.SETTLED) {
      String status = phrases.get("status." + claim.status().name().toLowerCase(Locale.ROOT));
      return tree.says(get("not", ids.claim(claim.ordinal()), status)).done();
    }
    tree.says(
        get(
            "head",
            ids.claim(claim.ordinal()),
            person.apply(claim.person()),
            time(claim),
            Fen.text(claim.totalFen())));
    for (RefundEffect.Change change : effect.otherwise()) {
      if (change.takesBack()) {
        String id = ids.claim(change.asIs().ordinal());
        tree.part(new Statement("taken_back_by").word("claim_id", id).says(get("already", id)));
      }
    }
    return tree.part(givenBack(claim)).part(otherwise(effect)).done();
  }

  private Statement givenBack(Settlement claim) {
    Payments paid = claim.payments();
    Statement back = new Statement("given_back").says(get("gives"));
    part(back, "pool", paid.poolFen());
    part(back, "supplement", paid.supplementFen());
    part(back, "own_prior", paid.ownPriorFen());
    part(back, "own_current", paid.ownCurrentFen());
    part(back, "own_wallet", paid.ownWalletFen());
    for (FamilyDraw draw : claim.familyDraws()) {
      back.part(
          new Statement("family")
              .word("payer_id", ids.person(draw.payer()))
              .amount("amount", draw.amountFen())
              .says(get("to.family", person.apply(draw.payer()), Fen.text(draw.amountFen()))));
    }
    part(back, "cash", paid.cashFen());
    return back;
  }

  private void part(Statement back, String account, long fen) {
    if (fen != 0) {
      back.part(
          new Statement(account).amount("amount", fen).says(get("to." + account, Fen.text(fen))));
    }
  }

  private Statement otherwise(RefundEffect effect) {
    Statement later = new Statement("later_claims");
    if (effect.otherwise().stream().allMatch(RefundEffect.Change::takesBack)) {
      return later.says(get("later.none"));
    }
    later.says(get("later", ids.claim(effect.claim().ordinal())));
    for (RefundEffect.Change change : effect.otherwise()) {
      if (change.takesBack()) {
        continue;
      }
      Settlement row = change.asIs();
      Payments asIs = row.payments();
      Payments without = change.without().payments();
      Statement claim =
          new Statement("later_claim")
              .word("claim_id", ids.claim(row.ordinal()))
              .says(
                  get(
                      "later.claim",
                      ids.claim(row.ordinal()),
                      person.apply(row.person()),
                      time(row)));
      change(claim, "pool", asIs.poolFen(), without.poolFen());
      change(claim, "supplement", asIs.supplementFen(), without.supplementFen());
      change(claim, "own", asIs.ownFen(), without.ownFen());
      change(claim, "family", asIs.familyFen(), without.familyFen());
      change(claim, "cash", asIs.cashFen(), without.cashFen());
      later.part(claim);
    }
    return later;
  }

  private void change(Statement claim, String account, long asIs, long without) {
    if (asIs != without) {
      claim.part(
          new Statement(account)
              .amount("as_settled", asIs)
              .amount("without", without)
              .says(
                  get(
                      "change",
                      phrases.get("explain.account." + account),
                      Fen.text(asIs),
                      Fen.text(without))));
    }
  }

  private static String time(Settlement row) {
    return Moment.text(row.moment()).substring(0, MINUTES).replace('T', ' ');
  }

  private String get(String key, Object... args) {
    return phrases.get("refund." + key, args);
  }
}
