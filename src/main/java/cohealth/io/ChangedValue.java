package cohealth.io;

import static cohealth.io.ActivityColumn.FIELD;
import static cohealth.io.ActivityColumn.VALUE;

import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Insured;
import cohealth.time.Day;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Reads the new value of an attribute as the households file's column of that name would be read. A
 * blank cell stands for "not given" or "open" where the attribute knows that; where a blank would
 * stand for a word, the word must be written.
 */
final class ChangedValue {
  private static final Set<Attribute> NEVER_BLANK =
      EnumSet.of(
          Attribute.INSURANCE,
          Attribute.REGION,
          Attribute.STATUS,
          Attribute.CONTRACTED,
          Attribute.WALLET);

  private final CsvTable table;
  private final FieldText fields;
  private Attribute changed = Attribute.INSURANCE;

  ChangedValue(CsvTable table, FieldText fields) {
    this.table = table;
    this.fields = fields;
  }

  /** Nobody with the new value in the attribute. */
  Insured read(Attribute attribute) {
    changed = attribute;
    if (table.value(VALUE).isEmpty() && NEVER_BLANK.contains(attribute)) {
      fields.refuse(
          VALUE, ProblemCode.VALUE_NEEDED_HERE, FIELD.field(), Shown.cell(table.value(FIELD)));
      return Insured.NOTHING;
    }
    Insured nothing = Insured.NOTHING;
    return new Insured(
        is(Attribute.INSURANCE)
            ? Objects.requireNonNullElse(
                fields.word(VALUE, PersonWords.INSURANCES), nothing.insurance())
            : nothing.insurance(),
        is(Attribute.CATEGORY) ? fields.word(VALUE, PersonWords.CATEGORIES) : null,
        is(Attribute.PLAN) ? fields.text(VALUE) : "",
        is(Attribute.CONTRACTED) && fields.yes(VALUE, false),
        is(Attribute.REGION) ? fields.region(VALUE, 0) : 0,
        is(Attribute.STATUS)
            && Objects.requireNonNullElse(fields.word(VALUE, PersonWords.STATUSES), false),
        is(Attribute.BENEFIT_FROM) ? fields.day(VALUE, Day.OPEN_START) : Day.OPEN_START,
        is(Attribute.BENEFIT_TO) ? fields.day(VALUE, Day.OPEN_END) : Day.OPEN_END,
        is(Attribute.RETIRED_ON) ? fields.day(VALUE, Day.UNKNOWN) : Day.UNKNOWN,
        is(Attribute.DISEASES) ? HouseholdRow.diseasesOf(fields.text(VALUE)) : null,
        is(Attribute.WALLET) && fields.yes(VALUE, false),
        is(Attribute.CONTRIBUTION_BASE) ? fields.amount(VALUE, Fen.NONE) : Fen.NONE);
  }

  private boolean is(Attribute attribute) {
    return changed == attribute;
  }
}
