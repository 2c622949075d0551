package io.quintet.rest.filters;

import io.quintet.core.text.LetterCase;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import io.quintet.rest.serializers.Inputs;
import io.quintet.rest.serializers.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One query parameter that narrows a list.
 *
 * @param parameter its name
 * @param lookup the look-up
 * @param comparison the last part of the look-up, {@code exact} when it has none
 * @param field the field that is compared
 * @param many whether the look-up leads over a relation to many rows
 */
public record Filter(
    String parameter, String lookup, String comparison, FieldMeta field, boolean many) {
  private static final Set<String> COMPARISONS =
      Set.of(
          "exact",
          "iexact",
          "contains",
          "icontains",
          "startswith",
          "istartswith",
          "endswith",
          "iendswith",
          "in",
          "gt",
          "gte",
          "lt",
          "lte",
          "range",
          "isnull");
  private static final Set<String> TEXT =
      Set.of(
          "iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith");

  static Filter of(String parameter, String lookup, ModelMeta<?> model) {
    String[] parts = lookup.split("__");
    ModelMeta<?> current = model;
    boolean many = false;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean last = i == parts.length - 1;
      boolean beforeComparison =
          i == parts.length - 2 && COMPARISONS.contains(parts[parts.length - 1]);
      Optional<RelationMeta> relation = current.findRelation(part);
      Optional<RelationMeta> reverse =
          relation.isPresent() || current.findField(part).isPresent()
              ? Optional.empty()
              : current.findReverse(part);
      if (relation.isEmpty() && reverse.isEmpty()) {
        Optional<FieldMeta> field = current.findField(part);
        if (field.isEmpty() || !last && !beforeComparison) {
          throw unknown(parameter, lookup, part, current);
        }
        return new Filter(
            parameter, lookup, last ? "exact" : parts[parts.length - 1], field.get(), many);
      }
      ModelMeta<?> target =
          relation.isPresent() ? relation.get().target() : reverse.orElseThrow().model();
      many |= reverse.isPresent() || relation.orElseThrow().isManyToMany();
      if (last || beforeComparison) {
        return new Filter(
            parameter, lookup, last ? "exact" : parts[parts.length - 1], target.primaryKey(), many);
      }
      current = target;
    }
    throw unknown(parameter, lookup, lookup, current);
  }

  private static IllegalArgumentException unknown(
      String parameter, String lookup, String part, ModelMeta<?> model) {
    return new IllegalArgumentException(
        "The filter \"%s\" looks up \"%s\", but %s has no \"%s\". It has the fields %s; comparisons are %s."
            .formatted(
                parameter,
                lookup,
                model.label(),
                part,
                String.join(", ", model.fields().stream().map(FieldMeta::name).toList()),
                String.join(", ", COMPARISONS.stream().sorted().toList())));
  }

  /**
   * The value that a text stands for; null when it narrows nothing.
   *
   * @throws ValidationException when it stands for none
   */
  @Nullable Object value(String text) {
    if (comparison.equals("isnull")) {
      return bool(text);
    }
    if (comparison.equals("in") || comparison.equals("range")) {
      List<@Nullable Object> values = new ArrayList<>();
      for (String part : text.split(",")) {
        values.add(one(part.strip()));
      }
      if (comparison.equals("range") && values.size() != 2) {
        throw ValidationException.errors(List.of("Range query expects two values."));
      }
      return values;
    }
    return TEXT.contains(comparison) ? text : one(text);
  }

  private @Nullable Object one(String text) {
    FieldType type = field.columnType();
    if (type instanceof FieldType.Bool) {
      return bool(text);
    }
    if (type.isText()) {
      return text;
    }
    try {
      return Inputs.read(type, text);
    } catch (ValidationException e) {
      throw ValidationException.errors(List.of(message(type, text)));
    }
  }

  private static @Nullable Boolean bool(String text) {
    return switch (LetterCase.lower(text)) {
      case "true", "1", "on" -> Boolean.TRUE;
      case "false", "0", "off" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static String message(FieldType type, String text) {
    return switch (type) {
      case FieldType.Date t -> "Enter a valid date.";
      case FieldType.Time t -> "Enter a valid time.";
      case FieldType.DateTime t -> "Enter a valid date/time.";
      case FieldType.Timestamp t -> "Enter a valid date/time.";
      case FieldType.Span t -> "Enter a valid duration.";
      case FieldType.Uuid t -> "Enter a valid UUID.";
      case FieldType.IpAddress t -> t.refusal();
      case FieldType.Choices t ->
          "Select a valid choice. " + text + " is not one of the available choices.";
      default -> "Enter a number.";
    };
  }
}
