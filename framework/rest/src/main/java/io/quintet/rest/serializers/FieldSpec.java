package io.quintet.rest.serializers;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A component as it was declared; used by generated code. */
public final class FieldSpec {
  private final String component;
  private final String name;
  private String source = "";
  private @Nullable Shape shape;
  private @Nullable String by;
  private boolean readOnly;
  private boolean writeOnly;
  private boolean notRequired;
  private boolean nullable;
  private final List<FieldRule> rules = new ArrayList<>();

  private FieldSpec(String component, String name) {
    this.component = component;
    this.name = name;
  }

  /** A component and its name in JSON. */
  public static FieldSpec of(String component, String name) {
    return new FieldSpec(component, name);
  }

  /** The field of the model. */
  public FieldSpec from(String field) {
    source = field;
    return this;
  }

  /** A plain value. */
  public FieldSpec value(FieldType type) {
    shape = new Shape.Value(type);
    return this;
  }

  /** A list of plain values. */
  public FieldSpec values(FieldType item) {
    shape = new Shape.Values(item);
    return this;
  }

  /** An uploaded file. */
  public FieldSpec upload() {
    shape = new Shape.Upload();
    return this;
  }

  /** An object or a list of objects. */
  public FieldSpec nested(Supplier<Serializer<?, ?>> serializer, boolean many) {
    shape = new Shape.Nested(serializer, many);
    return this;
  }

  /** Related rows, named by a field of theirs; empty for the key. */
  public FieldSpec related(String field) {
    by = field;
    return this;
  }

  /** The text of an object, or of each of a list. */
  public FieldSpec words(boolean many) {
    shape = new Shape.Words(many);
    return readOnly();
  }

  /** Only shown. */
  public FieldSpec readOnly() {
    readOnly = true;
    return this;
  }

  /** Never shown. */
  public FieldSpec writeOnly() {
    writeOnly = true;
    return this;
  }

  /** May be left out. */
  public FieldSpec notRequired() {
    notRequired = true;
    return this;
  }

  /** May be null. */
  public FieldSpec nullable() {
    nullable = true;
    return this;
  }

  /** A rule of its own. */
  public FieldSpec rule(FieldRule rule) {
    rules.add(rule);
    return this;
  }

  /** The field with what the model knows about it. */
  SerializerField resolve(@Nullable ModelMeta<?> model) {
    if (model == null || source.isEmpty()) {
      return free();
    }
    Optional<RelationMeta> relation = model.findRelation(source);
    if (relation.isPresent() && relation.get().isManyToMany()) {
      return many(relation.get());
    }
    Optional<RelationMeta> reverse =
        model.findField(source).isPresent() ? Optional.empty() : model.findReverse(source);
    return reverse.isPresent() ? reverse(reverse.get()) : column(model.field(source));
  }

  private SerializerField free() {
    boolean notBlank = rules.stream().anyMatch(r -> r instanceof FieldRule.NotBlank);
    Shape known = shape == null ? new Shape.Value(new FieldType.JsonValue()) : shape;
    return field(
        known, readOnly, !notRequired, nullable, !notBlank && nullable, words(), "", null, "");
  }

  private SerializerField column(FieldMeta meta) {
    boolean only = readOnly || !meta.editable() || meta.type() instanceof FieldType.Identity;
    Shape known = shape;
    if (known == null) {
      known =
          meta.relation()
              .<Shape>map(r -> new Shape.Related(r.target(), key(r.target()), false))
              .orElseGet(() -> new Shape.Value(meta.type()));
    }
    boolean omitted = notRequired || meta.blank() || meta.nullable() || realDefault(meta);
    List<FieldRule> all = new ArrayList<>(meta.rules());
    all.addAll(rules);
    return new SerializerField(
        name,
        component,
        known,
        only,
        writeOnly,
        !only && !omitted,
        meta.nullable() || nullable,
        meta.blank(),
        all,
        meta.verboseName(),
        meta.helpText(),
        meta,
        "");
  }

  /**
   * Models give their text fields an empty text so that they are not null; that is no default a
   * client could rely on. Numbers, enums and the rest count.
   */
  private static boolean realDefault(FieldMeta meta) {
    if (!meta.hasDefault() || meta.relation().isPresent()) {
      return false;
    }
    Object value = meta.defaultValue();
    return value != null
        && !"".equals(value)
        && !java.time.Instant.EPOCH.equals(value)
        && !java.time.LocalDate.EPOCH.equals(value);
  }

  private SerializerField many(RelationMeta meta) {
    Shape known =
        shape == null ? new Shape.Related(meta.target(), key(meta.target()), true) : shape;
    boolean omitted = notRequired || meta.blank();
    return field(
        known,
        readOnly,
        !readOnly && !omitted,
        nullable,
        meta.blank(),
        meta.verboseName(),
        meta.helpText(),
        null,
        meta.name());
  }

  private SerializerField reverse(RelationMeta meta) {
    Shape known = shape == null ? new Shape.Related(meta.model(), key(meta.model()), true) : shape;
    return field(known, true, false, true, true, words(), "", null, "");
  }

  private SerializerField field(
      Shape known,
      boolean only,
      boolean required,
      boolean mayBeNull,
      boolean blank,
      String label,
      String help,
      @Nullable FieldMeta column,
      String relation) {
    return new SerializerField(
        name,
        component,
        known,
        only,
        writeOnly,
        !only && required,
        mayBeNull,
        blank,
        rules,
        label,
        help,
        column,
        relation);
  }

  private FieldMeta key(ModelMeta<?> target) {
    return by == null || by.isEmpty() ? target.primaryKey() : target.field(by);
  }

  private String words() {
    StringBuilder out = new StringBuilder();
    for (char c : component.toCharArray()) {
      if (Character.isUpperCase(c)) {
        out.append(' ');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }
}
