package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds models that extend others: their key is {@code parent_ptr_id} and points to the row of the
 * parent, as Django makes it for a model that extends a model.
 */
final class ParentLinks {
  private final Map<String, ClassDraft> classes;
  private final List<RelationDraft> relations;
  private final Map<ClassDraft, RelationDraft> links = new HashMap<>();

  ParentLinks(Map<String, ClassDraft> classes, List<RelationDraft> relations) {
    this.classes = classes;
    this.relations = relations;
  }

  /** Makes each such model extend its parent, in place of a relation to it. */
  void apply() {
    relations.stream().filter(this::isLink).forEach(link -> links.put(link.owner(), link));
    for (RelationDraft link : List.copyOf(links.values())) {
      if (hidesAField(link.owner())) {
        links.remove(link.owner());
      }
    }
    links
        .values()
        .forEach(link -> {
          link.owner().fields.remove(link.field());
          link.owner().extend(parent(link));
          relations.remove(link);
        });
  }

  private boolean isLink(RelationDraft relation) {
    String column =
        Names.column(JavaNames.decapital(relation.target().name()) + "Ptr", FieldWriter.FOREIGN);
    return relation.isOneToOne()
        && relation.field().annotations.contains("@PrimaryKey")
        && classes.containsKey(relation.target().table())
        && relation.field().name.equals(relation.owner().fieldOfColumn.get(column));
  }

  private ClassDraft parent(RelationDraft link) {
    return Optional.ofNullable(classes.get(link.target().table())).orElseThrow();
  }

  /** A field of a child may not be called like one of a parent. */
  private boolean hidesAField(ClassDraft child) {
    List<String> above = new ArrayList<>();
    List<ClassDraft> seen = new ArrayList<>(List.of(child));
    for (RelationDraft link = links.get(child); link != null; link = links.get(seen.getLast())) {
      ClassDraft parent = parent(link);
      if (seen.contains(parent)) {
        return true;
      }
      seen.add(parent);
      parent.fields.forEach(field -> above.add(field.name));
    }
    return child.fields.stream().anyMatch(field -> above.contains(field.name));
  }
}
