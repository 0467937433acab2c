package cohealth.run;

import cohealth.settlement.Settlement;
import cohealth.text.RowText;

/** For runs whose rows nobody wants. */
final class NoRows implements RowOut {
  @Override
  public boolean wants(int place) {
    return false;
  }

  @Override
  public void render(RowText out, Settlement row) {}

  @Override
  public void emit(byte[] row, int from, int length) {}

  @Override
  public void end() {}
}
