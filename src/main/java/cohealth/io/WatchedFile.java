package cohealth.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that must stay as it is while a run reads it and its fingerprint is taken. */
public final class WatchedFile {
  private final Path path;
  private final String name;
  private final FileForm form;
  private final FileStamp stamp;

  private WatchedFile(Path path, String name, FileForm form, FileStamp stamp) {
    this.path = path;
    this.name = name;
    this.form = form;
    this.stamp = stamp;
  }

  /**
   * Watches a file from now on.
   *
   * @param name how messages call it
   * @throws UnreadableFile when it is missing or no regular file
   */
  public static WatchedFile of(Path path, String name, FileForm form) throws UnreadableFile {
    try {
      return new WatchedFile(path, name, form, FileStamp.of(path, name));
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw UnreadableFile.of(name, e);
    }
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** Its size on the disk, in bytes. */
  public long size() {
    return stamp.size();
  }

  /**
   * Reads the file once.
   *
   * @throws UnreadableFile also when it is not the same any more
   */
  public Fingerprint fingerprint(ReadBytes bytes) throws UnreadableFile {
    Measure measure = new Measure(form);
    boolean whole = true;
    try (InputStream disk = new OnDisk(bytes.counting(Files.newInputStream(path)), measure)) {
      byte[] buffer = new byte[1 << 16];
      // packed files are unpacked only where there are rows to be counted
      boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      InputStream text = packed && form.hasRows() ? new GzipStream(disk) : disk;
      try {
        for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
          measure.text(buffer, 0, count);
        }
      } catch (GzipFault e) {
        whole = false;
      }
      while (disk.read(buffer) >= 0) {
        // the rest counts, too
      }
    } catch (NoSuchFileException e) {
      throw UnreadableFile.of(name, e);
    } catch (IOException e) {
      throw UnreadableFile.because(name, e);
    }
    checkUnchanged();
    return measure.end(whole);
  }

  /** The text of the file, unpacked by its name. */
  InputStream text() throws IOException {
    return new BufferedInputStream(InputText.bytes(path));
  }

  /** Throws when the file is not the one that it was, or was written to. */
  public void checkUnchanged() throws UnreadableFile {
    stamp.check(path, name);
  }

  /** Tells what is read from the disk. */
  private static final class OnDisk extends FilterInputStream {
    private final Measure measure;

    OnDisk(InputStream in, Measure measure) {
      super(in);
      this.measure = measure;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      if (count > 0) {
        measure.onDisk(target, offset, count);
      }
      return count;
    }
  }
}
