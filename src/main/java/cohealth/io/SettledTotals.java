package cohealth.io;

import cohealth.money.AmountText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the results of a settlement as this program writes them, for a manifest to be checked. It
 * is no reader of tables: what is not exactly of that form has no totals.
 */
public final class SettledTotals {
  private static final List<String> AMOUNTS =
      List.of(
          "total",
          "pool",
          "supplement",
          "own_prior",
          "own_current",
          "own_wallet",
          "family",
          "cash");
  private static final List<String> STATUSES = List.of("settled", "rejected", "reversed_out");
  private static final String STATUS = "status";

  private final long[] counts = new long[STATUSES.size()];
  private final long[] sums = new long[AMOUNTS.size()];
  private boolean odd;

  private SettledTotals() {}

  /**
   * Reads results.
   *
   * @return null when they have not all the columns, are a table for people, or are damaged
   */
  public static @Nullable ResultTotals of(WatchedFile results, FileForm form)
      throws UnreadableFile {
    SettledTotals totals = new SettledTotals();
    try (InputStream in = results.text()) {
      boolean read =
          switch (form) {
            case CSV -> totals.readCsv(in);
            case JSON, NDJSON -> totals.readJson(in);
            default -> false;
          };
      return read && !totals.odd ? totals.found() : null;
    } catch (GzipFault | com.fasterxml.jackson.core.JacksonException e) {
      return null;
    } catch (IOException e) {
      throw UnreadableFile.of(results.name(), e);
    }
  }

  private boolean readCsv(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String header = lines.readLine();
    if (header == null) {
      return false;
    }
    List<String> names = Arrays.asList(header.replace("\uFEFF", "").split(",", -1));
    int status = names.indexOf(STATUS);
    int[] places = AMOUNTS.stream().mapToInt(names::indexOf).toArray();
    if (status < 0 || Arrays.stream(places).anyMatch(place -> place < 0)) {
      return false;
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split(",", -1);
      if (cells.length != names.size()) {
        return false;
      }
      count(cells[status]);
      for (int i = 0; i < places.length; i++) {
        add(i, cells[places[i]]);
      }
    }
    return true;
  }

  private boolean readJson(InputStream in) throws IOException {
    long amounts = 0;
    try (JsonParser json = new JsonFactory().createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          int amount = AMOUNTS.indexOf(name);
          if (amount >= 0) {
            json.nextToken();
            add(amount, json.getText());
            amounts++;
          } else if (name.equals(STATUS)) {
            json.nextToken();
            count(json.getText());
          }
        }
      }
    }
    return amounts == AMOUNTS.size() * Arrays.stream(counts).sum();
  }

  private void count(String status) {
    int place = STATUSES.indexOf(status);
    if (place < 0) {
      odd = true;
    } else {
      counts[place]++;
    }
  }

  private void add(int place, String amount) {
    long fen = AmountText.signedFen(amount);
    odd |= fen == AmountText.INVALID;
    sums[place] += fen;
  }

  private ResultTotals found() {
    return new ResultTotals(
        counts[0], counts[1], counts[2], sums[0], sums[1], sums[2], sums[3], sums[4], sums[5],
        sums[6], sums[7]);
  }
}
