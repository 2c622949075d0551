package io.quintet.forms.fields;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.JsonText;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON document: its value is a map, list, text, number or truth value. */
public final class JsonField extends BaseField<Object, JsonField> {
  /** A document, typed as text. */
  public JsonField(String name) {
    super(name, Widgets.textarea());
    tell("invalid", "Enter a valid JSON.");
  }

  /** Text as it was typed, which is no JSON. */
  private record Broken(String text) {}

  @Override
  protected @Nullable Object convert(@Nullable Object raw) {
    if (isDisabled() || isEmpty(raw)) {
      return isDisabled() ? raw : null;
    }
    if (raw instanceof Map || raw instanceof List || raw instanceof Number) {
      return raw;
    }
    try {
      return Json.parse(Texts.text(Objects.requireNonNull(raw)));
    } catch (JsonException e) {
      throw refused("invalid", Map.of("value", Objects.requireNonNull(raw)));
    }
  }

  @Override
  protected @Nullable Object shown(@Nullable Object raw, @Nullable Object initial) {
    if (isDisabled()) {
      return initial;
    }
    if (raw == null) {
      return null;
    }
    String text = Texts.text(raw);
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return new Broken(text);
    }
  }

  @Override
  protected Object prepare(@Nullable Object value) {
    return value instanceof Broken broken ? broken.text() : JsonText.write(value);
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return super.hasChanged(initial, raw)
        || (!isDisabled() && !Objects.equals(normal(initial), normal(convert(raw))));
  }

  /** So that numbers read from JSON equal those of Java code. */
  private static @Nullable Object normal(@Nullable Object value) {
    return value == null ? null : Json.parse(Json.write(value));
  }
}
