package io.quintet.core;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from a name to one or more texts, in the order of first appearance: the data of
 * a query string or of a form.
 *
 * <p>{@link #get} gives the last value of a name, as a browser's user means it; {@link #list} gives
 * all.
 */
public final class MultiMap {
  /** More fields than this are refused by {@link #parse(String)}. */
  public static final int MAX_FIELDS = 1000;

  private static final MultiMap EMPTY = new MultiMap(Map.of());

  private final Map<String, List<String>> values;

  private MultiMap(Map<String, List<String>> values) {
    this.values = values;
  }

  /** No names. */
  public static MultiMap empty() {
    return EMPTY;
  }

  /** A builder; the names keep the order in which they are added. */
  public static Builder builder() {
    return new Builder();
  }

  /** Names and values in turn: {@code of("a", "1", "b", "2")}. */
  public static MultiMap of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Names and values must come in pairs, but there are " + namesAndValues.length);
    }
    Builder builder = builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /** Every name with its list of values. */
  public static MultiMap copyOf(Map<String, ? extends Collection<String>> source) {
    Builder builder = builder();
    source.forEach((name, list) -> list.forEach(value -> builder.add(name, value)));
    return builder.build();
  }

  /**
   * Reads a query string or a form body in UTF-8: {@code a=1&b=2&a=3}. Only {@code &} separates;
   * broken escapes are kept as they are.
   *
   * @throws TooManyFields if there are more than {@link #MAX_FIELDS}
   */
  public static MultiMap parse(String text) {
    return parse(text, MAX_FIELDS);
  }

  /**
   * Reads a query string with a limit of one's own.
   *
   * @throws TooManyFields if there are more fields than {@code maxFields}
   */
  public static MultiMap parse(String text, int maxFields) {
    return parse(text, maxFields, StandardCharsets.UTF_8);
  }

  /**
   * Reads a query string that is encoded in another way than UTF-8, as old sites and payment
   * services send.
   *
   * @throws TooManyFields if there are more fields than {@code maxFields}
   */
  public static MultiMap parse(String text, int maxFields, Charset charset) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    Builder builder = builder();
    int fields = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('&', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start) {
        if (++fields > maxFields) {
          throw new TooManyFields(maxFields);
        }
        int equals = text.indexOf('=', start);
        boolean hasValue = equals >= 0 && equals < end;
        String name = QueryText.decode(text.substring(start, hasValue ? equals : end), charset);
        builder.add(
            name, hasValue ? QueryText.decode(text.substring(equals + 1, end), charset) : "");
      }
      start = end + 1;
    }
    return builder.build();
  }

  /** More fields than allowed. */
  public static final class TooManyFields extends QuintetException {
    private static final long serialVersionUID = 1L;

    TooManyFields(int limit) {
      super("More than " + limit + " fields were sent.");
    }
  }

  /** The last value of a name, or null. */
  public @Nullable String get(String name) {
    @Nullable List<String> list = values.get(name);
    return list == null || list.isEmpty() ? null : list.getLast();
  }

  /** The last value of a name, or {@code fallback}. */
  public String get(String name, String fallback) {
    @Nullable String value = get(name);
    return value == null ? fallback : value;
  }

  /** The last value of a name, or empty. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(get(name));
  }

  /** All values of a name, in order; empty when there are none. */
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether the name is there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The names, in order. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Whether there is no name. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Every name with its values. */
  public Map<String, List<String>> asMap() {
    return values;
  }

  /** Calls {@code action} for each name and value, in order. */
  public void forEach(BiConsumer<String, String> action) {
    values.forEach((name, list) -> list.forEach(value -> action.accept(name, value)));
  }

  /** The same with one name set to these values, or removed when there are none. */
  public MultiMap with(String name, String... replacement) {
    Map<String, List<String>> copy = new LinkedHashMap<>(values);
    if (replacement.length == 0) {
      copy.remove(name);
    } else {
      copy.put(name, List.of(replacement));
    }
    return new MultiMap(Collections.unmodifiableMap(copy));
  }

  /** As a query string, percent-encoded in UTF-8; spaces become {@code +}. */
  public String urlencode() {
    return urlencode("", StandardCharsets.UTF_8);
  }

  /**
   * The same in UTF-8 with characters that are left as they are, such as {@code /}; if there are
   * any, spaces become {@code %20}.
   */
  public String urlencode(String safe) {
    return urlencode(safe, StandardCharsets.UTF_8);
  }

  /** The same in another encoding. */
  public String urlencode(String safe, Charset charset) {
    var text = new StringBuilder();
    forEach((name, value) -> {
      if (!text.isEmpty()) {
        text.append('&');
      }
      text.append(QueryText.encode(name, safe, charset))
          .append('=')
          .append(QueryText.encode(value, safe, charset));
    });
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiMap that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  /** Collects names and values. */
  public static final class Builder {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Builder() {}

    /** Adds one more value of a name. */
    public Builder add(String name, String value) {
      values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
      return this;
    }

    /** Adds several values of a name; the name is there even when there are none. */
    public Builder addAll(String name, String... added) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).addAll(Arrays.asList(added));
      return this;
    }

    /** The map. */
    public MultiMap build() {
      if (values.isEmpty()) {
        return EMPTY;
      }
      Map<String, List<String>> copy = new LinkedHashMap<>();
      values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
      return new MultiMap(Collections.unmodifiableMap(copy));
    }
  }
}
