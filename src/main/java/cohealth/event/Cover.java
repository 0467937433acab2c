package cohealth.event;

import java.util.Collection;

/**
 * A set of components that a payer covers.
 *
 * @param bits the sum of their {@link Component#bit() bits}
 */
public record Cover(int bits) {
  /** Everything that the policy's scope holds: the default of every payer. */
  public static final Cover IN_SCOPE = new Cover(Component.OVER_LIMIT.bit() - 1);

  /** The whole bill. */
  public static final Cover ALL = new Cover((Component.SELF_FUNDED.bit() << 1) - 1);

  /** The set of these components. */
  public static Cover of(Collection<Component> components) {
    int bits = 0;
    for (Component component : components) {
      bits |= component.bit();
    }
    return new Cover(bits);
  }

  /** Whether the component is in the set. */
  public boolean has(Component component) {
    return (bits & component.bit()) != 0;
  }
}
