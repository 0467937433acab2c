package cohealth.io;

import cohealth.report.SettledField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A column of a file with what a real system settled.
 *
 * @param ordinal its number in the table
 * @param names ours, and that of the national interface, as far as they may be used
 */
record ActualColumn(int ordinal, SettledField settled, List<String> names) implements Column {
  /** The columns of files that may use these names. */
  static List<ActualColumn> named(Collection<String> allowed) {
    List<ActualColumn> columns = new ArrayList<>();
    for (SettledField field : SettledField.values()) {
      List<String> names = field.names().stream().filter(allowed::contains).toList();
      if (!names.isEmpty()) {
        columns.add(new ActualColumn(columns.size(), field, names));
      }
    }
    return List.copyOf(columns);
  }

  @Override
  public String field() {
    return names.get(0);
  }

  @Override
  public List<String> aliases() {
    return names.subList(1, names.size());
  }

  @Override
  public boolean required() {
    return settled == SettledField.CLAIM_ID;
  }

  @Override
  public Kind kind() {
    return switch (settled.form()) {
      case CLAIM -> Kind.ID;
      case PERSON -> Kind.PERSON_ID;
      default -> Kind.PLAIN;
    };
  }
}
