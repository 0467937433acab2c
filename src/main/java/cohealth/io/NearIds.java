package cohealth.io;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The ids that somebody may have meant, as messages show ids. */
public final class NearIds {
  private static final int MOST = 3;

  private NearIds() {}

  /** The nearest ids, joined; empty when none is near. */
  public static String of(String wanted, Collection<String> known, Shown shown) {
    List<String> near = Spelling.near(wanted, known);
    return near.stream().limit(MOST).map(shown::id).distinct().collect(Collectors.joining(", "));
  }
}
