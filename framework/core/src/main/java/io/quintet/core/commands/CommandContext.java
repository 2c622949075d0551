package io.quintet.core.commands;

import io.quintet.core.SiteContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command was called with, and where it writes. */
public final class CommandContext {
  private final SiteContext site;
  private final Terminal terminal;
  private final Map<String, List<String>> values;

  CommandContext(SiteContext site, Terminal terminal, Map<String, List<String>> values) {
    this.site = site;
    this.terminal = terminal;
    this.values = Map.copyOf(values);
  }

  /** The site. */
  public SiteContext site() {
    return site;
  }

  /** Where to write and ask. */
  public Terminal terminal() {
    return terminal;
  }

  /** Whether a switch was given, named with or without its dashes. */
  public boolean flag(String name) {
    return values.containsKey(plain(name));
  }

  /** The value of an option, given or by default. */
  public Optional<String> option(String name) {
    @Nullable List<String> found = values.get(plain(name));
    return found == null || found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** The value of an argument that must be given. */
  public String argument(String name) {
    return option(name)
        .orElseThrow(() -> new IllegalArgumentException("No argument '" + name + "' is declared"));
  }

  /** The values of the remaining arguments. */
  public List<String> arguments(String name) {
    return values.getOrDefault(plain(name), List.of());
  }

  /** Prints a line. */
  public void line(String text) {
    terminal.line(text);
  }

  static String plain(String name) {
    return name.startsWith("--") ? name.substring(2) : name;
  }
}
