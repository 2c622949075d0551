package io.quintet.rest.filters;

import io.quintet.orm.Entity;
import io.quintet.orm.Q;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Column;
import io.quintet.orm.expr.Condition;
import io.quintet.rest.ApiRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search over text fields: {@code ?search=two words} finds rows where each word is in some field;
 * quotes keep words together.
 *
 * <p>Before a field name, {@code ^} asks for the beginning and {@code =} for the whole text.
 */
public final class Search {
  /** The query parameter. */
  public static final String PARAMETER = "search";

  private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|'([^']+)'|([^\\s,]+)");
  private static final int MAX_WORDS = 20;

  private final List<String> fields;

  private Search(List<String> fields) {
    this.fields = fields;
  }

  /** No search. */
  public static Search none() {
    return new Search(List.of());
  }

  /** A search in fields, over relations too: {@code "title", "^author__name"}. */
  public static Search in(String... fields) {
    return new Search(List.of(fields));
  }

  /** A search in columns. */
  @SafeVarargs
  public static Search in(Column<?, String>... columns) {
    return new Search(Arrays.stream(columns).map(column -> FilterSet.path(column.node())).toList());
  }

  /** Whether there is anything to search in. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The rows that the request searches for. */
  public <E extends Entity> QuerySet<E> apply(ApiRequest request, QuerySet<E> rows) {
    String text = request.query().get(PARAMETER, "").replace("\0", "");
    if (fields.isEmpty() || text.isBlank()) {
      return rows;
    }
    QuerySet<E> found = rows;
    for (String word : words(text)) {
      List<Condition<E>> any = new ArrayList<>();
      for (String field : fields) {
        any.add(Q.<E>of(lookup(field), word));
      }
      found = found.filter(Q.or(any));
    }
    boolean many =
        fields.stream().anyMatch(field -> Filter.of(field, lookup(field), rows.model()).many());
    return many ? found.distinct() : found;
  }

  private static String lookup(String field) {
    return switch (field.charAt(0)) {
      case '^' -> field.substring(1) + "__istartswith";
      case '=' -> field.substring(1) + "__iexact";
      default -> field + "__icontains";
    };
  }

  private static List<String> words(String text) {
    List<String> found = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find() && found.size() < MAX_WORDS) {
      found.add(m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3));
    }
    return found;
  }
}
