package cohealth.spark;

import cohealth.io.PostingsCsv;
import cohealth.io.RowIds;
import cohealth.ledger.Posting;
import cohealth.run.SettlementRun;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine.PostingListener;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The postings of a batch, each behind what says where it stands among those of the whole run: time
 * of the event, activities before claims, its row in the files, its place in the event. Numbers in
 * the order of the run are given to them when all are there ({@link PostingsOrder}).
 */
final class PlacedPostings implements PostingListener {
  /** Stands between what orders the rows and the rows. */
  static final char BETWEEN = '\t';

  private final PostingsCsv format;
  private final OutputStream out;
  private final RowIds claims;
  private final RowIds activities;
  private final RowPlaces places;
  private final RowText line = new RowText();

  PlacedPostings(PostingsCsv format, OutputStream out, SettlementRun run, RowPlaces places) {
    this.format = format;
    this.out = out;
    this.claims = run.inputs().claimIds();
    this.activities = run.inputs().activities().ids();
    this.places = places;
  }

  @Override
  public void posted(Settlement settlement, List<Posting> postings) {
    long order = order(claims, settlement.ordinal());
    for (int i = 0; i < postings.size(); i++) {
      begin(settlement.moment(), 1, order, i);
      format.append(line, 0, settlement, postings.get(i));
      write();
    }
  }

  @Override
  public void posted(ActivityResult result, List<Posting> postings) {
    long order = order(activities, result.activity().ordinal());
    for (int i = 0; i < postings.size(); i++) {
      begin(result.activity().moment(), 0, order, i);
      format.append(line, 0, result, postings.get(i));
      write();
    }
  }

  private long order(RowIds ids, int ordinal) {
    RowIds.Place place = ids.place(ordinal);
    return places.order(place.file(), place.line());
  }

  private void begin(long moment, int kind, long order, int number) {
    line.clear();
    line.append(moment).append(BETWEEN);
    line.append(kind).append(BETWEEN);
    line.append(order).append(BETWEEN);
    line.append(number).append(BETWEEN);
  }

  private void write() {
    try {
      out.write(line.bytes(), 0, line.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
