package io.quintet.templates;

import io.quintet.core.format.PlainNumbers;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.templates.library.Props;
import io.quintet.templates.values.UncomparableException;
import io.quintet.templates.values.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the code of compiled templates writes to. It is used by generated code only. */
public final class Sheet {
  private final Engine engine;
  private final CompiledTemplate<Record> template;
  private final Record page;
  private final Map<String, ? extends @Nullable Object> also;
  private final CompiledTemplates.Links links;
  private Output output;
  private @Nullable ByteOutput bytes;
  private boolean escape = true;
  private @Nullable Context context;
  private @Nullable String decimalSeparator;

  Sheet(
      Engine engine,
      CompiledTemplate<Record> template,
      Record page,
      Map<String, ? extends @Nullable Object> also,
      CompiledTemplates.Links links,
      Output output) {
    this.engine = engine;
    this.template = template;
    this.page = page;
    this.also = also;
    this.links = links;
    this.output = output;
    this.bytes = output instanceof ByteOutput found ? found : null;
  }

  /** Keeps what is written until {@link #release}; gives where it went before. */
  public Output hold() {
    Output before = output;
    output = Output.buffer();
    bytes = null;
    return before;
  }

  /** Writes what was kept, unless it is blank; tells whether it was written. */
  public boolean release(Output before) {
    String kept = output.toString();
    output = before;
    bytes = before instanceof ByteOutput found ? found : null;
    if (kept.isBlank()) {
      return false;
    }
    output.append(kept);
    return true;
  }

  /** Static text as it is written. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes static text. */
  public void text(byte[] utf8) {
    if (bytes != null) {
      bytes.raw(utf8);
    } else {
      output.append(new String(utf8, StandardCharsets.UTF_8));
    }
  }

  /** Writes a text; null writes nothing. */
  public void value(@Nullable String text) {
    if (text == null) {
      return;
    }
    if (!escape) {
      output.append(text);
    } else if (bytes != null) {
      bytes.escape(text);
    } else {
      output.escape(text);
    }
  }

  /** Writes a whole number. */
  public void value(long number) {
    if (bytes != null) {
      bytes.append(number);
    } else {
      output.append(number);
    }
  }

  /** Writes a whole number. */
  public void value(int number) {
    value((long) number);
  }

  /** Writes a number. */
  public void value(double number) {
    String separator = decimalSeparator;
    if (separator == null) {
      separator = engine.formats().decimalSeparator();
      decimalSeparator = separator;
    }
    String digits = PlainNumbers.floating(number);
    if (digits.indexOf('e') >= 0) {
      output.append(context().print(number));
    } else {
      output.append(separator.equals(".") ? digits : digits.replace(".", separator));
    }
  }

  /** Writes a truth value. */
  public void value(boolean flag) {
    output.append(flag ? "true" : "false");
  }

  /** Writes any value. */
  public void value(@Nullable Object value) {
    if (value instanceof String text) {
      value(text);
    } else if (value instanceof HtmlValue html) {
      output.append(html.html());
    } else if (value != TemplateObject.ABSENT) {
      Renderer.print(value, context(), output);
    }
  }

  /** Switches escaping; gives how it was. */
  public boolean escape(boolean on) {
    boolean before = escape;
    escape = on;
    if (context != null) {
      context.autoescape(on);
    }
    return before;
  }

  /** Whether values are escaped here. */
  public boolean escapes() {
    return escape;
  }

  /**
   * The value of a component's parameter.
   *
   * @throws TemplateRenderError if it is not of the declared type
   */
  public static <T> @Nullable T prop(String name, String type, @Nullable T value) {
    Props.check(name, Props.Type.valueOf(type), value);
    return value;
  }

  private Context context() {
    Context made = context;
    if (made == null) {
      made = Context.of(also).bind(engine);
      template.names(page).forEach(made::set);
      made.autoescape(escape);
      context = made;
    }
    return made;
  }

  /** The value of a name that has no type. */
  public @Nullable Object lookup(String name) {
    Object value = context().get(name);
    return value == TemplateObject.ABSENT ? null : engine.call(value);
  }

  /** A member of a value that has no type; null if there is none. */
  public @Nullable Object member(@Nullable Object target, String name) {
    Object value = engine.member(target, name);
    return value == TemplateObject.ABSENT ? null : value;
  }

  /** A member of a value that may be null. */
  public static <T, R> @Nullable R then(@Nullable T value, Function<T, @Nullable R> member) {
    return value == null ? null : member.apply(value);
  }

