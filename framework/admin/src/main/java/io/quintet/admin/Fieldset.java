package io.quintet.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fields that stand together in a form.
 *
 * <pre>{@code
 * Fieldset.named("Publication").line("published", "status").fields("tags").collapsed()
 * }</pre>
 */
public final class Fieldset {
  private final String name;
  private final String description;
  private final boolean collapsed;
  private final List<List<String>> lines;

  private Fieldset(String name, String description, boolean collapsed, List<List<String>> lines) {
    this.name = name;
    this.description = description;
    this.collapsed = collapsed;
    this.lines = List.copyOf(lines);
  }

  /** A fieldset with a heading; an empty name for none. */
  public static Fieldset named(String name) {
    return new Fieldset(name, "", false, List.of());
  }

  /** Adds fields, each on a line of its own. */
  public Fieldset fields(String... names) {
    List<List<String>> all = new ArrayList<>(lines);
    for (String field : names) {
      all.add(List.of(field));
    }
    return new Fieldset(name, description, collapsed, all);
  }

  /** Adds fields that share a line. */
  public Fieldset line(String... names) {
    List<List<String>> all = new ArrayList<>(lines);
    all.add(List.of(names));
    return new Fieldset(name, description, collapsed, all);
  }

  /** A sentence under the heading. */
  public Fieldset description(String sentence) {
    return new Fieldset(name, sentence, collapsed, lines);
  }

  /** Closed until somebody opens it, or a field in it has an error. */
  public Fieldset collapsed() {
    return new Fieldset(name, description, true, lines);
  }

  Fieldset without(Set<String> excluded) {
    List<List<String>> kept =
        lines.stream()
            .map(line -> line.stream().filter(field -> !excluded.contains(field)).toList())
            .filter(line -> !line.isEmpty())
            .toList();
    return new Fieldset(name, description, collapsed, kept);
  }

  String name() {
    return name;
  }

  String description() {
    return description;
  }

  boolean isCollapsed() {
    return collapsed;
  }

  List<List<String>> lines() {
    return lines;
  }

  List<String> names() {
    return lines.stream().flatMap(List::stream).toList();
  }
}
