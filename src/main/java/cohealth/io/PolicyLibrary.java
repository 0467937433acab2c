package cohealth.io;

import cohealth.person.Insurance;
import cohealth.policy.PolicyDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The built-in policy documents and those that a run is given. A given document replaces the
 * built-in one of the same region and insurance as a whole; two given ones for the same region and
 * insurance are a problem.
 */
public final class PolicyLibrary {
  private static final String FOLDER = "/cohealth/policies/";
  private static final String INDEX = FOLDER + "index.txt";
  private static final String EXTENSION = ".json";

  private final List<Entry> entries;

  private PolicyLibrary(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * A built-in document, not yet read.
   *
   * @param name its id, and its file's name without {@code .json}
   * @param region six digits
   */
  public record Entry(String name, int region, Insurance insurance) {
    /** Whether the document's region holds the code (rules: section 1). */
    public boolean covers(int code) {
      int unit = region % 10_000 == 0 ? 10_000 : region % 100 == 0 ? 100 : 1;
      return region / unit == code / unit;
    }
  }

  /** The documents that come with the program. */
  public static PolicyLibrary builtIn() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource(INDEX), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          entries.add(entry(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PolicyLibrary(List.copyOf(entries));
  }

  private static Entry entry(String line) {
    String[] parts = line.split(" ", -1);
    return new Entry(
        parts[0].substring(0, parts[0].length() - EXTENSION.length()),
        Integer.parseInt(parts[1]),
        Insurance.valueOf(parts[2].toUpperCase(Locale.ROOT)));
  }

  /** The built-in document of a region and insurance, or null. */
  @Nullable PolicyFile builtIn(int region, Insurance insurance) {
    for (Entry entry : entries) {
      if (entry.region() == region && entry.insurance() == insurance) {
        return read(entry);
      }
    }
    return null;
  }

  /** Documents of one run that were given in several ways; repetitions are problems. */
  public List<PolicyFile> together(List<PolicyFile> files, Problems problems) {
    return withoutRepetition(files, problems);
  }

  /** All built-in documents, in the order of the index. */
  public List<Entry> entries() {
    return entries;
  }

  /** The built-in document of this name, or null when there is none. */
  public @Nullable PolicyDocument named(String name) {
    for (Entry entry : entries) {
      if (entry.name().equals(name)) {
        return read(entry).document();
      }
    }
    return null;
  }

  /**
   * Reads the documents that a run is given: each argument is the name of a built-in document, a
   * file, or a folder, of which all {@code *.json} files are read in the order of their names.
   * Problems of all of them are added to the collection; documents that have some are left out.
   *
   * @throws UnreadableFile when a file or folder cannot be read
   */
  public List<PolicyFile> given(List<String> arguments, Problems problems) throws UnreadableFile {
    List<PolicyFile> files = new ArrayList<>();
    for (String argument : arguments) {
      Entry entry = find(argument);
      Path path = entry == null ? path(argument) : null;
      if (entry != null) {
        files.add(read(entry));
      } else if (path == null) {
        problems.add(notFound(argument));
      } else if (Files.isDirectory(path)) {
        files.addAll(folder(argument, path, problems));
      } else {
        addFile(argument, path, files, problems);
      }
    }
    return withoutRepetition(files, problems);
  }

  /**
   * The documents of a run: those given, and of the built-in ones that are not replaced those that
   * cover one of the regions. Built-in documents for a part of an area that another one of them
   * covers are there, too, so that care in that part is known to be care in another region.
   *
   * @param regions six digits each: where people are insured
   */
  public List<PolicyDocument> forRegions(List<PolicyFile> given, Set<Integer> regions) {
    List<PolicyDocument> documents = new ArrayList<>();
    List<Entry> areas = new ArrayList<>();
    for (PolicyFile file : given) {
      PolicyDocument document = file.document();
      documents.add(document);
      areas.add(new Entry(document.id(), document.region(), document.insurance()));
    }
    for (Entry entry : entries) {
      if (regions.stream().anyMatch(entry::covers)) {
        areas.add(entry);
      }
    }
    for (Entry entry : entries) {
      boolean replaced = given.stream().anyMatch(file -> isReplaced(entry, file));
      if (!replaced && areas.stream().anyMatch(area -> area.covers(entry.region()))) {
        documents.add(read(entry).document());
      }
    }
    return List.copyOf(documents);
  }

  /** The given documents and the built-in ones that they do not replace, in order of their ids. */
  public List<PolicyFile> all(List<PolicyFile> given) {
    List<PolicyFile> files = new ArrayList<>(given);
    for (Entry entry : entries) {
      if (given.stream().noneMatch(file -> isReplaced(entry, file))) {
        files.add(read(entry));
      }
    }
    files.sort(Comparator.comparing(file -> file.document().id()));
    return List.copyOf(files);
  }

  /** The SHA-256 of the built-in document of this name, or null when there is none. */
  public @Nullable String sha256(String name) {
    Entry entry = find(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = resource(FOLDER + entry.name() + EXTENSION)) {
      Measure measure = new Measure(FileForm.JSON);
      byte[] bytes = in.readAllBytes();
      measure.onDisk(bytes, 0, bytes.length);
      return measure.end().sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the built-in document of this name. */
  public String text(String name) {
    try (InputStream in = resource(FOLDER + name + EXTENSION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that an argument names; none for a built-in document. */
  public List<Path> files(String argument) throws UnreadableFile {
    Path path = find(argument) == null ? path(argument) : null;
    if (path == null) {
      return List.of();
    }
    return Files.isDirectory(path) ? inFolder(argument, path) : List.of(path);
  }

  private @Nullable Entry find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * The path that is meant, or null when it is none: a name that neither a document nor a file has.
   */
  private static @Nullable Path path(String argument) {
    try {
      Path path = Path.of(argument);
      boolean looksLikePath =
          argument.endsWith(EXTENSION) || argument.contains("/") || argument.contains("\\");
      return looksLikePath || Files.exists(path) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Problem notFound(String argument) {
    List<String> names = entries.stream().map(Entry::name).toList();
    List<String> near = Spelling.near(argument, names);
    return Problem.at(
        ProblemCode.POLICY_NOT_FOUND,
        argument,
        0,
        0,
        null,
        Shown.cell(argument),
        String.join(", ", near.isEmpty() ? names : near));
  }

  private static void addFile(String name, Path path, List<PolicyFile> files, Problems problems)
      throws UnreadableFile {
    byte[] bytes;
    if (Files.exists(path) && !Files.isRegularFile(path)) { // a pipe may never end
      throw new UnreadableFile(ProblemCode.NOT_A_FILE, name);
    }
    try (InputStream in = Files.newInputStream(path)) {
      // one byte more than allowed tells that there is more
      bytes = in.readNBytes(PolicyFile.LARGEST + 1);
    } catch (NoSuchFileException e) {
      UnreadableFile missing = new UnreadableFile(ProblemCode.FILE_MISSING, name);
      missing.initCause(e);
      throw missing;
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
    PolicyFile file = PolicyFile.read(name, bytes, problems);
    if (file != null) {
      files.add(file);
    }
  }

  /** How many documents an argument names, good or not. */
  public int countNamed(String argument) throws UnreadableFile {
    Path path = find(argument) == null ? path(argument) : null;
    if (path != null && Files.isDirectory(path)) {
      return inFolder(argument, path).size();
    }
    return path == null && find(argument) == null ? 0 : 1;
  }

  private static List<Path> inFolder(String name, Path folder) throws UnreadableFile {
    try {
      return FolderEntries.of(folder).stream()
          .filter(path -> path.toString().endsWith(EXTENSION))
          .toList();
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
  }

  private static List<PolicyFile> folder(String name, Path folder, Problems problems)
      throws UnreadableFile {
    List<Path> paths = inFolder(name, folder);
    if (paths.isEmpty()) {
      problems.add(Problem.at(ProblemCode.POLICY_FOLDER_EMPTY, name, 0, 0, null));
    }
    List<PolicyFile> files = new ArrayList<>();
    for (Path path : paths) {
      addFile(path.toString(), path, files, problems);
    }
    return files;
  }

  private List<PolicyFile> withoutRepetition(List<PolicyFile> files, Problems problems) {
    List<PolicyFile> kept = new ArrayList<>();
    for (PolicyFile file : files) {
      String samePlace = null;
      String sameId = null;
      for (Entry entry : entries) {
        if (entry.name().equals(file.document().id()) && !isReplaced(entry, file)) {
          sameId = entry.name() + EXTENSION;
        }
      }
      for (PolicyFile earlier : kept) {
        if (samePlace == null && isFor(file, earlier)) {
          samePlace = earlier.file();
        }
        if (sameId == null && file.document().id().equals(earlier.document().id())) {
          sameId = earlier.file();
        }
      }
      if (samePlace != null) {
        String region = Integer.toString(file.document().region());
        String insurance = PolicyValues.written(file.document().insurance());
        problems.add(
            Problem.at(
                ProblemCode.POLICY_SAME_REGION,
                file.file(),
                file.region().line(),
                file.region().column(),
                "/region",
                region,
                insurance,
                samePlace));
      }
      if (sameId != null) {
        problems.add(
            Problem.at(
                ProblemCode.POLICY_SAME_ID,
                file.file(),
                file.id().line(),
                file.id().column(),
                "/id",
                file.document().id(),
                sameId));
      }
      if (samePlace == null && sameId == null) {
        kept.add(file);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean isFor(PolicyFile one, PolicyFile other) {
    return one.document().region() == other.document().region()
        && one.document().insurance() == other.document().insurance();
  }

  private static boolean isReplaced(Entry entry, PolicyFile file) {
    return entry.region() == file.document().region()
        && entry.insurance() == file.document().insurance();
  }

  private static PolicyFile read(Entry entry) {
    String name = entry.name() + EXTENSION;
    Problems problems = new Problems();
    try (InputStream in = resource(FOLDER + name)) {
      PolicyFile file = PolicyFile.read(name, in.readAllBytes(), problems);
      if (file == null) {
        throw new IllegalStateException("built-in policy " + problems.first());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) throws IOException {
    InputStream in = PolicyLibrary.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("missing resource " + path);
    }
    return in;
  }
}
