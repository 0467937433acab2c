package cohealth.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written as a text stays a text. */
class HtmlTest {
  private static String text(String text) {
    return new Html().text(text).toString();
  }

  @Test
  void markupBecomesText() {
    assertThat(text("<b title=\"x\">'&'</b>"))
        .isEqualTo("&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;");
    assertThat(new Html().open("a", "href", "\" onclick=\"x").toString())
        .isEqualTo("<a href=\"&quot; onclick=&quot;x\">");
  }

  @Test
  void whatTurnsTextAroundIsShownAsWhatItIs() {
    assertThat(text("a\u202Eb\u2066c\u200Fd\u061C")).isEqualTo("a\\u202Eb\\u2066c\\u200Fd\\u061C");
  }

  @Test
  void whatHtmlCannotHoldIsReplaced() {
    assertThat(text("a\u0000b\u001Bc\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(text("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(text("\uDE00a\uD83D")).isEqualTo("\uFFFDa\uFFFD");
    assertThat(text("𠮷 😀")).isEqualTo("𠮷 😀");
  }
}
