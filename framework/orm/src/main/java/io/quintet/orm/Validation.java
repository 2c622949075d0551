package io.quintet.orm;

import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks values against what fields declare; the sentences are those of Django. */
public final class Validation {
  /** What validation asks the database for. */
  public enum Kind {
    /** Whether values that have to be unique are. */
    UNIQUENESS,
    /** Whether constraints of the table are met. */
    CONSTRAINTS
  }

  private Validation() {}

  /** Checks one value of one field, without asking the database. */
  public static void field(FieldMeta field, @Nullable Object given, ValidationErrors errors) {
    String name = field.name();
    Object value = field.type() instanceof FieldType.Converted c ? c.stored(given) : given;
    if (value == null) {
      if (!field.nullable() && !(field.blank() && field.type().isText())) {
        boolean empty = field.type() instanceof FieldType.Choices;
        errors.add(
            name,
            empty ? "blank" : "null",
            empty ? "This field cannot be blank." : "This field cannot be null.");
      }
      return;
    }
    if (value instanceof String text) {
      text(field, text, errors);
      if (text.isEmpty()) {
        return;
      }
    }
    if (value instanceof Number number) {
      number(field, decimal(number), errors);
    }
    for (FieldRule rule : field.rules()) {
      rule(name, rule, value, errors);
    }
  }

  private static void text(FieldMeta field, String text, ValidationErrors errors) {
    String name = field.name();
    if (text.isEmpty()) {
      if (!field.blank()) {
        errors.add(name, "blank", "This field cannot be blank.");
      }
      return;
    }
    int max = field.type().maxLengthOrZero();
    int length = text.codePointCount(0, text.length());
    if (max > 0 && length > max) {
      tooLong(name, max, length, errors);
      return;
    }
    switch (field.type().held()) {
      case FieldType.Email t when !TextChecks.isEmail(text) ->
          invalid(name, "Enter a valid email address.", errors);
      case FieldType.Url t when !TextChecks.isUrl(text) ->
          invalid(name, "Enter a valid URL.", errors);
      case FieldType.IpAddress t when !t.accepts(t.kept(text)) ->
          invalid(name, t.refusal(), errors);
      case FieldType.Slug t when !TextChecks.isSlug(text) ->
          invalid(
              name,
              "Enter a valid \u201cslug\u201d consisting of letters, numbers, underscores or hyphens.",
              errors);
      default -> {}
    }
  }

  private static void tooLong(String name, int max, int length, ValidationErrors errors) {
    errors.add(
        name,
        "max_length",
        "Ensure this value has at most %d %s (it has %d).".formatted(max, characters(max), length),
        Map.of("limit_value", max, "show_value", length));
  }

  private static String characters(int count) {
    return count == 1 ? "character" : "characters";
  }

  private static void invalid(String name, String message, ValidationErrors errors) {
    errors.add(name, "invalid", message);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal d ? d : new BigDecimal(number.toString());
  }

  private static void number(FieldMeta field, BigDecimal value, ValidationErrors errors) {
    if (field.type().held() instanceof FieldType.Decimal type) {
      digits(
          field.name(),
          value,
          type.maxDigits() - type.decimalPlaces(),
          type.decimalPlaces(),
          errors);
    }
  }

  private static void digits(
      String name, BigDecimal value, int before, int after, ValidationErrors errors) {
    int places = Math.max(0, value.scale());
    int whole = Math.max(0, value.precision() - value.scale());
    if (whole + places > before + after) {
      errors.add(
          name,
          "max_digits",
          "Ensure that there are no more than %d digit%s in total."
              .formatted(before + after, before + after == 1 ? "" : "s"),
          Map.of("max", before + after));
    } else if (places > after) {
      errors.add(
          name,
          "max_decimal_places",
          "Ensure that there are no more than %d decimal place%s."
              .formatted(after, after == 1 ? "" : "s"),
          Map.of("max", after));
    } else if (whole > before) {
      errors.add(
          name,
          "max_whole_digits",
          "Ensure that there are no more than %d digit%s before the decimal point."
              .formatted(before, before == 1 ? "" : "s"),
          Map.of("max", before));
    }
  }

