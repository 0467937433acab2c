package cohealth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Vocabulary;
import cohealth.person.Insurance;
import cohealth.policy.PolicyDocument.Text;
import cohealth.time.YearStart;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which document a region code finds, and which codes are one region (rules: section 1). */
class PolicyBookTest {
  private static PolicyBook bookOf(int... regions) {
    List<PolicyDocument> documents =
        Arrays.stream(regions).mapToObj(PolicyBookTest::document).toList();
    return new PolicyBook(documents, new Vocabulary());
  }

  private static PolicyDocument document(int region) {
    return new PolicyDocument(
        "document-" + region,
        region,
        Insurance.EMPLOYEE,
        new Text("", ""),
        YearStart.JANUARY,
        YearStart.JANUARY,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"510402,510400", "510400,510400", "510411,510411", "510100,510000", "519999,510000"})
  void longestMatchWins(int code, int found) {
    PolicyBook book = bookOf(510000, 510400, 510411);

    assertThat(book.find(code, Insurance.EMPLOYEE))
        .extracting(policy -> policy.document().region())
        .isEqualTo(found);
  }

  @Test
  void anotherProvinceOrInsuranceFindsNothing() {
    PolicyBook book = bookOf(510000);

    assertThat(book.find(520100, Insurance.EMPLOYEE)).isNull();
    assertThat(book.find(510100, Insurance.RESIDENT)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "510402,510411,true", // the same four digits
    "510402,510502,false",
    "110101,110228,true", // municipalities: two digits
    "120101,120225,true",
    "310101,310230,true",
    "500101,500242,true",
    "110101,120101,false",
    "659004,659004,true", // third and fourth digits 90: all six
    "659004,659001,false",
    "429004,429005,false"
  })
  void withoutDocumentsDigitsDecide(int one, int other, boolean same) {
    assertThat(bookOf().isSameRegion(one, other, Insurance.EMPLOYEE)).isEqualTo(same);
  }

  @Test
  void withDocumentsTheDocumentDecides() {
    PolicyBook book = bookOf(510000, 510411);

    assertThat(book.isSameRegion(510402, 510502, Insurance.EMPLOYEE)).isTrue();
    assertThat(book.isSameRegion(510402, 510411, Insurance.EMPLOYEE)).isFalse();
    assertThat(book.isSameRegion(510402, 510411, Insurance.RESIDENT)).isTrue();
    assertThat(book.isSameRegion(510402, 520100, Insurance.EMPLOYEE)).isFalse();
  }
}
