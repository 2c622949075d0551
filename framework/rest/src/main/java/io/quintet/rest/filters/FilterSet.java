package io.quintet.rest.filters;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Column;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.serializers.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query parameters by which clients narrow a list.
 *
 * <pre>{@code
 * FilterSet.of("status", "category__slug", "price__gte").named("since", "published__gte")
 * FilterSet.none().by(article.category().slug).by(article.published, Lookup.GTE, Lookup.LTE)
 * }</pre>
 */
public final class FilterSet {
  private final Map<String, String> lookups;

  private FilterSet(Map<String, String> lookups) {
    this.lookups = lookups;
  }

  /** No parameters. */
  public static FilterSet none() {
    return new FilterSet(Map.of());
  }

  /** Parameters called as their look-ups. */
  public static FilterSet of(String... lookups) {
    FilterSet set = none();
    for (String lookup : lookups) {
      set = set.named(lookup, lookup);
    }
    return set;
  }

  /** One more parameter, with a name of its own. */
  public FilterSet named(String parameter, String lookup) {
    Map<String, String> copy = new LinkedHashMap<>(lookups);
    copy.put(parameter, lookup);
    return new FilterSet(copy);
  }

  /**
   * One more parameter for each look-up of a column, called as in string look-ups: {@code
   * category__slug}, {@code published__gte}. Without look-ups, for equality.
   */
  public FilterSet by(Column<?, ?> column, Lookup... comparisons) {
    String path = path(column.node());
    FilterSet set = comparisons.length == 0 ? named(path, path) : this;
    for (Lookup comparison : comparisons) {
      String name = comparison == Lookup.EXACT ? path : path + "__" + comparison.text();
      set = set.named(name, name);
    }
    return set;
  }

  static String path(Node node) {
    if (node instanceof Node.Field field) {
      return String.join("__", field.path());
    }
    throw new IllegalArgumentException("A filter needs a column of the model, found " + node);
  }

  /** The parameters for a model, checked against it. */
  public List<Filter> on(ModelMeta<?> model) {
    List<Filter> found = new ArrayList<>();
    lookups.forEach((name, lookup) -> found.add(Filter.of(name, lookup, model)));
    return found;
  }

  /**
   * The rows that fit the request's parameters.
   *
   * @throws ValidationException when values are wrong
   */
  public <E extends Entity> QuerySet<E> apply(ApiRequest request, QuerySet<E> rows) {
    QuerySet<E> narrowed = rows;
    Map<String, Object> errors = new LinkedHashMap<>();
    boolean many = false;
    for (Filter filter : on(rows.model())) {
      String text = request.query().get(filter.parameter(), "");
      if (text.isEmpty()) {
        continue;
      }
      try {
        Object value = filter.value(text);
        if (value != null) {
          narrowed = narrowed.filter(filter.lookup(), value);
          many |= filter.many();
        }
      } catch (ValidationException e) {
        errors.put(filter.parameter(), e.errors());
      }
    }
    if (!errors.isEmpty()) {
      throw ValidationException.errors(errors);
    }
    return many ? narrowed.distinct() : narrowed;
  }
}
