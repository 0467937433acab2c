package cohealth.io;

import static cohealth.io.BindingColumn.BENEFICIARY_ID;
import static cohealth.io.BindingColumn.CONFIRMED_ON;
import static cohealth.io.BindingColumn.KIND;
import static cohealth.io.BindingColumn.LIMIT;
import static cohealth.io.BindingColumn.LIMIT_PERIOD;
import static cohealth.io.BindingColumn.ORDER;
import static cohealth.io.BindingColumn.PAYER_ID;
import static cohealth.io.BindingColumn.RELATION;
import static cohealth.io.BindingColumn.VALID_FROM;
import static cohealth.io.BindingColumn.VALID_TO;

import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads bindings.csv: one row for each pair, period and kind (docs/files.md). */
public final class BindingFile {
  private final CsvTable table;
  private final FieldText fields;
  private final RowProblems problems = new RowProblems();
  private final Shown shown;
  private final People people;
  private final List<Binding> bindings = new ArrayList<>();
  private final Map<Pair, NavigableMap<Integer, Period>> periods = new HashMap<>();

  private BindingFile(CsvTable table, ReadOptions options, People people) {
    this.table = table;
    this.shown = options.shown();
    this.people = people;
    this.fields = new FieldText(table, problems);
  }

  private record Pair(int payer, int beneficiary, boolean credentialOnly) {}

  private record Period(int to, int line) {}

  /**
   * Reads all bindings between these people. Every problem is added; when there is any, the
   * bindings are incomplete.
   *
   * @return null when the file could not be read to its end
   */
  public static @Nullable Bindings read(
      InputText text, ReadOptions options, People people, Problems problems) throws UnreadableFile {
    try (CsvTable table = CsvTable.open(text, List.of(BindingColumn.values()), options, problems)) {
      if (table == null) {
        return null;
      }
      BindingFile file = new BindingFile(table, options, people);
      while (table.next()) {
        file.row();
        file.problems.moveTo(problems);
      }
      return table.isBroken() ? null : new Bindings(file.bindings, people.size());
    }
  }

  private void row() {
    Problem shape = table.shapeProblem();
    if (shape != null) {
      problems.accept(shape);
      return;
    }
    int payer = person(PAYER_ID);
    int beneficiary = person(BENEFICIARY_ID);
    Relation relation = fields.word(RELATION, PersonWords.RELATIONS_OF_TWO);
    int order = fields.whole(ORDER, 1, Integer.MAX_VALUE - 1, Binding.NO_ORDER);
    long limit = fields.amount(LIMIT, Fen.NONE);
    Boolean perClaim = fields.word(LIMIT_PERIOD, PersonWords.LIMIT_PERIODS);
    boolean confirmed = !table.value(CONFIRMED_ON).isEmpty();
    int confirmedOn = fields.day(CONFIRMED_ON, Day.OPEN_START);
    int from = fields.day(VALID_FROM, Day.OPEN_START);
    int to = fields.day(VALID_TO, Day.OPEN_END);
    boolean credentialOnly =
        Objects.requireNonNullElse(fields.word(KIND, PersonWords.BINDING_KINDS), false);
    if (from == FieldText.FAULTY_DAY || to == FieldText.FAULTY_DAY) {
      return;
    }
    if (from > to) {
      fields.refuse(
          VALID_TO, ProblemCode.PERIOD_REVERSED, Day.text(to), VALID_FROM.field(), Day.text(from));
      return;
    }
    if (payer < 0 || beneficiary < 0) {
      return;
    }
    if (payer == beneficiary) {
      fields.refuse(BENEFICIARY_ID, ProblemCode.SELF_BINDING, shown.id(people.get(payer).id()));
      return;
    }
    if (overlaps(new Pair(payer, beneficiary, credentialOnly), from, to)) {
      return;
    }
    bindings.add(
        new Binding(
            bindings.size(),
            payer,
            beneficiary,
            relation,
            order,
            limit,
            Objects.requireNonNullElse(perClaim, false),
            confirmed,
            confirmedOn,
            from,
            to,
            credentialOnly));
  }

  private int person(Column column) {
    String id = fields.id(column);
    if (id == null) {
      return -1;
    }
    int person = people.indexOf(id);
    if (person < 0) {
      fields.refuse(column, ProblemCode.UNKNOWN_PERSON, shown.id(id));
    }
    return person;
  }

  private boolean overlaps(Pair pair, int from, int to) {
    NavigableMap<Integer, Period> earlier = periods.computeIfAbsent(pair, p -> new TreeMap<>());
    // the periods kept do not overlap, so that only the last one that begins in time can be in the
    // way
    Map.Entry<Integer, Period> last = earlier.floorEntry(to);
    if (last != null && from <= last.getValue().to) {
      fields.refuse(
          table.has(VALID_FROM) ? VALID_FROM : PAYER_ID,
          ProblemCode.OVERLAPPING_BINDINGS,
          shown.id(people.get(pair.payer).id()),
          shown.id(people.get(pair.beneficiary).id()),
          Integer.toString(last.getValue().line));
      return true;
    }
    earlier.put(from, new Period(to, table.line()));
    return false;
  }
}
