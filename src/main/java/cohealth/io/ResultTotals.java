package cohealth.io;

import cohealth.money.Fen;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many rows the results of a settlement have, by status, and their sums by payer, in fen. */
public record ResultTotals(
    long settled,
    long rejected,
    long reversedOut,
    long totalFen,
    long poolFen,
    long supplementFen,
    long ownPriorFen,
    long ownCurrentFen,
    long ownWalletFen,
    long familyFen,
    long cashFen) {

  /** Names and values as written, in order. */
  public Map<String, String> written() {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("rows", Long.toString(settled + rejected + reversedOut));
    written.put("settled", Long.toString(settled));
    written.put("rejected", Long.toString(rejected));
    written.put("reversed_out", Long.toString(reversedOut));
    written.put("total", Fen.text(totalFen));
    written.put("pool", Fen.text(poolFen));
    written.put("supplement", Fen.text(supplementFen));
    written.put("own_prior", Fen.text(ownPriorFen));
    written.put("own_current", Fen.text(ownCurrentFen));
    written.put("own_wallet", Fen.text(ownWalletFen));
    written.put("family", Fen.text(familyFen));
    written.put("cash", Fen.text(cashFen));
    return written;
  }
}
