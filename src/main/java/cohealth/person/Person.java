package cohealth.person;

import cohealth.money.Fen;
import cohealth.time.Day;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the household file: a person and the opening balances.
 *
 * @param index the person's number in {@link People}, from 0 in the order of the file
 * @param id as written
 * @param householdId as written
 * @param name as written, or null; never in messages
 * @param birthDay {@link Day#UNKNOWN} when not given
 * @param relation to the household's reference person
 * @param insured how the person is insured, which may change in time
 * @param priorFen opening balance of the prior-year purse
 * @param currentFen opening balance of the current-year purse
 * @param walletFen opening balance of the wallet
 * @param shareOrder this person's place among payers, from 1; 0 = this account helps nobody
 * @param shareLimitFen authorised amount per beneficiary and account year, or {@link Fen#NONE}
 * @param confirmed has joined the family group
 * @param line where the row begins in its file, from 1
 */
public record Person(
    int index,
    String id,
    String householdId,
    @Nullable String name,
    int birthDay,
    Relation relation,
    Insured insured,
    long priorFen,
    long currentFen,
    long walletFen,
    int shareOrder,
    long shareLimitFen,
    boolean confirmed,
    int line) {

  /** The same person insured otherwise. */
  public Person with(Insured other) {
    return new Person(
        index,
        id,
        householdId,
        name,
        birthDay,
        relation,
        other,
        priorFen,
        currentFen,
        walletFen,
        shareOrder,
        shareLimitFen,
        confirmed,
        line);
  }

  /** The same person with another number. */
  public Person numbered(int number) {
    return new Person(
        number,
        id,
        householdId,
        name,
        birthDay,
        relation,
        insured,
        priorFen,
        currentFen,
        walletFen,
        shareOrder,
        shareLimitFen,
        confirmed,
        line);
  }

  /** The same person at another place among payers. */
  public Person sharing(int order) {
    return new Person(
        index,
        id,
        householdId,
        name,
        birthDay,
        relation,
        insured,
        priorFen,
        currentFen,
        walletFen,
        order,
        shareLimitFen,
        confirmed,
        line);
  }

  /** The same person with another's balances. */
  public Person withBalances(Person other) {
    return new Person(
        index,
        id,
        householdId,
        name,
        birthDay,
        relation,
        insured,
        other.priorFen,
        other.currentFen,
        other.walletFen,
        shareOrder,
        shareLimitFen,
        confirmed,
        line);
  }

  /** See {@link Insured#insurance}. */
  public Insurance insurance() {
    return insured.insurance();
  }

  /** See {@link Insured#category}. */
  public @Nullable Category category() {
    return insured.category();
  }

  /** See {@link Insured#plan}. */
  public String plan() {
    return insured.plan();
  }

  /** See {@link Insured#contracted}. */
  public boolean contracted() {
    return insured.contracted();
  }

  /** See {@link Insured#region}. */
  public int region() {
    return insured.region();
  }

  /** See {@link Insured#suspended}. */
  public boolean suspended() {
    return insured.suspended();
  }

  /** See {@link Insured#benefitFrom}. */
  public int benefitFrom() {
    return insured.benefitFrom();
  }

  /** See {@link Insured#benefitTo}. */
  public int benefitTo() {
    return insured.benefitTo();
  }

  /** See {@link Insured#retiredOn}. */
  public int retiredOn() {
    return insured.retiredOn();
  }

  /** See {@link Insured#diseases}. */
  public @Nullable Set<String> diseases() {
    return insured.diseases();
  }

  /** See {@link Insured#walletOpened}. */
  public boolean walletOpened() {
    return insured.walletOpened();
  }

  /** See {@link Insured#contributionBaseFen}. */
  public long contributionBaseFen() {
    return insured.contributionBaseFen();
  }
}
