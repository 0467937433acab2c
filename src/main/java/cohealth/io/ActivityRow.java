package cohealth.io;

import static cohealth.io.ActivityColumn.AMOUNT;
import static cohealth.io.ActivityColumn.FIELD;
import static cohealth.io.ActivityColumn.KIND;
import static cohealth.io.ActivityColumn.MODE;
import static cohealth.io.ActivityColumn.PAYER_ID;
import static cohealth.io.ActivityColumn.PLAN_YEAR;
import static cohealth.io.ActivityColumn.PURSE;
import static cohealth.io.ActivityColumn.TIME;

import cohealth.event.Activity;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Purse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the columns of an activities row into an {@link Activity}. */
final class ActivityRow {
  private final CsvTable table;
  private final FieldText fields;
  private final People people;
  private final Shown shown;
  private final ChangedValue changedValue;
  private @Nullable ActivityKind kind;

  ActivityRow(CsvTable table, FieldText fields, People people, Shown shown) {
    this.table = table;
    this.fields = fields;
    this.people = people;
    this.shown = shown;
    this.changedValue = new ChangedValue(table, fields);
  }

  /**
   * The activity. What is wrong becomes a problem; the result is null or of no use then. Every cell
   * is looked at, also when the kind is not known: a cell that no kind could use is wrong anyway.
   */
  @Nullable Activity read(int ordinal, int person, long moment) {
    kind = fields.word(KIND, ActivityWords.KINDS);
    Boolean mode = isGiven(MODE) ? fields.word(MODE, ActivityWords.MODES) : null;
    int payer = payer(person, mode);
    Purse purse = isGiven(PURSE) ? fields.word(PURSE, ActivityWords.PURSES) : Purse.CURRENT;
    long amountFen = isGiven(AMOUNT) ? amountFen() : Fen.NONE;
    int planYear = isGiven(PLAN_YEAR) ? fields.year(PLAN_YEAR, 0) : 0;
    Attribute attribute = isGiven(FIELD) ? fields.word(FIELD, ActivityWords.ATTRIBUTES) : null;
    Insured value = value(attribute);
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case CREDIT ->
          new Activity.Credit(
              ordinal, person, moment, Objects.requireNonNullElse(purse, Purse.CURRENT), amountFen);
      case PREMIUM ->
          new Activity.Premium(
              ordinal, person, moment, payer, payer == Activity.NOBODY, amountFen, planYear);
      case TRANSFER ->
          new Activity.Transfer(
              ordinal, person, moment, fields.hasTimeOfDay(TIME), payer, amountFen);
      case CHANGE ->
          attribute == null ? null : new Activity.Change(ordinal, person, moment, attribute, value);
    };
  }

  /**
   * Whether a cell holds something to read. One that the kind does not use is refused when it does,
   * one that it needs when it does not.
   */
  private boolean isGiven(ActivityColumn column) {
    boolean blank = table.value(column).isEmpty();
    if (kind != null && blank && kind.needs(column)) {
      refuse(column, ProblemCode.VALUE_NEEDED_HERE, KIND);
    }
    if (kind != null && !blank && !kind.uses(column)) {
      refuse(column, ProblemCode.NOT_USED_HERE, KIND);
      return false;
    }
    return !blank;
  }

  /** The named payer, whom a premium has in personal mode and not in family mode. */
  private int payer(int person, @Nullable Boolean family) {
    boolean given = isGiven(PAYER_ID);
    if (kind == ActivityKind.PREMIUM && family != null && family == given) {
      refuse(PAYER_ID, given ? ProblemCode.NOT_USED_HERE : ProblemCode.VALUE_NEEDED_HERE, MODE);
      return Activity.NOBODY;
    }
    String id = given ? fields.id(PAYER_ID) : null;
    if (id == null) {
      return Activity.NOBODY;
    }
    int payer = people.indexOf(id);
    if (payer < 0) {
      fields.refuse(PAYER_ID, ProblemCode.UNKNOWN_PERSON, shown.id(id));
    } else if (payer == person) {
      fields.refuse(PAYER_ID, ProblemCode.PAYER_IS_PERSON, shown.id(id));
    }
    return payer;
  }

  private long amountFen() {
    long fen = fields.amount(AMOUNT, Fen.NONE);
    if (fen == 0) {
      fields.refuse(AMOUNT, ProblemCode.AMOUNT_NOT_POSITIVE, Shown.cell(table.value(AMOUNT)));
    }
    return fen;
  }

  private Insured value(@Nullable Attribute attribute) {
    boolean used = isGiven(ActivityColumn.VALUE) || kind == ActivityKind.CHANGE;
    return used && attribute != null ? changedValue.read(attribute) : Insured.NOTHING;
  }

  /** Refuses a cell because of what another one says. */
  private void refuse(ActivityColumn column, ProblemCode code, ActivityColumn because) {
    fields.refuse(column, code, because.field(), Shown.cell(table.value(because)));
  }
}
