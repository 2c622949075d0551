package io.quintet.http.routing;

import io.quintet.core.text.BoundedRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Matches the whole rest of a path: runs of literals and values, and regular expressions between
 * them. As in Django, each regular expression is searched once, where the parts before it end.
 */
final class TailMatcher {
  private static final int LONGEST_BEFORE_EXPRESSION = 2_000;

  /** The plain text that an anchored expression begins with, up to its last slash. */
  private static final Pattern PLAIN_START = Pattern.compile("\\^([\\w-]+)/(?![?*{+])[^|]*");

  /** Literals and values, or one expression. */
  private record Step(@Nullable PartMatcher run, PathPart.@Nullable Expression expression) {}

  private final List<Step> steps = new ArrayList<>();
  private final @Nullable String firstSegment;

  TailMatcher(List<PathPart> parts) {
    List<PathPart> run = new ArrayList<>();
    for (PathPart part : parts) {
      if (part instanceof PathPart.Expression expression) {
        if (!run.isEmpty()) {
          steps.add(new Step(new PartMatcher(List.copyOf(run)), null));
          run.clear();
        }
        steps.add(new Step(null, expression));
      } else {
        run.add(part);
      }
    }
    if (!run.isEmpty()) {
      steps.add(new Step(new PartMatcher(List.copyOf(run)), null));
    }
    firstSegment =
        parts.getFirst() instanceof PathPart.Expression(BoundedRegex regex) ? start(regex) : null;
  }

  private static @Nullable String start(BoundedRegex regex) {
    Matcher plain = PLAIN_START.matcher(regex.source());
    return plain.matches() ? plain.group(1) : null;
  }

  /** The first segment of every text that fits, or null if it is not known. */
  @Nullable String firstSegment() {
    return firstSegment;
  }

  /** Adds the values to the list and returns true, or leaves the list as it was. */
  boolean match(String text, List<@Nullable Object> values) {
    int before = values.size();
    boolean found = match(0, text, values);
    while (!found && values.size() > before) {
      values.removeLast();
    }
    return found;
  }

  private boolean match(int index, String text, List<@Nullable Object> values) {
    if (index == steps.size()) {
      return text.isEmpty();
    }
    Step step = steps.get(index);
    if (step.expression() != null) {
      return expression(index, step.expression().regex(), text, values);
    }
    if (step.run() == null) {
      return false;
    }
    return index == steps.size() - 1
        ? step.run().match(text, values)
        : run(index, step.run(), text, values);
  }

  private boolean expression(
      int index, BoundedRegex regex, String text, List<@Nullable Object> values) {
    boolean last = index == steps.size() - 1;
    Optional<BoundedRegex.Found> found =
        last && regex.source().endsWith("$") ? regex.fullMatch(text) : regex.search(text);
    if (found.isEmpty()) {
      return false;
    }
    values.addAll(regex.names().isEmpty() ? found.get().groups() : found.get().named().values());
    return last || match(index + 1, text.substring(found.get().end()), values);
  }

  /** Literals and values before an expression take as much as they can. */
  private boolean run(int index, PartMatcher run, String text, List<@Nullable Object> values) {
    int before = values.size();
    if (text.length() > LONGEST_BEFORE_EXPRESSION) {
      return false;
    }
    for (int end = text.length(); end > 0; end--) {
      if (run.match(text.substring(0, end), values)) {
        if (match(index + 1, text.substring(end), values)) {
          return true;
        }
        while (values.size() > before) {
          values.removeLast();
        }
      }
    }
    return false;
  }
}
