package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small policies, households and claims for cases that are checked by hand. */
final class HandCase {
  private static final String PEOPLE =
      "household_id,person_id,relation,insurance,region,category,birth_date,"
          + "prior_balance,current_balance,share_order,share_limit,confirmed\n";
  private static final String CLAIMS =
      "claim_id,person_id,service_time,type,facility_level,visit_id,total,eligible,self_funded,"
          + "first_self_pay,care_region,reverses\n";

  private HandCase() {}

  /** An employee policy for 510100; single quotes stand for double ones. */
  static String policy(String benefit, String more) {
    String text =
        """
        {'format': 1, 'id': 'p', 'region': '510100', 'insurance': 'employee',
         'title': {'zh': 'p', 'en': 'p'}, 'sources': [],
         'versions': [{
           'from': '2023-01-01',
           'groups': [
             {'name': 'retired', 'when': {'category': 'retired'}}, {'name': 'others'}],
           'bands': {
             'high': {'levels': ['tertiary']}, 'middle': {'levels': ['secondary']},
             'low': {'levels': ['primary']}},
           'benefits': [{'name': 'general', %s}]%s}]}
        """
            .formatted(benefit, more);
    return text.replace('\'', '"');
  }

  static String policy(String benefit) {
    return policy(benefit, "");
  }

  static String deductibleAndRate(String deductible, String rate) {
    return "'deductible': {'period': 'year', 'amounts': [{'amount': '"
        + deductible
        + "'}]}, 'rates': [{'rate': '"
        + rate
        + "'}]";
  }

  static List<Table.Row> settle(
      String policy, String people, String claims, @Nullable String bindings) {
    List<String> rows =
        NaiveModel.settle(PEOPLE + people, CLAIMS + claims, bindings, List.of(policy));
    return Table.read(String.join("\n", rows));
  }

  static List<Table.Row> settle(String policy, String people, String claims) {
    return settle(policy, people, claims, null);
  }

  /** One person in work with a current-year purse, no helpers. */
  static String alone(String current) {
    return "H,A,self,employee,510100,active,1980-01-01,0," + current + ",,,\n";
  }

  static void expect(Table.Row row, String columns, String... values) {
    List<String> found = List.of(columns.split(" ", -1)).stream().map(row::get).toList();
    assertThat(found).containsExactly(values);
  }
}
