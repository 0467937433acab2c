package cohealth.advice;

import cohealth.money.Fen;
import java.util.List;

/**
 * Somebody who could help, as one of a group.
 *
 * @param payer number in the family
 * @param cells what the file says about it, at least one
 */
record Helper(int payer, List<ShareCell> cells) {
  /** Of several rows with different places there is no place that could stay. */
  static final int NO_PLACE = 0;

  /** Whether help is limited to an authorised amount, so that lifting it is a choice. */
  boolean isLimited() {
    return cells.stream().anyMatch(cell -> cell.limitFen() != Fen.NONE);
  }

  /** Whether it helps as things are. */
  boolean shares() {
    return cells.stream().anyMatch(ShareCell::shares);
  }

  /** The place among payers as it is; {@link #NO_PLACE} when there is not one. */
  int place() {
    int place = NO_PLACE;
    for (ShareCell cell : cells) {
      if (!cell.shares() || (place != NO_PLACE && place != cell.order())) {
        return NO_PLACE;
      }
      place = cell.order();
    }
    return place;
  }
}
