package cohealth.page;

import java.util.List;

/**
 * A part of a page.
 *
 * @param key its name in the page's address
 * @param notes what is said before the tables, a paragraph each
 */
public record Section(String key, String title, List<String> notes, List<Grid> grids) {}
