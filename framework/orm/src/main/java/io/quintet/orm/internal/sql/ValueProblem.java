package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldType;
import java.util.regex.Pattern;

/**
 * What is wrong with a value that cannot be converted, in Django's words.
 *
 * @param code a stable word
 * @param sentence for the person who gave the value
 */
record ValueProblem(String code, String sentence) {
  private static final String INVALID = "invalid";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern TIME =
      Pattern.compile("\\d{1,2}:\\d{1,2}(:\\d{1,2}([.,]\\d{1,6}\\d{0,6})?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}:\\d{1,2}(:\\d{1,2}([.,]\\d{1,12})?)?\\s*(Z|[+-]\\d{2}(:?\\d{2})?)?");

  static ValueProblem of(FieldType type, Object value) {
    String shown = "\u201c" + value + "\u201d";
    return switch (type) {
      case FieldType.Identity t -> whole(shown);
      case FieldType.Int16 t -> whole(shown);
      case FieldType.Int32 t -> whole(shown);
      case FieldType.Int64 t -> whole(shown);
      case FieldType.Float64 t -> new ValueProblem(INVALID, shown + " value must be a float.");
      case FieldType.Decimal t ->
          new ValueProblem(INVALID, shown + " value must be a decimal number.");
      case FieldType.Bool t ->
          new ValueProblem(INVALID, shown + " value must be either True or False.");
      case FieldType.Date t -> date(value.toString(), shown);
      case FieldType.Time t -> time(value.toString(), shown);
      case FieldType.DateTime t -> moment(value.toString(), shown);
      case FieldType.Timestamp t -> moment(value.toString(), shown);
      case FieldType.Span t ->
          new ValueProblem(
              INVALID,
              shown
                  + " value has an invalid format. It must be in [DD] [[HH:]MM:]ss[.uuuuuu] format.");
      case FieldType.Uuid t -> new ValueProblem(INVALID, shown + " is not a valid UUID.");
      case FieldType.Choices t ->
          value.equals("")
              ? new ValueProblem("blank", "This field cannot be blank.")
              : new ValueProblem("invalid_choice", "Value '" + value + "' is not a valid choice.");
      case FieldType.Converted t -> of(t.held(), value);
      case FieldType.JsonValue t -> new ValueProblem(INVALID, "Value must be valid JSON.");
      default -> new ValueProblem(INVALID, shown + " is not a valid value.");
    };
  }

  private static ValueProblem whole(String shown) {
    return new ValueProblem(INVALID, shown + " value must be an integer.");
  }

  private static ValueProblem date(String text, String shown) {
    return DATE.matcher(text).matches()
        ? invalidDate(shown)
        : new ValueProblem(
            INVALID, shown + " value has an invalid date format. It must be in YYYY-MM-DD format.");
  }

  private static ValueProblem invalidDate(String shown) {
    return new ValueProblem(
        "invalid_date",
        shown + " value has the correct format (YYYY-MM-DD) but it is an invalid date.");
  }

  private static ValueProblem time(String text, String shown) {
    return TIME.matcher(text).matches()
        ? new ValueProblem(
            "invalid_time",
            shown
                + " value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time.")
        : new ValueProblem(
            INVALID,
            shown + " value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format.");
  }

  private static ValueProblem moment(String text, String shown) {
    if (DATE.matcher(text).matches()) {
      return invalidDate(shown);
    }
    return DATE_TIME.matcher(text).matches()
        ? new ValueProblem(
            "invalid_datetime",
            shown
                + " value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid date/time.")
        : new ValueProblem(
            INVALID,
            shown
                + " value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.");
  }
}
