package io.quintet.forms.models;

import io.quintet.forms.validators.Violation;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds rows of a form set that would have the same value where a model wants it to be unique. */
final class UniqueAmong {
  private static final Violation OF_FORM =
      Violation.of("unique", "Please correct the duplicate values below.");

  private UniqueAmong() {}

  /** Complains in the forms that repeat a value, and gives a sentence for the set for each rule. */
  static <M extends Entity> List<Violation> check(
      ModelMeta<M> model, List<? extends ModelForm<M>> forms) {
    List<Violation> found = new ArrayList<>();
    for (List<FieldMeta> rule : rules(model)) {
      Set<List<Object>> seen = new HashSet<>();
      boolean repeats = false;
      for (ModelForm<M> form : forms) {
        List<Object> values = values(form, rule);
        if (values != null && !seen.add(values)) {
          form.addError(OF_FORM);
          repeats = true;
        }
      }
      if (repeats) {
        found.add(told(forms.getFirst(), rule));
      }
    }
    return found;
  }

  private static List<List<FieldMeta>> rules(ModelMeta<?> model) {
    List<List<FieldMeta>> rules = new ArrayList<>();
    for (ModelMeta<?> table : model.lineage()) {
      for (FieldMeta field : table.ownFields()) {
        if (field.unique() && !field.primaryKey()) {
          rules.add(List.of(field));
        }
      }
      for (ConstraintMeta constraint : table.constraints()) {
        if (constraint instanceof ConstraintMeta.Unique unique && unique.isPlain()) {
          rules.add(unique.fields().stream().map(model::field).toList());
        }
      }
    }
    return rules;
  }

  /** The values of a form that a rule looks at, or null if it has not all of them. */
  private static @Nullable List<Object> values(ModelForm<?> form, List<FieldMeta> rule) {
    Set<String> known = form.acceptedColumns();
    List<Object> values = new ArrayList<>();
    for (FieldMeta field : rule) {
      boolean byCode = form.isSetByCode(field.name());
      Object value = known.contains(field.name()) ? field.get(form.instance()) : null;
      if (value == null && !byCode) {
        return null;
      }
      values.add(value == null ? "" : value);
    }
    return values;
  }

  /** What is the same for all forms, such as the row that they belong to, is not named. */
  private static Violation told(ModelForm<?> form, List<FieldMeta> rule) {
    List<String> names =
        rule.stream()
            .filter(field -> !form.isSetByCode(field.name()))
            .map(FieldMeta::verboseName)
            .toList();
    String all =
        names.size() < 2
            ? String.join("", names)
            : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    return new Violation(
        "unique",
        names.size() < 2
            ? "Please correct the duplicate data for {fields}."
            : "Please correct the duplicate data for {fields}, which must be unique.",
        Map.of("fields", all));
  }
}
