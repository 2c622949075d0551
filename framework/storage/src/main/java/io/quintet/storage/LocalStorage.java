package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in a folder of the machine. A file appears complete or not at all, under a name that was
 * free; symbolic links that lead out of the folder are not followed.
 */
public final class LocalStorage implements Storage {
  private static final int NAME_ATTEMPTS = 50;

  private final String alias;
  private final Path root;
  private final @Nullable String baseUrl;
  private final FileModes modes;

  private LocalStorage(String alias, Path root, @Nullable String baseUrl) {
    this.alias = alias;
    this.root = root.toAbsolutePath().normalize();
    this.baseUrl = baseUrl;
    this.modes = FileModes.forFiles(this.root, baseUrl != null);
  }

  /**
   * A storage whose files everyone may fetch.
   *
   * @param alias the alias it is known by
   * @param root the folder; made when the first file is saved
   * @param baseUrl what stands before a name in a URL, with a slash at its end: {@code /media/}
   * @return the storage
   */
  public static LocalStorage publicFiles(String alias, Path root, String baseUrl) {
    return new LocalStorage(alias, root, baseUrl);
  }

  /**
   * A storage without public addresses; on POSIX systems only the site's own user may read its
   * files.
   *
   * @param alias the alias it is known by
   * @param root the folder; made when the first file is saved
   * @return the storage
   */
  public static LocalStorage privateFiles(String alias, Path root) {
    return new LocalStorage(alias, root, null);
  }

  /**
   * The folder the files are in.
   *
   * @return an absolute path
   */
  public Path root() {
    return root;
  }

  @Override
  public String alias() {
    return alias;
  }

  @Override
  public boolean isPublic() {
    return baseUrl != null;
  }

  @Override
  public StoredFile save(String name, InputStream content) {
    String wanted = representable(FileNames.valid(name));
    Path temporary = null;
    try {
      Path folder = folderFor(wanted);
      temporary = modes.newTemporaryFile(folder);
      modes.write(temporary, content);
      String saved = moveToFreeName(temporary, folder, wanted);
      temporary = null;
      return new StoredFile(alias, saved);
    } catch (IOException e) {
      throw failed("save", wanted, e);
    } finally {
      if (temporary != null) {
        discard(temporary);
      }
    }
  }

  private Path folderFor(String name) throws IOException {
    modes.makeFolders(root);
    Path folder = resolve(name).getParent();
    if (folder == null) {
      throw new IOException("The name has no folder");
    }
    requireInside(nearestExisting(folder), name);
    modes.makeFolders(folder);
    requireInside(folder, name);
    return folder;
  }

  private static Path nearestExisting(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() instanceof Path parent) {
      existing = parent;
    }
    return existing;
  }

  private String moveToFreeName(Path temporary, Path folder, String wanted) throws IOException {
    String name = wanted;
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
      Path target = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
      try {
        Files.createFile(target);
      } catch (FileAlreadyExistsException taken) {
        name = FileNames.alternative(wanted);
        continue;
      }
      try {
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return name;
      } catch (IOException e) {
        discard(target);
        throw e;
      }
    }
    throw new IOException("No free name was found in " + NAME_ATTEMPTS + " attempts");
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger("io.quintet.storage")
          .log(System.Logger.Level.WARNING, "The file " + file + " could not be deleted", e);
    }
  }

  @Override
  public InputStream open(String name) {
    Path file = existing(name);
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new MissingFileException(alias, name);
    } catch (IOException e) {
      throw failed("open", name, e);
    }
  }

  @Override
  public boolean delete(String name) {
    Path file = resolve(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      requireInside(file, name);
      return Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw failed("delete", name, e);
    }
  }

  @Override
  public boolean exists(String name) {
    Path file = resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        return false;
      }
      requireInside(file, name);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw failed("look up", name, e);
    }
  }

  @Override
  public long size(String name) {
    Path file = existing(name);
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      throw new MissingFileException(alias, name);
    } catch (IOException e) {
      throw failed("read the size of", name, e);
    }
  }

  @Override
  public Instant modified(String name) {
    Path file = existing(name);
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException e) {
      throw new MissingFileException(alias, name);
    } catch (IOException e) {
      throw failed("read the time of", name, e);
    }
  }

  @Override
  public String url(String name) {
    return PublicUrls.of(alias, baseUrl, name);
  }

  @Override
  public List<String> list(String folder) {
    String stem = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    Path start = stem.isEmpty() ? root : resolve(stem);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    String prefix = stem.isEmpty() ? "" : stem + "/";
    List<String> names = new ArrayList<>();
    try {
      requireInside(start, folder);
      try (Stream<Path> entries = Files.list(start)) {
        entries
            .filter(Predicate.not(FileModes::isTemporary))
            .forEach(entry ->
                names.add(prefix + entry.getFileName() + (Files.isDirectory(entry) ? "/" : "")));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw failed("list", folder, e);
    }
    Collections.sort(names);
    return List.copyOf(names);
  }

  private Path existing(String name) {
    if (!exists(name)) {
      throw new MissingFileException(alias, name);
    }
    return resolve(name);
  }

  private Path resolve(String name) {
    FileNames.check(name);
    Path path = root;
    try {
      for (String element : name.split("/", -1)) {
        path = path.resolve(element);
      }
    } catch (InvalidPathException e) {
      throw new UnsafeNameException(name, "the file system cannot hold it (" + e.getReason() + ")");
    }
    return path;
  }

  /** The name with an ASCII last element where the file system's encoding cannot hold it. */
  private String representable(String name) {
    try {
      resolve(name);
      return name;
    } catch (UnsafeNameException e) {
      int slash = name.lastIndexOf('/') + 1;
      return name.substring(0, slash) + FileNames.ascii(name.substring(slash));
    }
  }

  private void requireInside(Path path, String name) throws IOException {
    if (!path.toRealPath().startsWith(root.toRealPath())) {
      throw new UnsafeNameException(name, "a symbolic link on its way leads out of the storage");
    }
  }

  private StorageException failed(String action, String name, IOException cause) {
    return new StorageException(
        "Storage \"%s\" could not %s \"%s\" in %s: %s"
            .formatted(alias, action, FileNames.printable(name), root, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  @Override
  public String toString() {
    return "LocalStorage[" + alias + ", " + root + "]";
  }
}
