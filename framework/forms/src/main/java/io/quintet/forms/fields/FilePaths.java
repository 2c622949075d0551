package io.quintet.forms.fields;

import io.quintet.forms.widgets.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder to choose from, read anew for each form:
 *
 * <pre>{@code
 * choice("report", FilePaths.in(Path.of("reports")).matching(Pattern.compile(".*\\.csv")))
 * }</pre>
 *
 * <p>What is shown and sent is the name within the folder, with slashes; only what is there and
 * fits can be chosen, so nothing that is sent leads elsewhere. Links to folders are not followed.
 */
public final class FilePaths implements Choices<Path> {
  private final Path folder;
  private final @Nullable Pattern pattern;
  private final boolean recursive;
  private final boolean files;
  private final boolean folders;

  private FilePaths(
      Path folder, @Nullable Pattern pattern, boolean recursive, boolean files, boolean folders) {
    this.folder = folder;
    this.pattern = pattern;
    this.recursive = recursive;
    this.files = files;
    this.folders = folders;
  }

  /** The files that lie in a folder itself. */
  public static FilePaths in(Path folder) {
    return new FilePaths(folder, null, false, true, false);
  }

  /** Only those whose own name matches as a whole. */
  public FilePaths matching(Pattern name) {
    return new FilePaths(folder, name, recursive, files, folders);
  }

  /** Those of the folders within, too. */
  public FilePaths recursive() {
    return new FilePaths(folder, pattern, true, files, folders);
  }

  /** Folders beside files. */
  public FilePaths andFolders() {
    return new FilePaths(folder, pattern, recursive, true, true);
  }

  /** Folders and no files. */
  public FilePaths foldersOnly() {
    return new FilePaths(folder, pattern, recursive, false, true);
  }

  private List<Path> found() {
    try (Stream<Path> all = Files.walk(folder, recursive ? Integer.MAX_VALUE : 1)) {
      return new ArrayList<>(
          all.filter(path -> !path.equals(folder)).filter(this::fits).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " of a form cannot be read", e);
    }
  }

  private boolean fits(Path path) {
    boolean kind = (files && Files.isRegularFile(path)) || (folders && Files.isDirectory(path));
    return kind && (pattern == null || pattern.matcher(path.getFileName().toString()).matches());
  }

  @Override
  public List<Option.Choice> options() {
    return found().stream().map(path -> Option.of(key(path), key(path))).toList();
  }

  @Override
  public @Nullable Path find(String text) {
    return found().stream().filter(path -> key(path).equals(text)).findFirst().orElse(null);
  }

  @Override
  public String key(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
