package io.quintet.templates;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.templates.values.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a template can use, as a stack of scopes: a tag such as {@code {% with %}} pushes
 * one and takes it off again. One context belongs to one rendering and one thread.
 */
public final class Context {
  private final Map<String, @Nullable Object> outermost;
  private final @Nullable Engine engine;
  private final RenderState state;
  private final Scopes scopes;
  private boolean autoescape = true;
  private @Nullable Boolean localized;
  private @Nullable Boolean localTimes;

  private Context(
      Map<String, @Nullable Object> outermost,
      Scopes scopes,
      @Nullable Engine engine,
      RenderState state) {
    this.outermost = outermost;
    this.scopes = scopes;
    this.engine = engine;
    this.state = state;
    this.autoescape = engine == null || engine.autoescape();
  }

  /** A context with these names; the map is copied. */
  public static Context of(Map<String, ? extends @Nullable Object> names) {
    return new Context(new HashMap<>(names), new Scopes(), null, new RenderState());
  }

  /** A context without names. */
  public static Context empty() {
    return of(Map.of());
  }

  /** The same names for a rendering by this engine. */
  Context bind(Engine renderer) {
    if (engine == renderer) {
      return this;
    }
    Context bound =
        new Context(outermost, scopes.copy(), renderer, engine == null ? new RenderState() : state);
    bound.autoescape = autoescape && (engine != null || renderer.autoescape());
    bound.localized = localized;
    bound.localTimes = localTimes;
    return bound;
  }

  /** A context for a template that sees only these names: what an inclusion tag renders with. */
  public Context isolated(Map<String, ? extends @Nullable Object> names) {
    Context fresh = new Context(new HashMap<>(names), new Scopes(), engine, state.copy());
    fresh.autoescape = autoescape;
    fresh.localized = localized;
    fresh.localTimes = localTimes;
    return fresh;
  }

  /** The value of a name, or {@link TemplateObject#ABSENT}. */
  public @Nullable Object get(String name) {
    return lookup(name.intern());
  }

  /** The value of a name that is interned, as those of a compiled template are. */
  @Nullable Object lookup(String name) {
    int at = scopes.find(name);
    if (at >= 0) {
      return scopes.value(at);
    }
    Object value = outermost.get(name);
    if (value != null || outermost.containsKey(name)) {
      return value;
    }
    return switch (name) {
      case "True" -> true;
      case "False" -> false;
      case "None" -> null;
      default -> TemplateObject.ABSENT;
    };
  }

  /** Gives a name a value in the innermost scope. */
  public void set(String name, @Nullable Object value) {
    if (scopes.depth() == 0) {
      outermost.put(name, value);
    } else {
      scopes.set(name.intern(), value);
    }
  }

  /** The open scopes but for the outermost, for nodes that know what they put there. */
  Scopes scopes() {
    return scopes;
  }

  /**
   * Gives a name a value in the innermost scope that has the name, else in the innermost of all.
   */
  void setUpward(String name, @Nullable Object value) {
    int at = scopes.find(name.intern());
    if (at >= 0) {
      scopes.put(at, value);
    } else if (outermost.containsKey(name)) {
      outermost.put(name, value);
    } else {
      set(name, value);
    }
  }

  /** Opens a scope; {@link #pop} closes it. */
  public void push() {
    scopes.push();
  }

  /** Opens a scope with names. */
  public void push(Map<String, ? extends @Nullable Object> names) {
    scopes.push();
    names.forEach((name, value) -> scopes.set(name.intern(), value));
  }

  /** Closes the innermost scope. */
  public void pop() {
    if (scopes.depth() == 0) {
      throw new IllegalStateException(
          "Context.pop() without push(): only the first scope is left.");
    }
    scopes.pop();
  }

  /** How many scopes are open, the first one included. */
  public int depth() {
    return scopes.depth() + 1;
  }

  /** All names that can be used here, the outermost first. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(outermost.keySet());
    scopes.forEach((name, value) -> names.add(name));
    return List.copyOf(names);
  }

  /** All names with their values, inner scopes over outer ones. */
  public Map<String, @Nullable Object> flatten() {
    Map<String, @Nullable Object> flat = new HashMap<>(outermost);
    scopes.forEach(flat::put);
    return flat;
  }

  /** Whether variables are escaped here. */
  public boolean autoescape() {
    return autoescape;
  }

  /** Switches escaping of variables. */
  public Context autoescape(boolean on) {
    autoescape = on;
    return this;
  }

  /**
   * Whether numbers and dates are printed in the locale's formats; null leaves it to the engine.
   */
  public @Nullable Boolean localized() {
    return localized;
  }

  /** Switches the locale's formats for numbers and dates; null leaves it to the engine. */
  public Context localized(@Nullable Boolean on) {
    localized = on;
    return this;
  }

  /** Whether date-times are shown in the current time zone; null leaves it to the engine. */
  public @Nullable Boolean localTimes() {
    return localTimes;
  }

  /** Switches showing date-times in the current time zone; null leaves it to the engine. */
  public Context localTimes(@Nullable Boolean on) {
    localTimes = on;
    return this;
  }

  /** The engine that renders. */
  public Engine engine() {
    if (engine == null) {
      throw new IllegalStateException("This context is not being rendered: it has no engine yet.");
    }
    return engine;
  }

  RenderState state() {
    return state;
  }

  /** The value as text, in the engine's style, neither localized nor escaped. */
  public String text(@Nullable Object value) {
    return Text.of(value, engine().pythonOutput());
  }

  /**
   * A date-time moved to the current time zone if that is switched on; any other value as it is.
   */
  public @Nullable Object localTime(@Nullable Object value) {
    return Printing.localTime(value, this);
  }

  /** The value as a variable prints it: localized, and escaped where escaping is on. */
  public String print(@Nullable Object value) {
    if (value instanceof String text) {
      return autoescape ? Html.escapeText(text) : text;
    }
    if (value instanceof HtmlValue html) {
      return html.html();
    }
    if ((value instanceof Long || value instanceof Integer) && !engine().thousandSeparator()) {
      return value.toString();
    }
    String text = Printing.localized(Printing.localTime(value, this), this);
    return autoescape ? Html.escapeText(text) : text;
  }
}
