package cohealth.run;

import cohealth.io.PostingsCsv;
import cohealth.ledger.Posting;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine.PostingListener;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The ledger of a run, written as it happens. */
final class PostingsOut implements PostingListener {
  private final PostingsCsv format;
  private final TextOut out;
  private final RowText line = new RowText();
  private long number;

  PostingsOut(PostingsCsv format, TextOut out, String start) throws IOException {
    this.format = format;
    this.out = out;
    out.write(start);
    out.write(format.header());
  }

  @Override
  public void posted(Settlement settlement, List<Posting> postings) {
    for (Posting posting : postings) {
      line.clear();
      format.append(line, ++number, settlement, posting);
      write();
    }
  }

  @Override
  public void posted(ActivityResult result, List<Posting> postings) {
    for (Posting posting : postings) {
      line.clear();
      format.append(line, ++number, result, posting);
      write();
    }
  }

  private void write() {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() throws IOException {
    out.flush();
  }
}
