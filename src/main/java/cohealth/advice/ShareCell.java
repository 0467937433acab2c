package cohealth.advice;

import java.util.List;

/**
 * What a file says in one place about somebody's help: of a household file the row of the payer, of
 * a bindings file one of its rows.
 *
 * @param shares whether it lets the payer help as it is
 * @param order the place among payers as it is
 * @param limitFen the authorised amount as it is, or {@link cohealth.money.Fen#NONE}
 * @param rows the places of its bindings among all bindings that there can be
 */
record ShareCell(boolean shares, int order, long limitFen, List<Integer> rows) {}
