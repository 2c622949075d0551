package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A UUID, with or without hyphens, braces or {@code urn:uuid:}. */
public final class UuidField extends BaseField<UUID, UuidField> {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

  /** A UUID. */
  public UuidField(String name) {
    super(name, Widgets.text());
    tell("invalid", "Enter a valid UUID.");
  }

  @Override
  protected @Nullable UUID convert(@Nullable Object raw) {
    if (raw instanceof UUID uuid) {
      return uuid;
    }
    String text = raw == null || isEmpty(raw) ? "" : Texts.strip(Texts.text(raw));
    if (text.isEmpty()) {
      return null;
    }
    String hex =
        text.replace("urn:", "")
            .replace("uuid:", "")
            .replaceAll("^[{}]+|[{}]+$", "")
            .replace("-", "");
    if (!HEX.matcher(hex).matches()) {
      throw refused("invalid");
    }
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }
}
