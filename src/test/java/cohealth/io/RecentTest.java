package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
  @Test
  void equalValuesAreOneAndOthersAreKeptAsTheyAre() {
    Recent<String> recent = new Recent<>();
    String first = recent.same("name".repeat(2));
    assertThat(recent.same("name".repeat(2))).isSameAs(first);
    for (int i = 0; i < 50_000; i++) {
      String value = "v" + i;
      assertThat(recent.same(value)).isSameAs(value);
    }
    assertThat(recent.same("name".repeat(2))).isEqualTo(first);
  }
}
