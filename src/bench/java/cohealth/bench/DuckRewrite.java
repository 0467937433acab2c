package cohealth.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets DuckDB read a claims file with typed columns and write the same columns again: nothing is
 * settled. Arguments: the file, the new file, the number of threads.
 */
final class DuckRewrite {
  private static final String COLUMNS =
      "{'claim_id':'VARCHAR','person_id':'VARCHAR','service_time':'TIMESTAMP','type':'VARCHAR',"
          + "'facility_level':'VARCHAR','disease':'VARCHAR','total':'DECIMAL(16,2)',"
          + "'eligible':'DECIMAL(16,2)','self_funded':'DECIMAL(16,2)',"
          + "'first_self_pay':'DECIMAL(16,2)','care_region':'VARCHAR','filed':'BOOLEAN',"
          + "'reverses':'VARCHAR'}";

  private DuckRewrite() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(args[2]));
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', header = true, columns = %s)) TO '%s' (HEADER)"
              .formatted(quoted(args[0]), COLUMNS, quoted(args[1])));
    }
  }

  private static String quoted(String path) {
    return path.replace("'", "''");
  }
}
