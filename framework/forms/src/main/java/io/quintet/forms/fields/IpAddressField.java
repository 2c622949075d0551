package io.quintet.forms.fields;

import io.quintet.core.text.IpAddresses;
import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An IP address; one of version 6 is kept in its short form. */
public final class IpAddressField extends BaseField<String, IpAddressField> {
  private static final int LONGEST = 39;

  private Validator<String> rule = Validators.ipAddress();
  private boolean unpacksIpv4;
  private int maxLength = LONGEST;

  /** An address of version 4 or 6. */
  public IpAddressField(String name) {
    super(name, Widgets.text());
  }

  /** Only addresses of version 4. */
  public IpAddressField ipv4Only() {
    this.rule = Validators.ipv4();
    return this;
  }

  /** Only addresses of version 6. */
  public IpAddressField ipv6Only() {
    this.rule = Validators.ipv6();
    return this;
  }

  /** Sets the most characters; the longest usual spelling has 39, the longest of all 45. */
  public IpAddressField maxLength(int characters) {
    this.maxLength = characters;
    return this;
  }

  /** {@code ::ffff:192.0.2.1} becomes {@code 192.0.2.1}. */
  public IpAddressField unpackIpv4() {
    this.unpacksIpv4 = true;
    return this;
  }

  @Override
  protected String convert(@Nullable Object raw) {
    String text = raw == null || isEmpty(raw) ? "" : Texts.strip(Texts.text(raw));
    if (text.indexOf(':') < 0) {
      return text;
    }
    String clean = text.length() > maxLength ? null : IpAddresses.compress(text, unpacksIpv4);
    if (clean == null) {
      throw new ValidationException("invalid", "This is not a valid IPv6 address.");
    }
    int zone = clean.indexOf('%');
    return zone < 0 ? clean : clean.substring(0, zone);
  }

  @Override
  protected List<Validator<? super String>> allValidators() {
    List<Validator<? super String>> all = new ArrayList<>();
    all.add(rule);
    all.addAll(super.allValidators());
    all.add(Validators.maxLength(maxLength));
    all.add(Validators.noNullCharacters());
    return all;
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    return widget.hidden() ? Map.of() : Map.of("maxlength", maxLength);
  }
}