  /** The element at a position, null if there is none. */
  public <E> @Nullable E at(@Nullable List<E> list, int index) {
    return list == null || index >= list.size() ? null : list.get(index);
  }

  /** A literal that is marked for translation. */
  public SafeString translated(SafeString message) {
    return SafeString.of(engine.translate("", message.value()));
  }

  /** Applies a filter. */
  public @Nullable Object filter(int number, @Nullable Object value) {
    return links.filters()[number].apply(value, context());
  }

  /** Applies a filter with an argument. */
  public @Nullable Object filter(int number, @Nullable Object value, @Nullable Object argument) {
    return links.filters()[number].apply(value, argument, context());
  }

  /** The filter {@code upper} of a text. */
  public static String upper(@Nullable String text) {
    return text == null ? "" : text.toUpperCase(Locale.ROOT);
  }

  /** The filter {@code lower} of a text. */
  public static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** The filter {@code length} of a text. */
  public static long lengthOfText(@Nullable String text) {
    return text == null ? 0 : text.codePointCount(0, text.length());
  }

  /** Whether a value counts as true. */
  public static boolean truth(@Nullable Object value) {
    return Values.truth(value);
  }

  /** Whether a text counts as true. */
  public static boolean truthOfText(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  /** Whether a comparison holds; one between values that have no order does not. */
  public static boolean test(String operator, @Nullable Object left, @Nullable Object right) {
    for (Condition.Operator known : Condition.Operator.values()) {
      if (known.text().equals(operator)) {
        try {
          return Condition.Operation.compare(known, left, right);
        } catch (UncomparableException none) {
          return false;
        }
      }
    }
    throw new IllegalArgumentException(operator);
  }

  /** What a loop goes through. */
  public static <E> Collection<E> each(@Nullable Iterable<E> elements) {
    return switch (elements) {
      case null -> List.of();
      case Collection<E> collection -> collection;
      default -> {
        List<E> list = new ArrayList<>();
        elements.forEach(list::add);
        yield list;
      }
    };
  }

  /** What a loop goes through. */
  public static <E> Collection<E> eachOfArray(E @Nullable [] elements) {
    return elements == null ? List.of() : List.of(elements);
  }

  /** The entries that a loop over a map goes through. */
  public static <K, V> Collection<Map.Entry<K, V>> entries(@Nullable Map<K, V> map) {
    return map == null ? List.of() : map.entrySet();
  }

  /** What a loop over a value without a type goes through. */
  public static Collection<@Nullable Object> eachOf(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    List<@Nullable Object> list = Values.list(value);
    if (list == null) {
      throw new TemplateRenderError(
          "A for tag cannot go through a " + value.getClass().getSimpleName() + ".");
    }
    return list;
  }

  /**
   * The parts of an element that a loop gives several names.
   *
   * @throws TemplateRenderError if there are more or fewer
   */
  public static @Nullable Object[] unpack(@Nullable Object element, int count) {
    List<@Nullable Object> parts = LoopRenderer.parts(element, count);
    return parts.toArray();
  }

  /** The elements from the last to the first. */
  public static <E> Collection<E> reversed(Collection<E> elements) {
    List<E> list = new ArrayList<>(elements);
    Collections.reverse(list);
    return list;
  }

  /** The state of a loop. */
  public static ForLoop loop(@Nullable ForLoop parent, int length) {
    return new ForLoop(Objects.requireNonNullElse(parent, Map.of()), length);
  }

  /** Starts the next round of a loop. */
  public static void round(ForLoop loop, int index) {
    loop.at(index);
  }

  /**
   * Lets the interpreter render a tag.
   *
   * @param defined a name that the tag gives a value, empty for none
   * @param locals names and values that the tag sees besides those of the page
   * @return the value of the name
   */
  public @Nullable Object fragment(int number, String defined, @Nullable Object... locals)
      throws Exception {
    Context here = context();
    here.push();
    try {
      for (int i = 0; i < locals.length; i += 2) {
        here.set((String) Objects.requireNonNull(locals[i]), locals[i + 1]);
      }
      Node node = links.fragments()[number];
      try {
        node.render(here, output);
      } catch (Exception e) {
        throw Renderer.located(e, node.position());
      }
      Object value = defined.isEmpty() ? null : here.get(defined);
      return value == TemplateObject.ABSENT ? null : value;
    } finally {
      here.pop();
    }
  }
}
