package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.core.json.Json;
import io.quintet.orm.NotSupportedException;
import io.quintet.orm.internal.dialect.JsonSpelling;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reaches into JSON text by paths, which are bound. True, false and null are compared as their JSON
 * texts, numbers and texts as SQL values, lists and objects in normal form.
 */
public final class MariaJson implements JsonSpelling {
  private static final FieldType TEXT = new FieldType.LongText();
  private static final FieldType JSON = new FieldType.JsonValue();

  @Override
  public Fragment key(Fragment json, List<String> keys) {
    Fragment path = path(keys);
    return Fragment.sql(
            "(CASE JSON_TYPE(JSON_EXTRACT({}, {}))"
                + " WHEN 'STRING' THEN JSON_UNQUOTE(JSON_EXTRACT({}, {}))"
                + " WHEN 'INTEGER' THEN JSON_EXTRACT({}, {}) WHEN 'DOUBLE' THEN JSON_EXTRACT({}, {})"
                + " ELSE JSON_NORMALIZE(JSON_EXTRACT({}, {})) END)",
            json,
            path,
            json,
            path,
            json,
            path,
            json,
            path,
            json,
            path)
        .nullable(true);
  }

  @Override
  public Fragment keyText(Fragment json, List<String> keys) {
    Fragment path = path(keys);
    return Fragment.sql(
            "(CASE WHEN JSON_TYPE(JSON_EXTRACT({}, {})) = 'NULL' THEN NULL"
                + " ELSE JSON_UNQUOTE(JSON_EXTRACT({}, {})) END)",
            json,
            path,
            json,
            path)
        .nullable(true)
        .typed(TEXT);
  }

  @Override
  public Fragment keyResult(Fragment json, List<String> keys) {
    return Fragment.sql("JSON_EXTRACT({}, {})", json, path(keys)).nullable(true);
  }

  private static Fragment path(List<String> keys) {
    return text(pathText(keys));
  }

  private static String pathText(List<String> keys) {
    StringBuilder path = new StringBuilder("$");
    for (String key : keys) {
      if (JsonSpelling.isIndex(key)) {
        path.append('[').append(Integer.parseInt(key)).append(']');
      } else {
        path.append('.').append(step(key));
      }
    }
    return path.toString();
  }

  /** A key in a path. The server finds none that begins with a minus, however it is quoted. */
  private static String step(String key) {
    if (key.startsWith("-")) {
      throw new NotSupportedException(
          "MariaDB does not find keys of JSON that begin with a minus. Call the key differently.");
    }
    return Json.write(key);
  }

  private static Fragment text(String value) {
    return new Fragment("?", List.of(new Param(value, TEXT)), TEXT, false);
  }

  @Override
  public Fragment literal(@Nullable Object value) {
    return switch (value) {
      case null -> text("null");
      case Boolean b -> text(b.toString());
      case Map<?, ?> m -> whole(document(m));
      case List<?> l -> whole(document(l));
      default -> Fragment.value(value);
    };
  }

  @Override
  public Fragment ordered(Object value) {
    return literal(value);
  }

  @Override
  public Fragment document(@Nullable Object value) {
    return value == null
        ? new Fragment("'null'", List.of(), JSON, false)
        : new Fragment("?", List.of(new Param(value, JSON)), JSON, false);
  }

  @Override
  public Fragment whole(Fragment json) {
    return Fragment.sql("JSON_NORMALIZE({})", json);
  }

  @Override
  public Fragment isMissing(Fragment json, List<String> keys, boolean wanted) {
    Fragment there = exists(json, pathText(keys));
    return wanted ? Fragment.sql("COALESCE(NOT {}, TRUE)", there) : there;
  }

  private static Fragment exists(Fragment json, String path) {
    return Fragment.sql("JSON_CONTAINS_PATH({}, 'one', {})", json, text(path));
  }

  @Override
  public Fragment contains(Fragment json, Fragment other) {
    return Fragment.sql("JSON_CONTAINS({}, {})", json, other);
  }

  @Override
  public Fragment containedBy(Fragment json, Fragment other) {
    return Fragment.sql("JSON_CONTAINS({}, {})", other, json);
  }

  @Override
  public Fragment hasKeys(Fragment json, List<String> path, List<String> keys, boolean all) {
    if (keys.isEmpty()) {
      return Fragment.sql(all ? "{} IS NOT NULL" : "({} IS NULL AND 1 = 0)", json);
    }
    List<Fragment> parts = new ArrayList<>();
    for (String key : keys) {
      parts.add(exists(json, pathText(path) + "." + step(key)));
    }
    return Fragment.sql("({})", Fragment.joined(parts, all ? " AND " : " OR "));
  }
}
