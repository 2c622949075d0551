package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A slug: letters, digits, underscores and hyphens. */
public final class SlugField extends BaseField<String, SlugField> {
  private boolean unicode;
  private @Nullable Integer maxLength;

  /** A slug in ASCII. */
  public SlugField(String name) {
    super(name, Widgets.text());
  }

  /** Letters and digits of every script are allowed. */
  public SlugField unicode() {
    this.unicode = true;
    return this;
  }

  /** Sets the most characters. */
  public SlugField maxLength(int characters) {
    this.maxLength = characters;
    return this;
  }

  @Override
  protected String convert(@Nullable Object raw) {
    return raw == null || isEmpty(raw) ? "" : Texts.strip(Texts.text(raw));
  }

  @Override
  protected List<Validator<? super String>> allValidators() {
    List<Validator<? super String>> all = new ArrayList<>();
    all.add(unicode ? Validators.unicodeSlug() : Validators.slug());
    all.addAll(super.allValidators());
    if (maxLength != null) {
      all.add(Validators.maxLength(maxLength));
    }
    all.add(Validators.noNullCharacters());
    return all;
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    return maxLength == null || widget.hidden() ? Map.of() : Map.of("maxlength", maxLength);
  }
}
