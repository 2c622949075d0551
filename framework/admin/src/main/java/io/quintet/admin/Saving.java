package io.quintet.admin;

import io.quintet.forms.models.ModelForm;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Request;
import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.IntegrityException;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Saves a valid form with its hooks and its log entry, all of it or nothing. */
final class Saving<M extends Entity> {
  private final ModelAdmin<M> admin;

  Saving(ModelAdmin<M> admin) {
    this.admin = admin;
  }

  /** Whether it is saved; otherwise the form has the reason, ready to be shown again. */
  boolean save(Request request, FormPlan<M> plan, List<InlinePlan<M, ?>> inlines, boolean isAdd) {
    ModelForm<M> form = plan.form();
    List<String> changed = plan.changed();
    M entity = form.instance();
    try {
      Db.atomic(() -> {
        admin.options().beforeSave.forEach(hook -> hook.apply(request, entity, isAdd));
        form.save();
        List<Map<String, Object>> rows = new ArrayList<>();
        inlines.forEach(inline -> inline.save(rows));
        admin.options().afterSave.forEach(hook -> hook.apply(request, entity, isAdd));
        if (isAdd) {
          Journal.added(request, entity, rows);
        } else {
          Journal.changed(request, entity, changed, rows);
        }
      });
      return true;
    } catch (ValidationException e) {
      if (form.isValid() && inlines.stream().noneMatch(InlinePlan::hasErrors)) {
        e.violations().forEach(form::addError);
      }
    } catch (IntegrityException e) {
      form.addError(told(e));
    }
    return false;
  }

  private String told(IntegrityException e) {
    return switch (e.kind()) {
      case CHECK -> check(e);
      case UNIQUE -> "There is already a row with these values. Change one of them.";
      case NOT_NULL -> "A value is missing: " + String.join(", ", e.fields()) + ".";
      case FOREIGN_KEY -> "Something that was chosen no longer exists. Choose again.";
    };
  }

  private String check(IntegrityException e) {
    for (ModelMeta<?> table : admin.model().lineage()) {
      for (ConstraintMeta constraint : table.constraints()) {
        if (constraint instanceof ConstraintMeta.Check check
            && check.name().equals(e.constraint())
            && !check.message().isEmpty()) {
          return check.message();
        }
      }
    }
    return "The values do not fit together: the database refused them (" + e.constraint() + ").";
  }
}
