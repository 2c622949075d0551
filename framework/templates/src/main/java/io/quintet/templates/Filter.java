package io.quintet.templates;

import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import org.jspecify.annotations.Nullable;

/**
 * A named change of a value: {@code {{ value|name:argument }}}.
 *
 * <pre>{@code
 * Filter.named("cut").text().argument(true).keepsSafe().does(call -> call.text().replace(call.argumentText(), ""))
 * }</pre>
 */
public final class Filter {
  static final Object NO_ARGUMENT = new Object();

  private final String name;
  private final Function function;
  private final boolean takesArgument;
  private final boolean needsArgument;
  private final boolean text;
  private final boolean keepsSafe;
  private final boolean localTime;

  private Filter(Builder builder, Function function) {
    this.name = builder.name;
    this.function = function;
    this.takesArgument = builder.takesArgument;
    this.needsArgument = builder.needsArgument;
    this.text = builder.text;
    this.keepsSafe = builder.keepsSafe;
    this.localTime = builder.localTime;
  }

  /** What a filter does. */
  @FunctionalInterface
  public interface Function {
    /** The new value. */
    @Nullable Object apply(FilterCall call) throws Exception;
  }

  /** Starts the declaration of a filter without an argument. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The name that a template uses. */
  public String name() {
    return name;
  }

  /** Refuses a use with a missing or an extra argument. */
  void check(boolean given) {
    if (given && !takesArgument || !given && needsArgument) {
      throw new TemplateSyntaxError(
          name
              + " requires "
              + (needsArgument ? 2 : 1)
              + " arguments, "
              + (given ? 2 : 1)
              + " provided");
    }
  }

  /** Applies the filter without an argument. */
  public @Nullable Object apply(@Nullable Object value, Context context) {
    return apply(value, NO_ARGUMENT, context);
  }

  /** Applies the filter. */
  public @Nullable Object apply(
      @Nullable Object value, @Nullable Object argument, Context context) {
    Object input = localTime ? context.localTime(value) : value;
    Object shown = text && !(input instanceof HtmlValue) ? context.text(input) : input;
    if (text && input instanceof HtmlValue html && !(input instanceof SafeString)) {
      shown = SafeString.of(html.html());
    }
    Object result = call(new FilterCall(name, shown, argument, context));
    return keepsSafe ? FilterExpression.keepSafe(shown, result, context) : result;
  }

  private @Nullable Object call(FilterCall call) {
    try {
      return function.apply(call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new TemplateRenderError(e, null);
    }
  }

  /** The parts of a filter's declaration. */
  public static final class Builder {
    private final String name;
    private boolean takesArgument;
    private boolean needsArgument;
    private boolean text;
    private boolean keepsSafe;
    private boolean localTime;

    private Builder(String name) {
      this.name = name;
    }

    /** The filter has an argument, which a template must give or may leave out. */
    public Builder argument(boolean required) {
      takesArgument = true;
      needsArgument = required;
      return this;
    }

    /** The filter works on text: whatever it is applied to is printed first. */
    public Builder text() {
      text = true;
      return this;
    }

    /** The filter adds nothing that needs escaping: safe text stays safe. */
    public Builder keepsSafe() {
      keepsSafe = true;
      return this;
    }

    /** The filter wants date-times in the current time zone. */
    public Builder localTime() {
      localTime = true;
      return this;
    }

    /** Completes the filter. */
    public Filter does(Function function) {
      return new Filter(this, function);
    }
  }
}
