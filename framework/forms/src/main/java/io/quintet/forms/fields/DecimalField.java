package io.quintet.forms.fields;

import io.quintet.core.format.LocaleFormats;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.LocalNumbers;
import io.quintet.forms.internal.Numbers;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Input;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exact decimal number. */
public final class DecimalField extends BaseField<BigDecimal, DecimalField> {
  private @Nullable BigDecimal min;
  private @Nullable BigDecimal max;
  private @Nullable BigDecimal step;
  private @Nullable Integer maxDigits;
  private @Nullable Integer decimalPlaces;
  private @Nullable LocalNumbers local;

  /** A decimal number of any size. */
  public DecimalField(String name) {
    super(name, Widgets.number());
    tell("invalid", "Enter a number.");
  }

  /** Sets the most digits, before and after the point together. */
  public DecimalField maxDigits(int digits) {
    this.maxDigits = digits;
    return this;
  }

  /** Sets the most digits after the point. */
  public DecimalField decimalPlaces(int places) {
    this.decimalPlaces = places;
    return this;
  }

  /** Sets the least value. */
  public DecimalField min(BigDecimal limit) {
    this.min = limit;
    return this;
  }

  /** Sets the greatest value. */
  public DecimalField max(BigDecimal limit) {
    this.max = limit;
    return this;
  }

  /** Allows only multiples of a step, counted from the least value if there is one. */
  public DecimalField step(BigDecimal step) {
    this.step = step;
    return this;
  }

  /**
   * Reads and shows the number as the current language writes it, in a text input: browsers show
   * number inputs in a language of their own.
   */
  public DecimalField localized() {
    return localized(LocalNumbers.current());
  }

  /** The same with formats of your own. */
  public DecimalField localized(Supplier<LocaleFormats> formats, boolean grouped) {
    return localized(new LocalNumbers(formats, grouped));
  }

  private DecimalField localized(LocalNumbers numbers) {
    this.local = numbers;
    return widget() instanceof Input input && input.type().equals("number")
        ? widget(Widgets.text())
        : this;
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    return local == null ? value : local.show(value);
  }

  @Override
  protected @Nullable BigDecimal convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    String text = Texts.text(raw);
    BigDecimal number = Numbers.decimal(local == null ? text : local.read(text));
    if (number == null) {
      throw refused("invalid", Map.of("value", raw));
    }
    return number;
  }

  @Override
  protected List<Validator<? super BigDecimal>> allValidators() {
    List<Validator<? super BigDecimal>> all = new ArrayList<>(super.allValidators());
    if (max != null) {
      all.add(Validators.max(max));
    }
    if (min != null) {
      all.add(Validators.min(min));
    }
    if (step != null) {
      all.add(Validators.step(step, min));
    }
    all.add(Validators.decimal(maxDigits, decimalPlaces));
    return all;
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    if (!(widget instanceof Input input) || !input.type().equals("number")) {
      return Map.of();
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (min != null) {
      attributes.put("min", min);
    }
    if (max != null) {
      attributes.put("max", max);
    }
    if (step != null) {
      attributes.put("step", step);
    } else if (!widget.attributes().containsKey("step")) {
      attributes.put(
          "step",
          decimalPlaces == null
              ? "any"
              : BigDecimal.ONE.movePointLeft(decimalPlaces).toString().toLowerCase(Locale.ROOT));
    }
    return attributes;
  }
}
