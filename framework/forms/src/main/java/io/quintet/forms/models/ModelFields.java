package io.quintet.forms.models;

import io.quintet.forms.BaseField;
import io.quintet.forms.ConvertedField;
import io.quintet.forms.ListField;
import io.quintet.forms.fields.BooleanField;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.fields.DateField;
import io.quintet.forms.fields.DateTimeField;
import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.DurationField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.fields.InstantField;
import io.quintet.forms.fields.IpAddressField;
import io.quintet.forms.fields.JsonField;
import io.quintet.forms.fields.MultipleChoiceField;
import io.quintet.forms.fields.NullBooleanField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.fields.SlugField;
import io.quintet.forms.fields.TextField;
import io.quintet.forms.fields.TimeField;
import io.quintet.forms.fields.UrlField;
import io.quintet.forms.fields.UuidField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.RelationMeta;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The form field of a model's field: its type, length, limits, label and help. */
final class ModelFields {
  private ModelFields() {}

  /** The form field of a column. */
  static BaseField<?, ?> of(FieldMeta meta) {
    BaseField<?, ?> field = typed(meta, meta.type());
    field.label(label(meta.verboseName()));
    field.help(meta.helpText());
    field.required(isRequired(meta));
    if (meta.version()) {
      field.widget(Widgets.hidden());
    }
    if (!meta.uniqueMessage().isEmpty()) {
      field.message("unique", meta.uniqueMessage());
    }
    return field;
  }

  /** The form field of a many-to-many relation. */
  static BaseField<?, ?> of(RelationMeta relation) {
    return new MultipleChoiceField<>(relation.name(), ModelChoices.all(relation.target()))
        .label(label(relation.verboseName()))
        .help(relation.helpText())
        .required(!relation.blank());
  }

  private static String label(String verboseName) {
    return verboseName.isEmpty()
        ? ""
        : Character.toUpperCase(verboseName.charAt(0)) + verboseName.substring(1);
  }

  /** A checkbox that need not be ticked, and whatever may be blank, is optional. */
  private static boolean isRequired(FieldMeta meta) {
    return !(meta.type() instanceof FieldType.Bool) && !meta.blank() && !meta.nullable();
  }

  private static BaseField<?, ?> typed(FieldMeta meta, FieldType declared) {
    String name = meta.name();
    return switch (declared) {
      case FieldType.Chars type -> text(new TextField(name), meta, type.maxLength());
      case FieldType.LongText type -> text(new TextField(name).widget(Widgets.textarea()), meta, 0);
      case FieldType.Email type -> text(TextField.email(name), meta, type.maxLength());
      case FieldType.Slug type -> new SlugField(name).maxLength(type.maxLength());
      case FieldType.Url type -> new UrlField(name).maxLength(type.maxLength());
      case FieldType.IpAddress type -> address(new IpAddressField(name), type);
      case FieldType.Int16 type -> whole(NumberField.integer(name).min(-32768).max(32767), meta);
      case FieldType.Int32 type -> whole(NumberField.integer(name), meta);
      case FieldType.Int64 type -> longs(NumberField.longInteger(name), meta);
      case FieldType.Float64 type -> doubles(NumberField.floating(name), meta);
      case FieldType.Decimal type -> decimal(name, type, meta);
      case FieldType.Bool type ->
          meta.nullable() ? new NullBooleanField(name) : new BooleanField(name);
      case FieldType.Date type -> new DateField(name);
      case FieldType.Time type -> new TimeField(name);
      case FieldType.DateTime type -> new DateTimeField(name);
      case FieldType.Timestamp type -> new InstantField(name);
      case FieldType.Span type -> new DurationField(name);
      case FieldType.Uuid type -> new UuidField(name);
      case FieldType.Choices type -> new ChoiceField<>(name, choices(type));
      case FieldType.JsonValue type -> new JsonField(name);
      case FieldType.FileName type -> new FileUploadField(name);
      case FieldType.ImageName type -> FileUploadField.image(name);
      case FieldType.Reference type ->
          new ChoiceField<>(name, ModelChoices.all(meta.relation().orElseThrow().target()));
      case FieldType.Array type -> new ListField<>(typed(meta, type.element()));
      case FieldType.Converted type -> converted(typed(meta, type.held()), type.javaType(), type);
      case FieldType.Identity type -> throw notEditable(meta);
      case FieldType.Bytes type -> throw notEditable(meta);
    };
  }

