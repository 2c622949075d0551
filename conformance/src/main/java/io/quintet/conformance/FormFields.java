package io.quintet.conformance;

import io.quintet.core.format.LocaleFormats;
import io.quintet.core.i18n.Locales;
import io.quintet.core.text.SafeString;
import io.quintet.forms.BaseField;
import io.quintet.forms.Field;
import io.quintet.forms.fields.BooleanField;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.ComboField;
import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DateTimeField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.DurationField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.fields.InstantField;
import io.quintet.forms.fields.IpAddressField;
import io.quintet.forms.fields.JsonField;
import io.quintet.forms.fields.MultiValueField;
import io.quintet.forms.fields.MultipleChoiceField;
import io.quintet.forms.fields.NullBooleanField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SlugField;
import io.quintet.forms.fields.SplitDateTimeField;
import io.quintet.forms.fields.SplitInstantField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.fields.TimeField;
import io.quintet.forms.fields.UrlField;
import io.quintet.forms.fields.UuidField;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recorded fields as ours, with Django's text inputs for dates in place of pickers. */
final class FormFields {
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "required",
          "disabled",
          "label",
          "help_text",
          "initial",
          "error_messages",
          "widget",
          "label_suffix",
          "show_hidden_initial",
          "localize");

  private FormFields() {}

  static Field<?> of(String name, FormSpec spec, Settings settings) {
    BaseField<?, ?> field = typed(name, spec, settings);
    if (spec.isNot("required")) {
      field.required(false);
    }
    if (spec.is("disabled")) {
      field.disabled();
    }
    if (spec.has("label")) {
      field.label(spec.text("label", ""));
    }
    if (spec.has("help_text")) {
      field.help(SafeString.of(spec.text("help_text", "")));
    }
    if (spec.has("label_suffix")) {
      field.labelSuffix(spec.text("label_suffix", ""));
    }
    if (spec.data().containsKey("initial")) {
      field.initial(spec.value("initial"));
    }
    if (spec.is("show_hidden_initial")) {
      field.showHiddenInitial();
    }
    spec.map("error_messages")
        .forEach((code, text) -> field.message(code, template(String.valueOf(text))));
    if (spec.has("widget")) {
      field.widget(FormWidgets.of(spec.spec("widget")));
    }
    return field;
  }

  /** A message with parameters in our form. */
  static String template(String python) {
    return python.replaceAll("%\\((\\w+)\\)[sd]", "{$1}");
  }

  private static BaseField<?, ?> typed(String name, FormSpec spec, Settings settings) {
    return switch (spec.type()) {
      case "ComboField" -> combo(name, spec, settings);
      case "MultiValueField" -> {
        spec.allow(COMMON, "fields");
        yield new SeveralField(name, fields(name, spec, settings));
      }
      case "CharField" -> text(new TextField(name), spec);
      case "EmailField" -> text(TextField.email(name), spec);
      case "RegexField" -> text(regex(name, spec), spec);
      case "SlugField" -> slug(name, spec);
      case "URLField" -> url(name, spec, settings);
      case "IntegerField", "FloatField", "DecimalField" -> number(name, spec, settings);
      case "DateField" -> date(name, spec);
      case "TimeField" -> time(name, spec);
      case "DateTimeField" -> dateTime(name, spec, settings);
      case "SplitDateTimeField" -> split(name, spec, settings);
      case "GenericIPAddressField" -> ipAddress(name, spec);
      case "FileField" -> file(name, spec);
      case "ChoiceField", "TypedChoiceField" -> {
        spec.allow(COMMON, "choices", "coerce", "empty_value");
        yield new ChoiceField<>(name, FormChoices.of(spec)).withoutEmpty();
      }
      case "MultipleChoiceField", "TypedMultipleChoiceField" -> {
        spec.allow(COMMON, "choices", "coerce", "empty_value");
        yield new MultipleChoiceField<>(name, FormChoices.of(spec));
      }
      default -> plain(name, spec);
    };
  }

  private static BaseField<?, ?> plain(String name, FormSpec spec) {
    spec.allow(COMMON);
    return switch (spec.type()) {
      case "BooleanField" -> new BooleanField(name);
      case "NullBooleanField" -> new NullBooleanField(name);
      case "DurationField" -> new DurationField(name);
      case "UUIDField" -> new UuidField(name);
      case "JSONField" -> new JsonField(name);
      default -> throw new Expected.Unsupported("not built yet: field " + spec.type());
    };
  }

  /** Python searches; our pattern must match as a whole. */
  private static TextField regex(String name, FormSpec spec) {
    String search = spec.text("regex", "").replace("\\Z", "\\z");
    return TextField.matching(
        name,
        Pattern.compile("(?s:.*?)(?:" + search + ")(?s:.*)", Pattern.UNICODE_CHARACTER_CLASS));
  }

  private static TextField text(TextField field, FormSpec spec) {
    spec.allow(COMMON, "max_length", "min_length", "strip", "empty_value", "regex", "validators");
    if (spec.has("max_length")) {
      field.maxLength(spec.number("max_length").intValue());
    }
    if (spec.has("min_length")) {
      field.minLength(spec.number("min_length").intValue());
    }
    for (Object rule : spec.list("validators")) {
      Validator<String> validator = FormValidators.text(FormSpec.of(rule));
      if (validator == null) {
        throw new Expected.Unsupported("not built yet: a validator of a field");
      }
      field.check(validator);
    }
    if (spec.has("strip")) {
      field.strip(spec.is("strip"));
    }
    return field;
  }

  private static BaseField<?, ?> slug(String name, FormSpec spec) {
    spec.allow(COMMON, "allow_unicode", "empty_value");
    return spec.is("allow_unicode") ? new SlugField(name).unicode() : new SlugField(name);
  }

  private static BaseField<?, ?> url(String name, FormSpec spec, Settings settings) {
    spec.allow(COMMON, "assume_scheme", "max_length", "min_length", "empty_value");
    String scheme = settings.flag("FORMS_URLFIELD_ASSUME_HTTPS") ? "https" : "http";
    UrlField field = new UrlField(name).assumeScheme(spec.text("assume_scheme", scheme));
    if (spec.has("max_length")) {
      field.maxLength(spec.number("max_length").intValue());
    }
    if (spec.has("min_length")) {
      field.minLength(spec.number("min_length").intValue());
    }
    return field;
  }

  private static BaseField<?, ?> number(String name, FormSpec spec, Settings settings) {
    Supplier<LocaleFormats> formats = () -> settings.formats(LocaleFormats.of(Locales.current()));
    boolean grouped = settings.thousandSeparator();
    return switch (spec.type()) {
      case "DecimalField" -> {
        DecimalField field = decimal(name, spec);
        yield spec.is("localize") ? field.localized(formats, grouped) : field;
      }
      case "FloatField" -> {
        NumberField<Double> field = floating(name, spec);
        yield spec.is("localize") ? field.localized(formats, grouped) : field;
      }
      default -> {
        NumberField<BigInteger> field = integer(name, spec);
        yield spec.is("localize") ? field.localized(formats, grouped) : field;
      }
    };
  }

  private static NumberField<BigInteger> integer(String name, FormSpec spec) {
    spec.allow(COMMON, "min_value", "max_value", "step_size", "validators");
    NumberField<BigInteger> field = NumberField.bigInteger(name);
    if (spec.has("min_value")) {
      field.min(whole(spec.number("min_value")));
    }
    if (spec.has("max_value")) {
      field.max(whole(spec.number("max_value")));
    }
    if (spec.has("step_size")) {
      field.step(whole(spec.number("step_size")));
    }
    for (Object rule : spec.list("validators")) {
      field.check(FormValidators.ofNumber(FormSpec.of(rule)));
    }
    return field;
  }

  private static BigInteger whole(Number number) {
    return new java.math.BigDecimal(number.toString()).toBigInteger();
  }

  /** A value that is the list of its parts. */
  private static final class SeveralField extends MultiValueField<List<@Nullable Object>> {
    SeveralField(String name, List<BaseField<?, ?>> fields) {
      super(name, fields.toArray(BaseField<?, ?>[]::new));
    }

    @Override
    protected List<@Nullable Object> compress(List<@Nullable Object> values) {
      return values;
    }

    @Override
    protected List<@Nullable Object> decompress(List<@Nullable Object> values) {
      return values;
    }
  }

  private static List<BaseField<?, ?>> fields(String name, FormSpec spec, Settings settings) {
    List<BaseField<?, ?>> fields = new ArrayList<>();
    if (spec.raw("fields") instanceof List<?> declared) {
      declared.forEach(each -> fields.add((BaseField<?, ?>) of(name, FormSpec.of(each), settings)));
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  private static BaseField<?, ?> combo(String name, FormSpec spec, Settings settings) {
    spec.allow(COMMON, "fields");
    List<BaseField<?, ?>> fields = fields(name, spec, settings);
    return new ComboField(name, fields.toArray(BaseField[]::new));
  }

  private static NumberField<Double> floating(String name, FormSpec spec) {
    spec.allow(COMMON, "min_value", "max_value", "step_size");
    NumberField<Double> field = NumberField.floating(name);
    if (spec.has("min_value")) {
      field.min(spec.number("min_value").doubleValue());
    }
    if (spec.has("max_value")) {
      field.max(spec.number("max_value").doubleValue());
    }
    if (spec.has("step_size")) {
      field.step(spec.number("step_size").doubleValue());
    }
    return field;
  }

  private static DecimalField decimal(String name, FormSpec spec) {
    spec.allow(COMMON, "min_value", "max_value", "step_size", "max_digits", "decimal_places");
    DecimalField field = new DecimalField(name);
    if (spec.has("max_digits")) {
      field.maxDigits(spec.number("max_digits").intValue());
    }
    if (spec.has("decimal_places")) {
      field.decimalPlaces(spec.number("decimal_places").intValue());
    }
    if (spec.has("min_value")) {
      field.min(spec.decimal("min_value"));
    }
    if (spec.has("max_value")) {
      field.max(spec.decimal("max_value"));
    }
    if (spec.has("step_size")) {
      field.step(spec.decimal("step_size"));
    }
    return field;
  }

  private static BaseField<?, ?> date(String name, FormSpec spec) {
    spec.allow(COMMON, "input_formats");
    DateField field = new DateField(name).widget(Widgets.localDate());
    return spec.has("input_formats") ? field.formats(spec.strings("input_formats")) : field;
  }

  private static BaseField<?, ?> time(String name, FormSpec spec) {
    spec.allow(COMMON, "input_formats");
    TimeField field = new TimeField(name).widget(Widgets.localTime());
    return spec.has("input_formats") ? field.formats(spec.strings("input_formats")) : field;
  }

  private static BaseField<?, ?> dateTime(String name, FormSpec spec, Settings settings) {
    spec.allow(COMMON, "input_formats");
    Widget widget = Widgets.localDateTime();
    String[] formats = spec.strings("input_formats");
    if (settings.flag("USE_TZ")) {
      InstantField field = new InstantField(name).widget(widget);
      return spec.has("input_formats") ? field.formats(formats) : field;
    }
    DateTimeField field = new DateTimeField(name).widget(widget);
    return spec.has("input_formats") ? field.formats(formats) : field;
  }

  private static BaseField<?, ?> split(String name, FormSpec spec, Settings settings) {
    spec.allow(COMMON, "input_date_formats");
    Widget widget = Widgets.splitDateTime(Widgets.localDate(), Widgets.localTime());
    String[] formats = spec.strings("input_date_formats");
    if (settings.flag("USE_TZ")) {
      SplitInstantField field = new SplitInstantField(name).widget(widget);
      return spec.has("input_date_formats") ? field.dateFormats(formats) : field;
    }
    SplitDateTimeField field = new SplitDateTimeField(name).widget(widget);
    return spec.has("input_date_formats") ? field.dateFormats(formats) : field;
  }

  private static BaseField<?, ?> ipAddress(String name, FormSpec spec) {
    spec.allow(COMMON, "protocol", "unpack_ipv4", "max_length");
    IpAddressField field = new IpAddressField(name);
    if (spec.has("max_length")) {
      field.maxLength(spec.number("max_length").intValue());
    }
    if (spec.is("unpack_ipv4")) {
      field.unpackIpv4();
    }
    return switch (spec.text("protocol", "").toLowerCase(Locale.ROOT)) {
      case "ipv4" -> field.ipv4Only();
      case "ipv6" -> field.ipv6Only();
      default -> field;
    };
  }

  private static BaseField<?, ?> file(String name, FormSpec spec) {
    spec.allow(COMMON, "max_length", "allow_empty_file");
    FileUploadField field = new FileUploadField(name);
    if (spec.has("max_length")) {
      field.maxLength(spec.number("max_length").intValue());
    }
    return spec.is("allow_empty_file") ? field.allowEmpty() : field;
  }
}
