package io.quintet.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code conformance DIR [--failures FILE] [--verbose]}: runs the cases of the files in a folder.
 * Ends with 0 if none failed, 1 if some did, 2 if it was called wrongly.
 */
final class CommandLine {
  private CommandLine() {}

  static int run(String[] args) throws IOException {
    Path folder = null;
    Path failures = Path.of("target", "conformance-failures.txt");
    boolean verbose = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--failures") && i + 1 < args.length) {
        failures = Path.of(args[++i]);
      } else if (args[i].equals("--verbose")) {
        verbose = true;
      } else if (args[i].startsWith("--") || folder != null) {
        System.err.println(
            "Unknown argument "
                + args[i]
                + ". Usage: conformance DIR [--failures FILE] [--verbose]");
        return 2;
      } else {
        folder = Path.of(args[i]);
      }
    }
    if (folder == null || !Files.isDirectory(folder)) {
      System.err.println(
          (folder == null ? "No folder given" : folder + " is not a folder")
              + ". Usage: conformance DIR [--failures FILE] [--verbose]");
      return 2;
    }
    Report report = Conformance.run(folder);
    System.out.print(report.table(verbose));
    Path parent = failures.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(failures, report.failures(), StandardCharsets.UTF_8);
    return report.failed() == 0 ? 0 : 1;
  }
}
