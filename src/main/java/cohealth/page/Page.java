package cohealth.page;

import java.util.List;

/**
 * A report: what {@link HtmlPage} shows and {@code --format json} holds.
 *
 * @param kind {@code batch}, {@code household} or {@code comparison}
 * @param language of the texts, as HTML names it
 * @param lead what is said before everything else, a paragraph each
 * @param contents the title of the list of sections
 * @param numbers what a drawing is called for those who cannot see it; its table follows
 */
public record Page(
    String kind,
    String language,
    String title,
    List<String> lead,
    String contents,
    String numbers,
    List<Section> sections) {

  /** The same page under another title. */
  public Page titled(String other) {
    return new Page(kind, language, other, lead, contents, numbers, sections);
  }
}
