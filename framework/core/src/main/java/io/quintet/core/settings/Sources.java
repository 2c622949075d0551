package io.quintet.core.settings;

import io.quintet.core.settings.Settings.Origin;
import io.quintet.core.text.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts that settings are read from: environment, {@code .env}, {@code settings.properties}.
 */
record Sources(
    Map<String, String> environment, Map<String, String> dotEnv, Map<String, String> file) {

  /** Variables of the framework that are read before there are settings, or by one command only. */
  private static final Set<String> RESERVED =
      Set.of("QUINTET_BASE_DIR", "QUINTET_SUPERUSER_PASSWORD");

  /** A text and where it stood. */
  record Found(String text, Origin origin, String where) {}

  static Sources read(Path baseDir, Map<String, String> environment, List<String> problems) {
    return new Sources(
        environment,
        dotEnv(baseDir.resolve(".env"), problems),
        properties(baseDir.resolve("settings.properties"), problems));
  }

  @Nullable Found find(Setting<?> setting) {
    @Nullable String text = environment.get(setting.variable());
    if (text != null) {
      return new Found(text, Origin.ENVIRONMENT, "the environment, " + setting.variable());
    }
    text = dotEnv.get(setting.variable());
    if (text != null) {
      return new Found(text, Origin.DOT_ENV, ".env, " + setting.variable());
    }
    text = file.get(setting.key());
    return text == null ? null : new Found(text, Origin.FILE, "settings.properties");
  }

  List<String> unknown(Collection<Setting<?>> declared) {
    List<String> variables = declared.stream().map(Setting::variable).toList();
    List<String> keys = declared.stream().<String>map(Setting::key).toList();
    List<String> unknown = new ArrayList<>();
    var names = new TreeSet<>(environment.keySet());
    names.addAll(dotEnv.keySet());
    for (String name : names) {
      if (name.startsWith("QUINTET_") && !variables.contains(name) && !RESERVED.contains(name)) {
        unknown.add(name + Nearest.suggestion(name, variables));
      }
    }
    for (String key : file.keySet()) {
      if (!keys.contains(key)) {
        unknown.add(key + Nearest.suggestion(key, keys));
      }
    }
    return unknown;
  }

  private static Map<String, String> dotEnv(Path path, List<String> problems) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!Files.isRegularFile(path)) {
      return values;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("export ")) {
          text = text.substring("export ".length()).strip();
        }
        int equals = text.indexOf('=');
        if (equals <= 0) {
          problems.add(".env, line " + number + ": expected NAME=value.");
          continue;
        }
        values.put(text.substring(0, equals).strip(), unquote(text.substring(equals + 1).strip()));
      }
    } catch (IOException e) {
      problems.add(".env cannot be read: " + e.getMessage() + ".");
    }
    return values;
  }

  private static String unquote(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static Map<String, String> properties(Path path, List<String> problems) {
    Map<String, String> values = new LinkedHashMap<>();
    if (Files.isRegularFile(path)) {
      var properties = new Properties();
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        problems.add("settings.properties cannot be read: " + e.getMessage() + ".");
      }
      for (String key : properties.stringPropertyNames()) {
        values.put(key, properties.getProperty(key));
      }
    }
    return values;
  }
}
