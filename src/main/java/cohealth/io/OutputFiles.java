package cohealth.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run writes: all of them appear whole, or none does. Each is written to a
 * temporary file beside its target; {@link #commit} puts them in place one after the other, in the
 * order in which they were begun. Until then {@link #abort} leaves everything as it was; it may
 * come from a shutdown hook.
 */
public final class OutputFiles implements AutoCloseable {
  private static final int WAITS = 50;
  private static final int WAIT_MILLIS = 20;

  private final boolean force;
  private final List<Path> inputs;
  private final List<PendingFile> files = new ArrayList<>();
  private final Placement placement = new Placement();
  private @Nullable Path made;
  private boolean done;

  /** What a run does once its files are in place. */
  public interface LastStep {
    /** Does it, or throws. */
    void take() throws IOException;
  }

  /**
   * No output yet.
   *
   * @param force existing files and links may be replaced
   * @param inputs files that no output may replace, whatever {@code force} says
   */
  public OutputFiles(boolean force, Collection<Path> inputs) {
    this.force = force;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Begins an output.
   *
   * @param name how messages call it
   * @throws OutputFailed when the target may not be written, or the system refuses
   */
  public PendingFile create(Path target, String name) throws OutputFailed {
    try {
      check(target, name);
      TemporaryNames names = new TemporaryNames(target);
      names.removeStrays();
      PendingFile file;
      synchronized (this) {
        if (done) {
          throw new IllegalStateException("outputs are already done");
        }
        file = new PendingFile(target, name, names.path(files.size()));
        files.add(file);
      }
      refuseIfBusy(file, names);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new OutputFailed(
          ProblemCode.OUTPUT_BUSY, name, Long.toString(ProcessHandle.current().pid()));
    } catch (OutputFailed e) {
      throw e;
    } catch (IOException e) {
      throw OutputFailed.because(name, e);
    }
  }

  /**
   * Makes the folder of outputs that stand together when it is not there, for its owner alone; its
   * own folder must be there. When nothing comes of the outputs, it is gone again.
   *
   * @param name how messages call it
   * @throws OutputFailed when it cannot be made
   */
  public synchronized void makeFolder(Path folder, String name) throws OutputFailed {
    if (done || Files.exists(folder)) {
      return; // one that is no folder is told with the first output
    }
    if (!Files.isDirectory(new TemporaryNames(folder).folder())) {
      throw new OutputFailed(ProblemCode.OUTPUT_FOLDER_MISSING, name);
    }
    try {
      made = PrivateFile.createFolder(folder);
    } catch (IOException e) {
      throw OutputFailed.because(name, e);
    }
  }

  /**
   * Completes all outputs but one, which may tell what is in them. It was begun last, so that it
   * comes in place last.
   */
  public void completeBefore(OutputStream last) throws OutputFailed {
    for (PendingFile file : List.copyOf(files)) {
      if (file != last) {
        file.close();
      }
    }
  }

  /**
   * Completes all outputs and puts them in place. When anything fails, every target is as it was.
   *
   * @throws OutputFailed then
   */
  public void commit() throws OutputFailed {
    try {
      commit(() -> {});
    } catch (OutputFailed e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #commit()}, and takes a last step, which is what goes to standard output. When that
   * fails, every target is as it was, too; but a reader that goes away has seen enough.
   */
  public void commit(LastStep last) throws IOException {
    try {
      for (PendingFile file : List.copyOf(files)) {
        file.close();
      }
      place();
      forceFolders();
      try {
        last.take();
      } catch (ReaderGone e) {
        keep();
        throw e;
      }
      keep();
    } finally {
      abort();
    }
  }

  /** Removes everything that was begun; does nothing after {@link #commit}. */
  public synchronized void abort() {
    if (!done) {
      done = true;
      placement.takeBack();
      files.forEach(PendingFile::discard);
      if (made != null) {
        try {
          Files.delete(made);
        } catch (IOException e) {
          // something is in it by now
        }
      }
    }
  }

  /** As {@link #abort}. */
  @Override
  public void close() {
    abort();
  }

  private void check(Path target, String name) throws IOException {
    for (Path input : inputs) {
      if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
        throw new OutputFailed(ProblemCode.OUTPUT_IS_INPUT, name, Shown.escaped(input.toString()));
      }
    }
    Path folder = new TemporaryNames(target).folder();
    if (!Files.isDirectory(folder)) {
      throw new OutputFailed(ProblemCode.OUTPUT_FOLDER_MISSING, name);
    }
    for (PendingFile file : files) {
      if (place(file.target()).equals(place(target))) {
        throw new OutputFailed(ProblemCode.OUTPUT_TWICE, name);
      }
    }
    checkExisting(target, name);
  }

  private static Path place(Path target) throws IOException {
    Path folder = new TemporaryNames(target).folder();
    return folder.toRealPath().resolve(target.getFileName());
  }

  private void checkExisting(Path target, String name) throws IOException {
    BasicFileAttributes existing = attributes(target);
    if (existing == null) {
      return;
    }
    if (existing.isSymbolicLink() ? leadsToDevice(target) : !existing.isRegularFile()) {
      throw new OutputFailed(ProblemCode.OUTPUT_NOT_A_FILE, name);
    }
    if (!force) {
      throw new OutputFailed(
          existing.isSymbolicLink() ? ProblemCode.OUTPUT_IS_LINK : ProblemCode.OUTPUT_EXISTS, name);
    }
  }

  /** As /dev/stdout does: to put a file in the link's place would break it for everybody. */
  private static boolean leadsToDevice(Path link) throws IOException {
    Path folder = new TemporaryNames(link).folder().toRealPath();
    Path first = folder.resolve(Files.readSymbolicLink(link)).normalize();
    return Stream.of("/dev", "/proc")
            .anyMatch(each -> first.startsWith(each) || folder.startsWith(each))
        || (Files.exists(link) && !Files.isRegularFile(link));
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Of two runs that begin the same output at a time, the one with the larger number gives way; the
   * other one waits a moment for that. Each looks only after its own file is there, so never both
   * go on.
   */
  private void refuseIfBusy(PendingFile file, TemporaryNames names) throws IOException {
    long self = ProcessHandle.current().pid();
    long other = names.otherRun(file.temporary());
    for (int i = 0; i < WAITS && other > self; i++) {
      try {
        Thread.sleep(WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      other = names.otherRun(file.temporary());
    }
    if (other >= 0) {
      throw new OutputFailed(ProblemCode.OUTPUT_BUSY, file.name(), Long.toString(other));
    }
  }

  private synchronized void place() throws OutputFailed {
    if (done) {
      throw new IllegalStateException("outputs are already done");
    }
    for (PendingFile file : files) {
      checkAgain(file);
      placement.place(file);
    }
  }

  private synchronized void keep() {
    if (!done) {
      done = true;
      placement.keep();
    }
  }

  private void checkAgain(PendingFile file) throws OutputFailed {
    try {
      checkExisting(file.target(), file.name());
    } catch (OutputFailed e) {
      throw e;
    } catch (IOException e) {
      throw OutputFailed.because(file.name(), e);
    }
  }

  /** Makes the new names last. Some systems cannot do that for folders; then nothing is lost. */
  private void forceFolders() {
    Set<Path> folders = new LinkedHashSet<>();
    files.forEach(file -> folders.add(new TemporaryNames(file.target()).folder()));
    for (Path folder : folders) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        // as on Windows: folders cannot be opened
      }
    }
  }
}
