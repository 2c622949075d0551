package io.quintet.forms;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.forms.internal.Replaced;
import io.quintet.forms.validators.Violation;
import io.quintet.templates.TemplateObject;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of one field, or of the form as a whole; as HTML a list of class errorlist. */
public final class ErrorList extends AbstractList<String> implements HtmlValue, TemplateObject {
  private final List<Violation> violations = new ArrayList<>();
  private final String css;
  private final @Nullable String fieldId;

  /** No messages yet, for what is no field; as HTML with these CSS classes. */
  public ErrorList(String css) {
    this(css, null);
  }

  ErrorList(String css, @Nullable String fieldId) {
    this.css = css;
    this.fieldId = fieldId;
  }

  /** Adds a message. */
  public void append(Violation violation) {
    violations.add(violation);
  }

  /** The reasons with their codes. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Whether one of the reasons has this code. */
  public boolean hasCode(String code) {
    return violations.stream().anyMatch(violation -> violation.code().equals(code));
  }

  @Override
  public String get(int index) {
    return violations.get(index).message();
  }

  @Override
  public int size() {
    return violations.size();
  }

  @Override
  public String html() {
    if (isEmpty()) {
      return "";
    }
    String id = fieldId == null || fieldId.isEmpty() ? "" : fieldId + "_error";
    SafeString replaced =
        Replaced.find(
            "",
            "forms/errors.html",
            () -> Map.of("errors", List.copyOf(this), "css", css, "id", id));
    if (replaced != null) {
      return replaced.value();
    }
    StringBuilder out = new StringBuilder(96);
    out.append("<ul class=\"").append(Html.escapeText(css)).append('"');
    if (!id.isEmpty()) {
      out.append(" id=\"").append(Html.escapeText(id)).append('"');
    }
    out.append('>');
    for (String message : this) {
      out.append("<li>").append(Html.escapeText(message)).append("</li>");
    }
    return out.append("</ul>").toString();
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "as_ul", "asUl" -> SafeString.of(html());
      case "codes" -> violations.stream().map(Violation::code).toList();
      default -> ABSENT;
    };
  }

  @Override
  public boolean truth() {
    return !isEmpty();
  }
}
