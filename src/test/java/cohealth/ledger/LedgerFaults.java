package cohealth.ledger;

import cohealth.person.Purse;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a ledger wrong, as no program should: changes what it keeps without telling it. The product
 * has no way to do so.
 */
public final class LedgerFaults {
  private LedgerFaults() {}

  /** Changes what a purse holds. */
  public static void purse(Ledger ledger, int person, Purse purse, long delta) {
    PersonRows rows = rows(ledger);
    rows.setPurse(person, purse.ordinal(), rows.purse(person, purse.ordinal()) + delta);
  }

  /** Changes one of the person's counts; false when there is none. */
  public static boolean accumulator(Ledger ledger, int person, long delta, Random random) {
    List<int[]> counts = new ArrayList<>();
    Counters.Each each =
        (slot, period, value) -> {
          if (value > 0) {
            counts.add(new int[] {slot, period});
          }
        };
    rows(ledger).tell(person, each);
    rows(ledger).spilled().of(person, each);
    if (counts.isEmpty()) {
      return false;
    }
    int[] one = counts.get(random.nextInt(counts.size()));
    rows(ledger).add(person, one[0], one[1], delta);
    return true;
  }

  /** Changes how much of a binding was used; false when nothing was. */
  public static boolean use(Ledger ledger, int binding, long delta) {
    List<Carried.Use> uses = ledger.carriedUses().apply(binding);
    if (uses.isEmpty()) {
      return false;
    }
    Counters use = (Counters) get(Ledger.class, "bindingUse", ledger);
    use.add(binding, 0, uses.get(0).accountYear(), delta);
    return true;
  }

  /** Changes one of the movements of a kind that are kept; false when there is none. */
  public static boolean kept(Movements kept, String kind, long delta, Random random) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (kept.kind(i).name().equals(kind)) {
        found.add(i);
      }
    }
    if (found.isEmpty()) {
      return false;
    }
    long[] amounts = (long[]) get(Movements.class, "amounts", kept);
    amounts[found.get(random.nextInt(found.size()))] += delta;
    return true;
  }

  private static PersonRows rows(Ledger ledger) {
    return (PersonRows) get(Ledger.class, "rows", ledger);
  }

  private static Object get(Class<?> type, String name, Object owner) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " has no longer the field " + name, e);
    }
  }
}