  private static <S> BaseField<?, ?> converted(
      BaseField<S, ?> held, Class<?> javaType, FieldType.Converted type) {
    return converted(held, javaType, type::restored, type::stored);
  }

  @SuppressWarnings("unchecked") // the converter of the field was checked to be of both classes
  private static <T, S> ConvertedField<T, S> converted(
      BaseField<S, ?> held,
      Class<T> javaType,
      UnaryOperator<@Nullable Object> restored,
      UnaryOperator<@Nullable Object> stored) {
    return new ConvertedField<>(
        held,
        javaType,
        s -> (T) Objects.requireNonNull(restored.apply(s), "a plain value stands for a value"),
        t -> (S) Objects.requireNonNull(stored.apply(t), "a value has a plain one"));
  }

  private static IpAddressField address(IpAddressField field, FieldType.IpAddress type) {
    if (type.unpackIpv4()) {
      field.unpackIpv4();
    }
    return switch (type.protocol()) {
      case BOTH -> field;
      case IPV4 -> field.ipv4Only();
      case IPV6 -> field.ipv6Only();
    };
  }

  private static IllegalArgumentException notEditable(FieldMeta meta) {
    return new IllegalArgumentException(
        meta + " cannot be edited in a form: there is no field for " + meta.type());
  }

  private static Choices<Enum<?>> choices(FieldType.Choices type) {
    List<Enum<?>> constants =
        type.choices().stream().<Enum<?>>map(FieldType.Choice::constant).toList();
    return Choices.of(
        constants, constant -> type.of(constant).value(), constant -> type.of(constant).label());
  }

  private static TextField text(TextField field, FieldMeta meta, int maxLength) {
    if (maxLength > 0) {
      field.maxLength(maxLength);
    }
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Size size when size.min() > 0 -> {
          field.minLength(size.min());
          told(field, size.message(), "min_length", "max_length");
        }
        case FieldRule.Pattern pattern ->
            field.check(
                text -> pattern.regexp().matcher(text).matches(),
                pattern.message().isEmpty() ? "Enter a valid value." : pattern.message());
        case FieldRule.NotBlank blank -> told(field, blank.message(), "required");
        default -> {}
      }
    }
    return field;
  }

  private static void told(BaseField<?, ?> field, String message, String... codes) {
    if (!message.isEmpty()) {
      for (String code : codes) {
        field.message(code, message);
      }
    }
  }

  private static BaseField<?, ?> whole(NumberField<Integer> field, FieldMeta meta) {
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Min min -> field.min(min.value().intValue());
        case FieldRule.Max max -> field.max(max.value().intValue());
        default -> {}
      }
    }
    return limits(field, meta);
  }

  private static BaseField<?, ?> longs(NumberField<Long> field, FieldMeta meta) {
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Min min -> field.min(min.value().longValue());
        case FieldRule.Max max -> field.max(max.value().longValue());
        default -> {}
      }
    }
    return limits(field, meta);
  }

  private static BaseField<?, ?> doubles(NumberField<Double> field, FieldMeta meta) {
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Min min -> field.min(min.value().doubleValue());
        case FieldRule.Max max -> field.max(max.value().doubleValue());
        default -> {}
      }
    }
    return limits(field, meta);
  }

  private static DecimalField decimal(String name, FieldType.Decimal type, FieldMeta meta) {
    DecimalField field =
        new DecimalField(name).maxDigits(type.maxDigits()).decimalPlaces(type.decimalPlaces());
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Min min -> field.min(min.value());
        case FieldRule.Max max -> field.max(max.value());
        default -> {}
      }
    }
    limits(field, meta);
    return field;
  }

  private static BaseField<?, ?> limits(BaseField<?, ?> field, FieldMeta meta) {
    for (FieldRule rule : meta.rules()) {
      switch (rule) {
        case FieldRule.Min min -> told(field, min.message(), "min_value");
        case FieldRule.Max max -> told(field, max.message(), "max_value");
        default -> {}
      }
    }
    return field;
  }

  /** A key as it stands in a form. */
  static String key(Object key) {
    return key instanceof BigDecimal number ? number.toPlainString() : Texts.text(key);
  }
}
