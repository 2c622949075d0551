package io.quintet.rest.serializers;

import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadedFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parent of generated serializers.
 *
 * @param <E> the entity, or the record itself
 * @param <R> the record
 */
public abstract class RecordSerializer<E, R> implements Serializer<E, R> {
  private final Class<E> source;
  private final Class<R> type;
  private final List<FieldSpec> specs;
  private volatile @Nullable List<SerializerField> resolved;

  /** Called by generated code. */
  protected RecordSerializer(Class<E> source, Class<R> type, List<FieldSpec> specs) {
    this.source = source;
    this.type = type;
    this.specs = specs;
  }

  @Override
  public final Class<R> type() {
    return type;
  }

  @Override
  public final Class<E> sourceType() {
    return source;
  }

  @Override
  public final List<SerializerField> fields() {
    List<SerializerField> known = resolved;
    if (known == null) {
      ModelMeta<?> model = model();
      known = specs.stream().map(spec -> spec.resolve(model)).toList();
      resolved = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked")
  final @Nullable ModelMeta<? extends Entity> model() {
    return Entity.class.isAssignableFrom(source)
        ? Models.of((Class<? extends Entity>) source)
        : null;
  }

  /** The value of a component by name; called for records that stand for themselves. */
  protected abstract @Nullable Object component(R record, String name);

  /** Checks values together; overridden when the record has {@code static validate(Values)}. */
  protected void validateTogether(Values values) {}

  @Override
  public Values validate(@Nullable Object data, Validation<? extends E> validation) {
    Values values =
        new ObjectReader(fields(), model()).read(data, validation.target(), validation.partial());
    validateTogether(values);
    return values;
  }

  @Override
  public E create(Values values) {
    ModelMeta<?> model = model();
    if (model == null) {
      return source.cast(record(values));
    }
    Entity entity = model.create();
    return source.cast(save(entity, values));
  }

  @Override
  public E update(E target, Values values) {
    if (target instanceof Entity entity) {
      return source.cast(save(entity, values));
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    R current = type.cast(target);
    for (SerializerField field : fields()) {
      String name = field.component();
      all.put(name, values.has(name) ? values.get(name) : component(current, name));
    }
    return source.cast(record(Values.of(all)));
  }

  private Entity save(Entity entity, Values values) {
    Db.atomic(() -> {
      fields().forEach(field -> apply(entity, field, values));
      entity.save();
      fields().forEach(field -> applyMany(entity, field, values));
    });
    return entity;
  }

  private void apply(Entity entity, SerializerField field, Values values) {
    if (!values.has(field.component())) {
      return;
    }
    if (field.shape() instanceof Shape.Nested) {
      throw new IllegalStateException(
          ("%s.%s is a nested record of a model, which is not saved by itself. Override create and"
                  + " update of the view set to save it, or mark it @ReadOnly.")
              .formatted(type.getSimpleName(), field.component()));
    }
    if (field.column() != null) {
      Object value = values.get(field.component());
      field
          .column()
          .set(
              entity,
              value instanceof UploadedFile file
                  ? FileReader.store(file, field.column().type())
                  : value);
    }
  }

  @SuppressWarnings("unchecked")
  private static <M extends Entity> void applyMany(M entity, SerializerField field, Values values) {
    if (!field.relation().isEmpty() && values.has(field.component())) {
      ModelMeta<M> model = (ModelMeta<M>) Models.of(entity);
      Object rows = Objects.requireNonNullElse(values.get(field.component()), List.of());
      ((io.quintet.orm.Many<Entity>) model.many(entity, field.relation()))
          .set((Collection<Entity>) rows);
    }
  }

  /** The text that stands for a constant of an enum. */
  protected final @Nullable String choice(String component, @Nullable Enum<?> constant) {
    if (constant == null) {
      return null;
    }
    for (SerializerField field : fields()) {
      if (field.component().equals(component)) {
        FieldType known =
            switch (field.shape()) {
              case Shape.Value v -> v.type();
              case Shape.Values v -> v.item();
              default -> new FieldType.JsonValue();
            };
        return known instanceof FieldType.Choices choices
            ? choices.of(constant).value()
            : constant.name();
      }
    }
    throw noComponent(component);
  }

  /** The error for an unknown component. */
  protected final IllegalArgumentException noComponent(String name) {
    return new IllegalArgumentException(type.getSimpleName() + " has no component " + name);
  }

  /** A number or zero. */
  protected static long asLong(@Nullable Object value) {
    return value instanceof Number n ? n.longValue() : 0;
  }

  /** A number or zero. */
  protected static int asInt(@Nullable Object value) {
    return value instanceof Number n ? n.intValue() : 0;
  }

  /** A number or zero. */
  protected static short asShort(@Nullable Object value) {
    return value instanceof Number n ? n.shortValue() : 0;
  }

  /** A number or zero. */
  protected static double asDouble(@Nullable Object value) {
    return value instanceof Number n ? n.doubleValue() : 0;
  }

  /** A stored file; null for an upload that is not stored yet. */
  protected static @Nullable StoredFile asStoredFile(@Nullable Object value) {
    return value instanceof StoredFile file ? file : null;
  }

  /** A truth value or false. */
  protected static boolean asBoolean(@Nullable Object value) {
    return value instanceof Boolean b && b;
  }
}
