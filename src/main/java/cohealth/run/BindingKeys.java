package cohealth.run;

import cohealth.io.StateLine.BindingKey;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bindings that share money by what tells them apart over several runs (rules: section 8). A
 * binding that this run's file has no more keeps a number of its own, after all others, so that
 * what was used of it is not forgotten.
 */
final class BindingKeys {
  private final List<@Nullable BindingKey> keys = new ArrayList<>();
  private final Map<BindingKey, Integer> numbers = new HashMap<>();

  /** The keys of the run's bindings. */
  BindingKeys(Bindings bindings, People people) {
    for (Binding binding : bindings.all()) {
      if (binding.credentialOnly()) {
        keys.add(null);
        continue;
      }
      BindingKey key =
          new BindingKey(
              people.get(binding.payer()).id(),
              people.get(binding.beneficiary()).id(),
              binding.validFrom());
      keys.add(key);
      numbers.putIfAbsent(key, binding.index());
    }
  }

  /** The number of the binding, a new one when this run has no such binding. */
  int number(BindingKey key) {
    Integer known = numbers.putIfAbsent(key, keys.size());
    if (known != null) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  /** The key of a number; null for a binding that shares no money. */
  @Nullable BindingKey key(int number) {
    return keys.get(number);
  }

  /** How many numbers there are. */
  int size() {
    return keys.size();
  }
}
