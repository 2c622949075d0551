package io.quintet.templates.i18n;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A catalogue of translations as gettext's tools write it. */
public final class PoFile {
  private static final char CONTEXT_END = '\u0004';
  private static final String PLURALS = "Plural-Forms:";

  private final String name;
  private final Map<String, List<String>> messages = new HashMap<>();
  private PluralRule plurals = PluralRule.ENGLISH;
  private int line;

  private final StringBuilder context = new StringBuilder();
  private final StringBuilder id = new StringBuilder();
  private final List<StringBuilder> texts = new ArrayList<>();
  private @Nullable StringBuilder current;
  private boolean inContext;
  private boolean fuzzy;
  private boolean nextFuzzy;
  private boolean started;

  private PoFile(String name) {
    this.name = name;
  }

  /**
   * Reads a catalogue.
   *
   * @throws IllegalArgumentException if it is malformed; the message names the line
   */
  public static PoFile parse(String name, String source) {
    PoFile file = new PoFile(name);
    for (String line : source.split("\n", -1)) {
      file.line++;
      file.line(line.strip());
    }
    file.finish();
    return file;
  }

  /** The translation of a message. */
  public Optional<String> find(String place, String message) {
    return text(place, message, 0);
  }

  /** The translation of a message for a number. */
  public Optional<String> find(String place, String singular, long number) {
    return text(place, singular, plurals.form(number));
  }

  private Optional<String> text(String place, String message, int form) {
    List<String> found = messages.get(place.isEmpty() ? message : place + CONTEXT_END + message);
    return found == null || form >= found.size() || found.get(form).isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(form));
  }

  private void line(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("#")) {
      if (text.startsWith("#,") && text.contains("fuzzy")) {
        finish();
        nextFuzzy = true;
      }
      return;
    }
    if (text.startsWith("\"")) {
      append(text);
      return;
    }
    int space = text.indexOf('"');
    String word = space < 0 ? text : text.substring(0, space).strip();
    start(word);
    append(space < 0 ? "" : text.substring(space));
  }

  private void start(String word) {
    if (word.equals("msgctxt") || word.equals("msgid") && !inContext) {
      finish();
      started = true;
      fuzzy = nextFuzzy;
      nextFuzzy = false;
    }
    inContext = word.equals("msgctxt");
    switch (word) {
      case "msgctxt" -> current = context;
      case "msgid" -> current = id;
      case "msgid_plural" -> current = new StringBuilder();
      default -> {
        if (!word.equals("msgstr") && !(word.startsWith("msgstr[") && word.endsWith("]"))) {
          throw wrong("'" + word + "' is none of msgctxt, msgid, msgid_plural, msgstr, msgstr[n]");
        }
        current = new StringBuilder();
        texts.add(current);
      }
    }
  }

  private void append(String quoted) {
    StringBuilder into = current;
    if (into == null || quoted.length() < 2 || !quoted.endsWith("\"")) {
      throw wrong("a text in double quotes is expected");
    }
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length() - 1) {
        c = quoted.charAt(++i);
        into.append(
            switch (c) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> c;
            });
      } else {
        into.append(c);
      }
    }
  }

  private IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException("The catalogue " + name + ":" + line + ": " + reason + ".");
  }

  private void finish() {
    if (started) {
      if (id.isEmpty() && context.isEmpty()) {
        header(texts.isEmpty() ? "" : texts.getFirst().toString());
      } else if (!fuzzy) {
        String key = context.isEmpty() ? id.toString() : context.toString() + CONTEXT_END + id;
        messages.put(key, texts.stream().map(StringBuilder::toString).toList());
      }
    }
    context.setLength(0);
    id.setLength(0);
    texts.clear();
    started = false;
    inContext = false;
  }

  private void header(String text) {
    int at = text.indexOf(PLURALS);
    int rule = at < 0 ? -1 : text.indexOf("plural=", at + PLURALS.length());
    if (rule >= 0) {
      int end = text.indexOf(';', rule);
      int newLine = text.indexOf('\n', rule);
      int stop = end >= 0 ? end : newLine >= 0 ? newLine : text.length();
      try {
        plurals = PluralRule.parse(text.substring(rule + "plural=".length(), stop));
      } catch (IllegalArgumentException e) {
        throw wrong(e.getMessage() == null ? "the rule of plurals" : e.getMessage());
      }
    }
  }
}
