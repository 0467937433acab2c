package cohealth.person;

/** The money of one person that is kept apart. */
public enum Purse {
  /** Prior-year money, 历年. */
  PRIOR,
  /** Current-year money, 当年; becomes prior-year money when the account year starts. */
  CURRENT,
  /** Wallet, 医保钱包: always the person's own money. */
  WALLET
}
