package io.quintet.templates;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tags and filters that a template takes in with {@code {% load name %}}.
 *
 * <pre>{@code
 * Library library = Library.builder()
 *     .filter("shout", value -> value + "!")
 *     .simpleTag("greet", Parameters.of("name"), (context, arguments) -> "Hello " + arguments.get("name"))
 *     .build();
 * }</pre>
 */
public final class Library {
  private final Map<String, NodeCompiler> tags;
  private final Map<String, Filter> filters;

  private final Set<String> removed;

  private Library(
      Map<String, NodeCompiler> tags, Map<String, Filter> filters, Set<String> removed) {
    this.tags = Map.copyOf(tags);
    this.filters = Map.copyOf(filters);
    this.removed = Set.copyOf(removed);
  }

  /** Starts an empty library. */
  public static Builder builder() {
    return new Builder();
  }

  Map<String, NodeCompiler> tags() {
    return tags;
  }

  /** Tags of other libraries that this one takes away. */
  Set<String> removed() {
    return removed;
  }

  Map<String, Filter> filters() {
    return filters;
  }

  /** The names of the tags. */
  public Set<String> tagNames() {
    return new HashSet<>(tags.keySet());
  }

  /** The names of the filters. */
  public Set<String> filterNames() {
    return new HashSet<>(filters.keySet());
  }

  /** The filter of that name, or null. */
  public @Nullable Filter filter(String name) {
    return filters.get(name);
  }

  /** A part of this library, or null for a name that it does not have. */
  @Nullable Library only(String name) {
    NodeCompiler tag = tags.get(name);
    Filter filter = filters.get(name);
    if (tag == null && filter == null) {
      return null;
    }
    return new Library(
        tag == null ? Map.of() : Map.of(name, tag),
        filter == null ? Map.of() : Map.of(name, filter),
        Set.of());
  }

  /** What a simple tag shows. */
  @FunctionalInterface
  public interface Simple {
    /** The value to print, escaped unless it is HTML. */
    @Nullable Object value(Context context, Arguments arguments) throws Exception;
  }

  /** What a simple block tag makes of its body. */
  @FunctionalInterface
  public interface SimpleBlock {
    /** The value to print, escaped unless it is HTML; the body is HTML. */
    @Nullable Object value(Context context, String body, Arguments arguments) throws Exception;
  }

  /** What an inclusion tag gives to its template. */
  @FunctionalInterface
  public interface Inclusion {
    /** The names that the template sees. */
    Map<String, ? extends @Nullable Object> names(Context context, Arguments arguments)
        throws Exception;
  }

  /** Collects tags and filters. */
  public static final class Builder {
    private final Map<String, NodeCompiler> tags = new HashMap<>();
    private final Map<String, Filter> filters = new HashMap<>();

    private final Set<String> removed = new HashSet<>();

    private Builder() {}

    /** Takes a built-in tag away from templates that have this library. */
    public Builder without(String tag) {
      removed.add(tag);
      return this;
    }

    /** Adds a filter. */
    public Builder filter(Filter filter) {
      filters.put(filter.name(), filter);
      return this;
    }

    /** Adds a filter without an argument. */
    public Builder filter(String name, Function<@Nullable Object, @Nullable Object> function) {
      return filter(Filter.named(name).does(call -> function.apply(call.value())));
    }

    /** Adds a filter with an argument. */
    public Builder filter(
        String name, BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> function) {
      return filter(
          Filter.named(name)
              .argument(true)
              .does(call -> function.apply(call.value(), call.argument())));
    }

    /** Adds a tag that reads its own words and body. */
    public Builder tag(String name, TagCompiler compiler) {
      return node(name, NodeCompiler.of(compiler));
    }

    Builder node(String name, NodeCompiler compiler) {
      tags.put(name, compiler);
      return this;
    }

    /**
     * Adds a tag that shows a value: {@code {% name arguments %}} or {@code {% name arguments as
     * variable %}}.
     */
    public Builder simpleTag(String name, Parameters parameters, Simple simple) {
      return tag(name, SimpleTags.simple(parameters, simple));
    }

    /** Adds a tag with a body that ends with {@code {% endname %}}. */
    public Builder blockTag(String name, Parameters parameters, SimpleBlock simple) {
      return blockTag(name, "end" + name, parameters, simple);
    }

    /** Adds a tag with a body and an end tag of another name. */
    public Builder blockTag(String name, String end, Parameters parameters, SimpleBlock simple) {
      return tag(name, SimpleTags.block(end, parameters, simple));
    }

    /** Adds a tag that shows a template with names of its own. */
    public Builder inclusionTag(
        String name, String template, Parameters parameters, Inclusion inclusion) {
      return tag(name, SimpleTags.inclusion(List.of(template), parameters, inclusion));
    }

    /** Adds everything that another library has. */
    public Builder addAll(Library other) {
      tags.putAll(other.tags);
      filters.putAll(other.filters);
      return this;
    }

    /** The library. */
    public Library build() {
      return new Library(tags, filters, removed);
    }
  }
}
