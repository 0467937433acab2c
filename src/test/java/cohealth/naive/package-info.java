/**
 * The judge of the engine: a slow and obvious second reading of the rules, which shares no code
 * with it. Start with {@link cohealth.naive.NaiveModel}; {@link cohealth.naive.RandomWorld} makes
 * the inputs that both settle, {@link cohealth.naive.Reach} proves that these reach every rule.
 */
@org.jspecify.annotations.NullMarked
package cohealth.naive;
