package cohealth.comparison;

/**
 * How many people reach a cap: have at least one claim that a cap cut ({@code CAP_REACHED}), taken
 * back later or not.
 *
 * @param newly under the reform only
 * @param noLonger under the baseline only
 */
public record CapChange(long before, long after, long newly, long noLonger) {
  /** Nobody. */
  static final CapChange NONE = new CapChange(0, 0, 0, 0);

  /** One more person, who reaches a cap before or after. */
  CapChange with(boolean reachedBefore, boolean reachesAfter) {
    return new CapChange(
        before + (reachedBefore ? 1 : 0),
        after + (reachesAfter ? 1 : 0),
        newly + (reachesAfter && !reachedBefore ? 1 : 0),
        noLonger + (reachedBefore && !reachesAfter ? 1 : 0));
  }
}
