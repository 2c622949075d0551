package io.quintet.fuzzing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns a corpus into the folder of files that the fuzzer works with, and back: {@code unpack FILE
 * FOLDER} and {@code pack FOLDER FILE}.
 */
public final class CorpusFiles {
  /**
   * Longer inputs are not kept: they say nothing that shorter ones do not, and nobody reads them.
   */
  private static final int LONGEST = 400;

  private CorpusFiles() {}

  /** The two commands. */
  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals("unpack")) {
      unpack(Path.of(args[1]), Path.of(args[2]));
    } else if (args.length == 3 && args[0].equals("pack")) {
      pack(Path.of(args[1]), Path.of(args[2]));
    } else {
      System.err.println("Use: unpack FILE FOLDER | pack FOLDER FILE");
      System.exit(2);
    }
  }

  static void unpack(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        Files.write(folder.resolve("kept-" + number++), Corpus.decode(line));
      }
    }
  }

  static void pack(Path folder, Path file) throws IOException {
    TreeSet<String> lines =
        new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(String::compareTo));
    try (Stream<Path> inputs = Files.list(folder)) {
      for (Path input : inputs.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(input);
        if (bytes.length <= LONGEST) {
          lines.add(Corpus.encode(bytes));
        }
      }
    }
    List<String> sorted = new ArrayList<>(lines);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, sorted, StandardCharsets.US_ASCII);
  }
}
