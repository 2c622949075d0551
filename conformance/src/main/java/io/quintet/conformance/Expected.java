package io.quintet.conformance;

import io.quintet.core.signing.BadSignature;
import io.quintet.core.text.SafeString;
import io.quintet.http.routing.NoReverseMatch;
import io.quintet.templates.TemplateDoesNotExist;
import io.quintet.templates.TemplateException;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.Tuple;
import io.quintet.templates.VariableDoesNotExist;
import io.quintet.templates.values.PythonText;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what came out with what was recorded. */
final class Expected {
  private static final Set<String> OURS = Set.of("TemplateSyntaxError", "TemplateDoesNotExist");

  private static final Set<String> SIGNING = Set.of("BadSignature", "SignatureExpired");

  private Expected() {}

  /** What is run. */
  interface Work {
    @Nullable Object run() throws Exception;
  }

  /** Runs the work and compares its result or error. */
  static Outcome check(Case one, TypedValues values, @Nullable Object input, Work work) {
    Map<String, @Nullable Object> expected = one.object("expected");
    Object result;
    try {
      result = new Settings(one).<@Nullable Object>within(work::run);
    } catch (TypedValues.CannotDecode e) {
      return new Outcome.Unsupported("cannot apply to Java: " + e.getMessage());
    } catch (Unsupported e) {
      return new Outcome.Unsupported(e.getMessage());
    } catch (Exception | StackOverflowError e) {
      return error(expected, e);
    }
    if (expected.containsKey("error")) {
      return new Outcome.Failed(
          expected.get("error") + ": " + expected.get("message"), shown(result));
    }
    Object wanted;
    try {
      Object output = expected.get("output");
      wanted =
          output instanceof Map<?, ?> map && "same_as_input".equals(map.get("$type"))
              ? input
              : values.decode(output);
    } catch (TypedValues.CannotDecode e) {
      return new Outcome.Unsupported("cannot apply to Java: " + e.getMessage());
    }
    if (same(wanted, result)) {
      return new Outcome.Passed();
    }
    return Cases.namesOffset(one.data())
        ? new Outcome.Unsupported(
            "cannot apply to Java: a fixed offset with a name of its own (ZoneOffset has none)")
        : new Outcome.Failed(shown(wanted), shown(result));
  }

  /** Something that a case needs is not there. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return Objects.requireNonNull(super.getMessage());
    }
  }

  private static Outcome error(Map<String, @Nullable Object> expected, Throwable e) {
    Object type = expected.get("error");
    String shown = e.getClass().getSimpleName() + ": " + message(e);
    if (type == null) {
      return new Outcome.Failed(shown(expected.get("output")), shown);
    }
    boolean ours =
        OURS.contains(type.toString()) && !Boolean.TRUE.equals(expected.get("python_message"));
    boolean matches =
        !ours || e instanceof TemplateException && e.getClass().getSimpleName().equals(type);
    String text = String.valueOf(expected.get("message"));
    if (ours && !message(e).equals(text)) {
      matches = false;
    }
    if (e instanceof BadSignature || SIGNING.contains(type.toString())) {
      matches = e.getClass().getSimpleName().equals(type);
    }
    if ("VariableDoesNotExist".equals(type)) {
      matches = cause(e) instanceof VariableDoesNotExist;
    }
    if ("NoReverseMatch".equals(type)) {
      matches =
          e instanceof TemplateRenderError error && error.reason().equals(text)
              || e instanceof NoReverseMatch missing && missing.reason().equals(text);
    }
    if (Boolean.TRUE.equals(expected.get("test_class"))) {
      matches = cause(e) instanceof SuiteObject.SuiteError error && error.type().equals(type);
    }
    return matches ? new Outcome.Passed() : new Outcome.Failed(type + ": " + text, shown);
  }

  private static Throwable cause(Throwable e) {
    return e.getCause() == null ? e : cause(e.getCause());
  }

  private static String message(Throwable e) {
    return switch (e) {
      case TemplateDoesNotExist missing -> missing.name();
      case TemplateSyntaxError error -> error.reason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String shown(@Nullable Object value) {
    return value instanceof SafeString safe
        ? "safe " + PythonText.quote(safe.value())
        : PythonText.repr(value);
  }

  static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof List<?> l && b instanceof List<?> m) {
      return (l instanceof Tuple) == (m instanceof Tuple) && sameElements(l, m);
    }
    if (a instanceof Map<?, ?> m && b instanceof Map<?, ?> n) {
      return sameElements(List.copyOf(m.keySet()), List.copyOf(n.keySet()))
          && sameElements(m.values(), n.values());
    }
    if (a instanceof byte[] bytes && b instanceof byte[] others) {
      return Arrays.equals(bytes, others);
    }
    if (a instanceof Integer i) {
      return same(i.longValue(), b);
    }
    return b instanceof Integer i ? same(a, i.longValue()) : Objects.equals(a, b);
  }

  private static boolean sameElements(Iterable<?> a, Iterable<?> b) {
    Iterator<?> other = b.iterator();
    for (Object element : a) {
      if (!other.hasNext() || !same(element, other.next())) {
        return false;
      }
    }
    return !other.hasNext();
  }
}
