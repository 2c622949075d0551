package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts the end of models: first of what refers to others, so that circles come apart. */
final class DeletedModels {
  private record User(ModelName model, String field) {}

  private final Comparison states;
  private final Drafts drafts;
  private final Map<ModelName, User> throughUsers = new LinkedHashMap<>();

  DeletedModels(Comparison states, Drafts drafts) {
    this.states = states;
    this.drafts = drafts;
    for (ModelName name : states.oldTables()) {
      ModelState model = states.before(name);
      for (FieldState field : model.fields()) {
        Relations.through(field)
            .ifPresent(through -> throughUsers.put(through, new User(name, field.name())));
      }
    }
  }

  void find() {
    var now = states.newTables();
    now.addAll(states.newUnmanaged());
    Comparison.without(states.oldTables(), now).forEach(this::delete);
    Comparison.without(states.oldUnmanaged(), now).forEach(this::delete);
  }

  void findProxies() {
    for (ModelName name : Comparison.without(states.oldProxies(), states.newProxies())) {
      drafts.add(
          name.app(), new ModelOperation.DeleteModel(states.from().model(name).name().model()));
    }
  }

  private void delete(ModelName name) {
    ModelState model = states.from().model(name);
    String app = name.app();
    if (!model.options().uniqueTogether().isEmpty()) {
      drafts.add(app, new ModelOperation.AlterUniqueTogether(name.model(), List.of()));
    }
    List<String> related =
        model.fields().stream()
            .filter(Relations::isRelation)
            .map(FieldState::name)
            .sorted()
            .toList();
    related.forEach(field -> drafts.add(app, new FieldOperation.RemoveField(name.model(), field)));
    List<Need> needs = new ArrayList<>();
    for (Relations.Reference reference : Relations.to(states.from(), name)) {
      ModelName owner = states.named(reference.model().name());
      String field = reference.field().name();
      needs.add(Need.removed(owner, field));
      if (!Relations.isManyToMany(reference.field())) {
        needs.add(new Need(owner, field, Need.Kind.ALTERED));
      }
    }
    related.forEach(field -> needs.add(Need.removed(name, field)));
    User user = throughUsers.get(name);
    if (user != null) {
      needs.add(Need.removed(user.model(), user.field()));
    }
    drafts.add(app, new ModelOperation.DeleteModel(model.name().model()), needs);
  }
}
