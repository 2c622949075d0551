package io.quintet.orm.internal.sql;

import io.quintet.orm.InvalidValueException;
import io.quintet.orm.QueryException;
import io.quintet.orm.ValidationErrors;
import io.quintet.orm.meta.FieldType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The errors of texts that tell no value of a column's type; codes and sentences are Django's. */
final class InvalidValues {
  private static final int SHOWN = 100;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{1,2}(:\\d{1,2}(\\.\\d{1,6}\\d*)?)?");
  private static final Pattern MOMENT =
      Pattern.compile(DATE + "[T ]" + TIME + "\\s*(Z|[+-]\\d{2}(:?\\d{2})?)?");

  private record Sentence(String code, String text) {}

  private InvalidValues() {}

  /** The error for a text; a plain one for types whose texts Django does not judge. */
  static QueryException of(FieldType type, String text, boolean nullable, String message) {
    Sentence sentence = sentence(type, text.strip(), nullable);
    if (sentence == null) {
      return new QueryException(message);
    }
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return new InvalidValueException(
        message,
        new ValidationErrors().add("", sentence.code, "“" + shown + "” " + sentence.text));
  }

  private static @Nullable Sentence sentence(FieldType type, String text, boolean nullable) {
    return switch (type) {
      case FieldType.Bool t -> invalid(
          nullable
              ? "value must be either True, False, or None."
              : "value must be either True or False.");
      case FieldType.Decimal t -> invalid("value must be a decimal number.");
      case FieldType.Uuid t -> invalid("is not a valid UUID.");
      case FieldType.Span t ->
          invalid("value has an invalid format. It must be in [DD] [[HH:]MM:]ss[.uuuuuu] format.");
      case FieldType.Date t ->
          DATE.matcher(text).matches()
              ? wrongDate()
              : invalid("value has an invalid date format. It must be in YYYY-MM-DD format.");
      case FieldType.Time t ->
          TIME.matcher(text).matches()
              ? new Sentence(
                  "invalid_time",
                  "value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time.")
              : invalid("value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format.");
      case FieldType.DateTime t -> moment(text);
      case FieldType.Timestamp t -> moment(text);
      default -> null;
    };
  }

  private static Sentence moment(String text) {
    if (DATE.matcher(text).matches()) {
      return wrongDate();
    }
    return MOMENT.matcher(text).matches()
        ? new Sentence(
            "invalid_datetime",
            "value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid"
                + " date/time.")
        : invalid(
            "value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.");
  }

  private static Sentence wrongDate() {
    return new Sentence(
        "invalid_date", "value has the correct format (YYYY-MM-DD) but it is an invalid date.");
  }

  private static Sentence invalid(String text) {
    return new Sentence("invalid", text);
  }
}
