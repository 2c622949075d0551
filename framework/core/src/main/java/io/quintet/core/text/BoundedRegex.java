package io.quintet.core.text;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for texts that strangers send: a search reads at most {@value #MOST_STEPS}
 * characters, counted again each time it goes back, and then gives up and finds nothing. So no text
 * costs more than some milliseconds, whatever the expression.
 *
 * <p>Both Python's and Java's spelling of groups are understood: {@code (?P<year>[0-9]{4})} and
 * {@code (?<year>[0-9]{4})}. As in Python, {@code \d}, {@code \w} and {@code \s} mean all of
 * Unicode, and {@code \Z} is the very end.
 */
public final class BoundedRegex {
  /** How many characters a search reads. */
  public static final int MOST_STEPS = 1_000_000;

  private static final Logger LOG = System.getLogger("io.quintet.core.text");

  private final String source;
  private final Pattern pattern;
  private final Map<String, Integer> names;

  private BoundedRegex(String source, Pattern pattern, Map<String, Integer> names) {
    this.source = source;
    this.pattern = pattern;
    this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /**
   * Compiles an expression.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static BoundedRegex compile(String source) {
    return compile(source, 0);
  }

  /**
   * Compiles an expression with flags of {@link Pattern}, such as {@link Pattern#CASE_INSENSITIVE}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static BoundedRegex compile(String source, int flags) {
    RegexTranslation translation = new RegexTranslation(source);
    String java = translation.translate();
    Pattern pattern =
        Pattern.compile(java, flags | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
    return new BoundedRegex(source, pattern, translation.names());
  }

  /** What was found: the groups by number and by name; a group that took no part is null. */
  public record Found(int end, List<@Nullable String> groups, Map<String, @Nullable String> named) {
    /** Copies the parts, which may hold nulls. */
    public Found {
      groups = Collections.unmodifiableList(new ArrayList<>(groups));
      named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }
  }

  /** The expression as it was given. */
  public String source() {
    return source;
  }

  /** The names of its groups, in order. */
  public List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** How many groups it has, named or not. */
  public int groupCount() {
    return pattern.matcher("").groupCount();
  }

  /** The first place where it fits, anywhere in the text. */
  public Optional<Found> search(String text) {
    return apply(text, Matcher::find);
  }

  /** The whole text, if it fits. */
  public Optional<Found> fullMatch(String text) {
    return apply(text, Matcher::matches);
  }

  private Optional<Found> apply(String text, Predicate<Matcher> how) {
    Matcher matcher = pattern.matcher(new Steps(text, new int[] {MOST_STEPS}));
    try {
      return how.test(matcher) ? Optional.of(found(text, matcher)) : Optional.empty();
    } catch (TooManySteps | StackOverflowError e) {
      LOG.log(
          Level.WARNING,
          "The regular expression {0} was given up after {1} steps on a text of {2} characters",
          source,
          MOST_STEPS,
          text.length());
      return Optional.empty();
    }
  }

  private Found found(String text, Matcher matcher) {
    List<@Nullable String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(group(text, matcher, i));
    }
    Map<String, @Nullable String> named = new LinkedHashMap<>();
    names.forEach((name, index) -> named.put(name, group(text, matcher, index)));
    return new Found(matcher.end(), groups, named);
  }

  private static @Nullable String group(String text, Matcher matcher, int index) {
    int start = matcher.start(index);
    return start < 0 ? null : text.substring(start, matcher.end(index));
  }

  /** The text, whose characters are counted as they are read. */
  private record Steps(String text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("", null, false, false);
    }
  }
}
