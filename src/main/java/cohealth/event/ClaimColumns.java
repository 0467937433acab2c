package cohealth.event;

import java.util.Arrays;

/**
 * Claims in columns of plain numbers, for runs whose files are not in order of time: every claim is
 * held, {@value #BYTES_PER_CLAIM} bytes each (and 8 more while they are sorted), and given back in
 * order of time, equal times in the order of the rows.
 */
public final class ClaimColumns {
  /** What one claim takes. */
  public static final int BYTES_PER_CLAIM = 9 * Integer.BYTES + 5 * Long.BYTES + 1;

  private static final int FIRST_ROOM = 1024;

  private int size;
  private int[] ordinals = new int[FIRST_ROOM];
  private int[] persons = new int[FIRST_ROOM];
  private long[] moments = new long[FIRST_ROOM];
  private int[] typesAndLevels = new int[FIRST_ROOM];
  private int[] prescriberLevels = new int[FIRST_ROOM];
  private int[] diseases = new int[FIRST_ROOM];
  private int[] facilities = new int[FIRST_ROOM];
  private int[] visits = new int[FIRST_ROOM];
  private long[] eligible = new long[FIRST_ROOM];
  private long[] firstSelfPay = new long[FIRST_ROOM];
  private long[] overLimit = new long[FIRST_ROOM];
  private long[] selfFunded = new long[FIRST_ROOM];
  private int[] careRegions = new int[FIRST_ROOM];
  private int[] reverses = new int[FIRST_ROOM];
  private byte[] flags = new byte[FIRST_ROOM];

  /** Adds a claim; ordinals rise. */
  public void add(Claim claim) {
    if (size == ordinals.length) {
      grow();
    }
    ordinals[size] = claim.ordinal();
    persons[size] = claim.person();
    moments[size] = claim.moment();
    typesAndLevels[size] = claim.type() << 16 | (claim.level() & 0xFFFF);
    prescriberLevels[size] = claim.prescriberLevel();
    diseases[size] = claim.disease();
    facilities[size] = claim.facility();
    visits[size] = claim.visit();
    eligible[size] = claim.eligibleFen();
    firstSelfPay[size] = claim.firstSelfPayFen();
    overLimit[size] = claim.overLimitFen();
    selfFunded[size] = claim.selfFundedFen();
    careRegions[size] = claim.careRegion();
    reverses[size] = claim.reverses();
    flags[size] =
        (byte)
            (bit(claim.diseaseApproved(), 0)
                | bit(claim.selected(), 1)
                | bit(claim.filed(), 2)
                | bit(claim.designated(), 3)
                | bit(claim.ownCredential(), 4)
                | bit(claim.useAccount(), 5));
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The places of the claims in order of time. */
  public int[] inOrderOfTime() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      earliest = Math.min(earliest, moments[i]);
    }
    // One number for both: the time, then the place among equal times.
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = Math.addExact(Math.multiplyExact(moments[i] - earliest, (long) size), i);
    }
    Arrays.sort(keys);
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = (int) (keys[i] % size);
    }
    return places;
  }

  /** The claim at a place. */
  public Claim get(int at) {
    return new Claim(
        ordinals[at],
        persons[at],
        moments[at],
        typesAndLevels[at] >> 16,
        (short) typesAndLevels[at],
        prescriberLevels[at],
        diseases[at],
        is(at, 0),
        facilities[at],
        visits[at],
        is(at, 1),
        eligible[at] + firstSelfPay[at] + overLimit[at] + selfFunded[at],
        eligible[at],
        firstSelfPay[at],
        overLimit[at],
        selfFunded[at],
        careRegions[at],
        is(at, 2),
        is(at, 3),
        is(at, 4),
        is(at, 5),
        reverses[at]);
  }

  private boolean is(int at, int bit) {
    return (flags[at] >> bit & 1) == 1;
  }

  private static int bit(boolean on, int place) {
    return on ? 1 << place : 0;
  }

  private void grow() {
    int room = size * 2;
    ordinals = Arrays.copyOf(ordinals, room);
    persons = Arrays.copyOf(persons, room);
    moments = Arrays.copyOf(moments, room);
    typesAndLevels = Arrays.copyOf(typesAndLevels, room);
    prescriberLevels = Arrays.copyOf(prescriberLevels, room);
    diseases = Arrays.copyOf(diseases, room);
    facilities = Arrays.copyOf(facilities, room);
    visits = Arrays.copyOf(visits, room);
    eligible = Arrays.copyOf(eligible, room);
    firstSelfPay = Arrays.copyOf(firstSelfPay, room);
    overLimit = Arrays.copyOf(overLimit, room);
    selfFunded = Arrays.copyOf(selfFunded, room);
    careRegions = Arrays.copyOf(careRegions, room);
    reverses = Arrays.copyOf(reverses, room);
    flags = Arrays.copyOf(flags, room);
  }
}
