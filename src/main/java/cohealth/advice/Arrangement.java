package cohealth.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who of a group helps, in which order.
 *
 * @param picks first drawn, first; null: as it is, ties and gaps included
 */
record Arrangement(@Nullable List<Pick> picks) {
  /** Nothing of the group is changed. */
  static final Arrangement AS_IT_IS = new Arrangement(null);

  /**
   * One of those who help.
   *
   * @param helper place in the group
   * @param unlimited the authorised amount is lifted
   */
  record Pick(int helper, boolean unlimited) {}

  /** Those who help, in order; of the arrangement as it is those who do so now. */
  List<Pick> picksIn(HelpGroup group) {
    if (picks != null) {
      return picks;
    }
    List<Helper> helpers = group.helpers();
    return IntStream.range(0, helpers.size())
        .filter(i -> helpers.get(i).shares())
        .boxed()
        .sorted(Comparator.comparingInt(i -> helpers.get(i).cells().get(0).order()))
        .map(i -> new Pick(i, false))
        .toList();
  }

  /**
   * What differs from this by one step: somebody more, somebody less, somebody at another place,
   * one authorised amount lifted or not, or two who change places.
   */
  List<Arrangement> near(HelpGroup group) {
    List<Pick> now = picksIn(group);
    List<Arrangement> near = new ArrayList<>();
    near.add(AS_IT_IS);
    for (int i = 0; i < group.helpers().size(); i++) {
      int helper = i;
      List<Pick> others = now.stream().filter(pick -> pick.helper() != helper).toList();
      for (boolean unlimited : group.limitChoices(helper)) {
        for (int place = 0; place <= others.size(); place++) {
          List<Pick> moved = new ArrayList<>(others);
          moved.add(place, new Pick(helper, unlimited));
          near.add(new Arrangement(List.copyOf(moved)));
        }
      }
      if (others.size() < now.size()) {
        near.add(new Arrangement(others));
      }
    }
    for (int i = 0; i < now.size(); i++) {
      for (int j = i + 2; j < now.size(); j++) {
        List<Pick> swapped = new ArrayList<>(now);
        swapped.set(i, now.get(j));
        swapped.set(j, now.get(i));
        near.add(new Arrangement(List.copyOf(swapped)));
      }
    }
    return near;
  }

  /** Everybody helps without limits, those who do so now first. */
  static Arrangement everybody(HelpGroup group) {
    List<Pick> all = new ArrayList<>();
    for (Pick pick : AS_IT_IS.picksIn(group)) {
      all.add(new Pick(pick.helper(), true));
    }
    for (int i = 0; i < group.helpers().size(); i++) {
      if (!group.helpers().get(i).shares()) {
        all.add(new Pick(i, true));
      }
    }
    return new Arrangement(List.copyOf(all));
  }
}
