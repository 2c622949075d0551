package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;

/**
 * Finds the operations that lead from the state of the migrations to that of the models.
 *
 * <p>The order of the steps counts: names first, then models, then what goes before fields change,
 * the fields, and what comes after. It is Django's order, so that its users find what they know.
 */
final class Autodetector {
  private Autodetector() {}

  /** The operations of each app, not yet sorted. */
  static Drafts changes(
      ProjectState from, ProjectState to, Questioner questioner, NewValue.Source newValues) {
    Drafts drafts = new Drafts();
    Comparison states = new Comparison(from, to);
    new RenamedModels(states, questioner, drafts).find();
    ChangedPairs pairs = new ChangedPairs(states, drafts);
    pairs.find();
    DeletedModels deleted = new DeletedModels(states, drafts);
    CreatedModels created = new CreatedModels(states, drafts);
    deleted.find();
    created.find();
    deleted.findProxies();
    created.findProxies();
    ChangedOptions options = new ChangedOptions(states, drafts);
    options.outlines();
    options.comments();
    ChangedFields fields = new ChangedFields(states, questioner, newValues, drafts);
    fields.findRenames();
    new ChangedKeys(states).requireRows();
    ChangedIndexes indexes = new ChangedIndexes(states, drafts);
    indexes.removed();
    fields.renamed();
    indexes.renamed();
    options.removedUniqueTogether();
    fields.removed();
    fields.added();
    fields.altered();
    options.orders();
    options.addedUniqueTogether();
    indexes.added();
    options.tables();
    pairs.endModels();
    return drafts;
  }
}
