package cohealth.run;

import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.ReadBytes;

/**
 * Claims that are settled without being read again count as bytes of their files all the same, each
 * as many, so that whoever looks sees the run go on.
 */
final class KeptBytes {
  private static final int CLAIMS_AT_ONCE = 1 << 13;

  private final ReadBytes bytes;
  private final long all;
  private final long claims;
  private long taken;
  private long told;

  /** So many claims stand for so many bytes. */
  KeptBytes(ReadBytes bytes, long all, long claims) {
    this.bytes = bytes;
    this.all = all;
    this.claims = claims;
  }

  /** The same taker, which is counted. */
  <E extends Exception> KeptClaims.Taker<E> counting(KeptClaims.Taker<E> taker) {
    return new KeptClaims.Taker<>() {
      @Override
      public void take(Claim claim) throws E {
        if (++taken % CLAIMS_AT_ONCE == 0) {
          tell(all / claims * taken + all % claims * taken / claims);
        }
        taker.take(claim);
      }

      @Override
      public void coming(int person) {
        taker.coming(person);
      }
    };
  }

  /** All claims were taken. */
  void end() {
    tell(all);
  }

  private void tell(long until) {
    bytes.read(until - told);
    told = until;
  }
}
