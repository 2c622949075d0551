package io.quintet.core.i18n.po;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translations of one language, to be looked up. */
public final class Catalog {
  private final Map<String, List<String>> messages;
  private final PluralRule plurals;

  Catalog(Map<String, List<String>> messages, PluralRule plurals) {
    this.messages = Map.copyOf(messages);
    this.plurals = plurals;
  }

  /**
   * Reads a catalogue for programs.
   *
   * @param name what errors call it
   * @throws IllegalArgumentException if it is malformed
   */
  public static Catalog ofBinary(String name, byte[] bytes) {
    Map<String, List<String>> messages = new LinkedHashMap<>();
    Map<String, String> pairs = MoFile.read(name, bytes);
    pairs.forEach((id, text) -> {
      if (!id.isEmpty()) {
        int plural = id.indexOf('\0');
        messages.put(plural < 0 ? id : id.substring(0, plural), List.of(text.split("\0", -1)));
      }
    });
    return new Catalog(messages, PluralRule.ofHead(pairs.getOrDefault("", "")));
  }

  /** The translation of a message; empty when there is none. */
  public Optional<String> find(String context, String message) {
    return text(context, message, 0);
  }

  /** The translation of a message for a number; empty when there is none. */
  public Optional<String> find(String context, String singular, long number) {
    return text(context, singular, plurals.form(number));
  }

  private Optional<String> text(String context, String message, int form) {
    List<String> found = messages.get(context.isEmpty() ? message : context + '\u0004' + message);
    return found == null || form >= found.size() || found.get(form).isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(form));
  }
}
