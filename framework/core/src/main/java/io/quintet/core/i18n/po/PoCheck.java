package io.quintet.core.i18n.po;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds mistakes in translations that would show on a page. */
public final class PoCheck {
  private static final Pattern NAMED = Pattern.compile("%\\((\\w+)\\)[sd]");
  private static final Pattern NUMBERED =
      Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z]");

  private PoCheck() {}

  /** What is wrong with a catalogue, a sentence for each; empty if nothing is. */
  public static List<String> of(PoFile file) {
    List<String> problems = new ArrayList<>();
    try {
      file.catalog();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    Set<String> seen = new TreeSet<>();
    for (PoEntry entry : file.entries()) {
      if (entry.obsolete()) {
        continue;
      }
      if (!seen.add(entry.key())) {
        problems.add(shown(entry) + " stands twice in the file");
      }
      if (!entry.isHead() && !entry.isFuzzy() && entry.isTranslated()) {
        check(entry, file.forms(), problems);
      }
    }
    return problems;
  }

  private static void check(PoEntry entry, int forms, List<String> problems) {
    if (!entry.plural().isEmpty() && entry.texts().size() != forms) {
      problems.add(
          "%s has %d forms, the head of the file says %d"
              .formatted(shown(entry), entry.texts().size(), forms));
    }
    Set<String> known = placeholders(entry, entry.id() + entry.plural());
    for (String text : entry.texts()) {
      Set<String> used = placeholders(entry, text);
      for (String one : used) {
        if (!known.contains(one)) {
          problems.add(
              "the translation of %s has %s, which the message has not; it has: %s"
                  .formatted(
                      shown(entry), one, known.isEmpty() ? "none" : String.join(", ", known)));
        }
      }
      if (entry.plural().isEmpty() && !used.containsAll(known)) {
        known.stream()
            .filter(one -> !used.contains(one))
            .forEach(
                one -> problems.add("the translation of %s lacks %s".formatted(shown(entry), one)));
      }
    }
  }

  private static Set<String> placeholders(PoEntry entry, String text) {
    Set<String> found = new TreeSet<>();
    Pattern pattern =
        entry.flags().contains("python-format")
            ? NAMED
            : entry.flags().contains("java-printf-format") ? NUMBERED : null;
    if (pattern != null) {
      Matcher matcher = pattern.matcher(text.replace("%%", ""));
      while (matcher.find()) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  private static String shown(PoEntry entry) {
    return "'"
        + entry.id().strip()
        + "'"
        + (entry.context().isEmpty() ? "" : " (" + entry.context() + ")");
  }
}
