package io.quintet.http.staticfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Static files in a folder; what a link leads out of it to is not there. */
record FolderSource(Path folder) implements StaticSource {
  @Override
  public Optional<StaticFile> find(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
      return Optional.empty();
    }
    return Optional.of(StaticFile.onDisk(name, file));
  }

  @Override
  public List<StaticFile> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names;
    try (Stream<Path> paths = Files.walk(folder)) {
      names =
          paths
              .filter(Files::isRegularFile)
              .map(path -> folder.relativize(path).toString().replace('\\', '/'))
              .filter(StaticNames::isSafe)
              .sorted()
              .toList();
    }
    List<StaticFile> files = new ArrayList<>();
    for (String name : names) {
      find(name).ifPresent(files::add);
    }
    return files;
  }
}
