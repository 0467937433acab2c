package cohealth.generation;

import cohealth.time.Day;
import cohealth.time.Moment;
import java.time.LocalDate;
import java.util.List;

/** Makes rows of claims, each from its number alone; for one thread. */
final class ClaimRows {
  static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,disease,total,eligible,self_funded,"
          + "first_self_pay,care_region,filed,reverses\n";
  private static final int ID_DIGITS = 10;
  private static final int PER_MILLE = 1000;
  private static final int SECONDS_OF_MINUTE = 60;
  private static final int SECONDS_OF_HOUR = 3600;
  private static final byte[] FILED = RowBytes.utf8("yes");
  private static final byte[] NOT_FILED = RowBytes.utf8("no");

  /** The cells between the time of a refund and the claim that it takes back. */
  private static final byte[] BLANKS = RowBytes.utf8(",,,,,,,,,,");

  private final Population.Care care;
  private final long seed;
  private final Patients patients;
  private final VisitTimes times;
  private final Refunds refunds;
  private final List<byte[]> places;
  private final List<byte[]> diseases;
  private final List<byte[]> levels;
  private final List<byte[]> typesOfLevels;
  private final List<byte[]> types;
  private final byte[] chronic;
  private final Draws draws = new Draws();
  private int day = Day.UNKNOWN;
  private byte[] date = {};

  ClaimRows(Population population, long seed, long rows, Patients patients) {
    this.care = population.care();
    this.seed = seed;
    this.patients = patients;
    this.times = new VisitTimes(population, rows);
    this.refunds = new Refunds(population, seed, rows);
    this.places = population.places().stream().map(RowBytes::utf8).toList();
    this.diseases = population.people().diseaseNames().stream().map(RowBytes::utf8).toList();
    this.levels = care.levelWords().stream().map(RowBytes::utf8).toList();
    this.typesOfLevels = care.typeOfLevel().stream().map(RowBytes::utf8).toList();
    this.types = care.typeWords().stream().map(RowBytes::utf8).toList();
    this.chronic = RowBytes.utf8(care.chronicType());
  }

  /** Adds the row of this number. */
  void add(long row, RowBytes out) {
    long original = refunds.original(row, draws);
    draws.at(seed, Draws.Use.CLAIM, row);
    long moment = times.moment(row, draws.next());
    if (original >= 0) {
      draws.at(seed, Draws.Use.CLAIM, original).next(); // its time
      head(row, patients.draw(draws.next()), moment, out);
      out.text(BLANKS);
      claimId(original, out);
    } else {
      int person = patients.draw(draws.next());
      head(row, person, moment, out);
      bill(person, out);
    }
    out.newLine();
  }

  private void head(long row, int person, long moment, RowBytes out) {
    claimId(row, out);
    out.comma().ascii('P').digits(person + 1L, ID_DIGITS).comma();
    int second = (int) (moment - Moment.startOf(Moment.day(moment)));
    out.text(date(Moment.day(moment))).ascii('T').digits(second / SECONDS_OF_HOUR, 2).ascii(':');
    out.digits(second / SECONDS_OF_MINUTE % SECONDS_OF_MINUTE, 2).ascii(':');
    out.digits(second % SECONDS_OF_MINUTE, 2);
  }

  private static void claimId(long row, RowBytes out) {
    out.ascii('C').digits(row + 1, ID_DIGITS);
  }

  private byte[] date(int wanted) {
    if (wanted != day) {
      day = wanted;
      LocalDate of = Day.date(wanted);
      date = RowBytes.utf8(of.toString());
    }
    return date;
  }

  private void bill(int person, RowBytes out) {
    int level = care.levels().draw(draws);
    int disease = patients.disease(person);
    byte[] type = typesOfLevels.get(level);
    if (type.length > 0) {
      disease = 0;
    } else if (disease > 0 && draws.percent(care.chronicPercent())) {
      type = chronic;
    } else {
      disease = 0;
      type = types.get(care.types().draw(draws));
    }
    out.comma().text(type).comma().text(levels.get(level)).comma();
    if (disease > 0) {
      out.text(diseases.get(disease - 1));
    }
    out.comma();
    amounts(out);
    out.comma();
    place(patients.region(person), out);
    out.comma();
  }

  private void amounts(RowBytes out) {
    Population.Bill bill = care.bill();
    long total = bill.totalFen().draw(draws);
    long selfFunded = 0;
    long firstSelfPay = 0;
    if (!draws.percent(bill.allEligiblePercent())) {
      selfFunded = total * bill.selfFundedPerMille().draw(draws) / PER_MILLE;
      firstSelfPay = total * bill.firstSelfPayPerMille().draw(draws) / PER_MILLE;
    }
    out.money(total).comma().money(total - selfFunded - firstSelfPay).comma();
    out.money(selfFunded).comma();
    if (firstSelfPay > 0) {
      out.money(firstSelfPay);
    }
  }

  /** Where the care was: blank at home. */
  private void place(int home, RowBytes out) {
    if (places.size() > 1 && draws.perMille(care.offsitePerMille())) {
      int other = draws.below(places.size() - 1);
      out.text(places.get(other < home ? other : other + 1)).comma();
      out.text(draws.percent(care.filedPercent()) ? FILED : NOT_FILED);
    } else {
      out.comma();
    }
  }
}
