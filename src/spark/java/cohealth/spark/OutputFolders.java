package cohealth.spark;

import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.StateParts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Puts outputs in place once. Tasks write into the job's own folder, each attempt its own files; of
 * every partition those of one attempt are taken, and whole folders are renamed at the end, the
 * results last. A folder holds {@code _SUCCESS} as soon as all of it is there.
 */
final class OutputFolders {
  /** Its presence says that a folder is complete. */
  static final String COMPLETE = "_SUCCESS";

  private static final String READY = "ready";

  /** Of folders: nobody else can open what is in them. */
  private static final FsPermission PRIVATE =
      new FsPermission(FsAction.ALL, FsAction.NONE, FsAction.NONE);

  private final Configuration configuration;
  private final OutputNames names;
  private final boolean force;

  OutputFolders(Configuration configuration, OutputNames names, boolean force) {
    this.configuration = configuration;
    this.names = names;
    this.force = force;
  }

  /** Makes the job's own folder; it and all outputs are the user's alone, like people's data. */
  void begin() throws IOException {
    Path working = new Path(names.working());
    system(working).mkdirs(working);
    system(working).setPermission(working, PRIVATE);
  }

  /** Refuses names at which something stands that may not be replaced. */
  void check(Problems problems) throws IOException {
    for (OutputNames.Kind kind : names.wanted()) {
      String name = String.valueOf(names.of(kind));
      Path path = new Path(name);
      FileSystem system = system(path);
      boolean mayReplace = force && system.exists(new Path(path, COMPLETE));
      if (system.exists(path) && !mayReplace) {
        problems.add(Problem.at(ProblemCode.OUTPUT_EXISTS, name, 0, 0, null));
      }
    }
  }

  /** Refuses folders that hold an input, or another output: replacing one would end the other. */
  void checkOthers(List<InputFile> inputs, Problems problems) throws IOException {
    for (OutputNames.Kind kind : names.wanted()) {
      String name = String.valueOf(names.of(kind));
      for (InputFile input : inputs) {
        if (holds(name, input.path())) {
          problems.add(Problem.at(ProblemCode.OUTPUT_IS_INPUT, name, 0, 0, null, input.name()));
          break;
        }
      }
      for (OutputNames.Kind other : names.wanted()) {
        if (other != kind && holds(name, String.valueOf(names.of(other)))) {
          problems.add(Problem.at(ProblemCode.OUTPUT_TWICE, name, 0, 0, null));
        }
      }
    }
  }

  private boolean holds(String folder, String other) throws IOException {
    return (full(other) + "/").startsWith(full(folder) + "/");
  }

  private String full(String name) throws IOException {
    Path path = new Path(name);
    URI uri = system(path).makeQualified(path).toUri().normalize();
    // of one file system some URIs have an empty authority, others none
    String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
    return uri.getScheme() + "://" + authority + uri.getPath();
  }

  /** The folder in which the complete output of a kind stands before it gets its name. */
  Path ready(OutputNames.Kind kind) {
    return new Path(new Path(names.working(), READY), kind.folder());
  }

  /** Takes the files of the attempts that have ended well, and no others. */
  void take(OutputNames.Kind kind, List<PartResult> parts) throws IOException {
    Map<Integer, String> byPart = new TreeMap<>();
    for (PartResult part : parts) {
      String file = part.files.get(kind);
      if (file != null) {
        byPart.put(part.part, file);
      }
    }
    Path ready = ready(kind);
    FileSystem system = system(ready);
    system.mkdirs(ready);
    for (Map.Entry<Integer, String> part : byPart.entrySet()) {
      Path written = new Path(new Path(names.working(), kind.folder()), part.getValue());
      rename(system, written, new Path(ready, kind.file(part.getKey())));
    }
  }

  /** Says in the folder of the state which parts it has. */
  void writeStateParts(List<PartResult> parts) throws IOException {
    TreeMap<String, String> checksums = new TreeMap<>();
    for (PartResult part : parts) {
      if (!part.stateChecksum.isEmpty()) {
        checksums.put(StateParts.name(part.part), part.stateChecksum);
      }
    }
    Path index = new Path(ready(OutputNames.Kind.CLOSING), StateParts.FILE);
    try (OutputStream out = system(index).create(index, true)) {
      out.write(new StateParts(checksums).text());
    }
  }

  /** Gives the complete outputs their names. */
  void commit() throws IOException {
    List<OutputNames.Kind> kinds = names.wanted();
    for (int i = kinds.size() - 1; i >= 0; i--) { // the results are the first kind
      OutputNames.Kind kind = kinds.get(i);
      Path target = new Path(String.valueOf(names.of(kind)));
      FileSystem system = system(target);
      if (system.exists(target)) {
        rename(system, target, new Path(names.working(), "replaced-" + kind.folder()));
      }
      if (target.getParent() != null) {
        system.mkdirs(target.getParent());
      }
      Path ready = ready(kind);
      if (system.getFileStatus(ready).isDirectory()) {
        system.create(new Path(ready, COMPLETE), true).close();
      }
      system.setPermission(ready, PRIVATE);
      rename(system, ready, target);
    }
  }

  /** Removes everything that is not an output. */
  void clean() throws IOException {
    Path working = new Path(names.working());
    system(working).delete(working, true);
  }

  private FileSystem system(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }

  private static void rename(FileSystem system, Path from, Path to) throws IOException {
    if (!system.rename(from, to)) {
      throw new IOException("cannot be renamed to " + to.getName());
    }
  }
}
