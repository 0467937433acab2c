package cohealth.spark;

import cohealth.io.DamagedState;
import cohealth.io.StateLine;
import cohealth.io.StateLines;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the lines of a state and whom they name, as {@link PieceReader} does those of tables. A
 * line travels as it stands.
 */
final class StateRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SerializableConfiguration> configuration;
  private final boolean bindingsCount;

  /**
   * A reader of the files of a state.
   *
   * @param bindingsCount the job has no other bindings than those of the state
   */
  StateRows(Broadcast<SerializableConfiguration> configuration, boolean bindingsCount) {
    this.configuration = configuration;
    this.bindingsCount = bindingsCount;
  }

  /** What becomes of one line. */
  private interface Taker extends Serializable {
    void take(StateLines line, Deque<Row> found) throws DamagedState;
  }

  /** The lines with the families where they are known, in the form of {@link PieceReader#rows}. */
  Iterator<Row> rows(InputFile file, FamilyLookup families) throws IOException {
    return each(
        file,
        (lines, found) ->
            found.add(
                RowFactory.create(
                    families.of(home(lines.read())),
                    Table.STATE.ordinal(),
                    0,
                    file.number(),
                    lines.number(),
                    lines.line())));
  }

  /**
   * Who is named together: one, other. Whoever paid for a claim must be there when it is taken
   * back, though no binding may connect them any more.
   */
  Iterator<Row> links(InputFile file) throws IOException {
    return each(
        file,
        (lines, found) -> {
          StateLine line = lines.mayNamePayers() ? lines.readWhole() : lines.read();
          long home = home(line);
          for (String other : others(line)) {
            long number = RowKeys.person(other);
            if (number != home) {
              found.add(RowFactory.create(home, number));
            }
          }
        });
  }

  /** Whose lines have the ids of claims and activities: id, person. */
  Iterator<Row> named(InputFile file) throws IOException {
    return each(
        file,
        (lines, found) -> {
          StateLine line = lines.read();
          if (line instanceof StateLine.OfClaim claim) {
            found.add(RowFactory.create(RowKeys.claim(claim.id()), home(line)));
          } else if (line instanceof StateLine.OfActivity) {
            found.add(RowFactory.create(home(line), home(line)));
          }
        });
  }

  /**
   * Whose line it is. That of an activity names nobody; it stands for somebody of its own, so that
   * it comes to a new activity with its id.
   */
  private static long home(StateLine line) {
    if (line instanceof StateLine.OfPerson person) {
      return RowKeys.person(person.person().id());
    } else if (line instanceof StateLine.OfBinding binding) {
      return RowKeys.person(binding.payer());
    } else if (line instanceof StateLine.OfUse use) {
      return RowKeys.person(use.key().payer());
    } else if (line instanceof StateLine.OfActivity activity) {
      return RowKeys.activity(activity.id());
    } else if (line instanceof StateLine.OfClaim claim) {
      return RowKeys.person(claim.person());
    }
    throw new IllegalStateException("a second head");
  }

  private Set<String> others(StateLine line) {
    Set<String> others = new LinkedHashSet<>();
    if (line instanceof StateLine.OfBinding binding && bindingsCount) {
      others.add(binding.beneficiary());
    } else if (line instanceof StateLine.OfUse use) {
      others.add(use.key().beneficiary());
    } else if (line instanceof StateLine.OfClaim claim && claim.detail() != null) {
      for (StateLine.Paid paid : claim.detail().paid()) {
        if (paid.holder() != null) {
          others.add(paid.holder());
        }
      }
    }
    return others;
  }

  private Iterator<Row> each(InputFile file, Taker taker) throws IOException {
    return new Lines(
        new StateLines(FileRows.bytes(file, configuration.value().value()), file.name()), taker);
  }

  /** What becomes of the lines of a file, one after the other. */
  private static final class Lines implements Iterator<Row> {
    private final StateLines lines;
    private final Taker taker;
    private final Deque<Row> found = new ArrayDeque<>();
    private boolean ended;

    Lines(StateLines lines, Taker taker) {
      this.lines = lines;
      this.taker = taker;
    }

    @Override
    public boolean hasNext() {
      try {
        while (found.isEmpty() && !ended) {
          if (lines.next()) {
            taker.take(lines, found);
          } else {
            ended = true;
            lines.close();
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return !found.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.remove();
    }
  }
}
