package io.quintet.orm;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of pairs that belongs to no model and holds keys of a model.
 *
 * @param label by which its rows are counted: {@code blog.Post_tags}
 * @param columns the columns with these keys
 */
record PairTable(String table, String label, List<String> columns) {
  /** Those that hold keys of a model. */
  static List<PairTable> of(ModelMeta<?> model) {
    List<PairTable> found = new ArrayList<>();
    for (ModelMeta<?> other : Models.all()) {
      for (RelationMeta r : other.ownRelations()) {
        if (!r.isManyToMany()) {
          continue;
        }
        List<String> columns = new ArrayList<>();
        if (r.through().isEmpty() && other.type() == model.concreteType()) {
          columns.add(r.joinSourceColumn());
        }
        if (r.through().isEmpty() && r.targetType() == model.concreteType()) {
          columns.add(r.joinTargetColumn());
        }
        if (!columns.isEmpty()) {
          found.add(new PairTable(r.joinTable(), other.label() + "_" + r.name(), columns));
        }
      }
    }
    return found;
  }
}
