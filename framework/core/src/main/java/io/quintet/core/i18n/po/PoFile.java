package io.quintet.core.i18n.po;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue of translations as gettext's tools write it, with all that people wrote into it.
 *
 * @param entries the messages in the order of the file, its head among them
 */
public record PoFile(List<PoEntry> entries) {

  /** Copies the list. */
  public PoFile {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a catalogue.
   *
   * @param name what errors call it
   * @throws IllegalArgumentException if it is malformed; the message names the line
   */
  public static PoFile parse(String name, String source) {
    return new PoFile(new PoReader(name).read(source));
  }

  /** Messages that were found in sources, each once. */
  public static PoFile collected(List<PoEntry> found) {
    Map<String, PoEntry> byKey = new LinkedHashMap<>();
    found.forEach(entry -> byKey.merge(entry.key(), entry, PoEntry::and));
    return new PoFile(List.copyOf(byKey.values()));
  }

  /** The head of the file, empty if it has none. */
  public String head() {
    return entries.stream()
        .filter(entry -> entry.isHead() && !entry.obsolete() && !entry.texts().isEmpty())
        .map(entry -> entry.texts().getFirst())
        .findFirst()
        .orElse("");
  }

  /** A field of the head, such as {@code Language}. */
  public Optional<String> head(String field) {
    return head()
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst();
  }

  /** How many forms the plural has, 2 unless the head says otherwise. */
  public int forms() {
    return PluralRule.forms(head());
  }

  /**
   * The translations to look up: those that are there and not fuzzy.
   *
   * @throws IllegalArgumentException if the rule of plurals in the head is none
   */
  public Catalog catalog() {
    Map<String, List<String>> messages = new LinkedHashMap<>();
    for (PoEntry entry : entries) {
      if (!entry.isHead() && !entry.obsolete() && !entry.isFuzzy()) {
        messages.put(entry.key(), entry.texts());
      }
    }
    return new Catalog(messages, PluralRule.ofHead(head()));
  }

  /** The catalogue for programs, as gettext's {@code msgfmt} writes it. */
  public byte[] binary() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("", head());
    for (PoEntry entry : entries) {
      if (!entry.isHead() && !entry.obsolete() && !entry.isFuzzy() && entry.isTranslated()) {
        String plural = entry.plural().isEmpty() ? "" : "\0" + entry.plural();
        pairs.put(entry.key() + plural, String.join("\0", entry.texts()));
      }
    }
    return MoFile.write(pairs);
  }

  /** The file as text. */
  public String text() {
    List<String> parts = new ArrayList<>();
    entries.forEach(entry -> parts.add(PoWriter.text(entry, forms())));
    return String.join("\n", parts);
  }
}
