package cohealth.cli;

/** Options that parse but do not fit; told like a wrong command line. */
final class WrongUsage extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;

  WrongUsage(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
