package io.quintet.core.i18n.po;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a catalogue, in one pass. */
final class PoReader {
  private final String name;
  private final List<PoEntry> entries = new ArrayList<>();
  private int line;

  private List<String> comments = new ArrayList<>();
  private List<String> extracted = new ArrayList<>();
  private List<String> references = new ArrayList<>();
  private List<String> flags = new ArrayList<>();
  private List<String> previous = new ArrayList<>();
  private final StringBuilder context = new StringBuilder();
  private final StringBuilder id = new StringBuilder();
  private final StringBuilder plural = new StringBuilder();
  private final List<StringBuilder> texts = new ArrayList<>();
  private @Nullable StringBuilder current;
  private boolean hasId;
  private boolean obsolete;

  PoReader(String name) {
    this.name = name;
  }

  List<PoEntry> read(String source) {
    for (String text : source.split("\n", -1)) {
      line++;
      line(text.strip());
    }
    finish();
    return entries;
  }

  private void line(String text) {
    if (text.startsWith("#~")) {
      statement(text.substring(2).strip(), true);
    } else if (text.startsWith("#")) {
      comment(text);
    } else {
      statement(text, false);
    }
  }

  /** A remark belongs to the message after it. */
  private void comment(String text) {
    if (!texts.isEmpty()) {
      finish();
    }
    String rest = text.length() > 2 ? text.substring(2).strip() : "";
    switch (text.length() > 1 ? text.charAt(1) : ' ') {
      case '.' -> extracted.add(rest);
      case ':' -> references.addAll(words(rest, "\\s+"));
      case ',' -> flags.addAll(words(rest, "\\s*,\\s*"));
      case '|' -> previous.add(rest);
      default -> comments.add(text.substring(1).strip());
    }
  }

  private static List<String> words(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(separator));
  }

  private void statement(String text, boolean old) {
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("|")) {
      previous.add(text.substring(1).strip());
    } else if (text.startsWith("\"")) {
      append(text);
    } else {
      int quote = text.indexOf('"');
      start(quote < 0 ? text : text.substring(0, quote).strip(), old);
      append(quote < 0 ? "" : text.substring(quote));
    }
  }

  private void start(String word, boolean old) {
    if (word.equals("msgctxt") || word.equals("msgid") && hasId) {
      finish();
    }
    obsolete = old;
    switch (word) {
      case "msgctxt" -> current = context;
      case "msgid" -> {
        current = id;
        hasId = true;
      }
      case "msgid_plural" -> current = plural;
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
    if (hasId) {
      if (texts.isEmpty()) {
        throw wrong("the message '" + id + "' has no msgstr");
      }
      entries.add(
          new PoEntry(
              comments,
              extracted,
              references,
              flags,
              previous,
              context.toString(),
              id.toString(),
              plural.toString(),
              texts.stream().map(StringBuilder::toString).toList(),
              obsolete));
      comments = new ArrayList<>();
      extracted = new ArrayList<>();
      references = new ArrayList<>();
      flags = new ArrayList<>();
      previous = new ArrayList<>();
    }
    context.setLength(0);
    id.setLength(0);
    plural.setLength(0);
    texts.clear();
    current = null;
    hasId = false;
  }
}
