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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole number, or one in floating point.
 *
 * @param <N> Integer, Long, BigInteger or Double
 */
public final class NumberField<N extends Number & Comparable<N>>
    extends BaseField<N, NumberField<N>> {
  private final Kind<N> kind;
  private @Nullable N min;
  private @Nullable N max;
  private @Nullable N step;
  private @Nullable LocalNumbers local;

  /** How text becomes a number. */
  private interface Kind<N> {
    /** The number, or null if the text is none. */
    @Nullable N parse(String text);

    boolean whole();
  }

  private NumberField(String name, Kind<N> kind) {
    super(name, Widgets.number());
    this.kind = kind;
    tell("invalid", kind.whole() ? "Enter a whole number." : "Enter a number.");
  }

  /** A whole number of 32 bits. */
  public static NumberField<Integer> integer(String name) {
    return new NumberField<>(name, new Whole<>(BigInteger::intValue, 31))
        .within("2147483647", "-2147483648");
  }

  /** A whole number of 64 bits. */
  public static NumberField<Long> longInteger(String name) {
    return new NumberField<>(name, new Whole<>(BigInteger::longValue, 63))
        .within("9223372036854775807", "-9223372036854775808");
  }

  /** A whole number of any size, up to some thousands of digits. */
  public static NumberField<BigInteger> bigInteger(String name) {
    return new NumberField<>(name, new Whole<BigInteger>(number -> number, Integer.MAX_VALUE));
  }

  /** A number in floating point; infinity and not-a-number are refused. */
  public static NumberField<Double> floating(String name) {
    return new NumberField<>(name, new Floating());
  }

  private NumberField<N> within(String most, String least) {
    tell("too_large", "Ensure this value is less than or equal to " + most + ".");
    tell("too_small", "Ensure this value is greater than or equal to " + least + ".");
    return this;
  }

  /** Sets the least value. */
  public NumberField<N> min(N limit) {
    this.min = limit;
    return this;
  }

  /** Sets the greatest value. */
  public NumberField<N> max(N limit) {
    this.max = limit;
    return this;
  }

  /** Allows only multiples of a step, counted from the least value if there is one. */
  public NumberField<N> step(N step) {
    this.step = step;
    return this;
  }

  /**
   * Reads and shows the number as the current language writes it, in a text input: browsers show
   * number inputs in a language of their own.
   */
  public NumberField<N> localized() {
    return localized(LocalNumbers.current());
  }

  /** The same with formats of your own. */
  public NumberField<N> localized(Supplier<LocaleFormats> formats, boolean grouped) {
    return localized(new LocalNumbers(formats, grouped));
  }

  private NumberField<N> localized(LocalNumbers numbers) {
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
  protected @Nullable N convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    String text = local == null ? Texts.text(raw) : local.read(Texts.text(raw));
    N number = kind.parse(text);
    if (number == null) {
      BigInteger whole = kind.whole() ? Numbers.whole(text) : null;
      throw refused(whole == null ? "invalid" : whole.signum() > 0 ? "too_large" : "too_small");
    }
    return number;
  }

  @Override
  protected List<Validator<? super N>> allValidators() {
    List<Validator<? super N>> all = new ArrayList<>(super.allValidators());
    if (max != null) {
      all.add(Validators.max(max));
    }
    if (min != null) {
      all.add(Validators.min(min));
    }
    if (step != null) {
      all.add(Validators.step(step, min));
    }
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
    } else if (!kind.whole() && !widget.attributes().containsKey("step")) {
      attributes.put("step", "any");
    }
    return attributes;
  }

  private record Whole<N>(java.util.function.Function<BigInteger, N> narrow, int bits)
      implements Kind<N> {
    @Override
    public @Nullable N parse(String text) {
      BigInteger number = Numbers.whole(text);
      return number == null || number.bitLength() > bits ? null : narrow.apply(number);
    }

    @Override
    public boolean whole() {
      return true;
    }
  }

  private record Floating() implements Kind<Double> {
    @Override
    public @Nullable Double parse(String text) {
      BigDecimal number = Numbers.decimal(text);
      Double value = number == null ? null : Double.valueOf(number.doubleValue());
      return value == null || value.isInfinite() ? null : value;
    }

    @Override
    public boolean whole() {
      return false;
    }
  }
}
