package io.quintet.rest.serializers;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an object field by field and collects everything that is wrong. */
final class ObjectReader {
  private static final Object MISSING = new Object();

  private final List<SerializerField> fields;
  private final @Nullable ModelMeta<?> model;

  ObjectReader(List<SerializerField> fields, @Nullable ModelMeta<?> model) {
    this.fields = fields;
    this.model = model;
  }

  Values read(@Nullable Object data, @Nullable Object target, boolean partial) {
    if (data == null) {
      throw ValidationException.of("No data provided");
    }
    if (!(data instanceof Map<?, ?>) && !(data instanceof FormInput)) {
      throw ValidationException.of(
          "Invalid data. Expected a dictionary, but got " + Spoken.type(data) + ".");
    }
    Entity entity = target instanceof Entity e ? e : null;
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, Object> errors = new LinkedHashMap<>();
    for (SerializerField field : fields) {
      if (field.readOnly()) {
        continue;
      }
      try {
        Object given =
            data instanceof FormInput form
                ? fromForm(form, field, partial)
                : fromMap((Map<?, ?>) data, field);
        if (given != MISSING) {
          Object value = one(field, given, partial);
          UniqueRules.checkField(field, value, entity);
          values.put(field.component(), value);
        } else if (field.required() && !partial) {
          throw Wrong.because("This field is required.");
        }
      } catch (Wrong e) {
        errors.put(field.name(), e.errors);
      }
    }
    if (!errors.isEmpty()) {
      throw ValidationException.errors(errors);
    }
    Values checked = Values.of(values);
    if (model != null) {
      UniqueRules.checkTogether(model, fields, checked, entity);
    }
    return checked;
  }

  private static @Nullable Object fromMap(Map<?, ?> data, SerializerField field) {
    return data.containsKey(field.name()) ? data.get(field.name()) : MISSING;
  }

  private static @Nullable Object fromForm(FormInput form, SerializerField field, boolean partial)
      throws Wrong {
    String name = field.name();
    if (FieldReader.takesFile(field)) {
      var file = form.files().get(name);
      if (file != null) {
        return file;
      }
    }
    boolean isList = FieldReader.isMany(field);
    if (!form.fields().has(name)) {
      if (partial) {
        return MISSING;
      }
      return isList ? List.of() : FieldReader.isBoolean(field) ? Boolean.FALSE : MISSING;
    }
    if (isList) {
      return form.fields().list(name);
    }
    String text = form.fields().get(name, "");
    if (field.shape() instanceof Shape.Value(FieldType.JsonValue j) && !text.isEmpty()) {
      try {
        return Json.parse(text);
      } catch (JsonException e) {
        throw Wrong.because("Value must be valid JSON.");
      }
    }
    if (text.isEmpty() && !(field.blank() && isText(field))) {
      if (field.nullable()) {
        return null;
      }
      return field.required() ? text : MISSING;
    }
    return text;
  }

  private static boolean isText(SerializerField field) {
    return field.shape() instanceof Shape.Value(FieldType type) && type.isText();
  }

  private static @Nullable Object one(
      SerializerField field, @Nullable Object given, boolean partial) throws Wrong {
    if (given == null) {
      if (field.nullable()) {
        return null;
      }
      throw Wrong.because("This field may not be null.");
    }
    return FieldReader.read(field, given, partial);
  }
}
