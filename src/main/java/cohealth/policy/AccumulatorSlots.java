package cohealth.policy;

import cohealth.time.PeriodKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of all accumulators of a run. An accumulator is kept by document, name and kind of
 * period (rules: section 5), so that versions of one document go on with the same counters.
 */
public final class AccumulatorSlots {
  private final Map<Slot, Integer> numbers = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  /** One accumulator. */
  public record Slot(String document, String name, PeriodKind period) {
    // written out: what the JVM makes of a record's equality when it is first used costs 10 ms
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Slot other
          && document.equals(other.document)
          && name.equals(other.name)
          && period == other.period;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * document.hashCode() + name.hashCode()) + period.ordinal();
    }
  }

  /** The number of the accumulator, from 0; a new one when it is not known. */
  public int number(String document, String name, PeriodKind period) {
    Slot slot = new Slot(document, name, period);
    Integer known = numbers.putIfAbsent(slot, slots.size());
    if (known != null) {
      return known;
    }
    slots.add(slot);
    return slots.size() - 1;
  }

  /** The accumulator with the number. */
  public Slot get(int number) {
    return slots.get(number);
  }

  /** All of them, in the order of their numbers. */
  public List<Slot> all() {
    return List.copyOf(slots);
  }

  /** How many there are. */
  public int size() {
    return slots.size();
  }
}
