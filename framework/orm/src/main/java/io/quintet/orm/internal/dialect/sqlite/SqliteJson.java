package io.quintet.orm.internal.dialect.sqlite;

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
 * Reaches into JSON text by SQLite's paths, which are bound. True, false and null are compared as
 * the names of their types, other values as SQL values.
 */
public final class SqliteJson implements JsonSpelling {
  private static final FieldType TEXT = new FieldType.LongText();
  private static final FieldType JSON = new FieldType.JsonValue();

  @Override
  public Fragment key(Fragment json, List<String> keys) {
    Fragment path = path(keys);
    return Fragment.sql(
            "(CASE WHEN JSON_TYPE({}, {}) IN ('null', 'true', 'false') THEN JSON_TYPE({}, {})"
                + " ELSE JSON_EXTRACT({}, {}) END)",
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
            "(CASE WHEN JSON_TYPE({}, {}) IN ('true', 'false') THEN JSON_TYPE({}, {})"
                + " ELSE CAST(JSON_EXTRACT({}, {}) AS TEXT) END)",
            json,
            path,
            json,
            path,
            json,
            path)
        .nullable(true)
        .typed(TEXT);
  }

  @Override
  public Fragment keyPattern(Fragment json, List<String> keys) {
    return key(json, keys);
  }

  @Override
  public Fragment keyResult(Fragment json, List<String> keys) {
    return Fragment.sql("({} -> {})", json, path(keys)).nullable(true);
  }

  private static Fragment path(List<String> keys) {
    return text(pathText(keys));
  }

  private static String pathText(List<String> keys) {
    StringBuilder path = new StringBuilder("$");
    for (String key : keys) {
      if (JsonSpelling.isIndex(key)) {
        int index = Integer.parseInt(key);
        path.append(index < 0 ? "[#" + index + "]" : "[" + index + "]");
      } else {
        path.append('.').append(Json.write(key));
      }
    }
    return path.toString();
  }

  private static Fragment text(String value) {
    return new Fragment("?", List.of(new Param(value, TEXT)), TEXT, false);
  }

  @Override
  public Fragment literal(@Nullable Object value) {
    return switch (value) {
      case null -> text("null");
      case Boolean b -> text(b.toString());
      case Map<?, ?> m -> Fragment.sql("JSON({})", document(m));
      case List<?> l -> Fragment.sql("JSON({})", document(l));
      default -> Fragment.value(value);
    };
  }

  @Override
  public Fragment ordered(Object value) {
    return value instanceof Boolean b ? Fragment.value(b ? 1 : 0) : literal(value);
  }

  @Override
  public Fragment document(@Nullable Object value) {
    return value == null
        ? new Fragment("'null'", List.of(), JSON, false)
        : new Fragment("?", List.of(new Param(value, JSON)), JSON, false);
  }

  @Override
  public Fragment whole(Fragment json) {
    return Fragment.sql("JSON({})", json);
  }

  @Override
  public Fragment isMissing(Fragment json, List<String> keys, boolean wanted) {
    String template = wanted ? "JSON_TYPE({}, {}) IS NULL" : "JSON_TYPE({}, {}) IS NOT NULL";
    return Fragment.sql(template, json, path(keys));
  }

  @Override
  public Fragment contains(Fragment json, Fragment other) {
    throw new NotSupportedException(
        "SQLite cannot tell whether JSON contains other JSON. Compare keys, or use PostgreSQL.");
  }

  @Override
  public Fragment containedBy(Fragment json, Fragment other) {
    throw new NotSupportedException(
        "SQLite cannot tell whether JSON is part of other JSON. Compare keys, or use PostgreSQL.");
  }

  @Override
  public Fragment hasKeys(Fragment json, List<String> path, List<String> keys, boolean all) {
    if (keys.isEmpty()) {
      return Fragment.sql(all ? "{} IS NOT NULL" : "({} IS NULL AND 1 = 0)", json);
    }
    List<Fragment> parts = new ArrayList<>();
    for (String key : keys) {
      Fragment full = text(pathText(path) + "." + Json.write(key));
      parts.add(Fragment.sql("JSON_TYPE({}, {}) IS NOT NULL", json, full));
    }
    return Fragment.sql("({})", Fragment.joined(parts, all ? " AND " : " OR "));
  }
}
