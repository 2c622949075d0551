package io.quintet.templates;

import io.quintet.core.MultiMap;
import io.quintet.core.text.LetterCase;
import java.time.Duration;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of JDK types that templates use: entries of maps, cases of text, fields of dates. */
final class BuiltinMembers implements PropertyAccess {
  private static final Map<String, TemporalField> FIELDS =
      Map.of(
          "year", ChronoField.YEAR,
          "month", ChronoField.MONTH_OF_YEAR,
          "day", ChronoField.DAY_OF_MONTH,
          "hour", ChronoField.HOUR_OF_DAY,
          "minute", ChronoField.MINUTE_OF_HOUR,
          "second", ChronoField.SECOND_OF_MINUTE,
          "microsecond", ChronoField.MICRO_OF_SECOND);

  static @Nullable Object ofMap(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> new MapView("dict_items", entries(map));
      case "keys" -> new MapView("dict_keys", new ArrayList<>(map.keySet()));
      case "values" -> new MapView("dict_values", new ArrayList<>(map.values()));
      default -> TemplateObject.ABSENT;
    };
  }

  static Object ofMultiMap(MultiMap map, String name) {
    return switch (name) {
      case "items" -> map.names().stream().map(key -> Tuple.of(key, map.get(key))).toList();
      case "lists" -> map.names().stream().map(key -> Tuple.of(key, map.list(key))).toList();
      case "keys" -> List.copyOf(map.names());
      case "urlencode" -> map.urlencode();
      default -> TemplateObject.ABSENT;
    };
  }

  private static List<Tuple> entries(Map<?, ?> map) {
    List<Tuple> entries = new ArrayList<>(map.size());
    map.forEach((key, value) -> entries.add(Tuple.of(key, value)));
    return entries;
  }

  static Object ofText(String text, String name) {
    return switch (name) {
      case "upper" -> LetterCase.upper(text);
      case "lower" -> LetterCase.lower(text);
      case "strip" -> text.strip();
      case "split" -> text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
      case "isdigit" -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
      default -> TemplateObject.ABSENT;
    };
  }

  @Override
  public @Nullable Getter getter(Class<?> type, String name) {
    if (type == Duration.class) {
      return switch (name) {
        case "days" -> target -> Math.floorDiv(((Duration) target).getSeconds(), 86400L);
        case "seconds" -> target -> Math.floorMod(((Duration) target).getSeconds(), 86400L);
        default -> null;
      };
    }
    if (type == Temporal.class) {
      TemporalField field = FIELDS.get(name);
      return field == null ? null : target -> field(((Temporal) target), field);
    }
    if (type == Map.Entry.class) {
      return switch (name) {
        case "key" -> target -> ((Map.Entry<?, ?>) target).getKey();
        case "value" -> target -> ((Map.Entry<?, ?>) target).getValue();
        default -> null;
      };
    }
    if (type == Number.class) {
      return switch (name) {
        case "real" -> target -> target;
        case "imag" -> target -> 0L;
        default -> null;
      };
    }
    if (type == Enum.class) {
      return "name".equals(name) ? target -> ((Enum<?>) target).name() : null;
    }
    return null;
  }

  private static Object field(Temporal value, TemporalField field) {
    return value.isSupported(field) ? (Object) value.getLong(field) : TemplateObject.ABSENT;
  }

  @Override
  public boolean knows(Class<?> type) {
    return type == Duration.class
        || type == Temporal.class
        || type == Map.Entry.class
        || Number.class.isAssignableFrom(type)
        || type == Boolean.class;
  }
}
