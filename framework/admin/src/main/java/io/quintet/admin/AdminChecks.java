package io.quintet.admin;

import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.text.Nearest;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is wrong with the declarations, all of it at once. */
final class AdminChecks implements Check {
  private static final Set<String> RESERVED =
      Set.of(ListQuery.SEARCH, ListQuery.ORDER, ListQuery.PAGE, ListQuery.DATE, Links.POPUP);

  @Override
  public List<CheckMessage> run(CheckContext context) {
    List<CheckMessage> found = new ArrayList<>();
    if (context.site().app("auth").isEmpty()) {
      found.add(
          CheckMessage.error(
              "admin.E013",
              "The admin is installed without accounts, so nobody can log in to it.",
              "Add new AccountsApp() to the apps of the site."));
    }
    Set<String> seen = new HashSet<>();
    for (ModelAdmin<?> admin : context.site().extensions(Admin.MODELS)) {
      String label = admin.model().label();
      if (!seen.add(label)) {
        found.add(
            CheckMessage.error(
                "admin.E001",
                "The model " + label + " is registered twice in the admin.",
                "Remove one of the two config.add(Admin.MODELS, ...)."));
      }
      found.addAll(new OfModel<>(admin).run());
    }
    return found;
  }

  /** The checks of one declaration. */
  private static final class OfModel<M extends Entity> {
    private final ModelAdmin<M> admin;
    private final ModelMeta<M> model;
    private final Options<M> options;
    private final List<CheckMessage> found = new ArrayList<>();

    OfModel(ModelAdmin<M> admin) {
      this.admin = admin;
      this.model = admin.model();
      this.options = admin.options();
    }

    List<CheckMessage> run() {
      options.columns.forEach(name -> shown("admin.E002", "columns", name));
      options.readOnly.forEach(name -> shown("admin.E003", "readOnly", name));
      options.filters.forEach(this::filter);
      options.search.forEach(this::search);
      options.ordering.forEach(
          name -> path("admin.E006", "ordering", name.startsWith("-") ? name.substring(1) : name));
      options.computed.values().stream()
          .filter(column -> !column.orderBy().isEmpty())
          .forEach(column -> path("admin.E006", "computed", column.orderBy()));
      options.fieldsets.stream()
          .flatMap(set -> set.names().stream())
          .forEach(name -> shown("admin.E007", "fields", name));
      options.links.forEach(this::link);
      options.excluded.forEach(name -> own("exclude", name));
      options.rawId.forEach(this::rawId);
      options.fieldChanges.keySet().forEach(name -> own("field", name));
      options.prepopulated.forEach((name, from) -> {
        own("prepopulated", name);
        from.forEach(source -> own("prepopulated", source));
      });
      options.inlines.forEach(this::inline);
      dates();
      actions();
      return found;
    }

    private void report(String id, String option, String problem, String hint) {
      found.add(
          CheckMessage.error(
              id, "ModelAdmin of %s, %s: %s.".formatted(model.label(), option, problem), hint));
    }

    /** A field, a path or a computed column. */
    private void shown(String id, String option, String name) {
      if (options.computed.containsKey(name) || name.equals(ListColumn.ITSELF)) {
        return;
      }
      path(id, option, name);
    }

    private void path(String id, String option, String name) {
      try {
        FieldPath.of(model, name);
      } catch (FieldPath.Unknown e) {
        report(
            id,
            option,
            e.getMessage(),
            "Name a field, a path such as author__name, or a computed(...) column.");
      }
    }

    private void filter(String name) {
      path("admin.E004", "filters", name);
      if (RESERVED.contains(name)) {
        report(
            "admin.E004",
            "filters",
            "\"" + name + "\" is the name of a parameter of every list",
            "Filter by a path, or rename the field.");
      }
    }

    private void search(String name) {
      String plain = name.isEmpty() ? name : Search.plain(name);
      try {
        if (FieldPath.of(model, plain).isRelation()) {
          report(
              "admin.E005",
              "search",
              "\"" + plain + "\" is a relation, in which no text can be found",
              "Name a field of it: \"" + plain + "__name\".");
        }
      } catch (FieldPath.Unknown e) {
        report("admin.E005", "search", e.getMessage(), "Name a text field, also over relations.");
      }
    }

    private void link(String name) {
      Collection<String> columns =
          options.columns.isEmpty() ? List.of(ListColumn.ITSELF) : options.columns;
      if (!columns.contains(name)) {
        report(
            "admin.E008",
            "links",
            "\"" + name + "\" is none of the columns" + Nearest.suggestion(name, columns),
            "Columns are " + String.join(", ", columns) + ".");
      }
    }

    private void own(String option, String name) {
      if (!FormPlan.isEditable(admin, name)) {
        Set<String> known = new TreeSet<>(FormPlan.usual(admin));
        report(
            "admin.E009",
            option,
            "the form has no field \"" + name + "\"" + Nearest.suggestion(name, known),
            "Fields of the form are " + String.join(", ", known) + ".");
      }
    }

    private void rawId(String name) {
      boolean one = model.findField(name).flatMap(FieldMeta::relation).isPresent();
      if (!one) {
        report(
            "admin.E010",
            "rawId",
            "\"" + name + "\" is no relation to one row",
            "Name a One field of the model.");
      }
    }

    private <T extends Entity> void inline(Inline<M, T> inline) {
      String name = inline.relationName();
      RelationMeta relation = inline.model().findRelation(name).orElse(null);
      if (relation == null || relation.isManyToMany()) {
        report(
            "admin.E014",
            "inline",
            "\"%s\" of %s is no relation to one row".formatted(name, inline.model().label()),
            "Give the relation that leads from the rows to this model: line.order().");
      }
      found.addAll(new OfModel<>(inline.admin()).run());
    }

    private void dates() {
      if (options.dates.isEmpty()) {
        return;
      }
      FieldMeta field = model.findField(options.dates).orElse(null);
      boolean date =
          field != null
              && (field.type() instanceof FieldType.Date
                  || field.type() instanceof FieldType.DateTime
                  || field.type() instanceof FieldType.Timestamp);
      if (!date) {
        report(
            "admin.E011",
            "dates",
            "\"" + options.dates + "\" is no date or time of the model",
            "Name a LocalDate, LocalDateTime or Instant field.");
      }
    }

    private void actions() {
      Set<String> names = new HashSet<>();
      for (Action<M> action : options.actions) {
        if (!names.add(action.name())) {
          report(
              "admin.E012",
              "action",
              "two actions are called \"" + action.name() + "\"",
              "Rename one of them.");
        }
      }
    }
  }
}
