package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.internal.dialect.JsonSpelling;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.meta.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reaches into {@code jsonb}; a doubled question mark is how the driver writes a single one. */
public final class PostgresJson implements JsonSpelling {
  private static final FieldType TEXT = new FieldType.LongText();
  private static final FieldType JSON = new FieldType.JsonValue();

  @Override
  public Fragment key(Fragment json, List<String> keys) {
    return reach(json, keys, "({} -> ", "({} #> {})");
  }

  @Override
  public Fragment keyText(Fragment json, List<String> keys) {
    return reach(json, keys, "({} ->> ", "({} #>> {})").typed(TEXT);
  }

  @Override
  public Fragment keyResult(Fragment json, List<String> keys) {
    return key(json, keys);
  }

  private static Fragment reach(Fragment json, List<String> keys, String one, String many) {
    if (keys.size() > 1) {
      return Fragment.sql(many, json, array(keys)).nullable(true);
    }
    String key = keys.getFirst();
    return JsonSpelling.isIndex(key)
        ? Fragment.sql(one + Integer.parseInt(key) + ")", json).nullable(true)
        : Fragment.sql(one + "{})", json, text(key)).nullable(true);
  }

  private static Fragment text(String key) {
    return new Fragment("?::text", List.of(new Param(key, TEXT)), TEXT, false);
  }

  private static Fragment array(List<String> keys) {
    return Fragment.sql(
        "ARRAY[{}]", Fragment.joined(keys.stream().map(PostgresJson::text).toList(), ", "));
  }

  @Override
  public Fragment literal(@Nullable Object value) {
    return document(value);
  }

  @Override
  public Fragment ordered(Object value) {
    return document(value);
  }

  @Override
  public Fragment document(@Nullable Object value) {
    return value == null
        ? new Fragment("'null'::jsonb", List.of(), JSON, false)
        : new Fragment("?::jsonb", List.of(new Param(value, JSON)), JSON, false);
  }

  @Override
  public Fragment whole(Fragment json) {
    return json;
  }

  @Override
  public Fragment isMissing(Fragment json, List<String> keys, boolean wanted) {
    return Fragment.sql(wanted ? "{} IS NULL" : "{} IS NOT NULL", key(json, keys));
  }

  @Override
  public Fragment contains(Fragment json, Fragment other) {
    return Fragment.sql("{} @> {}", json, other);
  }

  @Override
  public Fragment containedBy(Fragment json, Fragment other) {
    return Fragment.sql("{} <@ {}", json, other);
  }

  @Override
  public Fragment hasKeys(Fragment json, List<String> path, List<String> keys, boolean all) {
    Fragment object = path.isEmpty() ? json : key(json, path);
    if (keys.isEmpty()) {
      return Fragment.sql(all ? "{} IS NOT NULL" : "({} IS NULL AND 1 = 0)", object);
    }
    return keys.size() == 1
        ? Fragment.sql("{} ?? {}", object, text(keys.getFirst()))
        : Fragment.sql(all ? "{} ??& {}" : "{} ??| {}", object, array(keys));
  }
}
