package cohealth.policy;

import cohealth.event.Vocabulary;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One benefit in executed form: whom it is for, and its cells by group, band and disease. */
public final class BenefitRule {
  private final PolicyDocument.Benefit written;
  private final @Nullable BitSet types;
  private final @Nullable BitSet diseases;
  private final @Nullable BitSet groups;
  private final @Nullable BitSet bands;
  private final Cells cells;

  BenefitRule(
      PolicyDocument.Benefit written,
      @Nullable BitSet types,
      @Nullable BitSet diseases,
      @Nullable BitSet groups,
      @Nullable BitSet bands,
      Cells cells) {
    this.written = written;
    this.types = types;
    this.diseases = diseases;
    this.groups = groups;
    this.bands = bands;
    this.cells = cells;
  }

  /** As written. */
  public PolicyDocument.Benefit written() {
    return written;
  }

  /** Whether the benefit is for such claims; group and band may be {@link Vocabulary#NONE}. */
  boolean isFor(int type, int disease, int group, int band, boolean selected) {
    return holds(types, type)
        && holds(diseases, disease)
        && holds(groups, group)
        && holds(bands, band)
        && (written.when().selected() == null || written.when().selected() == selected);
  }

  /** What it gives such claims. */
  public BenefitCell cell(int group, int band, int disease) {
    return cells.get(group, band, disease);
  }

  /** Adds the diseases that the benefit or one of its rows names. */
  void addDiseases(Collection<Integer> to) {
    if (diseases != null) {
      diseases.stream().forEach(to::add);
    }
    to.addAll(cells.diseases());
  }

  private static boolean holds(@Nullable BitSet allowed, int number) {
    return allowed == null || (number != Vocabulary.NONE && allowed.get(number));
  }

  /**
   * Cells by group, band and the diseases that rows name; the place after the last number of each
   * is for "none".
   *
   * @param diseases numbers of the diseases that rows name
   */
  record Cells(List<BenefitCell> all, int groups, int bands, List<Integer> diseases) {
    BenefitCell get(int group, int band, int disease) {
      int g = group == Vocabulary.NONE ? groups : group;
      int b = band == Vocabulary.NONE ? bands : band;
      int d = diseases.isEmpty() ? -1 : diseases.indexOf(disease);
      return all.get((g * (bands + 1) + b) * (diseases.size() + 1) + (d < 0 ? diseases.size() : d));
    }
  }
}
