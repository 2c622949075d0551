package io.quintet.orm.meta;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The labels of enum constants, as the models that have them as choices declare them. */
public final class ChoiceLabels {
  private static final class Known {
    static final Map<Enum<?>, String> LABELS = collect();
  }

  private ChoiceLabels() {}

  /** The label of a constant; empty if no model has its enum as the type of a field. */
  public static Optional<String> of(Enum<?> constant) {
    return Optional.ofNullable(Known.LABELS.get(constant));
  }

  private static Map<Enum<?>, String> collect() {
    Map<Enum<?>, String> labels = new HashMap<>();
    for (ModelMeta<?> model : Models.all()) {
      for (FieldMeta field : model.fields()) {
        if (field.type() instanceof FieldType.Choices choices) {
          for (FieldType.Choice choice : choices.choices()) {
            labels.putIfAbsent(choice.constant(), choice.label());
          }
        }
      }
    }
    return Map.copyOf(labels);
  }
}
