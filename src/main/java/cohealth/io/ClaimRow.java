package cohealth.io;

import static cohealth.io.ClaimColumn.CARE_REGION;
import static cohealth.io.ClaimColumn.CREDENTIAL_ID;
import static cohealth.io.ClaimColumn.DESIGNATED;
import static cohealth.io.ClaimColumn.DISEASE;
import static cohealth.io.ClaimColumn.FACILITY_ID;
import static cohealth.io.ClaimColumn.FACILITY_LEVEL;
import static cohealth.io.ClaimColumn.FILED;
import static cohealth.io.ClaimColumn.PERSON_ID;
import static cohealth.io.ClaimColumn.PRESCRIBER_LEVEL;
import static cohealth.io.ClaimColumn.SELECTED;
import static cohealth.io.ClaimColumn.TYPE;
import static cohealth.io.ClaimColumn.USE_ACCOUNT;
import static cohealth.io.ClaimColumn.VISIT_ID;

import cohealth.event.Claim;
import cohealth.event.Vocabulary;
import cohealth.text.IdTable;
import org.jspecify.annotations.Nullable;

/** Turns the columns of a claims row into a {@link Claim}. */
final class ClaimRow {
  private final CsvTable table;
  private final FieldText fields;
  private final ClaimContext context;
  private final ClaimWords words;
  private final ClaimBill bill;

  ClaimRow(CsvTable table, FieldText fields, ClaimContext context) {
    this.table = table;
    this.fields = fields;
    this.context = context;
    this.words = new ClaimWords(context.vocabulary());
    this.bill = new ClaimBill(table, fields);
  }

  /** An ordinary claim. What is wrong becomes a problem; the result is of no use then. */
  Claim ordinary(int ordinal, int person, long moment) {
    int type = number(TYPE, words.types());
    int level = number(FACILITY_LEVEL, words.levels());
    String facility = fields.id(FACILITY_ID);
    String visit = fields.id(VISIT_ID);
    String disease = fields.text(DISEASE);
    int prescriberLevel = number(PRESCRIBER_LEVEL, words.levels());
    bill.read();
    int careRegion = fields.region(CARE_REGION, 0);
    String credential = fields.id(CREDENTIAL_ID);
    return new Claim(
        ordinal,
        person,
        moment,
        type,
        level,
        prescriberLevel,
        disease.isEmpty() ? Vocabulary.NONE : context.vocabulary().diseases().find(disease),
        isApproved(person, moment, disease),
        number(facility, context.facilities()),
        number(visit, context.visits()),
        fields.yes(SELECTED, false),
        bill.totalFen(),
        bill.eligibleFen(),
        bill.firstSelfPayFen(),
        bill.overLimitFen(),
        bill.selfFundedFen(),
        careRegion,
        fields.yes(FILED, false),
        fields.yes(DESIGNATED, true),
        credential == null || credential.isEmpty() || credential.equals(table.value(PERSON_ID)),
        fields.yes(USE_ACCOUNT, true),
        Claim.NOTHING);
  }

  /** A row that takes another one back; its other columns are ignored (rules: section 8). */
  Claim reversal(int ordinal, int person, long moment, int reverses) {
    return new Claim(
        ordinal,
        person,
        moment,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        false,
        0,
        0,
        false,
        bill.reversedTotalFen(),
        0,
        0,
        0,
        0,
        0,
        false,
        true,
        true,
        true,
        reverses);
  }

  private int number(Column column, WordList<Integer> list) {
    Integer number = fields.word(column, list);
    return number == null ? Vocabulary.NONE : number;
  }

  /** The number of a visit or facility, from 1; 0 when not given or not wanted. */
  private static int number(@Nullable String id, @Nullable IdTable numbers) {
    return id == null || id.isEmpty() || numbers == null ? 0 : numbers.add(id) + 1;
  }

  private boolean isApproved(int person, long moment, String disease) {
    return person >= 0 && context.roster().isApproved(person, moment, disease);
  }
}
