package cohealth.bench;

import java.util.Locale;

/**
 * What is measured.
 *
 * @param rows claims of the largest world
 * @param persons people of the largest world
 * @param runs how often each command is run
 */
record Options(
    long rows,
    long persons,
    int runs,
    boolean markdown,
    boolean duck,
    boolean python,
    boolean engine) {
  static final String HELP =
      """
      scripts/bench [OPTIONS]: generates people and claims, measures the program beside others, and
      prints tables of medians with ratios within the run. Everything is kept under target/bench.

        --small        1,000,000 claims of 100,000 people instead of 10,000,000 of 1,000,000
        --rows N       claims of the largest world (a multiple of 1000)
        --persons N    people of the largest world; without it a tenth of the claims
        --runs N       how often each command is run (5; with --small 3)
        --markdown     tables as Markdown
        --skip WHAT    leave out duckdb, python or engine; may be given several times
        --clean        remove target/bench and end
        --help         this text
      """;

  static Options of(String[] args) {
    long rows = 10_000_000;
    long persons = 0;
    int runs = 0;
    boolean small = false;
    boolean markdown = false;
    boolean duck = true;
    boolean python = true;
    boolean engine = true;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--small" -> small = true;
        case "--markdown" -> markdown = true;
        case "--rows" -> rows = number(args, ++i);
        case "--persons" -> persons = number(args, ++i);
        case "--runs" -> runs = (int) number(args, ++i);
        case "--skip" -> {
          String what = ++i < args.length ? args[i] : "";
          duck &= !what.equals("duckdb");
          python &= !what.equals("python");
          engine &= !what.equals("engine");
          if (duck && python && engine) {
            throw new IllegalArgumentException("--skip: duckdb, python or engine");
          }
        }
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
    if (small) {
      rows = 1_000_000;
    }
    if (rows < 1000 || rows % 1000 != 0) {
      throw new IllegalArgumentException("--rows: a multiple of 1000");
    }
    return new Options(
        rows,
        persons == 0 ? Math.max(1, rows / 10) : persons,
        runs == 0 ? (small ? 3 : 5) : runs,
        markdown,
        duck,
        python,
        engine);
  }

  private static long number(String[] args, int place) {
    try {
      long number = Long.parseLong(args[place]);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // told below
    }
    throw new IllegalArgumentException(args[place - 1] + " needs a number above 0");
  }

  /** A number of claims as people say it. */
  static String size(long rows) {
    if (rows % 1_000_000 == 0) {
      return rows / 1_000_000 + " M";
    }
    return rows % 1000 == 0 ? rows / 1000 + " k" : String.format(Locale.ROOT, "%,d", rows);
  }
}
