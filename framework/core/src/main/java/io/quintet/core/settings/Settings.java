package io.quintet.core.settings;

import io.quintet.core.CoreSettings;
import io.quintet.core.ImproperlyConfigured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a site and where each value came from.
 *
 * <p>From weakest to strongest: the default, the site's code, the file {@code settings.properties}
 * beside the site, the file {@code .env} there, the environment.
 */
public final class Settings {

  /** Where a value came from. */
  public enum Origin {
    /** The setting's own default. */
    DEFAULT,
    /** Made up for development, because nothing gave a value. */
    DEVELOPMENT,
    /** The site's code. */
    CODE,
    /** The file {@code settings.properties}. */
    FILE,
    /** The file {@code .env}. */
    DOT_ENV,
    /** The process's environment. */
    ENVIRONMENT
  }

  /**
   * A value in force.
   *
   * @param setting the setting
   * @param value its value
   * @param origin where the value came from
   */
  public record Entry<T>(Setting<T> setting, T value, Origin origin) {

    /** The value as a person may see it: secrets are masked. */
    public String printed() {
      return setting.print(value);
    }
  }

  private final Map<Setting<?>, Entry<?>> entries;
  private final List<String> unknown;

  private Settings(Map<Setting<?>, Entry<?>> entries, List<String> unknown) {
    this.entries = entries;
    this.unknown = List.copyOf(unknown);
  }

  /**
   * Reads all sources.
   *
   * @throws SettingsException naming every value that cannot be read or is not allowed
   */
  public static Settings load(
      Collection<Setting<?>> declared,
      Map<Setting<?>, Object> assigned,
      Map<Setting<?>, Supplier<?>> inDevelopment,
      Path baseDir,
      Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Sources sources = Sources.read(baseDir, environment, problems);
    Map<Setting<?>, Entry<?>> entries = new LinkedHashMap<>();
    for (Setting<?> setting : declared) {
      entries.put(setting, entry(setting, assigned.get(setting), sources, problems));
    }
    for (Setting<?> setting : assigned.keySet()) {
      if (!entries.containsKey(setting)) {
        entries.put(setting, entry(setting, assigned.get(setting), sources, problems));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    if (entries.get(CoreSettings.DEBUG) instanceof Entry<?> debug && debug.value().equals(true)) {
      inDevelopment.forEach((setting, value) -> develop(entries, setting, value));
    }
    return new Settings(entries, sources.unknown(entries.keySet()));
  }

  @SuppressWarnings("unchecked") // values are assigned through Setting<T> only
  private static <T> Entry<T> entry(
      Setting<T> setting, @Nullable Object assigned, Sources sources, List<String> problems) {
    Sources.@Nullable Found found = sources.find(setting);
    try {
      if (found != null) {
        return new Entry<>(setting, setting.parse(found.text()), found.origin());
      }
      if (assigned != null) {
        return new Entry<>(setting, setting.checked((T) assigned), Origin.CODE);
      }
    } catch (IllegalArgumentException e) {
      String where = found == null ? "the site's code" : found.where();
      String what = setting.isSecret() ? "its value cannot be read" : e.getMessage();
      problems.add(setting.key() + " (from " + where + "): " + what + ".");
    }
    return new Entry<>(setting, setting.defaultValue(), Origin.DEFAULT);
  }

  @SuppressWarnings("unchecked") // values are assigned through Setting<T> only
  private static <T> void develop(
      Map<Setting<?>, Entry<?>> entries, Setting<T> setting, Supplier<?> value) {
    if (entries.get(setting) instanceof Entry<?> entry && entry.origin() == Origin.DEFAULT) {
      entries.put(setting, new Entry<>(setting, (T) value.get(), Origin.DEVELOPMENT));
    }
  }

  /** The value of a setting. */
  public <T> T get(Setting<T> setting) {
    return entry(setting).value();
  }

  /** The value of a setting and where it came from. */
  @SuppressWarnings("unchecked") // load() stores each entry under its own setting
  public <T> Entry<T> entry(Setting<T> setting) {
    @Nullable Entry<?> entry = entries.get(setting);
    if (entry == null) {
      throw new ImproperlyConfigured(
          "The setting '"
              + setting.key()
              + "' is not declared. The app that reads it must be installed, and must name it in"
              + " configure(): config.settings(...).");
    }
    return (Entry<T>) entry;
  }

  /** Whether a setting is declared in this site. */
  public boolean declares(Setting<?> setting) {
    return entries.containsKey(setting);
  }

  /** All settings, in the order in which the apps declare them. */
  public Collection<Entry<?>> entries() {
    return entries.values();
  }

  /** Names in a file or in the environment that look like settings and are none. */
  public List<String> unknown() {
    return unknown;
  }
}
