package cohealth.run;

import cohealth.io.ActualRows;
import cohealth.io.RowIds;
import cohealth.report.ComparedCell;
import cohealth.report.ComparedRow;
import cohealth.report.DifferenceCause;
import cohealth.report.Discrepancy;
import cohealth.report.FirstDifferences;
import cohealth.report.Ids;
import cohealth.report.LikelyCause;
import cohealth.report.NationalColumn;
import cohealth.report.NationalProfile;
import cohealth.report.ReconcileSummary;
import cohealth.report.SettledColumn;
import cohealth.report.SettledField;
import cohealth.report.SettledIdentities;
import cohealth.report.SettlementColumn;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.text.RowText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compares settlements, as they come in order of time, with what a real system settled. Of a claim
 * on which both agree nothing is kept.
 */
final class Reconciliation implements RowOut {
  private final ClaimSurvey survey;
  private final Ids ids;
  private final ActualRows actual;
  private final List<SettledColumn> columns;
  private final String claimColumn;
  private final SettledIdentities identities;
  private final FirstDifferences first;
  private final ExtraClaims extra;
  private final ReconcileSummary summary = new ReconcileSummary();
  private final DiscrepancyOut out;
  private final Consumer<List<Discrepancy>> differing;

  Reconciliation(
      RunInputs inputs,
      ClaimSurvey survey,
      ActualRows actual,
      NationalProfile profile,
      DiscrepancyOut out,
      Consumer<List<Discrepancy>> differing) {
    this.survey = survey;
    this.ids = inputs.ids();
    this.actual = actual;
    this.columns = columns(inputs, actual, profile);
    this.claimColumn = actual.claimColumn();
    this.identities = new SettledIdentities(profile);
    this.first = new FirstDifferences(inputs.families());
    this.extra = ExtraClaims.of(actual, inputs, survey.earlier());
    this.out = out;
    this.differing = differing;
  }

  /** What is computed, for each column of the real system's file. */
  private static List<SettledColumn> columns(
      RunInputs inputs, ActualRows actual, NationalProfile profile) {
    Map<String, SettledColumn> byName = new HashMap<>();
    SettlementColumn.full().forEach(column -> byName.put(column.header(), column));
    NationalColumn.of(profile, inputs.vocabulary().types())
        .forEach(column -> byName.put(column.header(), column));
    return actual.columns().stream()
        .map(given -> Objects.requireNonNull(byName.get(given.name())))
        .toList();
  }

  ReconcileSummary summary() {
    return summary;
  }

  @Override
  public boolean wants(int place) {
    return true;
  }

  @Override
  public void render(RowText text, Settlement row) {
    extra.until(row.moment(), first);
    String claim = ids.claim(row.ordinal());
    int found = actual.find(claim);
    if (found == RowIds.NONE) {
      missing(text, row, claim);
      return;
    }
    String computed = line(row);
    String given = actual.line(found);
    if (computed.equals(given)) {
      summary.addAgreeing();
    } else {
      ComparedRow compared = compared(computed, given);
      tell(text, differences(row, claim, compared), compared.largestFen());
    }
  }

  @Override
  public void emit(byte[] row, int from, int length) throws IOException {
    out.emit(row, from, length);
  }

  @Override
  public void end() throws IOException {
    RowText text = new RowText();
    for (int row : extra.rows()) {
      text.clear();
      String person = extra.value(row, SettledField.PERSON_ID);
      Discrepancy difference = Discrepancy.extra(actual.claim(row), person, claimColumn);
      tell(text, List.of(difference), extra.totalFen(row));
      out.emit(text.bytes(), 0, text.size());
    }
    summary.addSettledEarlier(extra.settledEarlier());
    out.end();
  }

  private void missing(RowText text, Settlement row, String claim) {
    if (row.status() != Status.REJECTED) {
      first.addWhole(row.person(), claim);
    }
    String person = ids.person(row.person());
    tell(text, List.of(Discrepancy.missing(claim, person, claimColumn)), Math.abs(row.totalFen()));
  }

  private void tell(RowText text, List<Discrepancy> rows, long largestFen) {
    summary.add(rows, largestFen);
    differing.accept(rows);
    out.render(text, rows);
  }

  private String line(Settlement row) {
    RowText line = new RowText(128);
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append(ActualRows.SEPARATOR);
      }
      columns.get(i).append(line, row, ids);
    }
    return line.toString();
  }

  private ComparedRow compared(String computed, String given) {
    List<String> expected = ActualRows.values(computed);
    List<String> found = ActualRows.values(given);
    List<ComparedCell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ActualRows.Given column = actual.columns().get(i);
      cells.add(new ComparedCell(column.field(), column.name(), expected.get(i), found.get(i)));
    }
    return new ComparedRow(cells);
  }

  private List<Discrepancy> differences(Settlement row, String claim, ComparedRow compared) {
    String person = ids.person(row.person());
    List<SettledIdentities.Broken> broken = identities.broken(compared);
    DifferenceCause cause = LikelyCause.of(row, compared, !broken.isEmpty());
    boolean reversed = survey.reversed().get(row.ordinal());
    String follows = first.add(row, compared, cause, claim, reversed);
    List<Discrepancy> differences = new ArrayList<>();
    for (ComparedCell cell : compared.differing()) {
      differences.add(Discrepancy.of(claim, person, cell, cause, follows));
    }
    for (SettledIdentities.Broken identity : broken) {
      differences.add(Discrepancy.of(claim, person, identity));
    }
    return differences;
  }
}
