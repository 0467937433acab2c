package cohealth.generation;

import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes the people, household after household, and keeps what claims must know of them. */
final class Households {
  private static final String HEADER =
      "household_id,person_id,name,birth_date,relation,insurance,category,region,diseases,"
          + "prior_balance,current_balance,share_order,share_limit,confirmed\n";
  private static final int ID_DIGITS = 10;
  private static final int FULL = 1 << 18;
  private static final int MONTHS = 12;
  private static final int YOUNGEST_SPOUSE = 18 * MONTHS;
  private static final int YOUNGEST_PARENT = 20 * MONTHS;
  private static final int OLDEST = 104 * MONTHS;
  private static final int DAYS_IN_400_YEARS = 146_097;
  private static final int MONTHS_IN_400_YEARS = 4800;
  private static final int GIVEN_NAMES_OF_ONE = 35;
  private static final int FEN = 100;

  private final Population population;
  private final Population.People model;
  private final long seed;
  private final Patients patients;
  private final OutputStream out;
  private final RowBytes rows = new RowBytes(FULL + 4096);
  private final Draws draws = new Draws();
  private final List<byte[]> family;
  private final List<byte[]> given;
  private final List<byte[]> places;
  private final List<byte[]> diseases;
  private int shareOrder;

  Households(Population population, long seed, Patients patients, OutputStream out) {
    this.population = population;
    this.model = population.people();
    this.seed = seed;
    this.patients = patients;
    this.out = out;
    this.family = utf8(population.names().family());
    this.given = utf8(population.names().given());
    this.places = utf8(population.places());
    this.diseases = utf8(model.diseaseNames());
  }

  private static List<byte[]> utf8(List<String> texts) {
    return texts.stream().map(RowBytes::utf8).toList();
  }

  /** Writes exactly so many people and gives the number of households; the last one may be cut. */
  int write(int persons) throws IOException {
    rows.text(RowBytes.utf8(HEADER));
    int households = 0;
    int person = 0;
    while (person < persons) {
      draws.at(seed, Draws.Use.HOUSEHOLD, households++);
      person += household(households, person, persons - person);
      if (rows.length() > FULL) {
        rows.writeTo(out);
        rows.clear();
      }
    }
    rows.writeTo(out);
    return households;
  }

  /** Writes one household of at most so many people and gives how many they are. */
  private int household(int number, int firstPerson, int most) {
    Population.Household kind = model.kinds().get(model.households().draw(draws));
    int members = Math.min(most, kind.members().size());
    int region = population.regions().draw(draws);
    int selfMonths = kind.selfMonths().draw(draws);
    int surname = draws.below(family.size());
    shareOrder = 0;
    for (int i = 0; i < members; i++) {
      Relation relation = kind.members().get(i);
      rows.ascii('H').digits(number, ID_DIGITS).comma();
      member(firstPerson + i, relation, months(relation, selfMonths), region, surname);
    }
    return members;
  }

  private int months(Relation relation, int selfMonths) {
    if (relation == Relation.SELF) {
      return selfMonths;
    }
    Population.Range older = model.older().get(relation.ordinal());
    int months = selfMonths + draws.between(older.first(), older.last());
    if (relation == Relation.SPOUSE) {
      return Math.max(months, YOUNGEST_SPOUSE);
    }
    return months < 0
        ? draws.below(Math.max(MONTHS, selfMonths - YOUNGEST_PARENT))
        : Math.min(months, OLDEST);
  }

  private void member(int person, Relation relation, int months, int household, int surname) {
    int region = near(relation) ? household : elsewhere(household);
    LocalDate birth = birth(months);
    int age = Day.age(Day.of(birth), population.firstDay());
    boolean employee = draws.percent(model.employeePercent().at(age));
    boolean retired = employee && draws.percent(model.retiredPercent().at(age));
    rows.ascii('P').digits(person + 1L, ID_DIGITS).comma();
    name(relation == Relation.SPOUSE ? draws.below(family.size()) : surname);
    rows.comma().date(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth()).comma();
    word(relation).comma();
    word(employee ? Insurance.EMPLOYEE : Insurance.RESIDENT).comma();
    word(category(employee, retired, age)).comma();
    rows.text(places.get(region)).comma();
    int disease = 0;
    if (draws.percent(model.chronicPercent().at(age))) {
      int index = model.diseases().draw(draws);
      rows.text(diseases.get(index));
      disease = index + 1;
    }
    rows.comma();
    account(employee);
    if (draws.percent(population.money().unconfirmedPercent())) {
      rows.text(RowBytes.utf8("no"));
    }
    rows.newLine();
    int use = population.care().use().draw(draws) * population.care().byAge().at(age) / 100;
    patients.set(person, region, disease, Math.max(1, use));
  }

  private static boolean near(Relation relation) {
    return relation == Relation.SELF || relation == Relation.SPOUSE || relation == Relation.CHILD;
  }

  private int elsewhere(int household) {
    boolean away = draws.percent(model.elsewherePercent());
    return away ? population.regions().draw(draws) : household;
  }

  /** The birth date of somebody who is so many months old, and some days. */
  private LocalDate birth(int months) {
    int days = (int) ((long) months * DAYS_IN_400_YEARS / MONTHS_IN_400_YEARS);
    return Day.date(population.firstDay() - days - draws.between(1, 30));
  }

  private Category category(boolean employee, boolean retired, int age) {
    if (employee) {
      if (retired) {
        return Category.RETIRED;
      }
      return draws.percent(model.flexiblePercent()) ? Category.FLEXIBLE : Category.ACTIVE;
    }
    if (age < model.minorUntil()) {
      return Category.MINOR;
    }
    return age < model.seniorFrom() ? Category.ADULT : Category.SENIOR;
  }

  private void name(int surname) {
    rows.text(family.get(surname));
    rows.text(given.get(draws.below(given.size())));
    if (!draws.percent(GIVEN_NAMES_OF_ONE)) {
      rows.text(given.get(draws.below(given.size())));
    }
  }

  /** Balances, order of sharing and its limit: employees have them, residents have no account. */
  private void account(boolean employee) {
    Population.Money money = population.money();
    if (!employee) {
      rows.comma().comma().comma().comma();
      return;
    }
    boolean empty = draws.percent(money.emptyPercent());
    rows.money(empty ? 0 : money.priorFen().draw(draws)).comma();
    rows.money(empty ? 0 : money.currentFen().draw(draws)).comma();
    boolean shares = draws.percent(money.sharePercent());
    if (shares) {
      rows.digits(++shareOrder, 1);
    }
    rows.comma();
    if (shares && draws.percent(money.limitPercent())) {
      int yuan = money.limitsYuan().get(draws.below(money.limitsYuan().size()));
      rows.money((long) yuan * FEN);
    }
    rows.comma();
  }

  private RowBytes word(Enum<?> constant) {
    return rows.text(RowBytes.utf8(constant.name().toLowerCase(Locale.ROOT)));
  }
}
