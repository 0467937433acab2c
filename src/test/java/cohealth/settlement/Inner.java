package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.time.Moment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What objects of this package keep for themselves, for tests that make them wrong. */
final class Inner {
  private Inner() {}

  static @Nullable Object get(Object owner, String name) {
    try {
      return field(owner, name).get(owner);
    } catch (IllegalAccessException e) {
      throw new LinkageError(name, e);
    }
  }

  static void set(Object owner, String name, Object value) {
    try {
      field(owner, name).set(owner, value);
    } catch (IllegalAccessException e) {
      throw new LinkageError(name, e);
    }
  }

  /** The payers that the engine will ask about a claim, in the array from which it takes them. */
  static Payer[] chain(SettlementEngine engine, Claim claim) {
    try {
      Method rules = SettlementEngine.class.getDeclaredMethod("rules", Claim.class, int.class);
      rules.setAccessible(true);
      return ((ClaimRules) rules.invoke(engine, claim, Moment.day(claim.moment()))).chain();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("rules", e);
    }
  }

  private static Field field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new LinkageError(owner.getClass() + " has no longer the field " + name, e);
    }
  }
}
