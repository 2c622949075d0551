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
import org.jspecify.annotations.Nullable;

/**
 * A URL of scheme http, https, ftp or ftps; {@code example.com} becomes {@code
 * https://example.com}.
 */
public final class UrlField extends BaseField<String, UrlField> {
  private String scheme = "https";
  private @Nullable Integer minLength;
  private @Nullable Integer maxLength;

  /** A URL. */
  public UrlField(String name) {
    super(name, Widgets.url());
    tell("invalid", "Enter a valid URL.");
  }

  /** Sets the scheme of URLs that are typed without one. */
  public UrlField assumeScheme(String scheme) {
    this.scheme = scheme;
    return this;
  }

  /** Sets the most characters. */
  public UrlField maxLength(int characters) {
    this.maxLength = characters;
    return this;
  }

  /** Sets the fewest characters. */
  public UrlField minLength(int characters) {
    this.minLength = characters;
    return this;
  }

  @Override
  protected String convert(@Nullable Object raw) {
    String text = raw == null || isEmpty(raw) ? "" : Texts.strip(Texts.text(raw));
    if (text.isEmpty()) {
      return "";
    }
    if (hasScheme(text)) {
      return text;
    }
    return scheme + (text.startsWith("//") ? ":" : "://") + text;
  }

  /** Whether something stands before the first colon that begins with a letter and has no slash. */
  private static boolean hasScheme(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    return colon > 0
        && (slash < 0 || slash > colon)
        && Character.toLowerCase(text.charAt(0)) >= 'a'
        && Character.toLowerCase(text.charAt(0)) <= 'z';
  }

  @Override
  protected List<Validator<? super String>> allValidators() {
    List<Validator<? super String>> all = new ArrayList<>();
    all.add(Validators.url());
    all.addAll(super.allValidators());
    if (minLength != null) {
      all.add(Validators.minLength(minLength));
    }
    if (maxLength != null) {
      all.add(Validators.maxLength(maxLength));
    }
    all.add(Validators.noNullCharacters());
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