  private static void rule(String name, FieldRule rule, Object value, ValidationErrors errors) {
    switch (rule) {
      case FieldRule.NotBlank r when value.toString().isBlank() ->
          errors.add(name, "blank", or(r.message(), "This field cannot be blank."));
      case FieldRule.Size r when value instanceof String text -> size(name, r, text, errors);
      case FieldRule.Min r when value instanceof Number n && decimal(n).compareTo(r.value()) < 0 ->
          errors.add(
              name,
              "min_value",
              or(
                  r.message(),
                  "Ensure this value is greater than or equal to "
                      + r.value().toPlainString()
                      + "."),
              Map.of("limit_value", r.value()));
      case FieldRule.Max r when value instanceof Number n && decimal(n).compareTo(r.value()) > 0 ->
          errors.add(
              name,
              "max_value",
              or(
                  r.message(),
                  "Ensure this value is less than or equal to " + r.value().toPlainString() + "."),
              Map.of("limit_value", r.value()));
      case FieldRule.Pattern r when !r.regexp().matcher(value.toString()).matches() ->
          invalid(name, or(r.message(), "Enter a valid value."), errors);
      case FieldRule.Digits r when value instanceof Number n && !errors.has(name) ->
          digits(name, decimal(n), r.integer(), r.fraction(), errors);
      case FieldRule.Email r when !errors.has(name) && !TextChecks.isEmail(value.toString()) ->
          invalid(name, or(r.message(), "Enter a valid email address."), errors);
      default -> {}
    }
  }

  private static void size(String name, FieldRule.Size rule, String text, ValidationErrors errors) {
    int length = text.codePointCount(0, text.length());
    if (length < rule.min()) {
      errors.add(
          name,
          "min_length",
          or(
              rule.message(),
              "Ensure this value has at least %d %s (it has %d)."
                  .formatted(rule.min(), characters(rule.min()), length)),
          Map.of("limit_value", rule.min(), "show_value", length));
    } else if (length > rule.max() && !errors.has(name)) {
      tooLong(name, rule.max(), length, errors);
    }
  }

  static String or(String message, String otherwise) {
    return message.isEmpty() ? otherwise : message;
  }

  /** Checks all fields of an entity but some, without asking the database that it is of. */
  static void fields(
      ModelMeta<?> meta,
      Entity entity,
      Set<String> exclude,
      String alias,
      ValidationErrors errors) {
    for (FieldMeta field : meta.fields()) {
      boolean filled = field.autoNow() != FieldMeta.AutoNow.NEVER || field.isGiven();
      if (!filled && !exclude.contains(field.name()) && !pointsToEntity(field, entity)) {
        if (entity.state().isComputed(field.index())) {
          computed(field, errors);
        } else {
          Object value = field.get(entity);
          field(field, value, errors);
          noNul(field, value, alias, errors);
        }
      }
    }
  }

  /** What the database will compute cannot be checked before; it is no JSON document, though. */
  private static void computed(FieldMeta field, ValidationErrors errors) {
    if (field.type() instanceof FieldType.JsonValue) {
      invalid(field.name(), "Value must be valid JSON.", errors);
    }
  }

  private static void noNul(
      FieldMeta field, @Nullable Object value, String alias, ValidationErrors errors) {
    if (value instanceof String text
        && text.indexOf('\0') >= 0
        && !Db.database(alias).dialect().features().nulInText()) {
      errors.add(field.name(), "null_characters_not_allowed", "Null characters are not allowed.");
    }
  }

  private static boolean pointsToEntity(FieldMeta field, Entity entity) {
    return field
        .relation()
        .map(r -> RelationFetch.oneOf(entity, r).isSet() && field.get(entity) == null)
        .orElse(false);
  }

