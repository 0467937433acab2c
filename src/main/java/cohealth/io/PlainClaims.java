package cohealth.io;

import cohealth.event.ClaimBlock;
import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.money.AmountText;
import cohealth.money.Fen;
import cohealth.person.People;
import cohealth.time.DayText;
import cohealth.time.Moment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain rows of claims straight from their bytes, without making text of them; about ten
 * times as fast as the tokenizer. This class is fast and not pretty, and alone in that: what it
 * reads is defined by {@link ClaimFile#read} and the classes that it uses. It refuses nothing. A
 * row in which anything is unusual (a fault, a blank at an edge, an amount of millions, a date in
 * another style) is left out and read there; so is everything from the first quote, blank row or
 * control character on. Not for several threads.
 */
final class PlainClaims {
  private static final byte OTHER = 0;
  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;
  private static final byte E = 4;
  private static final byte DASH = 8;
  private static final byte[] ID_CHARACTERS = idCharacters();
  private static final int LONGEST_ROW = CsvGuard.LONGEST_CELL;
  private static final long ODD = Long.MIN_VALUE;
  private static final int NOT_PLAIN = -1;
  private static final int DAYS = 1 << 9;

  /** The patient of a row until all patients of a piece are looked up. */
  private static final int SOMEBODY = 0;

  private final byte delimiter;
  private final @Nullable ClaimColumn[] columns;
  private final Roster roster;
  private final People people;
  private final PlainWords types;
  private final PlainWords levels;
  private final PlainWords yes;
  private final PlainWords diseases;
  private final ClaimBlock.Builder block = new ClaimBlock.Builder();
  private final int[] dates = new int[DAYS];
  private final int[] days = new int[DAYS];
  private int[] starts = new int[1025];
  private int[] ids = new int[2048];
  private int[] personSpans = new int[2048];
  private int[] diseaseSpans = new int[2048];
  private int[] persons = new int[1024];

  private byte[] bytes = new byte[0];
  private int at;
  private int lineAfter;
  private int idFrom;
  private int idTo;
  private long moment;
  private int personFrom;
  private int personTo;
  private int type;
  private int level;
  private int prescriberLevel;
  private int disease;
  private int diseaseFrom;
  private int diseaseTo;
  private int careRegion;
  private int flags;
  private int credentialFrom;
  private int credentialTo;
  private int reversesFrom;
  private int reversesTo;
  private int totalFrom;
  private int totalTo;
  private long totalFen;
  private long eligibleFen;
  private long selfFundedFen;
  private long overLimitFen;
  private long firstSelfPayFen;
  private boolean odd;

  /** Keeps looks from being left out; its value means nothing. */
  @SuppressWarnings("UnusedVariable")
  private int looked;

  /**
   * A reader of rows under a header.
   *
   * @param columns what each cell of a row is; null = nothing that is known
   */
  PlainClaims(@Nullable ClaimColumn[] columns, char delimiter, ClaimContext context) {
    this.columns = columns.clone();
    this.delimiter = (byte) delimiter;
    this.roster = context.roster();
    this.people = context.people();
    ClaimWords words = new ClaimWords(context.vocabulary());
    this.types = new PlainWords(text -> number(words.types().find(text)));
    this.levels = new PlainWords(text -> number(words.levels().find(text)));
    this.yes = new PlainWords(PlainClaims::yesOrNo);
    this.diseases =
        new PlainWords(
            text ->
                FieldText.hidden(text) == FieldText.NOTHING_HIDDEN
                    ? context.vocabulary().diseases().find(text)
                    : PlainWords.REFUSED);
    Arrays.fill(dates, -1);
  }

  /** Whether rows with this delimiter may be plain at all. */
  static boolean canRead(char delimiter) {
    return delimiter == '\t'
        || (delimiter > 0x20 && delimiter < 0x7F && ID_CHARACTERS[delimiter] == OTHER);
  }

  /**
   * Reads all rows of a piece.
   *
   * @param to the piece ends with a line end
   */
  PlainRows read(byte[] piece, int from, int to) {
    bytes = piece;
    int row = from;
    boolean complete = true;
    while (row < to) {
      int number = block.size();
      room(number);
      starts[number] = row;
      at = row;
      if (!plain()) {
        at = oddEnd(row);
        if (at < 0) {
          complete = false;
          break;
        }
        block.skip();
      } else {
        ids[2 * number] = idFrom;
        ids[2 * number + 1] = idTo;
        personSpans[2 * number] = personFrom;
        personSpans[2 * number + 1] = personTo;
        diseaseSpans[2 * number] = diseaseFrom;
        diseaseSpans[2 * number + 1] = diseaseTo;
      }
      row = at;
    }
    int size = block.size();
    room(size);
    starts[size] = row;
    findPeople(size);
    return new PlainRows(
        piece,
        Arrays.copyOf(starts, size + 1),
        block.build(),
        Arrays.copyOf(ids, 2 * size),
        complete);
  }

  /** Finds the patients of all rows at once; who is not found is for the other lane. */
  private void findPeople(int size) {
    for (int row = 0; row < size; row++) {
      if (!block.has(row)) {
        personSpans[2 * row] = 0;
        personSpans[2 * row + 1] = 0;
      }
    }
    looked ^= people.indexesOf(bytes, personSpans, size, persons);
    for (int row = 0; row < size; row++) {
      if (block.has(row)) {
        int person = persons[row];
        block.person(row, person < 0 ? ClaimBlock.ABSENT : person);
        if (person >= 0 && !block.isReversal(row) && isApproved(row, person)) {
          block.flag(row, ClaimBlock.DISEASE_APPROVED);
        }
      }
    }
  }

  private boolean isApproved(int row, int person) {
    int from = diseaseSpans[2 * row];
    int length = diseaseSpans[2 * row + 1] - from;
    String disease = length == 0 ? "" : new String(bytes, from, length, StandardCharsets.UTF_8);
    return roster.isApproved(person, block.moment(row), disease);
  }

  private void room(int row) {
    if (row + 1 >= persons.length) {
      int room = 2 * persons.length;
      ids = Arrays.copyOf(ids, 2 * room);
      personSpans = Arrays.copyOf(personSpans, 2 * room);
      diseaseSpans = Arrays.copyOf(diseaseSpans, 2 * room);
      persons = Arrays.copyOf(persons, room);
      starts = Arrays.copyOf(starts, room + 1);
    }
  }

  /** The place after a row that is not plain; -1 when the other lane must read on from there. */
  private int oddEnd(int row) {
    boolean blank = true;
    for (int i = row; i - row <= LONGEST_ROW; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        return blank ? -1 : i + 1;
      }
      if (b == '"' || b == 0 || (b == '\r' && bytes[i + 1] != '\n')) {
        return -1;
      }
      blank &= b == ' ' || b == '\t' || b == '\r' || b == delimiter;
    }
    return -1;
  }

  /** Whether the row at this place is plain; it is added, and the place is that after it then. */
  private boolean plain() {
    int row = at;
    forget();
    int last = columns.length - 1;
    for (int cell = 0; cell <= last; cell++) {
      ClaimColumn column = columns[cell];
      if (column == null) {
        skipCell();
      } else {
        cell(column);
      }
      if (cell < last && bytes[at++] != delimiter) {
        return false;
      }
    }
    if (bytes[at] == '\r') {
      at++;
    }
    lineAfter = at + 1;
    if (bytes[at++] != '\n' || idTo < 0 || reversesTo < 0 || moment == ODD) {
      return false;
    }
    if (at - row > LONGEST_ROW) {
      return false;
    }
    return reversesTo > reversesFrom ? addReversal() : !odd && addOrdinary();
  }

  private void forget() {
    odd = false;
    idTo = idFrom;
    reversesTo = reversesFrom;
    credentialTo = credentialFrom;
    diseaseTo = diseaseFrom;
    type = Vocabulary.NONE;
    level = Vocabulary.NONE;
    prescriberLevel = Vocabulary.NONE;
    disease = Vocabulary.NONE;
    careRegion = 0;
    flags = 0;
    overLimitFen = 0;
    firstSelfPayFen = 0;
    eligibleFen = Fen.NONE;
    selfFundedFen = Fen.NONE;
  }

  /** What is wrong in a cell that a reversal does not need makes only ordinary rows odd. */
  private void cell(ClaimColumn column) {
    int from = at;
    switch (column) {
      case CLAIM_ID -> {
        idFrom = from;
        idTo = isBlank() ? NOT_PLAIN : id();
      }
      case PERSON_ID -> {
        personFrom = from;
        skipCell();
        personTo = at;
      }
      case SERVICE_TIME -> moment = moment();
      case TYPE -> type = word(types, Vocabulary.NONE);
      case FACILITY_LEVEL -> level = word(levels, Vocabulary.NONE);
      case FACILITY_ID, VISIT_ID -> odd |= !isBlank() && id() < 0;
      case DISEASE -> {
        diseaseFrom = from;
        disease = word(diseases, Vocabulary.NONE);
        diseaseTo = at;
      }
      case PRESCRIBER_LEVEL -> prescriberLevel = word(levels, Vocabulary.NONE);
      case SELECTED -> flag(ClaimBlock.SELECTED, 1);
      case TOTAL -> {
        totalFrom = from;
        totalFen = amount(ODD);
        totalTo = at;
      }
      case ELIGIBLE -> eligibleFen = amount(Fen.NONE);
      case SELF_FUNDED -> selfFundedFen = amount(Fen.NONE);
      case OVER_LIMIT -> overLimitFen = amount(0);
      case FIRST_SELF_PAY -> firstSelfPayFen = amount(0);
      case CARE_REGION -> region();
      case FILED -> flag(ClaimBlock.FILED, 1);
      case DESIGNATED -> flag(ClaimBlock.NOT_DESIGNATED, 0);
      case CREDENTIAL_ID -> {
        credentialFrom = from;
        skipCell();
        credentialTo = at;
      }
      case USE_ACCOUNT -> flag(ClaimBlock.NO_ACCOUNT, 0);
      case REVERSES -> {
        reversesFrom = from;
        reversesTo = isBlank() ? from : id();
      }
      case REFUND_FLAG -> {
        boolean refund = word(yes, 0) != 0;
        odd |= refund;
      }
    }
  }

  private boolean addReversal() {
    long fen = 0;
    if (totalTo > totalFrom) {
      at = bytes[totalFrom] == '-' ? totalFrom + 1 : totalFrom;
      fen = amount(ODD);
      boolean whole = at == totalTo && fen != ODD;
      at = lineAfter;
      if (!whole) {
        return false;
      }
    }
    return block.reversal(SOMEBODY, moment, fen);
  }

  private boolean addOrdinary() {
    if (type < 0 || level < 0 || totalFen <= 0) {
      return false;
    }
    long rest =
        ClaimBill.restFen(totalFen, eligibleFen, firstSelfPayFen, overLimitFen, selfFundedFen);
    if (rest < 0) {
      return false;
    }
    if (eligibleFen == Fen.NONE) {
      eligibleFen = rest;
      selfFundedFen = Math.max(0, selfFundedFen);
    } else if (selfFundedFen == Fen.NONE) {
      selfFundedFen = rest;
    }
    if (credentialTo > credentialFrom && !isOwnCredential()) {
      flags |= ClaimBlock.OTHER_CREDENTIAL;
      at = credentialFrom;
      boolean valid = people.indexOf(bytes, credentialFrom, credentialTo) >= 0;
      at = lineAfter;
      if (!valid) {
        return false;
      }
    }
    if (!block.ordinary(
        SOMEBODY,
        moment,
        type,
        level,
        flags,
        eligibleFen,
        firstSelfPayFen,
        overLimitFen,
        selfFundedFen)) {
      return false;
    }
    block.disease(disease);
    block.prescriberLevel(prescriberLevel);
    block.careRegion(careRegion);
    return true;
  }

  private boolean isOwnCredential() {
    return Arrays.equals(bytes, personFrom, personTo, bytes, credentialFrom, credentialTo);
  }

  private boolean isBlank() {
    byte b = bytes[at];
    return b == delimiter || b == '\n' || b == '\r';
  }

  /** Goes to the end of the cell, which holds no control character and no quote. */
  private void skipCell() {
    byte[] b = bytes;
    int i = at;
    while (b[i] != delimiter && (b[i] > '"' || b[i] < 0 || b[i] == ' ' || b[i] == '!')) {
      i++;
    }
    at = i;
  }

  /** Goes to the end of an id that no rule can object to; {@link #NOT_PLAIN} for others. */
  private int id() {
    byte[] b = bytes;
    int from = at;
    int i = from;
    int seen = 0;
    for (int kind = ID_CHARACTERS[b[i] & 0xFF]; kind != OTHER; ) {
      seen |= kind;
      kind = ID_CHARACTERS[b[++i] & 0xFF];
    }
    at = i;
    boolean numberLike = (seen & LETTER) == 0 && (seen & E) != 0;
    if (isBlank() && b[from] != '-' && !numberLike && i - from <= IdText.LONGEST) {
      return i;
    }
    skipCell();
    return NOT_PLAIN;
  }

  /** The meaning of a word; one that is not known, or stands between blanks, is odd. */
  private int word(PlainWords words, int blank) {
    int from = at;
    skipCell();
    if (at == from) {
      return blank;
    }
    if (isEdge(bytes[from]) || isEdge(bytes[at - 1])) {
      odd = true;
      return blank;
    }
    int meaning = words.find(bytes, from, at);
    odd |= meaning == PlainWords.REFUSED;
    return meaning;
  }

  private static boolean isEdge(byte b) {
    return b == ' ' || b == '\t';
  }

  private void flag(int flag, int on) {
    if (word(yes, 1 - on) == on) {
      flags |= flag;
    }
  }

  /** Six digits that do not begin with 0. */
  private void region() {
    int from = at;
    int value = 0;
    while (isDigit(bytes[at]) && at < from + 6) {
      value = value * 10 + bytes[at++] - '0';
    }
    careRegion = value;
    if (!isBlank() || (at > from && value < 100_000)) {
      odd = true;
      skipCell();
    }
  }

  /** See {@link cohealth.money.AmountText}; odd when it is not an amount. */
  private long amount(long blank) {
    byte[] b = bytes;
    int from = at;
    int i = from;
    long value = 0;
    while (isDigit(b[i])) {
      value = value * 10 + (b[i++] - '0');
    }
    int digits = i - from;
    int decimals = 0;
    if (b[i] == '.') {
      i++;
      while (isDigit(b[i]) && decimals < 2) {
        value = value * 10 + (b[i++] - '0');
        decimals++;
      }
    }
    at = i;
    boolean bare = decimals == 0 && i > from && b[i - 1] == '.';
    if (isBlank() && digits > 0 && digits <= AmountText.MOST_YUAN_DIGITS && !bare) {
      return decimals == 0 ? value * 100 : decimals == 1 ? value * 10 : value;
    }
    if (i == from && isBlank() && blank != ODD) {
      return blank;
    }
    odd = true;
    skipCell();
    return ODD;
  }

  /** See {@link DayText}; other ways to write it than the usual ones are read there. */
  private long moment() {
    byte[] b = bytes;
    int from = at;
    skipCell();
    int length = at - from;
    if (length >= 10 && b[from + 4] == '-' && b[from + 7] == '-' && length != 11) {
      int day = day(two(from) * 100 + two(from + 2), two(from + 5), two(from + 8));
      if (length == 10 && day != DayText.INVALID_DAY) {
        return Moment.startOf(day);
      }
      if (length == 19
          && (b[from + 10] == 'T' || b[from + 10] == ' ')
          && b[from + 13] == ':'
          && b[from + 16] == ':'
          && day != DayText.INVALID_DAY) {
        int hour = two(from + 11);
        int minute = two(from + 14);
        int second = two(from + 17);
        if ((hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60) {
          return Moment.of(day, (hour * 60 + minute) * 60 + second);
        }
      }
    }
    return DayText.moment(new String(b, from, length, StandardCharsets.UTF_8));
  }

  /** The day of a date, remembered; files have few different ones. */
  private int day(int year, int month, int dayOfMonth) {
    if ((year | month | dayOfMonth) < 0) {
      return DayText.INVALID_DAY;
    }
    int date = (year * 100 + month) * 100 + dayOfMonth;
    int slot = (month * 32 + dayOfMonth) & DAYS - 1;
    if (dates[slot] != date) {
      days[slot] =
          DayText.day(String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, dayOfMonth));
      dates[slot] = date;
    }
    return days[slot];
  }

  /** Two digits; negative when they are none. */
  private int two(int from) {
    byte tens = bytes[from];
    byte ones = bytes[from + 1];
    return isDigit(tens) && isDigit(ones) ? tens * 10 + ones - '0' * 11 : -10_000;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static int yesOrNo(String text) {
    Boolean yes = FieldText.YES_OR_NO.find(text);
    return yes == null ? PlainWords.REFUSED : yes ? 1 : 0;
  }

  private static int number(@Nullable Integer number) {
    return number == null ? PlainWords.REFUSED : number;
  }

  private static byte[] idCharacters() {
    byte[] kinds = new byte[256];
    for (int c = 'A'; c <= 'Z'; c++) {
      kinds[c] = LETTER;
      kinds[c + 'a' - 'A'] = LETTER;
    }
    for (int c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT;
    }
    kinds['E'] = E;
    kinds['e'] = E;
    kinds['_'] = LETTER;
    kinds['-'] = DASH;
    return kinds;
  }
}
