package cohealth.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cells by several dimensions as few rows: what is the same for several words of a dimension stands
 * once, what is the same for all of them stands for all.
 *
 * @param dimensions the words of each dimension; null = none of the words that there are
 * @param all the label of a dimension that makes no difference
 * @param none the label of null
 */
record CellRows(List<List<@Nullable String>> dimensions, String all, String none) {
  /**
   * Some cells with one value.
   *
   * @param labels for each dimension
   */
  record Row<T>(List<String> labels, T value) {}

  /** The rows; {@code value} gives the value of a cell by its words. */
  <T> List<Row<T>> of(Function<List<@Nullable String>, T> value) {
    return rows(List.of(), value);
  }

  private <T> List<Row<T>> rows(
      List<@Nullable String> words, Function<List<@Nullable String>, T> value) {
    if (words.size() == dimensions.size()) {
      return List.of(new Row<>(List.of(), value.apply(words)));
    }
    List<@Nullable String> dimension = dimensions.get(words.size());
    Map<List<Row<T>>, List<String>> same = new LinkedHashMap<>();
    for (@Nullable String word : dimension) {
      List<@Nullable String> longer = new ArrayList<>(words);
      longer.add(word);
      same.computeIfAbsent(rows(longer, value), key -> new ArrayList<>())
          .add(word == null ? none : word);
    }
    List<Row<T>> rows = new ArrayList<>();
    for (Map.Entry<List<Row<T>>, List<String>> entry : same.entrySet()) {
      boolean everything = entry.getValue().size() == dimension.size();
      String label = everything ? all : String.join(", ", entry.getValue());
      for (Row<T> row : entry.getKey()) {
        List<String> labels = new ArrayList<>(List.of(label));
        labels.addAll(row.labels());
        rows.add(new Row<>(List.copyOf(labels), row.value()));
      }
    }
    return rows;
  }
}
