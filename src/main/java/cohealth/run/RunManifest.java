package cohealth.run;

import cohealth.io.FileForm;
import cohealth.io.Fingerprint;
import cohealth.io.Manifest;
import cohealth.io.ManifestText;
import cohealth.io.Measured;
import cohealth.io.OutputFailed;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.io.ResultTotals;
import cohealth.io.UnreadableFile;
import cohealth.io.WatchedFile;
import cohealth.policy.PolicyDocument;
import cohealth.report.RunSummary;
import cohealth.settlement.Payments;
import cohealth.settlement.Status;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a run on its way: inputs are watched from before they are read until it is
 * written, outputs are measured while they are written.
 */
public final class RunManifest {
  private final RunRequest request;
  private final List<Input> inputs = new ArrayList<>();
  private final Map<String, WatchedFile> policies = new HashMap<>();
  private final List<Output> outputs = new ArrayList<>();

  private record Input(String role, FileForm form, WatchedFile file) {}

  private record Output(String role, String path, FileForm form, Measured file) {}

  private RunManifest(RunRequest request) {
    this.request = request;
  }

  /** Before anything is read. */
  public static RunManifest begin(RunRequest request) throws UnreadableFile {
    RunManifest manifest = new RunManifest(request);
    manifest.input("households", FileForm.CSV, request.households());
    manifest.input("bindings", FileForm.CSV, request.bindings());
    manifest.input("opening", FileForm.STATE, request.opening());
    for (Source source : request.activities()) {
      manifest.input("activities", FileForm.CSV, source);
    }
    for (Source source : request.claims()) {
      manifest.input("claims", FileForm.CSV, source);
    }
    PolicyLibrary library = PolicyLibrary.builtIn();
    for (String argument : request.policies()) {
      for (Path path : library.files(argument)) {
        // a file is called as it was given, one of a folder by its path
        String name = Files.isDirectory(Path.of(argument)) ? path.toString() : argument;
        manifest.policies.put(name, WatchedFile.of(path, name, FileForm.JSON));
      }
    }
    return manifest;
  }

  private void input(String role, FileForm form, @Nullable Source source) throws UnreadableFile {
    if (source != null) {
      WatchedFile file = WatchedFile.of(source.path(), source.name(), form);
      request.options().bytes().expect(file.size());
      inputs.add(new Input(role, form, file));
    }
  }

  /** An output, before anything is written to it. */
  public <T extends OutputStream & Measured> T output(
      String role, String path, FileForm form, T file) {
    file.measure(form);
    outputs.add(new Output(role, path, form, file));
    return file;
  }

  /**
   * The document, when all outputs are complete.
   *
   * @param program its version
   * @param options what the results depend on beside the files
   * @throws UnreadableFile also when an input is not what it was at first
   */
  public byte[] document(
      RunInputs read,
      RunSummary summary,
      String program,
      String command,
      Map<String, String> options)
      throws UnreadableFile, OutputFailed {
    List<Manifest.FileUsed> readFiles = new ArrayList<>();
    for (Input input : inputs) {
      Fingerprint print = input.file().fingerprint(request.options().bytes());
      readFiles.add(new Manifest.FileUsed(input.role(), input.file().name(), input.form(), print));
    }
    List<Manifest.FileUsed> written = new ArrayList<>();
    for (Output output : outputs) {
      Fingerprint print = output.file().fingerprint();
      written.add(new Manifest.FileUsed(output.role(), output.path(), output.form(), print));
    }
    return ManifestText.of(
        new Manifest(
            program, command, options, policies(read), readFiles, written, totals(summary)));
  }

  /** The documents of the run, given ones and built-in ones. */
  private List<Manifest.PolicyUsed> policies(RunInputs read) throws UnreadableFile {
    PolicyLibrary library = PolicyLibrary.builtIn();
    List<PolicyFile> given = library.given(request.policies(), new Problems());
    List<Manifest.PolicyUsed> used = new ArrayList<>();
    for (PolicyDocument document : library.forRegions(given, read.regions())) {
      WatchedFile file = null;
      for (PolicyFile each : given) {
        if (each.document().id().equals(document.id())) {
          file = policies.get(each.file());
        }
      }
      used.add(used(document.id(), file, library));
    }
    used.sort(Comparator.comparing(Manifest.PolicyUsed::id));
    return used;
  }

  private Manifest.PolicyUsed used(String id, @Nullable WatchedFile file, PolicyLibrary library)
      throws UnreadableFile {
    if (file != null) {
      Fingerprint print = file.fingerprint(request.options().bytes());
      return new Manifest.PolicyUsed(id, file.name(), print.sha256());
    }
    return new Manifest.PolicyUsed(id, "", String.valueOf(library.sha256(id)));
  }

  private static ResultTotals totals(RunSummary summary) {
    Payments paid = summary.payments();
    return new ResultTotals(
        summary.count(Status.SETTLED),
        summary.count(Status.REJECTED),
        summary.count(Status.REVERSED_OUT),
        summary.totalFen(),
        paid.poolFen(),
        paid.supplementFen(),
        paid.ownPriorFen(),
        paid.ownCurrentFen(),
        paid.ownWalletFen(),
        paid.familyFen(),
        paid.cashFen());
  }
}
