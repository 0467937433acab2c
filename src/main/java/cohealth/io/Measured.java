package cohealth.io;

/** An output that can tell its fingerprint. */
public interface Measured {
  /** Asks for the fingerprint; before anything is written. */
  void measure(FileForm form);

  /** The fingerprint, when all was written. */
  Fingerprint fingerprint() throws OutputFailed;
}
