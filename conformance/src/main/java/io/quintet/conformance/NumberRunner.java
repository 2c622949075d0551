package io.quintet.conformance;

import io.quintet.core.format.InputFormats;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.LocalizedInput;
import io.quintet.core.format.NumberFormat;
import io.quintet.core.i18n.Locales;
import io.quintet.core.text.SafeString;
import io.quintet.forms.internal.TimeFormat;
import io.quintet.templates.Context;
import io.quintet.templates.values.Numbers;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in the formats of languages. */
final class NumberRunner extends OpRunner {
  NumberRunner() {
    op("numberformat", NumberRunner::numberFormat);
    op("number_format", NumberRunner::localNumber);
    op("localize", input -> localize(input));
    op("localize_input", NumberRunner::localizeInput);
    op("sanitize_separators", NumberRunner::sanitize);
  }

  private static @Nullable Object numberFormat(Input input) {
    Object number = input.get("number");
    Integer decimals =
        input.get("decimal_pos") == null ? null : Integer.valueOf(input.number("decimal_pos", 0));
    boolean grouped = input.settings().thousandSeparator() || input.flag("force_grouping", false);
    int[] grouping = grouped ? Settings.grouping(input.get("grouping")) : new int[0];
    if (number == null || number.equals("")) {
      return number == null ? SafeString.of("None") : SafeString.EMPTY;
    }
    String text =
        NumberFormat.format(
            number,
            input.text("decimal_sep"),
            decimals,
            grouping,
            input.has("thousand_sep") ? input.text("thousand_sep") : "");
    boolean plain =
        number instanceof Number
            && !(number instanceof Double)
            && !(number instanceof java.math.BigDecimal)
            && grouping.length == 0
            && (decimals == null || decimals == 0);
    return plain ? SafeString.of(text) : text;
  }

  private static Object localNumber(Input input) {
    LocaleFormats formats = input.settings().formats();
    Object value = input.get("value") == null ? "" : input.get("value");
    boolean grouped = input.settings().thousandSeparator();
    return input.get("decimal_pos") == null
        ? NumberFormat.format(value, formats, grouped)
        : NumberFormat.format(value, formats, input.number("decimal_pos", 0), grouped);
  }

  private static @Nullable Object localizeInput(Input input) {
    Object value = input.get("value");
    if (value instanceof Temporal temporal && input.get("default") instanceof String format) {
      return TimeFormat.of(format).format(temporal);
    }
    return LocalizedInput.show(
        value,
        input.settings().formats(),
        input.settings().thousandSeparator(),
        InputFormats.of(Locales.current()).orElse(InputFormats.ISO));
  }

  private static @Nullable Object localize(Input input) {
    Object value = input.get("value");
    if (value instanceof CharSequence || value == null) {
      return value;
    }
    Context context = input.settings().engine().build().context(Map.of()).autoescape(false);
    String text = context.print(value);
    boolean grouped =
        input.settings().thousandSeparator() && input.settings().formats().grouping().length > 0;
    boolean plain = Numbers.isInteger(value) && !grouped;
    return plain ? SafeString.of(text) : text;
  }

  private static @Nullable Object sanitize(Input input) {
    Object value = input.get("value");
    return value instanceof CharSequence text
        ? LocalizedInput.read(
            text.toString(), input.settings().formats(), input.settings().thousandSeparator())
        : value;
  }
}
