package cohealth.event;

import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Insured;
import cohealth.person.Purse;

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
