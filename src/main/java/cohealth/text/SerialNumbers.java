package cohealth.text;

import java.util.Arrays;

/**
 * The numbers of ids by their {@linkplain SerialIds codes}, in pages of {@value #PAGE} codes. Where
 * codes come one after the other, a page is only the number of its first id; where they do not, it
 * is a table. Codes that lie so far apart that pages would stay empty are not taken.
 */
final class SerialNumbers {
  /** No id has this number. */
  static final int NONE = -1;

  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int TOGETHER_BITS = 6; // so many tables share an array
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  /** So many pages are allowed however few ids there are, and one more for some of the ids. */
  private static final int FIRST_PAGES = 1 << 16;

  private static final int IDS_PER_PAGE = 2;
  private static final int FIRST_TABLES = 1 << 14;
  private static final int IDS_PER_TABLE = 64;

  /**
   * Two for each page: its code and 1, 0 = free; and what it is: the number of its first id, the
   * place of that in the page, and how many there are; or, below zero, which table.
   */
  private long[] pages = new long[2 * 16];

  private int pageCount;
  private int[][] tables = new int[4][];
  private int tableCount;

  /** The number of the id with the code, or {@link #NONE}. */
  int find(long code) {
    int slot = slot(code >>> PAGE_BITS);
    if (pages[slot] == 0) {
      return NONE;
    }
    long page = pages[slot + 1];
    int place = (int) code & PAGE - 1;
    if (page < 0) {
      return tables[table(page) >>> TOGETHER_BITS][cell(table(page), place)] - 1;
    }
    int after = place - firstPlace(page);
    return after >= 0 && after < count(page) ? firstNumber(page) + after : NONE;
  }

  /**
   * Takes the number of an id that is not here yet.
   *
   * @param number as many ids there are in all
   * @return whether it was taken
   */
  boolean put(long code, int number) {
    int slot = slot(code >>> PAGE_BITS);
    int place = (int) code & PAGE - 1;
    if (pages[slot] == 0) {
      if (pageCount - FIRST_PAGES > number / IDS_PER_PAGE) {
        return false;
      }
      pages[slot] = (code >>> PAGE_BITS) + 1;
      pages[slot + 1] = page(number, place, 1);
      if (++pageCount > pages.length / 4) {
        grow();
      }
      return true;
    }
    long page = pages[slot + 1];
    if (page >= 0) {
      int count = count(page);
      if (place == firstPlace(page) + count && number == firstNumber(page) + count) {
        pages[slot + 1] = page + 1;
        return true;
      }
      if (tableCount - FIRST_TABLES > number / IDS_PER_TABLE) {
        return false;
      }
      page = newTable(page);
      pages[slot + 1] = page;
    }
    tables[table(page) >>> TOGETHER_BITS][cell(table(page), place)] = number + 1;
    return true;
  }

  private long newTable(long page) {
    int table = tableCount++;
    int together = table >>> TOGETHER_BITS;
    if (together == tables.length) {
      tables = Arrays.copyOf(tables, 2 * together);
    }
    int room = (table & (1 << TOGETHER_BITS) - 1) + 1;
    if (tables[together] == null) {
      tables[together] = new int[PAGE];
    } else if (tables[together].length < room * PAGE) {
      tables[together] = Arrays.copyOf(tables[together], 2 * tables[together].length);
    }
    for (int i = 0; i < count(page); i++) {
      tables[together][cell(table, firstPlace(page) + i)] = firstNumber(page) + i + 1;
    }
    return ~table;
  }

  private static int cell(int table, int place) {
    return (table & (1 << TOGETHER_BITS) - 1) << PAGE_BITS | place;
  }

  private static int table(long page) {
    return (int) ~page;
  }

  private static long page(int firstNumber, int firstPlace, int count) {
    return (long) firstNumber << 32 | firstPlace << 16 | count;
  }

  private static int firstNumber(long page) {
    return (int) (page >>> 32);
  }

  private static int firstPlace(long page) {
    return (int) page >>> 16;
  }

  private static int count(long page) {
    return (int) page & 0xFFFF;
  }

  /** Where the page is, or would be. */
  private int slot(long pageCode) {
    int mask = pages.length / 2 - 1;
    long mixed = pageCode * MIX;
    int slot = (int) (mixed >>> 32) & mask;
    while (pages[2 * slot] != 0 && pages[2 * slot] != pageCode + 1) {
      slot = slot + 1 & mask;
    }
    return 2 * slot;
  }

  private void grow() {
    long[] before = pages;
    pages = new long[2 * before.length];
    for (int i = 0; i < before.length; i += 2) {
      if (before[i] != 0) {
        int slot = slot(before[i] - 1);
        pages[slot] = before[i];
        pages[slot + 1] = before[i + 1];
      }
    }
  }
}
