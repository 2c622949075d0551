package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a case, and the values that refer to them. */
final class Variables {
  private static final String APP = "library.";

  private final Map<String, @Nullable Object> values = new HashMap<>();

  void put(String name, @Nullable Object value) {
    values.put(name, value);
  }

  @Nullable Object get(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalStateException("The case has no variable " + name + ".");
    }
    return values.get(name);
  }

  /** An object: the variable, or the first of a list. */
  Entity entity(@Nullable Object name) {
    Object value = get(String.valueOf(name));
    Object found = value instanceof List<?> list ? list.getFirst() : value;
    if (!(found instanceof Entity entity)) {
      throw new IllegalStateException("The variable " + name + " is no object.");
    }
    return entity;
  }

  /** What {@code var} or {@code var.attribute} stands for. */
  @Nullable Object reference(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? get(path)
        : Shown.attribute(entity(path.substring(0, dot)), path.substring(dot + 1));
  }

  static ModelMeta<?> model(@Nullable Object name) {
    return Models.find(APP + name)
        .orElseThrow(() -> new IllegalStateException("There is no model " + name + "."));
  }

  /** All rows of a model. */
  @SuppressWarnings("unchecked") // the interpreter looks at entities by names only
  static QuerySet<Entity> all(@Nullable Object name) {
    return Manager.of((Class<Entity>) model(name).type()).all();
  }
}
