package cohealth.io;

/**
 * What stands around rows in JSON: one document with a list of them, or one object on each line.
 *
 * @param list the list's name in the document
 * @param byLine one object on each line
 */
record JsonRows(String list, boolean byLine) {
  /** The version of all machine formats, as it stands in documents and rows. */
  static final String VERSION = "\"schema_version\":" + SettlementJson.SCHEMA_VERSION;

  String before() {
    return byLine ? "" : "{" + VERSION + ",\"" + list + "\":[\n";
  }

  String between() {
    return byLine ? "\n" : ",\n";
  }

  String after(boolean any) {
    if (byLine) {
      return any ? "\n" : "";
    }
    return any ? "\n]}\n" : "]}\n";
  }
}
