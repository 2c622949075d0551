package io.quintet.orm.migrations;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What operations share. */
final class Operations {
  private Operations() {}

  static ProjectState change(
      String app, String model, ProjectState state, UnaryOperator<ModelState> change) {
    return state.with(change.apply(state.model(new ModelName(app, model))));
  }

  static @Nullable Object widen(@Nullable Object value) {
    return switch (value) {
      case Integer number -> (Object) number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }
}
