package io.quintet.core.i18n.po;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a catalogue up to the messages that the sources have now. Translations are kept; a new
 * message that resembles one that has gone gets its translation, marked fuzzy; what has gone stays
 * at the end of the file as obsolete.
 */
public final class PoMerge {
  /** How alike two messages must be: the share of their pairs of characters. */
  private static final double ALIKE = 0.6;

  private static final int LONGEST = 1000;
  private static final int MOST_CANDIDATES = 500;

  private final Map<String, PoEntry> known = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final PoFile file;

  private PoMerge(PoFile file, PoFile found) {
    this.file = file;
    for (PoEntry entry : file.entries()) {
      if (!entry.isHead()) {
        known.merge(entry.key(), entry, (a, b) -> a.obsolete() ? b : a);
      }
    }
    gone.addAll(known.keySet());
    found.entries().forEach(entry -> gone.remove(entry.key()));
  }

  /**
   * The catalogue as it should be.
   *
   * @param file the catalogue as it is
   * @param found the messages that the sources have, in the order to write them in
   * @param keepObsolete whether translations of messages that have gone stay
   */
  public static PoFile merge(PoFile file, PoFile found, boolean keepObsolete) {
    return new PoMerge(file, found).merged(found, keepObsolete);
  }

  private PoFile merged(PoFile found, boolean keepObsolete) {
    List<PoEntry> entries = new ArrayList<>();
    file.entries().stream().filter(PoEntry::isHead).findFirst().ifPresent(entries::add);
    for (PoEntry message : found.entries()) {
      PoEntry old = known.get(message.key());
      entries.add(old != null && !old.texts().isEmpty() ? kept(message, old) : guessed(message));
    }
    if (keepObsolete) {
      for (String key : gone) {
        PoEntry old = known.get(key);
        if (old != null && old.texts().stream().anyMatch(text -> !text.isEmpty())) {
          entries.add(old.asObsolete());
        }
      }
    }
    return new PoFile(entries);
  }

  /** The message with its translation; one that got or lost its plural has to be looked at. */
  private PoEntry kept(PoEntry message, PoEntry old) {
    if (old.texts().stream().allMatch(String::isEmpty) && !old.isFuzzy()) {
      return with(message, old, List.of(), old.comments(), List.of(), false);
    }
    boolean same = old.plural().equals(message.plural());
    List<String> texts =
        old.plural().isEmpty() == message.plural().isEmpty()
            ? old.texts()
            : List.of(old.texts().getFirst());
    List<String> previous = same ? old.previous() : previous(old);
    return with(message, old, texts, old.comments(), previous, old.isFuzzy() || !same);
  }

  private PoEntry guessed(PoEntry message) {
    PoEntry best = null;
    double most = ALIKE;
    for (String key : gone.stream().limit(MOST_CANDIDATES).toList()) {
      PoEntry candidate = known.get(key);
      if (candidate == null
          || !candidate.isTranslated()
          || candidate.plural().isEmpty() != message.plural().isEmpty()) {
        continue;
      }
      double alike = alike(candidate.id(), message.id());
      if (alike > most) {
        most = alike;
        best = candidate;
      }
    }
    if (best == null) {
      return message;
    }
    gone.remove(best.key());
    return with(message, best, best.texts(), best.comments(), previous(best), true);
  }

  private static PoEntry with(
      PoEntry message,
      PoEntry old,
      List<String> texts,
      List<String> comments,
      List<String> previous,
      boolean fuzzy) {
    Set<String> flags = new LinkedHashSet<>();
    if (fuzzy) {
      flags.add(PoEntry.FUZZY);
    }
    flags.addAll(message.flags());
    old.flags().stream()
        .filter(flag -> !flag.equals(PoEntry.FUZZY) && !flag.endsWith("-format"))
        .forEach(flags::add);
    return new PoEntry(
        comments,
        message.extracted(),
        message.references(),
        List.copyOf(flags),
        fuzzy ? previous : List.of(),
        message.context(),
        message.id(),
        message.plural(),
        texts,
        false);
  }

  private static List<String> previous(PoEntry old) {
    PoEntry words =
        PoEntry.found(old.context(), old.id(), old.plural(), List.of(), List.of(), List.of());
    return PoWriter.text(words, 1).lines().filter(line -> !line.startsWith("msgstr")).toList();
  }

  /** The share of neighbouring pairs of characters that two texts have in common, from 0 to 1. */
  static double alike(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST || a.length() < 2 || b.length() < 2) {
      return 0;
    }
    Map<String, Integer> pairs = new LinkedHashMap<>();
    for (int i = 0; i + 2 <= a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 2 <= b.length(); i++) {
      Integer left = pairs.get(b.substring(i, i + 2));
      if (left != null && left > 0) {
        pairs.put(b.substring(i, i + 2), left - 1);
        common++;
      }
    }
    return 2.0 * common / (a.length() + b.length() - 2);
  }
}
