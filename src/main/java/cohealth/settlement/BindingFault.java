package cohealth.settlement;

import cohealth.person.Binding;
import cohealth.time.Day;

/**
 * A binding that does not work (rules: section 6).
 *
 * @param day the day on which it does not: that of the check, or a later first day of the binding
 *     on which something else is in the way
 * @param reason the first test that fails on that day
 * @param worksFrom the first later day on which it works, as far as is known; {@link Day#UNKNOWN}
 *     when there is none
 */
public record BindingFault(Binding binding, int day, Reason reason, int worksFrom) {}
