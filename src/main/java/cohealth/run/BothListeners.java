package cohealth.run;

import cohealth.ledger.Posting;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine.PostingListener;
import java.util.List;

/** Tells two listeners of every movement of money. */
record BothListeners(PostingListener first, PostingListener second) implements PostingListener {
  @Override
  public void posted(Settlement settlement, List<Posting> postings) {
    first.posted(settlement, postings);
    second.posted(settlement, postings);
  }

  @Override
  public void posted(ActivityResult result, List<Posting> postings) {
    first.posted(result, postings);
    second.posted(result, postings);
  }
}
