package io.quintet.http.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the lines around a stack frame in the project's source folders. */
final class SourceLines {
  private static final int AROUND = 4;
  private static final List<String> ROOTS = List.of("src/main/java", "src/test/java");

  private final List<Path> folders;

  SourceLines(Path baseDir) {
    this.folders = ROOTS.stream().map(baseDir::resolve).filter(Files::isDirectory).toList();
  }

  /** One line of source. */
  record Line(int number, String text, boolean current) {}

  /** The lines around the frame; empty if its source is not here. */
  List<Line> around(StackTraceElement frame) {
    String className = frame.getClassName();
    int dot = className.lastIndexOf('.');
    String folder = dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/');
    String fileName = frame.getFileName();
    if (fileName == null || frame.getLineNumber() <= 0) {
      return List.of();
    }
    for (Path root : folders) {
      Path file = root.resolve(folder + fileName);
      if (Files.isRegularFile(file)) {
        return read(file, frame.getLineNumber());
      }
    }
    return List.of();
  }

  private static List<Line> read(Path file, int line) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      int first = Math.max(1, line - AROUND);
      List<String> texts = lines.skip(first - 1L).limit(2L * AROUND + 1).toList();
      return IntStream.range(0, texts.size())
          .mapToObj(i -> new Line(first + i, texts.get(i), first + i == line))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }
}
