package cohealth.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest tells it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"cohealth " + number()};
  }

  /** The number alone. */
  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
