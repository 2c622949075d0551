package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Drafts what happens to the options of models that stay. */
final class ChangedOptions {
  private final Comparison states;
  private final Drafts drafts;

  ChangedOptions(Comparison states, Drafts drafts) {
    this.states = states;
    this.drafts = drafts;
  }

  void outlines() {
    var models = states.kept();
    models.addAll(states.handedOver());
    for (ModelName model : models) {
      ModelOptions now = states.now(model).options().outline();
      if (!now.equals(states.before(model).options().outline())) {
        drafts.add(model.app(), new ModelOperation.AlterOptions(model.model(), now));
      }
    }
  }

  void comments() {
    for (ModelName model : states.kept()) {
      String now = states.now(model).options().comment();
      if (!Objects.equals(now, states.before(model).options().comment())) {
        drafts.add(model.app(), new ModelOperation.AlterComment(model.model(), now));
      }
    }
  }

  void tables() {
    for (ModelName model : states.kept()) {
      String now = states.now(model).options().table();
      if (!Objects.equals(now, states.before(model).options().table())) {
        drafts.add(model.app(), new ModelOperation.AlterTable(model.model(), now));
      }
    }
  }

  /** Lists of unique fields that end, before fields are removed. */
  void removedUniqueTogether() {
    for (ModelName model : states.keptTables()) {
      Set<List<String>> old = unique(states.before(model));
      Set<List<String>> now = unique(states.now(model));
      if (!old.equals(now) && !old.isEmpty()) {
        Set<List<String>> stay = new LinkedHashSet<>(now);
        stay.retainAll(old);
        together(model, stay, List.of());
      }
    }
  }

  /** Lists of unique fields that begin, after fields are added. */
  void addedUniqueTogether() {
    for (ModelName model : states.keptTables()) {
      Set<List<String>> now = unique(states.now(model));
      if (!unique(states.before(model)).containsAll(now)) {
        together(model, now, altered(model, now));
      }
    }
  }

  private static Set<List<String>> unique(ModelState model) {
    return new LinkedHashSet<>(model.options().uniqueTogether());
  }

  private static List<Need> altered(ModelName model, Set<List<String>> lists) {
    return lists.stream()
        .flatMap(List::stream)
        .map(field -> new Need(model, field, Need.Kind.ALTERED))
        .toList();
  }

  private void together(ModelName model, Set<List<String>> lists, List<Need> more) {
    ModelState now = states.now(model);
    List<Need> needs = new ArrayList<>(more);
    for (List<String> fields : now.options().uniqueTogether()) {
      fields.forEach(field -> needs.addAll(Relations.needs(now.field(field))));
    }
    drafts.add(
        model.app(),
        new ModelOperation.AlterUniqueTogether(model.model(), List.copyOf(lists)),
        needs);
  }

  void orders() {
    for (ModelName model : states.keptTables()) {
      String now = states.now(model).options().orderWithRespectTo();
      if (!Objects.equals(now, states.before(model).options().orderWithRespectTo())) {
        drafts.add(
            model.app(),
            new ModelOperation.AlterOrder(model.model(), now),
            now == null ? List.of() : List.of(Need.created(model, now)));
      }
    }
  }
}
