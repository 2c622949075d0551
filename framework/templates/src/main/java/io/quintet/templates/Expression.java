package io.quintet.templates;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A variable or literal with the filters applied to it, as in {@code post.title|upper}. */
public sealed interface Expression permits FilterExpression {
  /** The value; an unknown variable gives the engine's text for invalid ones. */
  @Nullable Object resolve(Context context);

  /** The value, changed before the filters are applied to it. */
  @Nullable Object resolve(Context context, UnaryOperator<@Nullable Object> change);

  /** The value; an unknown variable gives null. */
  @Nullable Object resolveOrNull(Context context);

  /** The expression as the template has it. */
  String source();
}
