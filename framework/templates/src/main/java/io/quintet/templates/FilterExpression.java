package io.quintet.templates;

import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An expression in the form the renderer evaluates. */
record FilterExpression(String source, Operand operand, List<Applied> filters)
    implements Expression {
  /** A filter with its argument. */
  record Applied(Filter filter, @Nullable Operand argument) {}

  /** Whether the expression starts with a variable rather than a literal. */
  boolean isVariable() {
    return operand instanceof Operand.Variable;
  }

  /** Whether the expression starts with a quoted text. */
  boolean isText() {
    return operand instanceof Operand.Marked
        || operand instanceof Operand.Literal literal && literal.value() instanceof CharSequence;
  }

  /** Whether the value is always the same. */
  boolean isFixed() {
    return operand instanceof Operand.Literal && filters.isEmpty();
  }

  @Override
  public @Nullable Object resolve(Context context) {
    return resolve(context, UnaryOperator.identity());
  }

  @Override
  public @Nullable Object resolve(Context context, UnaryOperator<@Nullable Object> change) {
    Object value = operand.resolve(context);
    if (value == TemplateObject.ABSENT) {
      String invalid = context.engine().stringIfInvalid();
      if (!invalid.isEmpty()) {
        return invalid.replace("%s", operand.source());
      }
      value = invalid;
    }
    return filter(change.apply(value), context);
  }

  @Override
  public @Nullable Object resolveOrNull(Context context) {
    Object value = operand.resolve(context);
    return filter(value == TemplateObject.ABSENT ? null : value, context);
  }

  private @Nullable Object filter(@Nullable Object start, Context context) {
    if (filters.isEmpty()) {
      return start;
    }
    Object value = start;
    for (Applied applied : filters) {
      value = applied.filter().apply(value, argument(applied.argument(), context), context);
    }
    return value;
  }

  private static @Nullable Object argument(@Nullable Operand argument, Context context) {
    if (argument == null) {
      return Filter.NO_ARGUMENT;
    }
    Object value = argument.resolve(context);
    if (value == TemplateObject.ABSENT) {
      throw new VariableDoesNotExist(argument.source(), context);
    }
    return value;
  }

  /** Marks as safe what a filter made from safe text; a list becomes the text that it prints. */
  static @Nullable Object keepSafe(
      @Nullable Object before, @Nullable Object after, Context context) {
    return before instanceof HtmlValue && !(after instanceof HtmlValue)
        ? SafeString.of(context.text(after))
        : after;
  }
}
