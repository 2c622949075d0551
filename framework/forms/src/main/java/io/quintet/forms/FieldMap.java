package io.quintet.forms;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The fields of a form by name, in their order. */
abstract sealed class FieldMap extends FormFields implements Iterable<BoundField> permits Form {
  private final Map<String, BoundField> fields = new LinkedHashMap<>();

  FieldMap() {}

  private Form self() {
    return (Form) this;
  }

  /**
   * Adds a field; for fields of your own type, and for those that one form object has more than
   * others of its class.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  @Override
  public final <F extends Field<?>> F add(F field) {
    BoundField bound = new BoundField(self(), field);
    if (fields.putIfAbsent(field.name(), bound) != null) {
      throw new IllegalArgumentException(
          getClass().getName() + " already has a field \"" + field.name() + "\"");
    }
    field.bound = bound;
    return field;
  }

  /**
   * Puts a field in the place of the one of the same name.
   *
   * @throws IllegalArgumentException if there is none
   */
  protected final <F extends Field<?>> F replace(F field) {
    field(field.name());
    BoundField bound = new BoundField(self(), field);
    fields.put(field.name(), bound);
    field.bound = bound;
    return field;
  }

  /**
   * Puts these fields first, in this order.
   *
   * @throws IllegalArgumentException if a name is not that of a field
   */
  public Form order(String... names) {
    Map<String, BoundField> rest = new LinkedHashMap<>(fields);
    List<BoundField> first = new ArrayList<>();
    for (String name : names) {
      BoundField field = rest.remove(name);
      if (field == null) {
        throw noSuchField(name);
      }
      first.add(field);
    }
    fields.clear();
    first.forEach(field -> fields.put(field.name(), field));
    fields.putAll(rest);
    return self();
  }

  /**
   * Takes a field out of this form object.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public Form remove(String name) {
    if (fields.remove(name) == null) {
      throw noSuchField(name);
    }
    return self();
  }

  /**
   * A field by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public final BoundField field(String name) {
    BoundField field = fields.get(name);
    if (field == null) {
      throw noSuchField(name);
    }
    return field;
  }

  /** Whether there is a field of that name. */
  public final boolean has(String name) {
    return fields.containsKey(name);
  }

  private IllegalArgumentException noSuchField(String name) {
    return new IllegalArgumentException(
        getClass().getSimpleName()
            + " has no field \""
            + name
            + "\"; its fields are "
            + String.join(", ", fields.keySet()));
  }

  /** The fields in order. */
  @Override
  public final Iterator<BoundField> iterator() {
    return fields().iterator();
  }

  /** How many fields there are. */
  public int size() {
    return fields.size();
  }

  final List<BoundField> fields() {
    return List.copyOf(fields.values());
  }

  final void each(Consumer<BoundField> work) {
    fields().forEach(work);
  }
}
