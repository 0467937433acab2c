package cohealth.cli;

import cohealth.io.FileForm;
import cohealth.io.Measured;
import cohealth.io.OutputFailed;
import cohealth.io.OutputFiles;
import cohealth.io.UnreadableFile;
import cohealth.report.RunSummary;
import cohealth.run.RunInputs;
import cohealth.run.RunManifest;
import cohealth.run.RunRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The manifest that a run may leave. Without it nothing is measured. */
final class ManifestOption {
  @Option(names = "--manifest", paramLabel = "FILE")
  @Nullable String file;

  private @Nullable RunManifest manifest;

  /** Takes this option; false when it is another one. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    if (!option.equals("--manifest")) {
      return false;
    }
    file = words.value();
    return true;
  }

  /** Before anything is read. */
  void begin(RunRequest request) throws UnreadableFile {
    if (file != null) {
      manifest = RunManifest.begin(request);
    }
  }

  /** An output of the run, before anything is written to it. */
  <T extends OutputStream & Measured> OutputStream output(
      String role, String path, FileForm form, T output) {
    return manifest == null ? output : manifest.output(role, path, form, output);
  }

  /** Opens the manifest itself, which comes in place after all others. */
  interface Opener {
    OutputStream open(String name) throws OutputFailed;
  }

  /** Where the manifest goes, after all others were begun; null when nobody wants one. */
  @Nullable OutputStream open(Opener opener) throws OutputFailed {
    return file == null ? null : opener.open(file);
  }

  /** Writes the manifest, when everything else is written. */
  void write(
      @Nullable OutputStream target,
      OutputFiles files,
      RunInputs inputs,
      RunSummary summary,
      String command,
      Map<String, String> options)
      throws IOException {
    if (target != null && manifest != null) {
      files.completeBefore(target);
      target.write(manifest.document(inputs, summary, Version.number(), command, options));
    }
  }
}
