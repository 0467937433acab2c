package cohealth.io;

import java.util.List;

/**
 * A bindings file that was read without a problem, once more, for the places of its cells: its rows
 * are the bindings, in their order.
 */
public final class BindingRows implements AutoCloseable {
  private final InputText text;
  private final CsvTable table;
  private int row = -1;

  private BindingRows(InputText text, CsvTable table) {
    this.text = text;
    this.table = table;
  }

  /** Opens the file that was named. */
  public static BindingRows open(java.nio.file.Path path, String name, ReadOptions options)
      throws UnreadableFile {
    Problems told = new Problems();
    InputText text = InputText.open(path, name, options.charset(), told);
    CsvTable table =
        text == null ? null : CsvTable.open(text, List.of(BindingColumn.values()), options, told);
    if (text == null || table == null) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, name);
    }
    return new BindingRows(text, table);
  }

  /**
   * A problem at a cell of a binding's row.
   *
   * @param binding its number, not less than that of the call before
   */
  public Problem at(int binding, BindingColumn column, ProblemCode code, String... args)
      throws UnreadableFile {
    while (row < binding) {
      if (!table.next()) {
        throw new UnreadableFile(ProblemCode.FILE_CHANGED, text.name());
      }
      row++;
    }
    return table.problem(column, code, args);
  }

  @Override
  public void close() throws UnreadableFile {
    table.close();
  }
}
