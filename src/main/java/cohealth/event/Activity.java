package cohealth.event;

import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Insured;
import cohealth.person.Purse;
import java.util.function.IntUnaryOperator;

/**
 * One row of the activities files: what happens beside claims, on the same timeline. At equal times
 * activities come before claims, and each kind in the order of its rows.
 */
public sealed interface Activity {
  /** {@link Premium#payer} and {@link Transfer#payer} when nobody is named. */
  int NOBODY = -1;

  /** The row's number over all activities files, from 0. */
  int ordinal();

  /** Index of the person who receives, is insured, or changes. */
  int person();

  /** When it happens. */
  long moment();

  /** The same row of people who have other numbers. */
  default Activity numbered(IntUnaryOperator numbers) {
    int number = numbers.applyAsInt(person());
    if (this instanceof Credit credit) {
      return new Credit(ordinal(), number, moment(), credit.purse(), credit.amountFen());
    } else if (this instanceof Premium premium) {
      int payer = premium.payer() == NOBODY ? NOBODY : numbers.applyAsInt(premium.payer());
      return new Premium(
          ordinal(),
          number,
          moment(),
          payer,
          premium.family(),
          premium.amountFen(),
          premium.planYear());
    } else if (this instanceof Transfer transfer) {
      return new Transfer(
          ordinal(),
          number,
          moment(),
          transfer.timeWritten(),
          numbers.applyAsInt(transfer.payer()),
          transfer.amountFen());
    }
    Change change = (Change) this;
    return new Change(ordinal(), number, moment(), change.attribute(), change.value());
  }

  /**
   * Money enters a purse.
   *
   * @param amountFen {@link Fen#NONE}: by the policy's accrual rule
   */
  record Credit(int ordinal, int person, long moment, Purse purse, long amountFen)
      implements Activity {}

  /**
   * A resident's premium is paid from employees' accounts (个账代缴).
   *
   * @param payer index of the named payer, or {@link #NOBODY}
   * @param family by the family's accounts in order; else by the named payer's alone
   * @param amountFen {@link Fen#NONE}: the policy's amount
   */
  record Premium(
      int ordinal, int person, long moment, int payer, boolean family, long amountFen, int planYear)
      implements Activity {}

  /**
   * Money goes from a payer's purses to the person's wallet.
   *
   * @param timeWritten a time of day was written, so that forbidden hours can be tested
   */
  record Transfer(
      int ordinal, int person, long moment, boolean timeWritten, int payer, long amountFen)
      implements Activity {}

  /**
   * From this time on one attribute of the person has another value.
   *
   * @param value has the new value in that attribute
   */
  record Change(int ordinal, int person, long moment, Attribute attribute, Insured value)
      implements Activity {}
}
