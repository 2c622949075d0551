package io.quintet.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The loaders that the framework has. */
public final class Loaders {
  private Loaders() {}

  /** Templates in a folder and its sub-folders. A name never leads out of the folder. */
  public static Loader directory(Path folder) {
    return new Directory(folder.toAbsolutePath().normalize());
  }

  /** Templates on the class path of a class, below a folder such as {@code templates}. */
  public static Loader classPath(Class<?> anchor, String folder) {
    String prefix = "/" + folder + (folder.isEmpty() || folder.endsWith("/") ? "" : "/");
    return classPath(name -> anchor.getResourceAsStream(prefix + name), prefix);
  }

  /** Templates on the class path of a class loader, below a folder such as {@code templates}. */
  public static Loader classPath(ClassLoader loader, String folder) {
    String prefix = folder + (folder.isEmpty() || folder.endsWith("/") ? "" : "/");
    return classPath(name -> loader.getResourceAsStream(prefix + name), prefix);
  }

  private static Loader classPath(Function<String, @Nullable InputStream> open, String prefix) {
    return new ClassPath(open, prefix);
  }

  /** Templates held in a map from name to source; the map is copied. */
  public static Loader memory(Map<String, String> sources) {
    return new Memory(Map.copyOf(sources));
  }

  /** The first of several loaders that has the template. */
  public static Loader chain(List<Loader> loaders) {
    return new Chain(List.copyOf(loaders));
  }

  /**
   * Whether a name stays below its root: no absolute path, no {@code ..}, no back-slash, no null
   * character.
   */
  private static boolean isInside(String name) {
    if (name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..") || part.contains(":")) {
        return false;
      }
    }
    return true;
  }

  private record Directory(Path folder) implements Loader {
    @Override
    public Optional<TemplateSource> load(String name, Predicate<String> skip) {
      if (!isInside(name)) {
        return Optional.empty();
      }
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder) || skip.test(file.toString()) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        FileState read = FileState.of(file);
        return Optional.of(
            new TemplateSource(file.toString(), Files.readString(file), () -> read.isPast(file)));
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The template " + name + " cannot be read from " + file + ": " + e.getMessage(), e);
      }
    }

    @Override
    public String describe() {
      return folder.toString();
    }
  }

  private record ClassPath(Function<String, @Nullable InputStream> open, String prefix)
      implements Loader {
    @Override
    public Optional<TemplateSource> load(String name, Predicate<String> skip) {
      String origin = "classpath:" + prefix + name;
      if (!isInside(name) || skip.test(origin)) {
        return Optional.empty();
      }
      try (InputStream stream = open.apply(name)) {
        if (stream == null) {
          return Optional.empty();
        }
        return Optional.of(
            new TemplateSource(origin, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The template " + name + " cannot be read from " + origin + ": " + e.getMessage(), e);
      }
    }

    @Override
    public String describe() {
      return "classpath:" + prefix;
    }
  }

  private record Memory(Map<String, String> sources) implements Loader {
    @Override
    public Optional<TemplateSource> load(String name, Predicate<String> skip) {
      String text = sources.get(name);
      String origin = "memory:" + System.identityHashCode(this) + ":" + name;
      return text == null || skip.test(origin)
          ? Optional.empty()
          : Optional.of(new TemplateSource(origin, text));
    }

    @Override
    public String describe() {
      return "memory";
    }
  }

  private record Chain(List<Loader> loaders) implements Loader {
    @Override
    public Optional<TemplateSource> load(String name, Predicate<String> skip) {
      for (Loader loader : loaders) {
        Optional<TemplateSource> found = loader.load(name, skip);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    @Override
    public String describe() {
      return loaders.stream().map(Loader::describe).collect(Collectors.joining(", "));
    }
  }
}
