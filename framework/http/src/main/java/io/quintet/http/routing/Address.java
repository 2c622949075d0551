package io.quintet.http.routing;

import io.quintet.core.MultiMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that is to be made of a route's name, with all that may be said about it:
 *
 * <pre>{@code
 * Urls.reverse(
 *     Address.of("shop:search").query(MultiMap.of("q", "tea")).fragment("results"));
 * // /shop/search/?q=tea#results
 * }</pre>
 */
public final class Address {
  private final String name;
  private final List<@Nullable Object> values;
  private final Map<String, @Nullable Object> named;
  private final String currentApp;
  private final String prefix;
  private final MultiMap query;
  private final @Nullable String fragment;

  private Address(
      String name,
      List<@Nullable Object> values,
      Map<String, @Nullable Object> named,
      String currentApp,
      String prefix,
      MultiMap query,
      @Nullable String fragment) {
    if (!values.isEmpty() && !named.isEmpty()) {
      throw new IllegalArgumentException(
          "The address of '%s' has values in order (%s) and values by name (%s): give one kind"
              .formatted(name, values, named));
    }
    this.name = name;
    this.values = values;
    this.named = named;
    this.currentApp = currentApp;
    this.prefix = prefix;
    this.query = query;
    this.fragment = fragment;
  }

  /** The address of the route of that name, such as {@code blog:detail}. */
  public static Address of(String name) {
    return new Address(name, List.of(), Map.of(), "", "/", MultiMap.empty(), null);
  }

  /** With values in the order of the pattern. */
  public Address values(@Nullable Object... ordered) {
    return values(Arrays.asList(ordered));
  }

  /** With values in the order of the pattern. */
  public Address values(List<? extends @Nullable Object> ordered) {
    List<@Nullable Object> copy = Collections.unmodifiableList(new ArrayList<>(ordered));
    return new Address(name, copy, named, currentApp, prefix, query, fragment);
  }

  /** With values by name. */
  public Address named(Map<String, ? extends @Nullable Object> byName) {
    Map<String, @Nullable Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    return new Address(name, values, copy, currentApp, prefix, query, fragment);
  }

  /**
   * On a page of this instance of an app: where the name begins with the app's name, its routes are
   * taken from there. Colons stand between namespaces.
   */
  public Address currentApp(String namespace) {
    return new Address(name, values, named, namespace, prefix, query, fragment);
  }

  /** Below a folder in which the whole site is served; decoded, with slashes at both ends. */
  public Address below(String folder) {
    return new Address(name, values, named, currentApp, folder, query, fragment);
  }

  /** With a query string. */
  public Address query(MultiMap fields) {
    return new Address(name, values, named, currentApp, prefix, fields, fragment);
  }

  /** With a fragment, written as it is. */
  public Address fragment(String text) {
    return new Address(name, values, named, currentApp, prefix, query, text);
  }

  String name() {
    return name;
  }

  List<@Nullable Object> values() {
    return values;
  }

  Map<String, @Nullable Object> named() {
    return named;
  }

  String currentApp() {
    return currentApp;
  }

  String prefix() {
    return prefix;
  }

  /** Query and fragment as they stand behind a path. */
  String suffix() {
    String encoded = query.isEmpty() ? "" : "?" + query.urlencode();
    return encoded + Optional.ofNullable(fragment).map(text -> "#" + text).orElse("");
  }
}
