package cohealth.run;

import cohealth.person.Families;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the settled rows of one family, in order of time. */
final class FamilyRows implements RowOut {
  private static final int NOT_KNOWN = -1;

  private final Families families;
  private final int claim;
  private final Map<Integer, Settlement> rows = new LinkedHashMap<>();
  private int family;

  private FamilyRows(Families families, int claim, int family) {
    this.families = families;
    this.claim = claim;
    this.family = family;
  }

  /** From a claim on, the rows of its family. */
  static FamilyRows from(Families families, int claim) {
    return new FamilyRows(families, claim, NOT_KNOWN);
  }

  /** The rows of the same family in another run. */
  FamilyRows again() {
    return new FamilyRows(families, claim, family);
  }

  @Override
  public boolean wants(int place) {
    return true;
  }

  @Override
  public void render(RowText out, Settlement row) {
    if (family == NOT_KNOWN && row.ordinal() == claim) {
      family = families.of(row.person());
    }
    if (family == families.of(row.person())) {
      rows.put(row.ordinal(), row);
    }
  }

  @Override
  public void emit(byte[] row, int from, int length) {}

  @Override
  public void end() {}

  /** Those that were kept. */
  List<Settlement> kept() {
    return List.copyOf(rows.values());
  }

  /** The row with the ordinal, or null. */
  @Nullable Settlement find(int ordinal) {
    return rows.get(ordinal);
  }
}