  /** Checks that related rows exist and that values are unique, by asking the database. */
  static <M extends Entity> void rows(
      ModelMeta<M> meta,
      Entity entity,
      Set<String> exclude,
      String alias,
      Set<Kind> asked,
      ValidationErrors errors) {
    for (RelationMeta relation : meta.relations()) {
      if (!relation.isManyToMany()
          && !relation.isParentLink()
          && !exclude.contains(relation.name())) {
        related(relation, entity, alias, errors);
      }
    }
    if (asked.contains(Kind.UNIQUENESS)) {
      unique(meta, entity, exclude, alias, errors);
    }
    if (asked.contains(Kind.CONSTRAINTS)) {
      for (ModelMeta<?> table : meta.lineage()) {
        new ConstraintChecks(table, entity, alias).check(exclude, errors);
      }
    }
  }

  /** Values of a table are unique among all its rows, also those of other models that extend it. */
  private static void unique(
      ModelMeta<?> meta,
      Entity entity,
      Set<String> exclude,
      String alias,
      ValidationErrors errors) {
    for (ModelMeta<?> table : meta.lineage()) {
      QuerySet<?> others = QuerySet.of(table.type()).using(alias).withDeleted();
      if (entity.isSaved()) {
        others = others.exclude("pk", entity.key());
      }
      for (FieldMeta field : table.ownFields()) {
        uniqueField(meta, field, entity, others, exclude, errors);
      }
      for (ConstraintMeta constraint : table.constraints()) {
        if (constraint instanceof ConstraintMeta.Unique unique && unique.isPlain()) {
          together(meta, entity, unique, others, exclude, errors);
        }
      }
    }
  }

  private static void uniqueField(
      ModelMeta<?> meta,
      FieldMeta field,
      Entity entity,
      QuerySet<?> others,
      Set<String> exclude,
      ValidationErrors errors) {
    Object value = field.get(entity);
    boolean asks =
        field.unique()
            && value != null
            && !value.equals("")
            && !(field.primaryKey() && entity.isSaved());
    if (asks
        && !field.isGiven()
        && !exclude.contains(field.name())
        && !errors.has(field.name())
        && others.filter(field.name(), value).exists()) {
      errors.add(field.name(), "unique", or(field.uniqueMessage(), taken(meta, List.of(field))));
    }
  }

  private static void related(
      RelationMeta relation, Entity entity, String alias, ValidationErrors errors) {
    One<?> one = RelationFetch.oneOf(entity, relation);
    Object key = one.key();
    if (key == null || one.loaded() != null) {
      return;
    }
    if (!QuerySet.of(relation.targetType()).using(alias).filter("pk", key).exists()) {
      String target = relation.target().verboseName();
      errors.add(
          relation.name(),
          "invalid",
          "%s instance with %s %s does not exist."
              .formatted(target, relation.target().primaryKey().name(), key),
          Map.of("value", key));
    }
  }

  private static void together(
      ModelMeta<?> meta,
      Entity entity,
      ConstraintMeta.Unique unique,
      QuerySet<?> others,
      Collection<String> exclude,
      ValidationErrors errors) {
    QuerySet<?> same = others;
    for (String name : unique.fields()) {
      Object value = meta.field(name).get(entity);
      if (value == null || exclude.contains(name) || errors.has(name)) {
        return;
      }
      same = same.filter(name, value);
    }
    if (same.exists()) {
      List<FieldMeta> fields =
          unique.fields().stream().map(meta::field).map(Objects::requireNonNull).toList();
      errors.add(
          ValidationErrors.NON_FIELD, "unique_together", or(unique.message(), taken(meta, fields)));
    }
  }

  private static String taken(ModelMeta<?> meta, List<FieldMeta> fields) {
    List<String> labels = fields.stream().map(f -> capitalised(f.verboseName())).toList();
    String all =
        labels.size() == 1
            ? labels.getFirst()
            : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
    return capitalised(meta.verboseName()) + " with this " + all + " already exists.";
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
