package cohealth.money;

/** Why a text is not an amount; each has its own message and remedy. */
public enum AmountFault {
  /** Nothing written, or no digit at all. */
  NO_NUMBER,
  /** More than two digits after the point; refused, never rounded. */
  TOO_MANY_DECIMALS,
  /** A thousands separator, as in {@code 1,234.56}. */
  THOUSANDS_SEPARATOR,
  /** An exponent, as in {@code 1e5}. */
  EXPONENT,
  /** Digits or a point outside ASCII, as in {@code １２.５}. */
  FULL_WIDTH,
  /** A sign where none is allowed. */
  SIGN,
  /** A currency mark, as in {@code ￥5}. */
  CURRENCY,
  /** No digit before or after the point, as in {@code .5} and {@code 5.}. */
  BARE_POINT,
  /** More than 14 digits before the point. */
  TOO_LARGE,
  /** Anything else. */
  NOT_A_NUMBER
}
