package io.quintet.core.i18n;

import io.quintet.core.i18n.po.Catalog;
import io.quintet.core.i18n.po.PoFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Translations from the files that gettext's tools write: {@code de/LC_MESSAGES/django.po} in a
 * folder such as {@code locale}. The files are read as they are; nothing has to be compiled, but
 * where there is a {@code django.mo} only, that is read. A language with a region, {@code de_AT},
 * falls back on the language alone.
 */
public final class Catalogs implements Translator {
  private static final String DOMAIN = "django";
  private static final int MOST_LOCALES = 500;
  private static final int LONGEST_TAG = 40;

  private final List<Source> sources;
  private final Map<String, List<Catalog>> files = new ConcurrentHashMap<>();

  /** A place with catalogues. */
  @FunctionalInterface
  public interface Source {
    /** The file of that name below the place, null if there is none. */
    @Nullable InputStream open(String name) throws IOException;
  }

  private Catalogs(List<Source> sources) {
    this.sources = sources;
  }

  /** The catalogues of several places; the first that has a message wins. */
  public static Catalogs of(List<Source> sources) {
    return new Catalogs(List.copyOf(sources));
  }

  /** The folder {@code locale} beside the classes of a class. */
  public static Source classPath(Class<?> anchor) {
    return name -> anchor.getResourceAsStream("/locale/" + name);
  }

  /** A folder of the disk, with a folder for each language in it. */
  public static Source directory(Path folder) {
    return name -> {
      Path file = folder.resolve(name).normalize();
      return file.startsWith(folder.normalize()) && Files.isRegularFile(file)
          ? Files.newInputStream(file)
          : null;
    };
  }

  @Override
  public Optional<String> find(Locale locale, String context, String message) {
    for (Catalog file : files(locale)) {
      Optional<String> found = file.find(context, message);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> find(
      Locale locale, String context, String singular, String plural, long number) {
    for (Catalog file : files(locale)) {
      Optional<String> found = file.find(context, singular, number);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<Catalog> files(Locale locale) {
    String tag = locale.toLanguageTag();
    List<Catalog> known = files.get(tag);
    if (known != null) {
      return known;
    }
    List<Catalog> read = read(tag);
    // Languages come from requests, so that nobody may fill the memory with them.
    if (files.size() < MOST_LOCALES) {
      files.put(tag, read);
    }
    return read;
  }

  private List<Catalog> read(String tag) {
    if (tag.length() > LONGEST_TAG) {
      return List.of();
    }
    List<Catalog> found = new ArrayList<>();
    String name = tag.replace('-', '_');
    while (true) {
      for (Source source : sources) {
        read(source, name + "/LC_MESSAGES/" + DOMAIN).ifPresent(found::add);
      }
      int region = name.lastIndexOf('_');
      if (region < 0) {
        return List.copyOf(found);
      }
      name = name.substring(0, region);
    }
  }

  /** The text for people if there is one, since it is never older; else that for programs. */
  private static Optional<Catalog> read(Source source, String name) {
    Optional<byte[]> text = bytes(source, name + ".po");
    if (text.isPresent()) {
      String content = new String(text.get(), StandardCharsets.UTF_8);
      PoFile file = PoFile.parse(name + ".po", content);
      try {
        return Optional.of(file.catalog());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "The catalogue " + name + ".po: " + e.getMessage() + ".", e);
      }
    }
    return bytes(source, name + ".mo").map(content -> Catalog.ofBinary(name + ".mo", content));
  }

  private static Optional<byte[]> bytes(Source source, String name) {
    try (InputStream stream = source.open(name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue " + name + " cannot be read.", e);
    }
  }
}
