package io.quintet.admin;

import io.quintet.orm.Entity;
import io.quintet.orm.Q;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.meta.FieldMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the rows that contain all words of a text; words in quotation marks stay together. Over
 * relations to many rows the rows are chosen in a subquery, so that none comes twice.
 */
final class Search {
  private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|(\\S+)");
  private static final int MOST_WORDS = 10;

  private Search() {}

  static <M extends Entity> QuerySet<M> apply(ModelAdmin<M> admin, QuerySet<M> rows, String text) {
    List<String> fields = admin.options().search;
    if (fields.isEmpty() || text.isBlank()) {
      return rows;
    }
    QuerySet<M> found = rows;
    boolean many = false;
    for (String word : words(text)) {
      List<Condition<M>> any = new ArrayList<>();
      for (String field : fields) {
        FieldPath path = FieldPath.of(admin.model(), plain(field));
        many |= path.toMany();
        Search.<M>condition(path, field, word).ifPresent(any::add);
      }
      found = any.isEmpty() ? found.none() : found.filter(Q.or(any));
    }
    return many ? rows.filter("pk__in", found.unordered().valuesFlat("pk")) : found;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find() && words.size() < MOST_WORDS) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  /** The name without the sign that says how to compare. */
  static String plain(String field) {
    return field.startsWith("^") || field.startsWith("=") ? field.substring(1) : field;
  }

  private static <M extends Entity> Optional<Condition<M>> condition(
      FieldPath path, String declared, String word) {
    FieldMeta field = path.field();
    if (field != null && !field.type().held().isText()) {
      return Keys.parse(field.columnType(), word)
          .filter(value -> !(value instanceof String))
          .map(value -> Q.of(path.name(), value));
    }
    String lookup =
        switch (declared.charAt(0)) {
          case '^' -> "__istartswith";
          case '=' -> "__iexact";
          default -> "__icontains";
        };
    return Optional.of(Q.of(path.name() + lookup, word));
  }
}
