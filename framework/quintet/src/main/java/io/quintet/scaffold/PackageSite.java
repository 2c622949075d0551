package io.quintet.scaffold;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** {@code package}: one runnable jar with the site, the framework and every library in it. */
public final class PackageSite implements Command {
  private final String mainClass;

  /** For the class whose main method runs the site. */
  public PackageSite(String mainClass) {
    this.mainClass = mainClass;
  }

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String help() {
    return "Writes one runnable jar with everything in it.";
  }

  @Override
  public void options(Options options) {
    options.optionalArgument("FILE", "The jar; by default target/SITE.jar.");
  }

  @Override
  public int run(CommandContext context) throws IOException {
    String name = context.site().name() + ".jar";
    Path target =
        context
            .option("FILE")
            .map(Path::of)
            .orElse(context.site().baseDir().resolve("target").resolve(name));
    List<Path> sources = classPath();
    // Not a temporary file, which only its owner could read.
    Path partial = target.toAbsolutePath().resolveSibling(target.getFileName() + ".part");
    if (partial.getParent() instanceof Path folder) {
      Files.createDirectories(folder);
    }
    try {
      var jar = new FatJar(mainClass);
      try (var out = Files.newOutputStream(partial)) {
        jar.write(sources, out, entry -> context.terminal().progress("Packing " + entry));
      }
      context.terminal().progressDone();
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    context
        .terminal()
        .success("Wrote " + target + " (" + Files.size(target) / (1024 * 1024) + " MB).");
    context.line("Run it anywhere with a JDK 25:  java -jar " + target.getFileName() + " help");
    return 0;
  }

  private static List<Path> classPath() {
    List<Path> sources =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    if (sources.size() == 1) {
      throw new CommandError("This site runs from one jar already; package it from its project.");
    }
    return sources;
  }
}
