package io.quintet.core.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments and options that a command declares. */
public final class Options {

  enum Kind {
    FLAG,
    OPTION,
    ARGUMENT,
    OPTIONAL_ARGUMENT,
    ARGUMENTS
  }

  record Declared(
      Kind kind, String name, String valueName, @Nullable String fallback, String help) {}

  private final List<Declared> declared = new ArrayList<>();

  Options() {}

  /** A switch, such as {@code --dry-run}; read by {@link CommandContext#flag}. */
  public Options flag(String name, String help) {
    return add(new Declared(Kind.FLAG, dashed(name), "", null, help));
  }

  /** An option with a value, such as {@code --name NAME}; absent unless given. */
  public Options option(String name, String valueName, String help) {
    return add(new Declared(Kind.OPTION, dashed(name), valueName, null, help));
  }

  /** An option with a value and a default. */
  public Options option(String name, String valueName, String fallback, String help) {
    return add(new Declared(Kind.OPTION, dashed(name), valueName, fallback, help));
  }

  /** An argument that must be given. */
  public Options argument(String name, String help) {
    return add(new Declared(Kind.ARGUMENT, name, name, null, help));
  }

  /** An argument that may be given. */
  public Options optionalArgument(String name, String help) {
    return add(new Declared(Kind.OPTIONAL_ARGUMENT, name, name, null, help));
  }

  /** All remaining arguments, perhaps none. */
  public Options arguments(String name, String help) {
    return add(new Declared(Kind.ARGUMENTS, name, name, null, help));
  }

  List<Declared> declared() {
    return declared;
  }

  private static String dashed(String name) {
    if (!name.startsWith("--")) {
      throw new IllegalArgumentException(
          "An option begins with two dashes: write \"--"
              + name
              + "\" instead of \""
              + name
              + "\".");
    }
    return name;
  }

  private Options add(Declared option) {
    declared.add(option);
    return this;
  }
}
