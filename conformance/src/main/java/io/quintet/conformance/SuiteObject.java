package io.quintet.conformance;

import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SilentFailure;
import io.quintet.templates.TemplateCallable;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.values.PythonValue;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects and functions of the suite, cut down to what the templates ask of them. */
class SuiteObject implements TemplateObject, TemplateCallable, PythonValue {
  private final Map<String, @Nullable Object> raw;
  private final TypedValues values;

  SuiteObject(Map<String, @Nullable Object> raw, TypedValues values) {
    this.raw = raw;
    this.values = values;
  }

  static Object of(Map<String, @Nullable Object> raw, TypedValues values) {
    if (raw.containsKey("html")
        || raw.get("str") instanceof Map<?, ?> map && "safe".equals(map.get("$type"))) {
      return new WithHtml(raw, values);
    }
    return raw.get("iter") != null ? new WithElements(raw, values) : new SuiteObject(raw, values);
  }

  /** An exception of the suite. */
  static class SuiteError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String type;

    SuiteError(Map<String, @Nullable Object> raw) {
      super(String.valueOf(raw.get("message")));
      this.type = String.valueOf(raw.get("error"));
    }

    String type() {
      return type;
    }
  }

  private static final class SilentError extends SuiteError implements SilentFailure {
    private static final long serialVersionUID = 1L;

    SilentError(Map<String, @Nullable Object> raw) {
      super(raw);
    }
  }

  private @Nullable Object value(@Nullable Object part) {
    if (part instanceof Map<?, ?> map && "raises".equals(map.get("$type"))) {
      Map<String, @Nullable Object> error = Cases.object(map);
      throw Boolean.TRUE.equals(error.get("silent"))
          ? new SilentError(error)
          : new SuiteError(error);
    }
    return values.decode(part);
  }

  @Override
  public @Nullable Object property(String name) {
    Map<String, @Nullable Object> items = Cases.object(raw.get("items"));
    Map<String, @Nullable Object> attributes = Cases.object(raw.get("attrs"));
    boolean keyError =
        items.get(name) instanceof Map<?, ?> map
            && "raises".equals(map.get("$type"))
            && !Boolean.FALSE.equals(map.get("key_error"));
    if (items.containsKey(name) && !keyError) {
      return value(items.get(name));
    }
    return attributes.containsKey(name) ? value(attributes.get(name)) : ABSENT;
  }

  @Override
  public boolean truth() {
    if (raw.get("bool") instanceof Boolean truth) {
      return truth;
    }
    return size() != 0;
  }

  @Override
  public int size() {
    return raw.get("len") instanceof Long length ? length.intValue() : -1;
  }

  @Override
  public @Nullable Object call() {
    if ("raises".equals(raw.get("$type"))) {
      return value(raw);
    }
    return value(raw.containsKey("result") ? raw.get("result") : raw.get("call"));
  }

  @Override
  public boolean altersData() {
    return Boolean.TRUE.equals(raw.get("alters_data"));
  }

  @Override
  public boolean needsArguments() {
    return Boolean.TRUE.equals(raw.get("needs_args"));
  }

  @Override
  public boolean usedAsValue() {
    boolean callable = raw.containsKey("call") || !"object".equals(raw.get("$type"));
    return !callable || Boolean.TRUE.equals(raw.get("do_not_call"));
  }

  @Override
  public String pythonRepr() {
    return toString();
  }

  @Override
  public String toString() {
    return raw.containsKey("str")
        ? String.valueOf(value(raw.get("str")))
        : "<" + raw.get("class") + " object>";
  }

  private static final class WithHtml extends SuiteObject implements HtmlValue {
    private final Object html;

    WithHtml(Map<String, @Nullable Object> raw, TypedValues values) {
      super(raw, values);
      this.html =
          String.valueOf(values.decode(raw.containsKey("html") ? raw.get("html") : raw.get("str")));
    }

    @Override
    public String html() {
      return html.toString();
    }
  }

  private static final class WithElements extends SuiteObject
      implements Iterable<@Nullable Object> {
    private final List<@Nullable Object> elements;

    WithElements(Map<String, @Nullable Object> raw, TypedValues values) {
      super(raw, values);
      List<@Nullable Object> list = Values.list(values.decode(raw.get("iter")));
      this.elements = list == null ? new ArrayList<>() : list;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
      return elements.iterator();
    }
  }
}
