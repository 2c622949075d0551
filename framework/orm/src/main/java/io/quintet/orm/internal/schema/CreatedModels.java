package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Drafts new models: first without what refers to others, then each such field, index and
 * constraint by itself; the optimizer puts together again what need not be apart.
 */
final class CreatedModels {
  private final Comparison states;
  private final Drafts drafts;

  CreatedModels(Comparison states, Drafts drafts) {
    this.states = states;
    this.drafts = drafts;
  }

  /** All that are needed to make models from nothing. */
  static Drafts of(ProjectState models) {
    Drafts drafts = new Drafts();
    new CreatedModels(new Comparison(ProjectState.EMPTY, models), drafts).find();
    return drafts;
  }

  void find() {
    var old = states.oldTables();
    old.addAll(states.oldUnmanaged());
    Comparison.without(states.newTables(), old).descendingSet().forEach(this::create);
    Comparison.without(states.newUnmanaged(), old).descendingSet().forEach(this::create);
  }

  /** Proxies are drafted after deletions. */
  void findProxies() {
    for (ModelName name : Comparison.without(states.newProxies(), states.oldProxies())) {
      ModelState model = states.now(name);
      List<Need> needs = new ArrayList<>(List.of(Need.removed(name)));
      model.bases().forEach(base -> needs.add(Need.created(base)));
      drafts.add(
          name.app(),
          new ModelOperation.CreateModel(
              name.model(),
              List.of(),
              model.indexes(),
              model.constraints(),
              model.options(),
              model.bases()),
          needs);
    }
  }

  private void create(ModelName name) {
    ModelState model = states.now(name);
    List<FieldState> related =
        model.fields().stream()
            .filter(field -> Relations.isRelation(field) && !Relations.isPrimaryKey(field))
            .sorted(Comparator.comparing(FieldState::name))
            .toList();
    ModelOptions options = model.options();
    drafts.addFirst(
        name.app(),
        new ModelOperation.CreateModel(
            name.model(),
            model.fields().stream().filter(field -> !related.contains(field)).toList(),
            List.of(),
            List.of(),
            options.uniqueTogether(List.of()).orderWithRespectTo(null),
            model.bases()),
        needs(model));
    if (!options.managed()) {
      return;
    }
    for (FieldState field : related) {
      List<Need> needs = new ArrayList<>(Relations.needs(field));
      needs.add(Need.created(name));
      drafts.add(name.app(), new FieldOperation.AddField(name.model(), field, null), needs);
    }
    addWhatRefersToFields(model, related);
    if (states.oldProxies().contains(name)) {
      repointFields(name);
    }
  }

  private List<Need> needs(ModelState model) {
    List<Need> needs = new ArrayList<>(List.of(Need.removed(model.name())));
    for (ModelName base : model.bases()) {
      needs.add(Need.created(base));
      ModelState before = states.from().find(base).orElse(null);
      ModelState after = states.to().find(base).orElse(null);
      if (before != null && after != null) {
        before.fields().stream()
            .map(FieldState::name)
            .filter(field -> after.find(field).isEmpty() && model.find(field).isPresent())
            .forEach(field -> needs.add(Need.removed(base, field)));
      }
    }
    model.fields().stream()
        .filter(Relations::isPrimaryKey)
        .flatMap(field -> Relations.target(field).stream())
        .forEach(target -> needs.add(Need.created(target)));
    return needs;
  }

  private void addWhatRefersToFields(ModelState model, List<FieldState> related) {
    ModelName name = model.name();
    String app = name.app();
    String order = model.options().orderWithRespectTo();
    if (order != null) {
      drafts.add(
          app,
          new ModelOperation.AlterOrder(name.model(), order),
          List.of(Need.created(name, order), Need.created(name)));
    }
    List<Need> needs = new ArrayList<>();
    related.forEach(field -> needs.add(Need.created(name, field.name())));
    needs.add(Need.created(name));
    model
        .indexes()
        .forEach(index -> drafts.add(app, new IndexOperation.AddIndex(name.model(), index), needs));
    model
        .constraints()
        .forEach(constraint ->
            drafts.add(app, new IndexOperation.AddConstraint(name.model(), constraint), needs));
    if (!model.options().uniqueTogether().isEmpty()) {
      drafts.add(
          app,
          new ModelOperation.AlterUniqueTogether(name.model(), model.options().uniqueTogether()),
          needs);
    }
  }

  /** The model was a proxy: what refers to it refers to another table now. */
  private void repointFields(ModelName name) {
    for (Relations.Reference reference : Relations.to(states.to(), name)) {
      if (reference.field() instanceof ColumnState || Relations.isManyToMany(reference.field())) {
        ModelName owner = reference.model().name();
        drafts.add(
            owner.app(),
            new FieldOperation.AlterField(owner.model(), reference.field(), null),
            List.of(Need.created(name)));
      }
    }
  }
}
