package cohealth.policy;

import cohealth.event.Vocabulary;
import cohealth.policy.PolicyDocument.Offsite;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What an unfiled off-site claim gets, in executed form. */
public final class OffsiteRule {
  private final Offsite written;
  private final @Nullable BitSet types;
  private final @Nullable BitSet benefits;

  OffsiteRule(Offsite written, @Nullable BitSet types, @Nullable BitSet benefits) {
    this.written = written;
    this.types = types;
    this.benefits = benefits;
  }

  /** As written. */
  public Offsite written() {
    return written;
  }

  boolean isFor(boolean sameProvince, int type, int benefit) {
    return (written.sameProvince() == null || written.sameProvince() == sameProvince)
        && (types == null || types.get(type))
        && (benefits == null || (benefit != Vocabulary.NONE && benefits.get(benefit)));
  }
}
