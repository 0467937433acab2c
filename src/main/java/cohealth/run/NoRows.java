package cohealth.run;

import cohealth.settlement.Settlement;

/** For runs whose rows nobody wants. */
final class NoRows implements RowOut {
  @Override
  public boolean wants(int place) {
    return false;
  }

  @Override
  public void render(StringBuilder out, Settlement row) {}

  @Override
  public void emit(CharSequence row) {}

  @Override
  public void end() {}
}
