package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text; an optional field that was left empty has empty text. */
public final class TextField extends BaseField<String, TextField> {
  private static final int LONGEST_EMAIL = 320;

  private final List<Validator<? super String>> own = new ArrayList<>();
  private final @Nullable Pattern pattern;
  private @Nullable Integer minLength;
  private @Nullable Integer maxLength;
  private boolean strips = true;

  /** Any text. */
  public TextField(String name) {
    super(name, Widgets.text());
    this.pattern = null;
  }

  private TextField(String name, Widget widget, @Nullable Pattern pattern) {
    super(name, widget);
    this.pattern = pattern;
  }

  /** An e-mail address. */
  public static TextField email(String name) {
    TextField field = new TextField(name, Widgets.email(), null).maxLength(LONGEST_EMAIL);
    field.own.add(Validators.email());
    return field;
  }

  /** Text that matches a pattern as a whole. */
  public static TextField matching(String name, Pattern pattern) {
    return new TextField(name, Widgets.text(), pattern).strip(false);
  }

  /** Sets the most characters, counted as code points. */
  public TextField maxLength(int characters) {
    this.maxLength = characters;
    return this;
  }

  /** Sets the fewest characters, counted as code points. */
  public TextField minLength(int characters) {
    this.minLength = characters;
    return this;
  }

  /** Whether white space at both ends is dropped; it is unless told otherwise. */
  public TextField strip(boolean strips) {
    this.strips = strips;
    return this;
  }

  @Override
  protected String convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return "";
    }
    String text = Texts.text(raw);
    return strips ? Texts.strip(text) : text;
  }

  @Override
  protected List<Validator<? super String>> allValidators() {
    List<Validator<? super String>> all = new ArrayList<>(own);
    all.addAll(super.allValidators());
    if (minLength != null) {
      all.add(Validators.minLength(minLength));
    }
    if (maxLength != null) {
      all.add(Validators.maxLength(maxLength));
    }
    all.add(Validators.noNullCharacters());
    if (pattern != null) {
      all.add(Validators.regex(pattern, "Enter a valid value."));
    }
    return all;
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (maxLength != null && !widget.hidden()) {
      attributes.put("maxlength", maxLength);
    }
    if (minLength != null && !widget.hidden()) {
      attributes.put("minlength", minLength);
    }
    return attributes;
  }
}
