package io.quintet.forms.models;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import org.jspecify.annotations.Nullable;

/**
 * The hidden key that ties a form of a set to its row. What is sent must be the key of the row that
 * the server found for it, so it chooses among the rows of the set and no others.
 */
final class RowKeyField extends BaseField<String, RowKeyField> {
  private final String key;

  /**
   * The key of a row.
   *
   * @param key the key as text; empty for a row that is yet to be added
   * @param stored whether the form stands for a stored row
   */
  RowKeyField(String name, String key, boolean stored) {
    super(name, Widgets.hidden());
    this.key = key;
    required(stored);
    initial(key.isEmpty() ? null : key);
    tell(
        "invalid_choice",
        "Select a valid choice. That choice is not one of the available choices.");
  }

  @Override
  protected String convert(@Nullable Object raw) {
    return raw == null ? "" : Texts.text(raw);
  }

  @Override
  protected void validate(@Nullable String value) {
    super.validate(value);
    if (!key.equals(value)) {
      throw refused("invalid_choice");
    }
  }
}
