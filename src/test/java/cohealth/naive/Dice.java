package cohealth.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance: the same seed gives the same world on every machine. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  <T> List<T> shuffled(List<T> from) {
    List<T> rest = new ArrayList<>(from);
    List<T> mixed = new ArrayList<>();
    while (!rest.isEmpty()) {
      mixed.add(rest.remove(random.nextInt(rest.size())));
    }
    return mixed;
  }

  /** At least one of them, in their order. */
  <T> List<T> some(List<T> from) {
    List<T> chosen = new ArrayList<>();
    for (T each : from) {
      if (chance(50)) {
        chosen.add(each);
      }
    }
    if (chosen.isEmpty()) {
      chosen.add(pick(from));
    }
    return chosen;
  }
}
