package io.quintet.http;

import io.quintet.http.internal.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The header lines of a request or response: immutable, in order, names without regard to case.
 *
 * <p>A name must be an HTTP token and a value may hold no CR, LF, NUL or other control character,
 * so that no value can start a header line of its own; anything else is refused with {@link
 * IllegalArgumentException}.
 */
public final class Headers {
  /** One header line. */
  public record Header(String name, String value) {
    /** Checks both parts. */
    public Header {
      checkName(name);
      checkValue(name, value);
    }
  }

  private static final Headers NONE = new Headers(new Header[0]);
  private static final boolean[] TOKEN = tokenCharacters();

  /** Never changed. */
  private final Header[] lines;

  private Headers(Header[] lines) {
    this.lines = lines;
  }

  /** No headers at all. */
  public static Headers none() {
    return NONE;
  }

  /** Headers of alternating names and values: {@code Headers.of("Accept", "text/html")}. */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Headers.of needs a value for every name; found " + namesAndValues.length);
    }
    Header[] lines = new Header[namesAndValues.length / 2];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new Header(namesAndValues[2 * i], namesAndValues[2 * i + 1]);
    }
    return new Headers(lines);
  }

  /** Headers of the given lines, in their order. */
  public static Headers of(Collection<Header> lines) {
    return lines.isEmpty() ? NONE : new Headers(lines.toArray(new Header[0]));
  }

  /** The first value of a header, if it is present. */
  public Optional<String> get(String name) {
    int index = indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(lines[index].value);
  }

  private int indexOf(String name) {
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].name.equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The first value of a header, or the fallback. */
  public String get(String name, String fallback) {
    return get(name).orElse(fallback);
  }

  /** Every value of a header, in order; empty if it is absent. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    for (Header line : lines) {
      if (line.name.equalsIgnoreCase(name)) {
        values.add(line.value);
      }
    }
    return List.copyOf(values);
  }

  /**
   * The values of a list header such as {@code Accept} or {@code Vary} as one line, joined by
   * commas.
   */
  public Optional<String> joined(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** Whether the header is present. */
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /** These headers with one value for the name: earlier lines of that name are replaced. */
  public Headers with(String name, String value) {
    Header added = new Header(name, value);
    int first = indexOf(name);
    if (first < 0) {
      return adding(added);
    }
    List<Header> result = new ArrayList<>(lines.length);
    for (int i = 0; i < lines.length; i++) {
      if (i == first) {
        result.add(added);
      } else if (i < first || !lines[i].name.equalsIgnoreCase(name)) {
        result.add(lines[i]);
      }
    }
    return of(result);
  }

  /** These headers and one more line, even if the name is there already. */
  public Headers adding(String name, String value) {
    return adding(new Header(name, value));
  }

  private Headers adding(Header added) {
    Header[] result = Arrays.copyOf(lines, lines.length + 1);
    result[lines.length] = added;
    return new Headers(result);
  }

  /** These headers without the name. */
  public Headers without(String name) {
    if (!has(name)) {
      return this;
    }
    return of(Stream.of(lines).filter(line -> !line.name.equalsIgnoreCase(name)).toList());
  }

  /** These headers with a name added to {@code Vary}, unless it is there or {@code *} is. */
  public Headers varyingBy(String name) {
    String vary = joined("Vary").orElse("");
    for (String known : vary.split(",", -1)) {
      if (known.strip().equalsIgnoreCase(name) || known.strip().equals("*")) {
        return this;
      }
    }
    return with("Vary", vary.isBlank() ? name : vary + ", " + name);
  }

  /** The names, each once, as first spelled. */
  public Set<String> names() {
    Set<String> lower = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Header line : lines) {
      if (lower.add(line.name.toLowerCase(Locale.ROOT))) {
        names.add(line.name);
      }
    }
    return names;
  }

  /** Every line, in order. */
  public List<Header> lines() {
    return Collections.unmodifiableList(Arrays.asList(lines));
  }

  /** Gives every line to a reader, in order. */
  public void forEach(Consumer<? super Header> reader) {
    for (Header line : lines) {
      reader.accept(line);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers headers && Arrays.equals(headers.lines, lines);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines);
  }

  @Override
  public String toString() {
    return Arrays.toString(lines);
  }

  private static void checkName(String name) {
    boolean token = !name.isEmpty();
    for (int i = 0; token && i < name.length(); i++) {
      char c = name.charAt(i);
      token = c < TOKEN.length && TOKEN[c];
    }
    if (!token) {
      throw new IllegalArgumentException(
          "Header name " + Text.quote(name) + " is not a token: use letters, digits and - only");
    }
  }

  private static void checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean allowed = c == '\t' || (c >= 0x20 && c < 0x7f) || c >= 0xa0;
      if (!allowed) {
        throw refused(name, c, i, "line breaks and control characters are not allowed in a header");
      }
    }
  }

  /**
   * Refuses values that cannot be sent: a server must not cut characters down to bytes that mean
   * something else.
   */
  Headers requireLatin1() {
    for (Header line : lines) {
      for (int i = 0; i < line.value.length(); i++) {
        if (line.value.charAt(i) > 0xff) {
          throw refused(line.name, line.value.charAt(i), i, "a header is sent in Latin-1");
        }
      }
    }
    return this;
  }

  private static IllegalArgumentException refused(String name, char c, int position, String rule) {
    return new IllegalArgumentException(
        "Header %s has the character U+%04X at position %d; %s: encode the value first"
            .formatted(name, (int) c, position, rule));
  }

  static boolean isTokenCharacter(int c) {
    return c >= 0 && c < TOKEN.length && TOKEN[c];
  }

  private static boolean[] tokenCharacters() {
    boolean[] token = new boolean[0x80];
    for (int c = 0; c < token.length; c++) {
      token[c] =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
    return token;
  }
}
